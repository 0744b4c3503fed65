namespace Sensoro.Dashboard.Storage;

/// <summary>A dictionary that message bodies are compressed with. A body names the one it needs, so none is ever replaced.</summary>
public sealed class BodyDictionaryRow
{
    /// <summary>The value of <see cref="MessageRow.Codec"/>; from 2 on.</summary>
    public int Id { get; private set; }

    public DateTimeOffset CreatedAt { get; private set; }

    public byte[] Content { get; private set; } = [];
}
