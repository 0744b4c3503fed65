namespace Sensoro.Simulator.Bench.Load;

/// <summary>
/// Requests written before the clock starts, so that composing and signing do not take processor time from the server. What is
/// asked for beyond them is written when it is asked for.
/// </summary>
internal sealed class RequestBook
{
    private const int RequestsPerPage = 2_048;

    private readonly Lock _gate = new();
    private readonly PushRecipe _recipe;
    private readonly byte[][] _pages;
    private readonly long _first;
    private readonly bool _repeats;

    /// <param name="recipe">How a request is written.</param>
    /// <param name="first">Number of the first push.</param>
    /// <param name="prepared">How many to write in advance.</param>
    /// <param name="repeats">Whether to begin again at the end: for a server that keeps nothing.</param>
    public RequestBook(PushRecipe recipe, long first, int prepared, bool repeats)
    {
        (_recipe, _first, _repeats) = (recipe, first, repeats);
        _pages = new byte[(prepared + RequestsPerPage - 1) / RequestsPerPage][];
        for (var page = 0; page < _pages.Length; page++)
        {
            _pages[page] = new byte[RequestsPerPage * recipe.Length];
            for (var row = 0; row < RequestsPerPage; row++)
            {
                recipe.Write(first + (page * RequestsPerPage) + row, _pages[page].AsSpan(row * recipe.Length, recipe.Length));
            }
        }
    }

    private long Prepared => (long)_pages.Length * RequestsPerPage;

    /// <summary>The request of push number <paramref name="index"/>; written into <paramref name="spare"/> when it was not prepared.</summary>
    public ReadOnlyMemory<byte> At(long index, Memory<byte> spare)
    {
        var place = index - _first;
        if (_repeats && Prepared > 0)
        {
            place %= Prepared;
        }

        if (place < Prepared)
        {
            return _pages[place / RequestsPerPage].AsMemory((int)(place % RequestsPerPage) * _recipe.Length, _recipe.Length);
        }

        lock (_gate)
        {
            _recipe.Write(index, spare.Span);
        }

        return spare[.._recipe.Length];
    }
}
