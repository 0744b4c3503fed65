using Microsoft.AspNetCore.Components;
using Sensoro.Dashboard.Live;
using Sensoro.Dashboard.Storage;

namespace Sensoro.Dashboard.Components.Device;

/// <summary>The newest pushes and what each of them changed.</summary>
public sealed partial class LastMessages
{
    private MessageLines _lines = new("");
    private FeedFilter _filter = FeedFilter.CountsOnly;

    [Inject]
    public required MessageQueries Messages { get; set; }

    [Parameter, EditorRequired]
    public string Sn { get; set; } = "";

    protected override void OnInitialized()
    {
        _lines = new MessageLines(Sn);
        _filter = new FeedFilter { Sn = Sn, Readings = true, Messages = true };
    }

    private Task LoadLinesAsync() => LoadAsync(async gone =>
        _lines.Load(await Messages.ReadNewestAsync(new MessageFilter { Sn = Sn }, MessageLines.Loaded, gone)));

    private async Task ApplyAsync(FeedUpdate update)
    {
        switch (_lines.Apply(update))
        {
            case NewsOutcome.Changed:
                StateHasChanged();
                break;
            case NewsOutcome.Reload:
                await LoadLinesAsync();
                break;
        }
    }
}
