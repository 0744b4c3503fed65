namespace Sensoro.Simulator.Bench.Servers;

/// <summary>A folder for the files of one measurement, gone afterwards.</summary>
internal sealed class BenchFolder : IDisposable
{
    private readonly DirectoryInfo _folder = Directory.CreateTempSubdirectory("sensoro-bench-");

    public string Path => _folder.FullName;

    public string LogFile => System.IO.Path.Combine(Path, "log.db");

    public string StateFile => System.IO.Path.Combine(Path, "sensoro.db");

    public void Dispose()
    {
        try
        {
            _folder.Delete(recursive: true);
        }
        catch (IOException)
        {
            // A file is still open somewhere: the system's own clean-up of temporary files takes it.
        }
    }
}
