using System.Globalization;
using System.Text;
using QRCoder;

namespace Sensoro.Dashboard.Components.QrLabels;

/// <summary>A QR code as strokes of one path: each run of dark modules of a row is a stroke as thick as a module.</summary>
/// <param name="Size">Modules of a side, the light border included.</param>
/// <param name="Path">The <c>d</c> of an SVG path.</param>
internal sealed record QrDrawing(int Size, string Path)
{
    /// <summary>More makes the modules of a label too small for the camera of a phone.</summary>
    private const int LongestText = 300;

    /// <summary>Draws a text; null when it is too long for a code that can be read from a label. A seventh of the code may be scratched.</summary>
    public static QrDrawing? Of(string text)
    {
        if (text.Length > LongestText)
        {
            return null;
        }

        using var code = QRCodeGenerator.GenerateQrCode(text, QRCodeGenerator.ECCLevel.M);
        var path = new StringBuilder();
        foreach (var (y, row) in code.ModuleMatrix.Index())
        {
            for (var x = 0; x < row.Length; x++)
            {
                var start = x;
                while (x < row.Length && row[x])
                {
                    x++;
                }

                if (x > start)
                {
                    path.Append(CultureInfo.InvariantCulture, $"M{start} {y}.5h{x - start}");
                }
            }
        }

        return new QrDrawing(code.ModuleMatrix.Count, path.ToString());
    }
}
