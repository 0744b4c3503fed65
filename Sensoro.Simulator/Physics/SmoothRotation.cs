namespace Sensoro.Simulator.Physics;

/// <summary>
/// Takes turns by weight without runs of the same choice: the smooth weighted round robin known from nginx. After any number of
/// turns each choice had its share to within one turn, so a fleet of thirty has the same mix as one of thirty thousand.
/// </summary>
internal sealed class SmoothRotation(IReadOnlyList<double> weights)
{
    private readonly double[] credit = new double[weights.Count];
    private readonly double total = weights.Sum();

    /// <summary>The index of the next choice.</summary>
    public int Next()
    {
        var best = 0;
        for (var index = 0; index < credit.Length; index++)
        {
            credit[index] += weights[index];
            best = credit[index] > credit[best] ? index : best;
        }

        credit[best] -= total;
        return best;
    }
}
