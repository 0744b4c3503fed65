using System.Runtime.InteropServices;

namespace Sensoro.Simulator.Torture.Sending;

/// <summary>What makes two deliveries the same push: who sent it, its number there, and what it says.</summary>
/// <param name="Source">The SN, or the task.</param>
/// <param name="MsgId">The exact digits.</param>
/// <param name="ContentHash">The ciphertext of an encrypted push is not part of it.</param>
[StructLayout(LayoutKind.Auto)]
internal readonly record struct PushIdentity(string Source, string MsgId, long ContentHash)
{
    /// <summary>How a push that names no device is written; no SN has a slash in it.</summary>
    public static string OfTask(string? taskId) => $"task/{taskId}";
}
