using Microsoft.AspNetCore.Components;
using Microsoft.AspNetCore.Components.Web;

namespace Sensoro.Dashboard.Components.Layout;

/// <summary>The header's search: results while typing, arrows to choose, Enter opens; an exact SN opens at once.</summary>
public sealed partial class SearchBox : IDisposable
{
    private const int ShortestText = 2;
    private const int LongestText = 200;

    private readonly CancellationTokenSource _gone = new();
    private IReadOnlyList<SearchHit> _hits = [];
    private string _text = "";
    private bool _focused;
    private bool _searched;
    private int _active;
    private int _turn;

    [Inject]
    internal HeaderSearch Search { get; set; } = default!;

    [Inject]
    public required NavigationManager Navigation { get; set; }

    private string Query => _text.Trim() is { Length: > LongestText } longText ? longText[..LongestText] : _text.Trim();

    private bool IsOpen => _focused && _searched && Query.Length >= ShortestText;

    public void Dispose()
    {
        _gone.Cancel();
        _gone.Dispose();
    }

    /// <summary>Bound, not assigned: only a bound field keeps what was typed while the last letter was on its way.</summary>
    private async Task TypeAsync(string? typed)
    {
        _text = typed ?? "";
        (_active, _searched) = (0, false);
        var turn = ++_turn;
        if (Query.Length < ShortestText)
        {
            return;
        }

        try
        {
            var hits = await Search.FindAsync(Query, _gone.Token);

            // A later letter has taken over when the turn has passed.
            (_hits, _searched) = turn == _turn ? (hits, true) : (_hits, _searched);
        }
        catch (OperationCanceledException)
        {
            // The page is gone.
        }
    }

    private async Task KeyAsync(KeyboardEventArgs key)
    {
        switch (key.Key)
        {
            case "ArrowDown" when _hits.Count > 0:
                _active = (_active + 1) % _hits.Count;
                break;
            case "ArrowUp" when _hits.Count > 0:
                _active = (_active + _hits.Count - 1) % _hits.Count;
                break;
            case "Escape":
                (_text, _searched) = ("", false);
                break;
            case "Enter" when Query.Length > 0:
                await EnterAsync();
                break;
        }
    }

    private async Task EnterAsync()
    {
        if (_active == 0 && await Search.ExactAsync(Query, CancellationToken.None) is { } exact)
        {
            Go(exact);
        }
        else if (_active < _hits.Count)
        {
            Go(_hits[_active].Href);
        }
        else
        {
            Go($"/devices?q={Uri.EscapeDataString(Query)}");
        }
    }

    private void Open(SearchHit hit) => Go(hit.Href);

    private void Go(string href)
    {
        (_text, _searched, _focused) = ("", false, false);
        Navigation.NavigateTo(href);
    }

    private void CloseSoon() => _focused = false;
}
