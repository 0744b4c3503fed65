using Microsoft.AspNetCore.Components;
using Microsoft.AspNetCore.Components.Web;
using Sensoro.Dashboard.Components.Devices;
using Sensoro.Dashboard.Storage;
using Sensoro.Domain.Devices;

namespace Sensoro.Dashboard.Components.Tasks;

/// <summary>A search for one device, by the end of its SN or its name, that works without a mouse.</summary>
public sealed partial class DevicePicker : IDisposable
{
    private const int MostFound = 6;

    private readonly string _id = Guid.NewGuid().ToString("N");
    private IReadOnlyList<DeviceSnapshot> _found = [];
    private ElementReference _input;
    private TypingPause? _pause;
    private string _text = "";
    private string? _searched;
    private bool _failed;
    private int _active;

    [Inject]
    public required DeviceQueries Devices { get; set; }

    [Inject]
    public required TimeProvider Time { get; set; }

    [Inject]
    public required ILogger<DevicePicker> Logger { get; set; }

    [Parameter, EditorRequired]
    public EventCallback<DeviceSnapshot> OnChosen { get; set; }

    [Parameter, EditorRequired]
    public EventCallback OnLeave { get; set; }

    [Parameter, EditorRequired]
    public string LeaveText { get; set; } = "";

    /// <summary>More that can be done here.</summary>
    [Parameter]
    public RenderFragment? ChildContent { get; set; }

    private string ListId => $"found-{_id}";

    private string Hint => _failed ? Texts["FindFailed"] : _searched is { Length: > 0 } ? Texts["FindNone", _searched] : Texts["FindHint"];

    public void Dispose() => _pause?.Dispose();

    protected override async Task OnAfterRenderAsync(bool firstRender)
    {
        if (firstRender)
        {
            await Focus.TryAsync(_input);
        }
    }

    /// <summary>Bound, not assigned: only a bound field keeps what was typed while the last letter was on its way.</summary>
    private async Task TypeAsync(string? typed)
    {
        _text = typed ?? "";
        _pause ??= new TypingPause(Time);
        if (await _pause.PassedAsync())
        {
            await SearchAsync(_text.Trim());
        }
    }

    private async Task SearchAsync(string text)
    {
        try
        {
            var found = text.Length == 0 ? [] : (await Devices.ListAsync(new DeviceFilter { Search = text, Sort = DeviceSort.Name }, 0, MostFound, CancellationToken.None)).Items;
            _found = [.. found.OrderByDescending(device => device.Sn.EndsWith(text, StringComparison.OrdinalIgnoreCase))];
            (_active, _searched, _failed) = (0, text, false);
        }
        catch (Exception error) when (error is not OperationCanceledException)
        {
            Log.ReadFailed(Logger, error);
            (_found, _failed) = ([], true);
        }
    }

    private async Task KeyAsync(KeyboardEventArgs key)
    {
        switch (key.Key)
        {
            case "ArrowDown" when _found.Count > 0:
                _active = (_active + 1) % _found.Count;
                break;
            case "ArrowUp" when _found.Count > 0:
                _active = (_active + _found.Count - 1) % _found.Count;
                break;
            case "Enter":
                await EnterAsync();
                break;
            case "Escape":
                await OnLeave.InvokeAsync();
                break;
        }
    }

    /// <summary>Enter may come before the typing has paused: then it searches and chooses only what cannot be meant otherwise.</summary>
    private async Task EnterAsync()
    {
        if (_text.Trim() is var text && text != _searched)
        {
            await SearchAsync(text);
            if (_found.Count != 1)
            {
                return;
            }
        }

        await ChooseAsync();
    }

    private async Task ChooseAsync()
    {
        if (_active < _found.Count)
        {
            await OnChosen.InvokeAsync(_found[_active]);
        }
    }
}
