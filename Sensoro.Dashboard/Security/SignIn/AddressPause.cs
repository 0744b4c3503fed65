namespace Sensoro.Dashboard.Security.SignIn;

/// <summary>
/// Remembers which addresses guess. After so many wrong tries an address has to wait, whatever names it tries; a refused try costs
/// nothing but a look into a table.
/// </summary>
internal sealed class AddressPause(TimeProvider time)
{
    public const int MostTries = 10;

    /// <summary>Beyond this the oldest are forgotten: whoever has so many addresses is stopped by the pause of the account.</summary>
    private const int MostAddresses = 10_000;

    public static readonly TimeSpan Pause = TimeSpan.FromMinutes(10);

    private readonly Lock _gate = new();
    private readonly Dictionary<string, (int Tries, DateTimeOffset Last)> _wrong = new(StringComparer.Ordinal);

    public bool MayTry(string address)
    {
        lock (_gate)
        {
            if (!_wrong.TryGetValue(address, out var known))
            {
                return true;
            }

            if (time.GetUtcNow() - known.Last < Pause)
            {
                return known.Tries < MostTries;
            }

            _wrong.Remove(address);
            return true;
        }
    }

    public void NoteWrong(string address)
    {
        lock (_gate)
        {
            if (_wrong.Count >= MostAddresses && !_wrong.ContainsKey(address))
            {
                _wrong.Remove(_wrong.MinBy(static entry => entry.Value.Last).Key);
            }

            var tries = _wrong.GetValueOrDefault(address).Tries;
            _wrong[address] = (tries + 1, time.GetUtcNow());
        }
    }

    public void Forget(string address)
    {
        lock (_gate)
        {
            _wrong.Remove(address);
        }
    }
}
