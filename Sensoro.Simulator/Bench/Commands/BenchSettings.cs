using System.CommandLine;
using System.Globalization;
using Sensoro.Simulator.Commands;

namespace Sensoro.Simulator.Bench.Commands;

/// <summary>The options that every measurement has: what to measure and where to keep the result.</summary>
internal sealed class BenchSettings
{
    private readonly Setting _app = new("--app", "The Sensoro.Dashboard.dll to measure (default: the Release build of this source).", "a path to an assembly of a Release build");
    private readonly Setting _json = new("--json", "Writes the result to this file.", "a path");
    private readonly Option<bool> _save = new("--save") { Description = "Writes the result to a dated file in Sensoro.Simulator/Results." };
    private readonly Option<bool> _anyBuild = new("--any-build") { Description = "Measures a Debug build, too.", Hidden = true };

    public void AddTo(Command command)
    {
        command.Options.Add(_app);
        command.Options.Add(_json);
        command.Options.Add(_save);
        command.Options.Add(_anyBuild);
    }

    /// <summary>The assembly to measure; null for the default.</summary>
    public string? App(SettingReader read, ParseResult arguments)
    {
        var app = read.Optional(_app, "");
        if (app.Split('/', '\\').Contains("Debug", StringComparer.OrdinalIgnoreCase) && !arguments.GetValue(_anyBuild))
        {
            read.Refuse(_app, "a Debug build measures nothing");
        }

        return app.Length == 0 ? null : app;
    }

    /// <summary>The file for the result; null for none.</summary>
    public string? Json(SettingReader read) => read.Optional(_json, "") is { Length: > 0 } file ? file : null;

    public bool Save(ParseResult arguments) => arguments.GetValue(_save);

    /// <summary>What was asked for, without the paths of this machine.</summary>
    public string Describe(ParseResult arguments)
    {
        var left = new List<string>();
        for (var index = 0; index < arguments.Tokens.Count; index++)
        {
            var text = arguments.Tokens[index].Value;
            if (text == _app.Name || text == _json.Name)
            {
                index++;
            }
            else
            {
                left.Add(text);
            }
        }

        return string.Join(' ', left);
    }

    /// <summary>Whole numbers with commas between them.</summary>
    internal static IReadOnlyList<T> List<T>(SettingReader read, Setting setting, string otherwise, T low, T high)
        where T : System.Numerics.IBinaryInteger<T>
    {
        var numbers = new List<T>();
        foreach (var text in read.Optional(setting, otherwise).Split(',', StringSplitOptions.TrimEntries))
        {
            if (T.TryParse(text, NumberStyles.None, CultureInfo.InvariantCulture, out var number) && number >= low && number <= high)
            {
                numbers.Add(number);
            }
            else
            {
                read.Refuse(setting, $"'{text}' is not accepted");
            }
        }

        return numbers;
    }
}
