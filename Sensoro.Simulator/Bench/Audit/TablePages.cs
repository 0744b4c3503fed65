using System.Buffers.Binary;
using Microsoft.Win32.SafeHandles;

namespace Sensoro.Simulator.Bench.Audit;

/// <summary>
/// Counts the pages of one B-tree by walking it, after the file format at https://sqlite.org/fileformat2.html (1.6): the library in
/// use has no dbstat table. Pages that hold the rest of very long rows are not counted; a push has none.
/// </summary>
internal static class TablePages
{
    private const int PageSizeAt = 16;
    private const int FileHeader = 100;
    private const int InteriorHeader = 12;
    private const byte InteriorIndex = 2;
    private const byte InteriorTable = 5;

    public static long Count(string path, long root)
    {
        using var file = File.OpenHandle(path, FileMode.Open, FileAccess.Read, FileShare.ReadWrite);
        Span<byte> size = stackalloc byte[sizeof(ushort)];
        RandomAccess.Read(file, size, PageSizeAt);
        var stated = BinaryPrimitives.ReadUInt16BigEndian(size);
        var page = new byte[stated == 1 ? 65_536 : stated];
        long pages = 0;
        for (var open = new Stack<long>([root]); open.TryPop(out var number); pages++)
        {
            PushChildren(file, number, page, open);
        }

        return pages;
    }

    private static void PushChildren(SafeFileHandle file, long number, byte[] page, Stack<long> open)
    {
        var start = number == 1 ? FileHeader : 0;
        RandomAccess.Read(file, page.AsSpan(0, start + InteriorHeader), (number - 1) * page.Length);
        if (page[start] is not (InteriorIndex or InteriorTable))
        {
            return;
        }

        RandomAccess.Read(file, page, (number - 1) * page.Length);
        open.Push(BinaryPrimitives.ReadUInt32BigEndian(page.AsSpan(start + 8)));
        var cells = BinaryPrimitives.ReadUInt16BigEndian(page.AsSpan(start + 3));
        for (var cell = 0; cell < cells; cell++)
        {
            var at = BinaryPrimitives.ReadUInt16BigEndian(page.AsSpan(start + InteriorHeader + (cell * sizeof(ushort))));
            open.Push(BinaryPrimitives.ReadUInt32BigEndian(page.AsSpan(at)));
        }
    }
}
