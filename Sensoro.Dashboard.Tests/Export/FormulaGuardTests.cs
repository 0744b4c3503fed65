using System.Globalization;
using System.Text;
using FsCheck.Xunit;
using Sensoro.Dashboard.Export;

namespace Sensoro.Dashboard.Tests.Export;

/// <summary>No text of a sender or of staff becomes a formula on somebody's desk; numbers stay numbers.</summary>
public sealed class FormulaGuardTests
{
    private const string Signs = "=+-@\t\r\uFF1D\uFF0B\uFF0D\uFF20";
    private static readonly ExportRequest Csv = new() { Content = ExportContent.Readings, From = default, To = DateTimeOffset.UnixEpoch, ZoneId = "UTC" };

    [Theory]
    [InlineData("=1+1", "'=1+1")]
    [InlineData("+86", "'+86")]
    [InlineData("-2+3", "'-2+3")]
    [InlineData("@SUM(A1)", "'@SUM(A1)")]
    [InlineData("\t=1", "'\t=1")]
    [InlineData("\r=1", "'\r=1")]
    [InlineData("  =1", "'  =1")]
    [InlineData("\uFEFF=1", "'\uFEFF=1")]
    [InlineData("＝1", "'＝1")]
    [InlineData("＠x", "'＠x")]
    [InlineData("01A2", "01A2")]
    [InlineData("a=b", "a=b")]
    [InlineData("", "")]
    public void Guard_OfText_MarksWhatCouldRun(string text, string expected) => Assert.Equal(expected, FormulaGuard.Guard(text));

    [Property(MaxTest = 500)]
    public bool Guard_OfAnyTextBehindAnySign_LeavesNoFormula(string? text, byte sign)
    {
        var guarded = FormulaGuard.Guard(Signs[sign % Signs.Length] + text);
        return guarded[0] == '\'' && guarded[1..] == Signs[sign % Signs.Length] + text;
    }

    [Property(MaxTest = 300)]
    public async Task<bool> Csv_OfAnyTextAndNumber_KeepsBothAndNoFormula(string? text, double number)
    {
        if (!double.IsFinite(number))
        {
            return true;
        }

        // What is no text at all does not come from a database.
        var sent = Encoding.UTF8.GetString(Encoding.UTF8.GetBytes(text ?? ""));
        var record = CsvRecords.Read(await WriteAsync(sent, number))[1];
        return record.Length == 3
            && record[0] == FormulaGuard.Guard(sent)
            && (record[0].Length == 0 || !Signs.Contains(record[0][0], StringComparison.Ordinal))
            && BitConverter.DoubleToInt64Bits(double.Parse(record[1], CultureInfo.InvariantCulture)) == BitConverter.DoubleToInt64Bits(number)
            && record[2] == "end";
    }

    private static async Task<byte[]> WriteAsync(string text, double number)
    {
        using var target = new MemoryStream();
        await using (var rows = new CsvRowWriter(target, Csv, [new("text"), new("number"), new("last")], null))
        {
            rows.Text(text);
            rows.Number(number);
            rows.Text("end");
            await rows.EndRowAsync(CancellationToken.None);
            await rows.EndPageAsync(CancellationToken.None);
        }

        return target.ToArray();
    }
}
