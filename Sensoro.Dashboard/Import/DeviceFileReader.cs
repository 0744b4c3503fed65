using System.Globalization;
using CsvHelper;
using Sensoro.Dashboard.Storage;
using Sensoro.Domain.Devices;

namespace Sensoro.Dashboard.Import;

/// <summary>
/// Reads a list of devices as spreadsheets write it: a header, then SN and what is to be said of it (name, tags, longitude and latitude
/// with their datum), in any order, between commas, semicolons or tabs.
/// </summary>
public sealed class DeviceFileReader
{
    private static readonly string[] SnHeadings = ["sn", "serial number", "设备编号", "设备SN", "序列号"];
    private static readonly string[] NameHeadings = ["name", "名称", "设备名称"];
    private static readonly string[] TagHeadings = ["tags", "tag", "标签"];
    private static readonly string[] LongitudeHeadings = ["lon", "lng", "longitude", "经度"];
    private static readonly string[] LatitudeHeadings = ["lat", "latitude", "纬度"];
    private static readonly string[] DatumHeadings = ["datum", "坐标系"];

    /// <summary>Headings of the list as this program writes it that are for the reader alone.</summary>
    private static readonly string[] PassedOver = ["type", "status", "last_message"];

    /// <summary>Characters of a line: many times what its cells may hold together.</summary>
    private const int LongestLine = 32_000;

    private readonly CsvReader _csv;
    private readonly int _sn;
    private readonly int _name;
    private readonly int _tags;
    private readonly int _longitude;
    private readonly int _latitude;
    private readonly int _datum;
    private readonly HashSet<string> _seen = new(StringComparer.OrdinalIgnoreCase);
    private readonly HashSet<long> _badQuotes;

    private DeviceFileReader(CsvReader csv, HashSet<long> badQuotes)
    {
        (_csv, _badQuotes) = (csv, badQuotes);
        (_sn, _name, _tags) = (Column(SnHeadings), Column(NameHeadings), Column(TagHeadings));
        (_longitude, _latitude, _datum) = (Column(LongitudeHeadings), Column(LatitudeHeadings), Column(DatumHeadings));
    }

    public static DeviceFile Read(ReadOnlySpan<byte> bytes)
    {
        if (FileText.Read(bytes) is not { } text || HasEndlessLine(text))
        {
            return new DeviceFile { Fault = DeviceFileFault.NotText };
        }

        var badQuotes = new HashSet<long>();
        using var csv = CsvReader.FromText(text, CsvReaderOptions.Default with
        {
            TrimWhitespace = true,
            TrackLineNumbers = true,
            FormatProvider = CultureInfo.InvariantCulture,

            // One bad quotation mark must not swallow the rest of the file: each line is judged by itself.
            AllowLineBreaksInQuotes = false,
            OnMalformedRecord = record => badQuotes.Add(record.LineNumber),
        });
        return new DeviceFileReader(csv, badQuotes).Read();
    }

    /// <summary>Eight million commas are a small file, and eight million cells.</summary>
    private static bool HasEndlessLine(string text)
    {
        foreach (var line in text.AsSpan().EnumerateLines())
        {
            if (line.Length > LongestLine)
            {
                return true;
            }
        }

        return false;
    }

    private DeviceFile Read()
    {
        if (_sn < 0)
        {
            return new DeviceFile { Fault = _csv.Headers.Count == 0 ? DeviceFileFault.Empty : DeviceFileFault.NoSnColumn };
        }

        var (lines, wrong) = (new List<DeviceLine>(), new List<WrongLine>());
        while (_csv.Read())
        {
            if (IsBlank())
            {
                continue;
            }

            if (lines.Count + wrong.Count == DeviceEdits.MostAtOnce)
            {
                return new DeviceFile { Fault = DeviceFileFault.TooManyLines };
            }

            if (ReadLine(out var line) is { } fault)
            {
                wrong.Add(fault);
            }
            else if (line is not null)
            {
                lines.Add(line);
            }
        }

        return new DeviceFile
        {
            Fault = lines.Count + wrong.Count == 0 ? DeviceFileFault.Empty : DeviceFileFault.None,
            Lines = lines,
            Wrong = wrong,
            UnknownColumns = [.. UnknownHeadings()],
        };
    }

    private WrongLine? ReadLine(out DeviceLine? line)
    {
        line = null;
        var (sn, name, tags) = (Cell(_sn), Cell(_name), Cell(_tags));
        var (longitude, latitude, datumText) = (Cell(_longitude), Cell(_latitude), Cell(_datum));
        WrongLine Wrong(DeviceLineFault fault, string text) => new(_csv.LineNumber, sn, fault, text);
        if (_badQuotes.Contains(_csv.LineNumber))
        {
            return Wrong(DeviceLineFault.BadQuotes, System.Text.Encoding.UTF8.GetString(_csv.RawRecord));
        }

        if (_csv.FieldCount > _csv.Headers.Count && Enumerable.Range(_csv.Headers.Count, _csv.FieldCount - _csv.Headers.Count).Any(extra => Cell(extra).Length > 0))
        {
            return Wrong(DeviceLineFault.TooManyCells, System.Text.Encoding.UTF8.GetString(_csv.RawRecord));
        }

        if (sn.Length is 0 or > DeviceFile.LongestSn)
        {
            return Wrong(sn.Length == 0 ? DeviceLineFault.NoSn : DeviceLineFault.SnTooLong, sn);
        }

        if (!_seen.Add(sn))
        {
            return Wrong(DeviceLineFault.Repeated, sn);
        }

        var wanted = DeviceLabels.SplitTags(tags);
        var labelFault = DeviceLabels.TryCreate(name, wanted, out var labels);
        if (labelFault != LabelFault.None)
        {
            return Wrong(Fault(labelFault), labelFault == LabelFault.NameTooLong ? name : tags);
        }

        GeoPoint point = default;
        var isPlaced = longitude.Length + latitude.Length > 0;
        if (isPlaced && !(TryDegrees(longitude, out var x) && TryDegrees(latitude, out var y) && GeoPoint.TryCreate(x, y, out point)))
        {
            return Wrong(DeviceLineFault.NoPlace, $"{longitude}, {latitude}");
        }

        var datum = default(CoordinateSystem);
        if (datumText.Length > 0 && !CoordinateSystems.TryParse(datumText, out datum))
        {
            return Wrong(DeviceLineFault.NoDatum, datumText);
        }

        line = new DeviceLine(_csv.LineNumber, sn, labels.Name, wanted.Count == 0 ? null : labels.Tags, isPlaced ? point : null, datumText.Length > 0 ? datum : null);
        return null;
    }

    private static DeviceLineFault Fault(LabelFault fault) => fault switch
    {
        LabelFault.NameTooLong => DeviceLineFault.NameTooLong,
        LabelFault.TagTooLong => DeviceLineFault.TagTooLong,
        LabelFault.TooManyTags => DeviceLineFault.TooManyTags,
        LabelFault.None => DeviceLineFault.None,
    };

    private static bool TryDegrees(string text, out double degrees) =>
        double.TryParse(text, NumberStyles.AllowLeadingSign | NumberStyles.AllowDecimalPoint, CultureInfo.InvariantCulture, out degrees);

    private IEnumerable<string> UnknownHeadings()
    {
        string[][] known = [SnHeadings, NameHeadings, TagHeadings, LongitudeHeadings, LatitudeHeadings, DatumHeadings, PassedOver];
        return _csv.Headers.Select(static heading => heading.Trim())
            .Where(heading => heading.Length > 0 && !known.Any(headings => headings.Contains(heading, StringComparer.OrdinalIgnoreCase)));
    }

    private int Column(string[] headings)
    {
        foreach (var heading in headings)
        {
            if (_csv.TryGetFieldIndex(heading, out var index))
            {
                return index;
            }
        }

        return -1;
    }

    /// <summary>A cell without blanks around it and without the mark by which spreadsheets know a text; empty when the line has none.</summary>
    private string Cell(int column)
    {
        var text = column < 0 || column >= _csv.FieldCount ? "" : _csv.GetString(column).Trim();
        return text is ['\'', '=' or '+' or '-' or '@' or '＝' or '＋' or '－' or '＠', ..] ? text[1..] : text;
    }

    private bool IsBlank()
    {
        for (var column = 0; column < _csv.FieldCount; column++)
        {
            if (Cell(column).Length > 0)
            {
                return false;
            }
        }

        return true;
    }
}
