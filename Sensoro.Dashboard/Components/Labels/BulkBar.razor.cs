using System.Globalization;
using Microsoft.AspNetCore.Components;
using Sensoro.Domain.Devices;

namespace Sensoro.Dashboard.Components.Labels;

/// <summary>Gives a tag to many devices or takes it from them. A device that cannot take one more tag keeps what it has.</summary>
public sealed partial class BulkBar
{
    private string _tag = "";
    private string? _fault;
    private bool _busy;
    private bool _maintains;

    [Inject]
    public required LabelChange Change { get; set; }

    [Parameter, EditorRequired]
    public required IReadOnlyCollection<string> Sns { get; set; }

    /// <summary>How many devices the list holds.</summary>
    [Parameter]
    public int Total { get; set; }

    /// <summary>Tags in use, to choose from.</summary>
    [Parameter]
    public IReadOnlyList<string> Tags { get; set; } = [];

    /// <summary>All devices of the list are wanted, not only those in view.</summary>
    [Parameter, EditorRequired]
    public EventCallback OnSelectAll { get; set; }

    [Parameter, EditorRequired]
    public EventCallback OnClear { get; set; }

    /// <summary>Devices have been changed.</summary>
    [Parameter]
    public EventCallback OnChanged { get; set; }

    /// <summary>What else can be done with the selection.</summary>
    [Parameter]
    public RenderFragment? ChildContent { get; set; }

    private static string Number(int number) => number.ToString("N0", CultureInfo.CurrentCulture);

    private static DeviceLabels With(DeviceLabels labels, string tag) =>
        labels.TryWithTags([.. labels.Tags, tag], out var more) == LabelFault.None ? more : labels;

    private static DeviceLabels Without(DeviceLabels labels, string tag) =>
        labels.TryWithTags(labels.Tags.Where(other => !string.Equals(other, tag, StringComparison.OrdinalIgnoreCase)), out var fewer) == LabelFault.None ? fewer : labels;

    private async Task TagAsync(bool adds)
    {
        _fault = LabelFaults.Text(DeviceLabels.TryCreate(null, [_tag], out var typed), Texts);
        if (_fault is not null || typed.Tags is not [var tag])
        {
            return;
        }

        _busy = true;
        Func<DeviceLabels, DeviceLabels> change = adds ? labels => With(labels, tag) : labels => Without(labels, tag);
        var isStored = await Change.MakeAsync(
            edits => edits.LabelAsync(Sns, change, CancellationToken.None),
            count => Texts[adds ? "TagAdded" : "TagRemoved", tag, Number(count)]);
        _busy = false;
        if (isStored)
        {
            _tag = "";
            await OnChanged.InvokeAsync();
        }
    }
}
