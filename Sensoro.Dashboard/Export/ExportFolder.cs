using System.Text.Json;
using Microsoft.Extensions.Options;
using Sensoro.Dashboard.Storage;

namespace Sensoro.Dashboard.Export;

/// <summary>The files: a finished export with a note beside it that says what it is, or a part of one that is being written.</summary>
internal sealed class ExportFolder(IOptions<StorageOptions> storage, ILogger<ExportFolder> logger)
{
    private const string NoteExtension = ".json";
    private const string PartExtension = ".part";

    public string Path { get; } = System.IO.Path.Combine(storage.Value.DataDirectory, "exports");

    public string FileOf(ExportRecord record) => In(record.Id + "." + record.Request.Extension);

    public string PartOf(ExportRecord record) => In(record.Id + PartExtension);

    /// <summary>Makes the folder and reads the notes; what cannot be read is left alone, parts are remains and go.</summary>
    public IReadOnlyList<ExportRecord> Load()
    {
        Directory.CreateDirectory(Path);
        foreach (var part in Directory.EnumerateFiles(Path, "*" + PartExtension))
        {
            Delete(part);
        }

        return [.. Directory.EnumerateFiles(Path, "*" + NoteExtension).Select(Read).OfType<ExportRecord>()];
    }

    /// <summary>Keeps the note. A disk too full for it does not stop the export: the note only serves the next start.</summary>
    public void Save(ExportRecord record)
    {
        var note = In(record.Id + NoteExtension);
        try
        {
            File.WriteAllBytes(note + PartExtension, JsonSerializer.SerializeToUtf8Bytes(record, ExportJson.Default.ExportRecord));
            File.Move(note + PartExtension, note, overwrite: true);
        }
        catch (Exception error) when (error is IOException or UnauthorizedAccessException)
        {
            Log.NoteNotWritten(logger, error);
            Delete(note + PartExtension);
        }
    }

    /// <summary>Removes everything of an export.</summary>
    public void Delete(ExportRecord record)
    {
        Delete(FileOf(record));
        Delete(PartOf(record));
        Delete(In(record.Id + NoteExtension));
    }

    public void Delete(string file)
    {
        try
        {
            File.Delete(file);
        }
        catch (Exception error) when (error is IOException or UnauthorizedAccessException)
        {
            Log.FileNotDeleted(logger, error);
        }
    }

    private string In(string name) => System.IO.Path.Combine(Path, name);

    private ExportRecord? Read(string note)
    {
        try
        {
            return JsonSerializer.Deserialize(File.ReadAllBytes(note), ExportJson.Default.ExportRecord);
        }
        catch (Exception error) when (error is JsonException or IOException or UnauthorizedAccessException)
        {
            Log.NoteUnreadable(logger, error);
            return null;
        }
    }
}
