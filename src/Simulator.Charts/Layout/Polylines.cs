namespace Simulator.Charts.Layout;

/// <summary>Cuts a line of points into the stretches that are drawn.</summary>
internal static class Polylines
{
    /// <summary>Runs of points without a gap.</summary>
    public static IEnumerable<IReadOnlyList<Point>> Runs(IEnumerable<Point> points)
    {
        var run = new List<Point>();
        foreach (var point in points)
        {
            if (double.IsFinite(point.X) && double.IsFinite(point.Y))
            {
                run.Add(point);
                continue;
            }

            if (run.Count > 0)
            {
                yield return run;
                run = [];
            }
        }

        if (run.Count > 0)
        {
            yield return run;
        }
    }

    /// <summary>A run split at the end of the past: the solid part, then the dashed part that starts where the solid one ends.</summary>
    public static (IReadOnlyList<Point> Solid, IReadOnlyList<Point> Dashed) SplitAt(IReadOnlyList<Point> run, double solidTo)
    {
        var solid = run.TakeWhile(p => p.X <= solidTo).ToList();
        var dashed = run.Skip(Math.Max(0, solid.Count - 1)).ToList();
        return (solid, solid.Count == run.Count ? [] : dashed);
    }

    /// <summary>The parts of a run between two heights, cut where the line passes them.</summary>
    public static IEnumerable<IReadOnlyList<Point>> Clip(IReadOnlyList<Point> run, double bottom, double top)
    {
        if (run.Count == 1)
        {
            if (run[0].Y >= bottom && run[0].Y <= top)
            {
                yield return run;
            }

            yield break;
        }

        var part = new List<Point>();
        for (var i = 1; i < run.Count; i++)
        {
            var (from, to) = (run[i - 1], run[i]);
            if (Inside(from, to, bottom, top) is not { } ends)
            {
                if (part.Count > 0)
                {
                    yield return part;
                    part = [];
                }

                continue;
            }

            if (part.Count == 0)
            {
                part.Add(ends.From);
            }

            part.Add(ends.To);
            if (ends.To != to)
            {
                yield return part;
                part = [];
            }
        }

        if (part.Count > 0)
        {
            yield return part;
        }
    }

    private static (Point From, Point To)? Inside(Point from, Point to, double bottom, double top)
    {
        if ((from.Y > top && to.Y > top) || (from.Y < bottom && to.Y < bottom))
        {
            return null;
        }

        return (Pull(from, to, bottom, top), Pull(to, from, bottom, top));
    }

    private static Point Pull(Point point, Point other, double bottom, double top)
    {
        if (point.Y >= bottom && point.Y <= top)
        {
            return point;
        }

        var limit = point.Y > top ? top : bottom;
        var part = (limit - point.Y) / (other.Y - point.Y);
        return new Point(point.X + ((other.X - point.X) * part), limit);
    }
}
