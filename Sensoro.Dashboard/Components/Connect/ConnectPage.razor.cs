using Microsoft.AspNetCore.Components;
using Sensoro.Dashboard.Live;
using Sensoro.Dashboard.Storage;

namespace Sensoro.Dashboard.Components.Connect;

/// <summary>Whether SENSORO reaches this program, and everything needed to make it so.</summary>
public sealed partial class ConnectPage : ApplicationsComponent
{
    private DateTimeOffset? _lastAt;
    private long _cursor;

    [Inject]
    public required MessageQueries Messages { get; set; }

    private Task ReadAsync() => LoadAsync(async gone =>
        _lastAt = await Messages.NewestAsync(new MessageFilter(), null, 1, gone) is [var newest] ? newest.ReceivedAt : null);

    private async Task RefreshAsync(FeedUpdate update)
    {
        if (update.Cursor != _cursor)
        {
            _cursor = update.Cursor;
            await ReadAsync();
        }

        StateHasChanged();
    }
}
