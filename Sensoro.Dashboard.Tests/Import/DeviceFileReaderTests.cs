using System.Globalization;
using System.Text;
using Sensoro.Dashboard.Import;
using Sensoro.Dashboard.Storage;
using Sensoro.Domain.Devices;

namespace Sensoro.Dashboard.Tests.Import;

/// <summary>Files of devices as people's spreadsheets write them.</summary>
public sealed class DeviceFileReaderTests
{
    private static readonly Encoding Gb18030 = CodePagesEncodingProvider.Instance.GetEncoding("GB18030") ?? Encoding.UTF8;

    public static TheoryData<string, byte[]> SameFiles() => new()
    {
        { "commas", Encoding.UTF8.GetBytes("sn,name,tags,lon,lat\nA1,冷库 4,夜间; cold,121.4737,31.2304\n") },
        { "byte order mark and CRLF", [.. Encoding.UTF8.Preamble, .. Encoding.UTF8.GetBytes("SN,Name,Tags,Longitude,Latitude\r\nA1,冷库 4,\"夜间, cold\",121.4737,31.2304\r\n")] },
        { "semicolons", Encoding.UTF8.GetBytes("sn;name;tags;lng;lat\nA1;冷库 4;夜间,cold;121.4737;31.2304") },
        { "Excel's hint", Encoding.UTF8.GetBytes("sep=;\nsn;name;tags;lon;lat\nA1;冷库 4;\"夜间;cold\";121.4737;31.2304") },
        { "tabs, another order", Encoding.UTF8.GetBytes("lat\tlon\ttags\tname\tsn\n31.2304\t121.4737\t夜间、cold\t冷库 4\tA1\n") },
        { "Chinese headings in GB 18030", Gb18030.GetBytes("设备编号,设备名称,标签,经度,纬度\r\nA1,冷库 4,夜间；cold,121.4737,31.2304\r\n") },
        { "UTF-16", [.. Encoding.Unicode.Preamble, .. Encoding.Unicode.GetBytes("sn,name,tags,lon,lat\nA1,冷库 4,夜间;cold,121.4737,31.2304\n")] },
        { "blank lines and blanks around", Encoding.UTF8.GetBytes("\n sn , name , tags , lon , lat \n\n , , , , \n A1 , 冷库 4 , 夜间 ; cold , 121.4737 , 31.2304 \n,,,,\n") },
    };

    [Theory]
    [MemberData(nameof(SameFiles))]
    public void File_InAnyDress_SaysTheSame(string dress, byte[] bytes)
    {
        var file = DeviceFileReader.Read(bytes);

        Assert.True(file.IsUsable, $"{dress}: {file.Fault}, {string.Join(' ', file.Wrong)}");
        var line = Assert.Single(file.Lines);
        Assert.Equal(("A1", "冷库 4", "夜间|cold"), (line.Sn, line.Name, string.Join('|', line.Tags ?? [])));
        Assert.Equal(new GeoPoint(121.4737, 31.2304), line.Place);
    }

    [Theory]
    [InlineData("A1,,,,,", "A1||null|null|null")]
    [InlineData("A1,\"a \"\"b\"\", c\",,,,", "A1|a \"b\", c|null|null|null")]
    [InlineData("A1,'=1+1,,,,", "A1|=1+1|null|null|null")]
    [InlineData("A1,'s Hof,,,,", "A1|'s Hof|null|null|null")]
    [InlineData("A1,,,116.5,-3,gcj02", "A1||null|116.5 -3|Gcj02")]
    [InlineData("A1,,,1,2,BD 09", "A1||null|1 2|Bd09")]
    [InlineData("A1", "A1||null|null|null")]
    public void Line_ThatIsGood_IsTakenAsItStands(string line, string expected)
    {
        var read = Assert.Single(Read(line).Lines);

        Assert.Equal(expected, string.Join('|', read.Sn, read.Name, read.Tags is null ? "null" : string.Join('+', read.Tags), Place(read.Place), read.Datum?.ToString() ?? "null"));
    }

    [Theory]
    [InlineData(",Name,,,,", DeviceLineFault.NoSn)]
    [InlineData("LONG,,,,,", DeviceLineFault.SnTooLong)]
    [InlineData("a0,again,,,,", DeviceLineFault.Repeated)]
    [InlineData("A1,LONG,,,,", DeviceLineFault.NameTooLong)]
    [InlineData("A1,,LONG,,,", DeviceLineFault.TagTooLong)]
    [InlineData("A1,,1;2;3;4;5;6;7;8;9;10;11;12;13;14;15;16;17;18;19;20;21,,,", DeviceLineFault.TooManyTags)]
    [InlineData("A1,,,116.4,,", DeviceLineFault.NoPlace)]
    [InlineData("A1,,,east,39.9,", DeviceLineFault.NoPlace)]
    [InlineData("A1,,,181,39.9,", DeviceLineFault.NoPlace)]
    [InlineData("A1,,,NaN,39.9,", DeviceLineFault.NoPlace)]
    [InlineData("A1,,,116.4,39.9,ETRS89", DeviceLineFault.NoDatum)]
    [InlineData("A1,\"open,,,,", DeviceLineFault.BadQuotes)]
    [InlineData("A1,\"shut\"more,,,,", DeviceLineFault.BadQuotes)]
    [InlineData("A1,Hall, B,,,,,more", DeviceLineFault.TooManyCells)]
    public void Line_ThatIsWrong_IsNamedAndSparesTheOthers(string line, DeviceLineFault expected)
    {
        var file = Read("A0,,,,,", line.Replace("LONG", new string('x', 101), StringComparison.Ordinal), "A2,fine,,,,");

        Assert.False(file.IsUsable);
        Assert.Equal((3L, expected), file.Wrong.Select(static wrong => (wrong.Number, wrong.Fault)).Single());
        Assert.Equal(["A0", "A2"], file.Lines.Select(static good => good.Sn), StringComparer.Ordinal);
    }

    [Theory]
    [InlineData("", DeviceFileFault.Empty)]
    [InlineData("sn,name\n\n", DeviceFileFault.Empty)]
    [InlineData("name,tags\nHall,a\n", DeviceFileFault.NoSnColumn)]
    [InlineData("PK\u0003\u0004\0\0xl/worksheets", DeviceFileFault.NotText)]
    public void File_ThatIsNone_SaysWhy(string text, DeviceFileFault expected) =>
        Assert.Equal(expected, DeviceFileReader.Read(Encoding.UTF8.GetBytes(text)).Fault);

    [Fact]
    public void File_WithMoreLinesThanOneChangeMayHave_IsRefused()
    {
        var text = "sn\n" + string.Join('\n', Enumerable.Range(0, DeviceEdits.MostAtOnce + 1).Select(static i => $"S{i}"));

        Assert.Equal(DeviceFileFault.TooManyLines, DeviceFileReader.Read(Encoding.UTF8.GetBytes(text)).Fault);
    }

    [Fact]
    public void Columns_ThatSayNothing_AreNamed() =>
        Assert.Equal(["floor"], DeviceFileReader.Read("sn,type,floor\nA1,leak,3\n"u8).UnknownColumns, StringComparer.Ordinal);

    private static DeviceFile Read(params string[] lines) =>
        DeviceFileReader.Read(Encoding.UTF8.GetBytes("sn,name,tags,lon,lat,datum\n" + string.Join('\n', lines) + "\n"));

    private static string Place(GeoPoint? place) => place is { } point ? string.Create(CultureInfo.InvariantCulture, $"{point.Longitude} {point.Latitude}") : "null";
}
