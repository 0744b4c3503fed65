using System.Globalization;
using Microsoft.AspNetCore.Components;
using Microsoft.AspNetCore.Components.Web;
using Sensoro.Dashboard.Components.Devices;
using Log = Sensoro.Dashboard.Components.Elements.Log;

namespace Sensoro.Dashboard.Components.Layout;

/// <summary>The header's search: results while typing, arrows to choose, Enter opens; an exact SN opens at once.</summary>
public sealed partial class SearchBox : IDisposable
{
    private const string ListId = "search-results";
    private const int ShortestText = 2;
    private const int LongestText = 200;

    private readonly CancellationTokenSource _gone = new();
    private SearchResults _results = SearchResults.None;
    private TypingPause? _pause;
    private string _text = "";
    private string _said = "";
    private string? _answered;
    private bool _focused;
    private bool _hasFailed;
    private int _active;
    private int _turn;

    [Inject]
    internal HeaderSearch Search { get; set; } = default!;

    [Inject]
    public required NavigationManager Navigation { get; set; }

    [Inject]
    public required TimeProvider Time { get; set; }

    [Inject]
    public required ILogger<SearchBox> Logger { get; set; }

    private string Query => _text.Trim() is { Length: > LongestText } longText ? longText[..LongestText] : _text.Trim();

    /// <summary>There is an answer to show. It stays until the next letter has its own, so that the list does not flicker.</summary>
    private bool IsOpen => _focused && _answered is not null && Query.Length >= ShortestText;

    /// <summary>The answer is the one to what stands in the field.</summary>
    private bool IsCurrent => string.Equals(_answered, Query, StringComparison.Ordinal);

    /// <summary>The answer has results to choose from.</summary>
    private bool IsListed => IsOpen && _results.Hits.Count > 0;

    public void Dispose()
    {
        _gone.Cancel();
        _gone.Dispose();
        _pause?.Dispose();
    }

    private static string IdOf(int place) => "hit-" + place.ToString(CultureInfo.InvariantCulture);

    /// <summary>Bound, not assigned: only a bound field keeps what was typed while the last letter was on its way.</summary>
    private async Task TypeAsync(string? typed)
    {
        (_text, _said) = (typed ?? "", "");
        if (await SearchAsync())
        {
            await SayAsync();
        }
    }

    /// <summary>True when the answer is the one to show; false when a later letter has taken over or there is nothing to look for.</summary>
    private async Task<bool> SearchAsync()
    {
        var (turn, query) = (++_turn, Query);
        if (query.Length < ShortestText)
        {
            _answered = null;
            return false;
        }

        try
        {
            var results = await Search.FindAsync(query, _gone.Token);
            if (turn != _turn)
            {
                return false;
            }

            (_results, _answered, _active, _hasFailed) = (results, query, 0, false);
            return true;
        }
        catch (OperationCanceledException)
        {
            // The page is gone.
            return false;
        }
        catch (Exception error)
        {
            // A search that fails must not take the whole page with it.
            Log.CouldNotLoad(Logger, nameof(SearchBox), error);
            (_results, _answered, _hasFailed) = (SearchResults.None, query, true);
            return false;
        }
    }

    /// <summary>Says how many there are once the typing has paused: a number for every letter would talk over the typist.</summary>
    private async Task SayAsync()
    {
        StateHasChanged();
        _pause ??= new TypingPause(Time);
        if (await _pause.PassedAsync())
        {
            _said = !IsOpen ? "" : _results.Hits.Count == 0 ? Texts["NothingFound", Query] : Texts["ResultCount", _results.Hits.Count];
        }
    }

    private async Task KeyAsync(KeyboardEventArgs key)
    {
        var last = _results.Hits.Count - 1;
        switch (key.Key)
        {
            case "Escape" when IsOpen:
                (_answered, _said) = (null, "");
                break;
            case "Escape":
                _text = "";
                break;
            case "Enter" when Query.Length > 0:
                await EnterAsync();
                break;
            case "ArrowDown" when !IsOpen:
                await SearchAsync();
                break;
            case "ArrowDown" when IsListed:
                _active = _active == last ? 0 : _active + 1;
                break;
            case "ArrowUp" when IsListed:
                _active = _active == 0 ? last : _active - 1;
                break;
            case "Home" when IsListed:
                _active = 0;
                break;
            case "End" when IsListed:
                _active = last;
                break;
        }
    }

    /// <summary>Enter may come before the answer to the last letter: then it waits for it rather than open what is no longer meant.</summary>
    private async Task EnterAsync()
    {
        if ((!IsCurrent || _active == 0) && await Search.ExactAsync(Query, _gone.Token) is { } exact)
        {
            Go(exact);
            return;
        }

        if (!IsCurrent && Query.Length >= ShortestText && !await SearchAsync())
        {
            return;
        }

        Go(IsCurrent && _active < _results.Hits.Count ? _results.Hits[_active].Href : $"/devices?q={Uri.EscapeDataString(Query)}");
    }

    private void Go(string href)
    {
        _turn++;
        (_text, _said, _answered, _focused) = ("", "", null, false);
        Navigation.NavigateTo(href);
    }
}
