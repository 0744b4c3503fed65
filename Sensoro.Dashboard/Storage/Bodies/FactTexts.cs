using System.Buffers.Text;
using System.Text;

namespace Sensoro.Dashboard.Storage.Bodies;

/// <summary>The facts of one push as they stand in its body. Each has a number, the byte that stands for it in a template.</summary>
internal ref struct FactTexts
{
    /// <summary>Numbers of the facts: 1 to 6, control characters that JSON never contains.</summary>
    public const byte First = 1;
    public const byte Last = 6;

    /// <summary>Room for six facts.</summary>
    public const int BufferSize = Last * MaxBytes;

    private const int MaxBytes = 192;
    private const int MaxLetters = MaxBytes / 3;
    private readonly Span<byte> _buffer;
    private int _sn;
    private int _task;
    private int _msg;
    private int _app;
    private int _type;
    private int _created;

    /// <param name="facts">The facts.</param>
    /// <param name="buffer"><see cref="BufferSize"/> bytes.</param>
    public FactTexts(in BodyFacts facts, Span<byte> buffer)
    {
        _buffer = buffer;
        _app = Write(1, facts.AppId);
        _sn = Write(2, facts.Sn);
        _task = Write(3, facts.TaskId);
        _msg = Write(4, facts.MsgId);
        _type = Write(5, facts.DeviceType);
        _created = 0;
        if (facts.CreatedAt is { } created)
        {
            Utf8Formatter.TryFormat(created.ToUnixTimeMilliseconds(), Slot(Last), out _created);
        }
    }

    /// <summary>The fact with this number; empty when the push has none, or one too long to be worth the search.</summary>
    public readonly ReadOnlySpan<byte> this[byte number] => Slot(number)[..(number switch
    {
        1 => _app,
        2 => _sn,
        3 => _task,
        4 => _msg,
        5 => _type,
        _ => _created,
    })];

    private readonly Span<byte> Slot(byte number) => _buffer.Slice((number - 1) * MaxBytes, MaxBytes);

    private readonly int Write(byte number, string? text) =>
        text is null || text.Length > MaxLetters ? 0 : Encoding.UTF8.GetBytes(text, Slot(number));
}
