using System.Globalization;
using Microsoft.AspNetCore.Components;
using Sensoro.Dashboard.Components.Elements;
using Sensoro.Dashboard.Live;
using Sensoro.Dashboard.Storage;

namespace Sensoro.Dashboard.Components.Device;

/// <summary>The ledger of this device, live at the top, paged towards the past.</summary>
public sealed partial class MessagesTab
{
    private MessageList _list = new("");
    private FeedFilter _filter = FeedFilter.CountsOnly;

    [Inject]
    public required MessageQueries Messages { get; set; }

    [Inject]
    public required TimeProvider Time { get; set; }

    [Parameter, EditorRequired]
    public string Sn { get; set; } = "";

    protected override void OnInitialized()
    {
        _list = new MessageList(Sn);
        _filter = new FeedFilter { Sn = Sn, Messages = true };
    }

    private static string SizeOf(int bytes) => bytes < 1_000
        ? $"{bytes.ToString(CultureInfo.CurrentCulture)} B"
        : $"{MetricText.Number(bytes / 1_000d, 1, CultureInfo.CurrentCulture)} kB";

    private Task LoadFirstAsync() => LoadAsync(async gone =>
        _list.Load(await Messages.NewestAsync(new MessageFilter { Sn = Sn }, null, MessageList.PageSize, gone)));

    private Task LoadOlderAsync() => LoadAsync(async gone =>
        _list.Append(await Messages.NewestAsync(new MessageFilter { Sn = Sn }, _list.Oldest, MessageList.PageSize, gone)));

    private async Task ApplyAsync(FeedUpdate update)
    {
        switch (_list.Apply(update))
        {
            case NewsOutcome.Changed:
                StateHasChanged();
                break;
            case NewsOutcome.Reload:
                await LoadFirstAsync();
                break;
        }
    }
}
