using Sensoro.Simulator.Bench;

namespace Sensoro.Simulator.Torture.Layers;

/// <summary>What a fault needs of the machine; what is missing is named.</summary>
internal static class Requirement
{
    /// <summary>The path of a program.</summary>
    /// <param name="name">The program.</param>
    /// <param name="packages">The Debian packages that bring it.</param>
    /// <exception cref="BenchException">It is not installed.</exception>
    public static string Program(string name, string packages) =>
        (Environment.GetEnvironmentVariable("PATH") ?? "").Split(Path.PathSeparator).Select(folder => Path.Combine(folder, name)).FirstOrDefault(File.Exists)
        ?? throw new BenchException($"This fault needs {name}, which is not installed (Debian: apt-get install {packages}).");

    /// <exception cref="BenchException">This is another system.</exception>
    public static void Linux(string what)
    {
        if (!OperatingSystem.IsLinux())
        {
            throw new BenchException($"This fault needs {what}, which there is on Linux only.");
        }
    }

    /// <exception cref="BenchException">This process belongs to somebody else.</exception>
    public static void Root(string what)
    {
        if (!Environment.IsPrivilegedProcess)
        {
            throw new BenchException($"This fault needs {what}, for which one has to be root.");
        }
    }
}
