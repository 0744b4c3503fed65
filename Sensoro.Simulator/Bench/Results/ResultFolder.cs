using System.Globalization;
using System.Text.Json;
using Sensoro.Simulator.Bench.Servers;

namespace Sensoro.Simulator.Bench.Results;

/// <summary>The results that are kept with the source, one dated file for each measurement.</summary>
internal sealed class ResultFolder(string path)
{
    public const string PathInSolution = "Sensoro.Simulator/Results";

    /// <exception cref="BenchException">This program does not run from its source.</exception>
    public static ResultFolder OfSource() => new(Path.Combine(
        DashboardBuild.SolutionFolder() ?? throw new BenchException("--save: this program does not run from its source; use --json FILE."), PathInSolution));

    public static void Write(BenchResult result, string file)
    {
        if (Path.GetDirectoryName(Path.GetFullPath(file)) is { } folder)
        {
            Directory.CreateDirectory(folder);
        }

        File.WriteAllText(file, JsonSerializer.Serialize(result, BenchJson.Indented.BenchResult) + "\n");
    }

    public static BenchResult Read(string file) =>
        JsonSerializer.Deserialize(File.ReadAllText(file), BenchJson.Indented.BenchResult) ?? throw new BenchException($"{file} holds no result.");

    /// <summary>The name says the day and what was measured; a second one of the same day replaces the first.</summary>
    public string FileOf(BenchResult result) => Path.Combine(
        path, string.Create(CultureInfo.InvariantCulture, $"{result.Origin.At:yyyy-MM-dd}-{result.Kind.ToString().ToLowerInvariant()}.json"));

    /// <summary>The newest of each kind, with the name of its file, in the order of the kinds.</summary>
    public IReadOnlyList<(string File, BenchResult Result)> Newest() => !Directory.Exists(path)
        ? []
        :
        [
            .. Directory.EnumerateFiles(path, "*.json")
                .Select(static file => (File: Path.GetFileName(file), Result: Read(file)))
                .GroupBy(static found => found.Result.Kind)
                .OrderBy(static kind => kind.Key)
                .Select(static kind => kind.MaxBy(static found => found.Result.Origin.At)),
        ];
}
