namespace Sensoro.Simulator.Physics;

/// <summary>
/// Takes turns by weight without runs of the same choice: the smooth weighted round robin known from nginx. After any number of
/// turns each choice had its share to within one turn, so a fleet of thirty has the same mix as one of thirty thousand.
/// </summary>
internal sealed class SmoothRotation(IReadOnlyList<double> weights)
{
    private readonly double[] _credit = new double[weights.Count];
    private readonly double _total = weights.Sum();

    /// <summary>The index of the next choice.</summary>
    public int Next()
    {
        var best = 0;
        for (var index = 0; index < _credit.Length; index++)
        {
            _credit[index] += weights[index];
            best = _credit[index] > _credit[best] ? index : best;
        }

        _credit[best] -= _total;
        return best;
    }
}
