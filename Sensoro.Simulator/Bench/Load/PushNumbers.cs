namespace Sensoro.Simulator.Bench.Load;

/// <summary>
/// The msgId of each push, by the push's own number. Growing ids are what SENSORO sends; scattered ones are the worst case of an
/// index. Both have 19 digits and never meet twice.
/// </summary>
internal static class PushNumbers
{
    private const long First = 1_000_000_000_000_000_000;
    private const ulong Mask = (1UL << 62) - 1;
    private const ulong Odd = 0x2545F4914F6CDD1D;

    public static long MsgId(long index, bool isRandom) => First + (isRandom ? (long)Scatter((ulong)index) : index);

    // Each step can be undone within 62 bits, so no two numbers meet.
    private static ulong Scatter(ulong index)
    {
        var bits = index & Mask;
        for (var turn = 0; turn < 2; turn++)
        {
            bits = (bits * Odd) & Mask;
            bits ^= bits >> 31;
        }

        return (bits * Odd) & Mask;
    }
}
