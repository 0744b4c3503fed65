using System.Diagnostics;
using Sensoro.Simulator.Bench;
using Sensoro.Simulator.Bench.Servers;

namespace Sensoro.Simulator.Torture.Layers;

/// <summary>
/// A small library in C that is loaded between a program and the C library. It is kept as source in this assembly and compiled
/// where it runs.
/// </summary>
internal static class Layer
{
    public const string ForgetfulDisk = "forgetful_disk";
    public const string JumpingClock = "jumping_clock";

    /// <summary>Compiles a layer and returns the library.</summary>
    /// <param name="name">One of the names of this class.</param>
    /// <param name="folder">Where it is put.</param>
    /// <exception cref="BenchException">This machine cannot compile it.</exception>
    public static async Task<string> BuildAsync(string name, string folder, CancellationToken cancellationToken)
    {
        Requirement.Linux("a library in front of the C library");
        var compiler = Requirement.Program("cc", "gcc libc6-dev");
        var (source, library) = (Path.Combine(folder, $"{name}.c"), Path.Combine(folder, $"{name}.so"));
        await WriteSourceAsync(name, source, cancellationToken);
        var start = new ProcessStartInfo(compiler, ["-O2", "-Wall", "-Wextra", "-fPIC", "-shared", "-pthread", "-o", library, source, "-ldl"]) { RedirectStandardError = true, UseShellExecute = false };
        using var compile = Process.Start(start) ?? throw new BenchException($"{compiler} cannot be started.");
        var said = await compile.StandardError.ReadToEndAsync(cancellationToken);
        await compile.WaitForExitAsync(cancellationToken);
        return compile.ExitCode == 0 ? library : throw new BenchException($"{compiler} does not compile {name}.c: {said.Trim().ReplaceLineEndings(" ")}");
    }

    /// <summary>The surroundings in which a dashboard runs on a layer.</summary>
    public static Surroundings Under(string library, params IEnumerable<KeyValuePair<string, string>> settings) =>
        new() { Variables = [new("LD_PRELOAD", library), .. settings] };

    private static async Task WriteSourceAsync(string name, string path, CancellationToken cancellationToken)
    {
        await using var source = typeof(Layer).Assembly.GetManifestResourceStream($"{name}.c") ?? throw new BenchException($"This build does not contain {name}.c.");
        await using var file = File.Create(path);
        await source.CopyToAsync(file, cancellationToken);
    }
}
