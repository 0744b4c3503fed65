using System.IO.Compression;
using System.Text;
using Sensoro.Dashboard.Import;

namespace Sensoro.Dashboard.Tests.Import;

/// <summary>Files made to unfold in memory are refused as what they are: no list of devices. Nothing in them is unpacked or resolved.</summary>
public sealed class BombTests
{
    private const long Room = 200L << 20;

    [Fact]
    public void Read_OfASpreadsheetFile_IsRefusedUnopened()
    {
        using var file = new MemoryStream();
        using (var archive = new ZipArchive(file, ZipArchiveMode.Create, leaveOpen: true))
        {
            using var sheet = archive.CreateEntry("xl/worksheets/sheet1.xml", CompressionLevel.SmallestSize).Open();
            var zeros = new byte[1 << 20];
            for (var i = 0; i < 64; i++)
            {
                sheet.Write(zeros);
            }
        }

        var read = Measure(() => DeviceFileReader.Read(file.ToArray()));

        Assert.NotEqual(DeviceFileFault.None, read.Fault);
    }

    [Fact]
    public void Read_OfXmlThatExpands_TakesItAsTextWithoutColumns()
    {
        var entities = string.Join('\n', Enumerable.Range(1, 9).Select(static level => $"<!ENTITY e{level} \"{string.Concat(Enumerable.Repeat($"&e{level - 1};", 10))}\">"));
        var xml = $"<?xml version=\"1.0\"?>\n<!DOCTYPE x [<!ENTITY e0 \"ha\">\n<!ENTITY f SYSTEM \"file:///etc/passwd\">\n{entities}]>\n<x>&e9;&f;</x>";

        var read = Measure(() => DeviceFileReader.Read(Encoding.UTF8.GetBytes(xml)));

        Assert.False(read.IsUsable);
        Assert.Empty(read.Lines);
    }

    [Fact]
    public void Read_OfOneEndlessLine_IsRefusedWithinItsOwnSize()
    {
        var bytes = new byte[DeviceFile.MostBytes];
        Array.Fill(bytes, (byte)',');

        var read = Measure(() => DeviceFileReader.Read(bytes));

        Assert.False(read.IsUsable);
    }

    /// <summary>What is allocated on the way stays near the size of the file.</summary>
    private static DeviceFile Measure(Func<DeviceFile> read)
    {
        var before = GC.GetAllocatedBytesForCurrentThread();
        var file = read();
        Assert.InRange(GC.GetAllocatedBytesForCurrentThread() - before, 0, Room);
        return file;
    }
}
