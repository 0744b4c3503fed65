using Microsoft.AspNetCore.Components;
using Microsoft.AspNetCore.Components.Web;
using Sensoro.Dashboard.Components.Devices;
using Sensoro.Dashboard.Storage;
using Sensoro.Domain.Devices;

namespace Sensoro.Dashboard.Components.Labels;

/// <summary>Gives one device its name and tags. The page shows them when the change comes back through the feed, like every other page.</summary>
public sealed partial class LabelEditor
{
    private ElementReference _first;
    private string _name = "";
    private string _tags = "";
    private string? _fault;
    private bool _saving;

    [Inject]
    public required LabelChange Change { get; set; }

    [Parameter, EditorRequired]
    public required DeviceSnapshot Device { get; set; }

    [Parameter, EditorRequired]
    public EventCallback OnClose { get; set; }

    protected override void OnInitialized() => (_name, _tags) = (Device.Name ?? "", string.Join(", ", Device.Tags));

    protected override async Task OnAfterRenderAsync(bool firstRender)
    {
        if (firstRender)
        {
            await Focus.TryAsync(_first);
        }
    }

    private async Task SaveAsync()
    {
        _fault = LabelFaults.Text(DeviceLabels.TryCreate(_name, DeviceLabels.SplitTags(_tags), out var labels), Texts);
        if (_fault is not null)
        {
            return;
        }

        _saving = true;
        var edit = new DeviceEdit(Device.Sn) { Labels = labels };
        var isStored = await Change.MakeAsync(edits => edits.ApplyAsync([edit], CancellationToken.None), _ => Texts["Stored"]);
        _saving = false;
        if (isStored)
        {
            await OnClose.InvokeAsync();
        }
    }

    private Task KeyAsync(KeyboardEventArgs key) => key.Key == "Escape" ? OnClose.InvokeAsync() : Task.CompletedTask;
}
