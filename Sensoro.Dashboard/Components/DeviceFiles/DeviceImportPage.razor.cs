using System.Globalization;
using Microsoft.AspNetCore.Components;
using Microsoft.AspNetCore.Components.Forms;
using Sensoro.Dashboard.Components.Labels;
using Sensoro.Dashboard.Import;
using Sensoro.Dashboard.Storage;
using Sensoro.Domain.Devices;

namespace Sensoro.Dashboard.Components.DeviceFiles;

/// <summary>
/// Takes a list of devices from a file: first it shows what every line would change, then it changes all of it at once. One wrong line
/// and nothing is changed.
/// </summary>
public sealed partial class DeviceImportPage
{
    private DeviceFile? _file;
    private IReadOnlyList<PlannedChange> _changes = [];
    private IReadOnlyList<DeviceEdit> _edits = [];
    private CoordinateSystem _datum = CoordinateSystem.Gcj02;
    private string? _name;
    private string? _refusal;
    private bool _adds = true;
    private bool _isReading;
    private bool _isStoring;
    private bool _hasFailed;
    private int _round;

    [Inject]
    public required DeviceImport Import { get; set; }

    [Inject]
    public required LabelChange Change { get; set; }

    [Inject]
    public required NavigationManager Navigation { get; set; }

    [Inject]
    public required ILogger<DeviceImportPage> Logger { get; set; }

    private static string Number(int number) => number.ToString("N0", CultureInfo.CurrentCulture);

    private int Count(PlannedChangeKind kind) => _changes.Count(change => change.Kind == kind);

    private async Task ReadAsync(InputFileChangeEventArgs chosen)
    {
        (_file, _refusal, _hasFailed, _name) = (null, null, false, chosen.File.Name);
        if (chosen.File.Size > DeviceFile.MostBytes)
        {
            _refusal = Texts["TooLarge", DeviceFile.MostBytes / (1024 * 1024)];
            return;
        }

        _isReading = true;
        try
        {
            var file = DeviceFileReader.Read(await BytesAsync(chosen.File));
            if (file.Fault == DeviceFileFault.None)
            {
                _file = file;
            }
            else
            {
                _refusal = Texts["File" + file.Fault, Number(DeviceEdits.MostAtOnce)];
            }
        }
        catch (IOException)
        {
            // The reader has gone, or took the file away while it was read.
            _refusal = Texts["Unreadable"];
        }

        _isReading = false;

        // The same file can be chosen again after it was mended.
        _round++;
        await CompareAsync();
    }

    private static async Task<byte[]> BytesAsync(IBrowserFile file)
    {
        await using var stream = file.OpenReadStream(DeviceFile.MostBytes);
        using var bytes = new MemoryStream();
        await stream.CopyToAsync(bytes);
        return bytes.ToArray();
    }

    private async Task CompareAsync()
    {
        (_hasFailed, _changes, _edits) = (false, [], []);
        if (_file is not { IsUsable: true } file)
        {
            return;
        }

        try
        {
            _changes = await Import.PlanAsync(file, _datum, _adds, CancellationToken.None);
            _edits = [.. _changes.Select(static change => change.Edit).OfType<DeviceEdit>().DistinctBy(static edit => edit.Sn, StringComparer.Ordinal)];
        }
        catch (Exception error) when (error is not OperationCanceledException)
        {
            Log.CompareFailed(Logger, error);
            _hasFailed = true;
        }
    }

    private Task DatumAsync(ChangeEventArgs change)
    {
        _datum = Enum.TryParse<CoordinateSystem>(change.Value?.ToString(), out var datum) ? datum : _datum;
        return CompareAsync();
    }

    private Task AddsAsync(ChangeEventArgs change)
    {
        _adds = change.Value is true;
        return CompareAsync();
    }

    private async Task StoreAsync()
    {
        _isStoring = true;
        var isStored = await Change.MakeAsync(edits => edits.ApplyAsync(_edits, CancellationToken.None), count => Texts[count == 1 ? "StoredOne" : "Stored", Number(count)]);
        _isStoring = false;
        if (isStored)
        {
            Navigation.NavigateTo("/devices");
        }
    }
}
