namespace Sensoro.Domain.Devices;

/// <summary>
/// Fits a way into a budget of points with the method of Visvalingam and Whyatt: the point goes first that makes the smallest
/// triangle with its neighbours, because it is missed least. What it leaves out never closes a gap.
/// </summary>
public static class TrackThinner
{
    /// <summary>Both ends and the four points furthest out always stay.</summary>
    public const int MinBudget = 6;

    /// <param name="track">Oldest first.</param>
    /// <param name="budget">Most points, at least <see cref="MinBudget"/>.</param>
    public static IReadOnlyList<TrackPoint> Thin(IReadOnlyList<TrackPoint> track, int budget)
    {
        ArgumentOutOfRangeException.ThrowIfLessThan(budget, MinBudget);
        if (track.Count <= budget)
        {
            return track;
        }

        var way = new Way(track);
        for (var left = track.Count; left > budget; left--)
        {
            way.DropLeast();
        }

        return way.Left();
    }

    private static HashSet<int> Fixed(IReadOnlyList<TrackPoint> track)
    {
        var (west, east, south, north) = (0, 0, 0, 0);
        for (var i = 1; i < track.Count; i++)
        {
            var place = track[i].Place;
            west = place.Longitude < track[west].Place.Longitude ? i : west;
            east = place.Longitude > track[east].Place.Longitude ? i : east;
            south = place.Latitude < track[south].Place.Latitude ? i : south;
            north = place.Latitude > track[north].Place.Latitude ? i : north;
        }

        return [0, track.Count - 1, west, east, south, north];
    }

    /// <summary>The points that are left, each with its neighbours, and a queue of those that may go.</summary>
    private sealed class Way
    {
        private readonly IReadOnlyList<TrackPoint> _track;
        private readonly int[] _before;
        private readonly int[] _after;
        private readonly double[] _area;
        private readonly bool[] _afterGap;
        private readonly HashSet<int> _fixed;
        private readonly PriorityQueue<int, double> _queue = new();

        public Way(IReadOnlyList<TrackPoint> track)
        {
            _track = track;
            _fixed = Fixed(track);
            _afterGap = [.. track.Select(static point => point.IsAfterGap)];
            _before = [.. Enumerable.Range(-1, track.Count)];
            _after = [.. Enumerable.Range(1, track.Count)];
            _area = new double[track.Count];
            for (var i = 1; i < track.Count - 1; i++)
            {
                Weigh(i, 0);
            }
        }

        public void DropLeast()
        {
            int least;
            double area;
            do
            {
                _queue.TryDequeue(out least, out area);
            }
            while (area != _area[least]);

            _area[least] = double.NaN;
            var (before, after) = (_before[least], _after[least]);
            (_after[before], _before[after]) = (after, before);
            _afterGap[after] |= _afterGap[least];
            Weigh(before, area);
            Weigh(after, area);
        }

        public List<TrackPoint> Left()
        {
            var left = new List<TrackPoint>();
            for (var i = 0; i < _track.Count; i = _after[i])
            {
                left.Add(_track[i] with { IsAfterGap = _afterGap[i] });
            }

            return left;
        }

        /// <summary>A point weighs no less than those that went before it: a bend made of many small steps does not melt away.</summary>
        private void Weigh(int point, double atLeast)
        {
            if (!_fixed.Contains(point))
            {
                _area[point] = Math.Max(atLeast, Area(_track[_before[point]].Place, _track[point].Place, _track[_after[point]].Place));
                _queue.Enqueue(point, _area[point]);
            }
        }

        // Twice the area, in degrees of latitude squared: only the order counts.
        private static double Area(GeoPoint a, GeoPoint b, GeoPoint c)
        {
            var narrow = Math.Cos(b.Latitude * Math.PI / 180);
            return Math.Abs(((b.Longitude - a.Longitude) * (c.Latitude - a.Latitude)) - ((c.Longitude - a.Longitude) * (b.Latitude - a.Latitude))) * narrow;
        }
    }
}
