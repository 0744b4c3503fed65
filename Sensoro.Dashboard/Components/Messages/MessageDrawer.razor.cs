using Microsoft.AspNetCore.Components;
using Microsoft.JSInterop;
using Sensoro.Dashboard.Storage;
using Sensoro.Domain.Protocol;

namespace Sensoro.Dashboard.Components.Messages;

/// <summary>Loads one push and says all that is known of it.</summary>
public sealed partial class MessageDrawer : IDisposable
{
    private readonly CancellationTokenSource _gone = new();
    private ElementReference _element;
    private MessageDetail? _detail;
    private bool _hasFailed;
    private bool _isMissing;
    private long _wanted;

    /// <summary>The message.</summary>
    [Parameter, EditorRequired]
    public long Id { get; set; }

    [Parameter, EditorRequired]
    public EventCallback OnClose { get; set; }

    /// <summary>1 for the next older message, -1 for the next newer one.</summary>
    [Parameter, EditorRequired]
    public EventCallback<int> OnStep { get; set; }

    [Inject]
    public required MessageQueries Messages { get; set; }

    [Inject]
    public required DeviceQueries Devices { get; set; }

    [Inject]
    public required NavigationManager Navigation { get; set; }

    [Inject]
    public required ILogger<MessageDrawer> Logger { get; set; }

    private string Link => Navigation.ToAbsoluteUri(LedgerQuery.Everything.Href(Id)).ToString();

    public void Dispose()
    {
        _gone.Cancel();
        _gone.Dispose();
    }

    protected override async Task OnParametersSetAsync()
    {
        if (RendererInfo.IsInteractive && Id != _wanted)
        {
            await LoadAsync();
        }
    }

    protected override async Task OnAfterRenderAsync(bool firstRender)
    {
        if (!firstRender)
        {
            return;
        }

        try
        {
            // So that the keys work at once, also when the page was opened with this message.
            await _element.FocusAsync(preventScroll: true);
        }
        catch (Exception error) when (error is JSException or JSDisconnectedException or TaskCanceledException or InvalidOperationException)
        {
            // The page is gone.
        }
    }

    private async Task LoadAsync()
    {
        var id = Id;
        _wanted = id;
        try
        {
            var message = await Messages.FindAsync(id, _gone.Token);
            var device = message?.Entry.Sn is { } sn ? await Devices.FindAsync(sn, _gone.Token) : null;
            if (id == _wanted)
            {
                _detail = message is null ? null : MessageDetail.Of(message, device);
                (_hasFailed, _isMissing) = (false, message is null);
            }
        }
        catch (Exception error) when (error is OperationCanceledException or ObjectDisposedException)
        {
            // The page is gone.
        }
        catch (Exception error)
        {
            Log.MessageFailed(Logger, id, error);
            _hasFailed = id == _wanted || _hasFailed;
        }
    }

    private string Title(MessageDetail detail)
    {
        var late = PushFates.IsLate(detail.Entry);
        return detail.Entry.Kind switch
        {
            PushKind.Sensor => Texts[late ? "LateSensorPush" : "SensorPush"],
            PushKind.Task => Texts[late ? "LateTaskPush" : "TaskPush"],
            PushKind.Other => Texts[late ? "LateOtherPush" : "OtherPush"],
        };
    }
}
