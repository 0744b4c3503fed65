using Sensoro.Domain.Protocol;

namespace Sensoro.Dashboard.Security;

/// <summary>What an administrator has entered of one push service: a name and the three keys of its console page.</summary>
public sealed record ApplicationKeys(string AppId, string Name, string AppKey, string AppSecret)
{
    /// <summary>Whether a text is 43 characters that decode to the 32 bytes of an AppKey.</summary>
    public static bool IsAppKey(string text) => PushCipher.TryCreate(text, nameof(AppId), out _);

    /// <summary>Says nothing of the secrets, wherever it is written to.</summary>
    public override string ToString() => AppId;
}
