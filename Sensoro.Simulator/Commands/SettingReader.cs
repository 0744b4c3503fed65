using System.CommandLine;
using System.Globalization;

namespace Sensoro.Simulator.Commands;

/// <summary>Reads the settings of one command line and remembers the first that is wrong.</summary>
internal sealed class SettingReader(ParseResult arguments)
{
    /// <summary>The line to show; null while everything makes sense.</summary>
    public string? Fault { get; private set; }

    /// <summary>A text that has to be there.</summary>
    public string Required(Setting setting, Func<string, bool> isAccepted)
    {
        var text = arguments.GetValue(setting);
        if (text is null)
        {
            Refuse(setting, "it is missing");
        }
        else if (!isAccepted(text))
        {
            Refuse(setting, Described(setting, text));
        }

        return text ?? string.Empty;
    }

    /// <summary>A text that may be left out.</summary>
    public string Optional(Setting setting, string otherwise) =>
        arguments.GetValue(setting) is null ? otherwise : Required(setting, static text => !string.IsNullOrWhiteSpace(text));

    /// <summary>A number within bounds.</summary>
    public double Number(Setting setting, double low, double high, double otherwise)
    {
        var text = arguments.GetValue(setting);
        return text is null ? otherwise : Parse(setting, text, low, high, otherwise);
    }

    /// <summary>A whole number within bounds.</summary>
    public int Whole(Setting setting, int low, int high, int otherwise)
    {
        var number = Number(setting, low, high, otherwise);
        if (number != Math.Floor(number))
        {
            Refuse(setting, Described(setting, arguments.GetValue(setting)));
        }

        return (int)number;
    }

    /// <summary>A time in seconds, or null when it is left out.</summary>
    public TimeSpan? Seconds(Setting setting, double low, double high) =>
        arguments.GetValue(setting) is { } text ? TimeSpan.FromSeconds(Parse(setting, text, low, high, low)) : null;

    public void Refuse(Setting setting, string reason) => Fault ??= setting.Fault(reason);

    private static string Described(Setting setting, string? text) =>
        setting.IsSecret ? "the value is not one" : $"'{text}' is not accepted";

    private double Parse(Setting setting, string text, double low, double high, double otherwise)
    {
        const NumberStyles Plain = NumberStyles.AllowLeadingSign | NumberStyles.AllowDecimalPoint;
        if (double.TryParse(text, Plain, CultureInfo.InvariantCulture, out var number) && number >= low && number <= high)
        {
            return number;
        }

        Refuse(setting, Described(setting, text));
        return otherwise;
    }
}
