using System.Collections;
using System.Globalization;
using System.Text.RegularExpressions;
using QRCoder;
using Sensoro.Dashboard.Components.QrLabels;

namespace Sensoro.Dashboard.Tests.Components.QrLabels;

public sealed partial class QrDrawingTests
{
    [Theory]
    [InlineData("http://192.168.1.20:5080/d/0117C5971A02F3E8")]
    [InlineData("https://sensors.example.com/d/A%2FB%20%E5%86%B7")]
    public void Path_DrawnAgainModuleByModule_IsTheCode(string text)
    {
        var drawing = Assert.IsType<QrDrawing>(QrDrawing.Of(text));
        using var code = QRCodeGenerator.GenerateQrCode(text, QRCodeGenerator.ECCLevel.M);

        Assert.Equal(code.ModuleMatrix.Count, drawing.Size);
        Assert.Equal(code.ModuleMatrix.Select(static row => row.Cast<bool>()), Modules(drawing).Select(static row => row.Cast<bool>()));
    }

    [Fact]
    public void Of_ATextThatNoCameraWouldReadFromALabel_IsNothing() => Assert.Null(QrDrawing.Of(new string('A', 5_000)));

    private static List<BitArray> Modules(QrDrawing drawing)
    {
        var rows = Enumerable.Range(0, drawing.Size).Select(_ => new BitArray(drawing.Size)).ToList();
        foreach (Match stroke in Stroke().Matches(drawing.Path))
        {
            for (var i = 0; i < Number(stroke, "length"); i++)
            {
                rows[Number(stroke, "y")][Number(stroke, "x") + i] = true;
            }
        }

        return rows;
    }

    private static int Number(Match stroke, string group) => int.Parse(stroke.Groups[group].Value, CultureInfo.InvariantCulture);

    [GeneratedRegex(@"M(?<x>\d+) (?<y>\d+)\.5h(?<length>\d+)", RegexOptions.ExplicitCapture, matchTimeoutMilliseconds: 1_000)]
    private static partial Regex Stroke();
}
