using System.Globalization;
using Sensoro.Simulator.Physics;

namespace Sensoro.Simulator.Fleet;

/// <summary>Serial numbers as SENSORO prints them: 16 upper-case hexadecimal characters. No two of a fleet share their last six.</summary>
internal sealed class SerialNumbers(SeededRandom random)
{
    private const string Prefix = "0117C6";
    private const uint TailMask = 0xFF_FFFF;

    private readonly uint _batch = (uint)random.Bits() & 0xFFFF;
    private readonly uint _origin = (uint)random.Bits();

    // An odd step visits every one of the 2^24 tails before it meets one again.
    private readonly uint _step = (uint)random.Bits() | 1;

    public string At(int index)
    {
        var tail = (_origin + ((uint)index * _step)) & TailMask;
        return string.Create(CultureInfo.InvariantCulture, $"{Prefix}{_batch:X4}{tail:X6}");
    }
}
