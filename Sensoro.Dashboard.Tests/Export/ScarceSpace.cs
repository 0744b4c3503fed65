using Sensoro.Dashboard.Storage;

namespace Sensoro.Dashboard.Tests.Export;

/// <summary>A disk that is full from the given look on.</summary>
internal sealed class ScarceSpace(int plentifulLooks) : FreeSpace
{
    private int _looks;

    public override long Of(string folder) => Interlocked.Increment(ref _looks) > plentifulLooks ? 0 : long.MaxValue / 2;
}
