using Simulator.Charts.Text;

namespace Simulator.Charts.Layout;

/// <summary>
/// Finds places for words around points. Words never lie on other words; they avoid lines and dots where they can. The search is a fixed
/// order of places, so that the same figure always comes out the same.
/// </summary>
internal sealed class LabelPlacer(Box bounds)
{
    private const int Rings = 12;

    private readonly List<Box> _words = [];
    private readonly List<Box> _dots = [];
    private readonly List<(Spot From, Spot To)> _lines = [];

    /// <summary>Words that already have their place.</summary>
    public void Keep(Box words) => _words.Add(words);

    /// <summary>A dot that words avoid.</summary>
    public void Avoid(Box dot) => _dots.Add(dot.Grown(1.5));

    /// <summary>A line that words avoid.</summary>
    public void Avoid(Spot from, Spot to) => _lines.Add((from, to));

    /// <summary>The first of some places in which words cover nothing; where there is none and the words are required, the one that covers least.</summary>
    /// <param name="places">The words in each of their places, the best first.</param>
    /// <param name="required">Whether words may lie on lines and dots when no place is clear.</param>
    /// <returns>The words in their place, or nothing when every place is taken by other words.</returns>
    public TextShape? First(IReadOnlyList<TextShape> places, bool required)
    {
        var free = places.Where(p => bounds.Contains(p.Room) && !_words.Exists(p.Room.Grown(1).Overlaps)).ToArray();
        var best = Array.Find(free, p => Cost(p.Room) == 0) ?? (required ? free.MinBy(p => Cost(p.Room)) : null);
        if (best is not null)
        {
            Keep(best.Room);
        }

        return best;
    }

    /// <summary>Places words at a point.</summary>
    /// <param name="at">The point.</param>
    /// <param name="text">The words.</param>
    /// <param name="size">Font size in pixels.</param>
    /// <param name="bold">Whether the words are bold.</param>
    /// <param name="prefer">The side that is tried first.</param>
    /// <param name="gap">Distance between the point and the words.</param>
    /// <param name="required">Whether words may lie on a line when no place is clear.</param>
    /// <param name="fill">Colour of the words.</param>
    /// <param name="inRow">Whether the words stay at the height of the point as long as there is a place.</param>
    /// <returns>The words in their place, or nothing when no place is free of other words.</returns>
    public TextShape? Place(
        Spot at, string text, double size, bool bold, LabelSide prefer, double gap, bool required, string fill, bool inRow = false)
    {
        var best = inRow && prefer is LabelSide.Left or LabelSide.Right
            ? Nearest(at, text, size, bold, prefer, gap, required, fill, true, prefer) ?? Nearest(at, text, size, bold, prefer, gap, required, fill, true)
            : null;
        best ??= Nearest(at, text, size, bold, prefer, gap, required, fill, false);
        if (best is null || (!required && Cost(best.Room) > 0))
        {
            return null;
        }

        Keep(best.Room);
        return best;
    }

    private TextShape? Nearest(
        Spot at, string text, double size, bool bold, LabelSide prefer, double gap, bool required, string fill, bool inRow, LabelSide? only = null)
    {
        TextShape? best = null;
        var bestCost = double.PositiveInfinity;
        var level = at.Y + (FontMetrics.CapHeight * size / 2);
        for (var ring = 0; ring < (required ? Rings : Rings / 3); ring++)
        {
            var around = Around(at, text, size, bold, prefer, gap * (1 + (0.4 * ring)), fill);
            foreach (var candidate in inRow ? around.Where(c => c.Align != Align.Middle && Math.Abs(c.Baseline - level) < 0.01 && IsAt(c, only)) : around)
            {
                var room = candidate.Room;
                if (!bounds.Contains(room) || _words.Exists(room.Grown(1).Overlaps))
                {
                    continue;
                }

                var cost = Cost(room) + (ring * 0.5);
                if (cost < bestCost)
                {
                    (best, bestCost) = (candidate, cost);
                }
            }

            if (bestCost <= ring * 0.5)
            {
                break;
            }
        }

        return best;
    }

    private static bool IsAt(TextShape words, LabelSide? side) =>
        side is null || (side == LabelSide.Left) == (words.Align == Align.End);

    private static IEnumerable<TextShape> Around(
        Spot at, string text, double size, bool bold, LabelSide prefer, double gap, string fill)
    {
        var middle = at.Y + (FontMetrics.CapHeight * size / 2);
        var above = at.Y - gap;
        var below = at.Y + gap + (FontMetrics.CapHeight * size);
        TextShape Right(double baseline) => new(at.X + gap, baseline, text, size, fill, Align.Start, bold);
        TextShape Left(double baseline) => new(at.X - gap, baseline, text, size, fill, Align.End, bold);
        TextShape Centre(double baseline) => new(at.X, baseline, text, size, fill, Align.Middle, bold);
        TextShape LeftOf(double baseline) => new(at.X - (gap * 0.6), baseline, text, size, fill, Align.End, bold);
        TextShape RightOf(double baseline) => new(at.X - (gap * 0.4), baseline, text, size, fill, Align.Start, bold);

        TextShape[] right = [Right(middle), Right(middle - (gap * 0.8)), Right(middle + (gap * 0.8))];
        TextShape[] left = [Left(middle), Left(middle - (gap * 0.8)), Left(middle + (gap * 0.8))];
        TextShape[] up = [Centre(above), LeftOf(above), RightOf(above)];
        TextShape[] down = [Centre(below), RightOf(below), LeftOf(below)];
        return prefer switch
        {
            LabelSide.Right => [.. right, .. up, .. down, .. left],
            LabelSide.Left => [.. left, .. up, .. down, .. right],
            LabelSide.Above => [.. up, .. down, .. left, .. right],
            _ => [.. down, .. up, .. right, .. left],
        };
    }

    /// <summary>How much lies under the words: a dot counts more than a line.</summary>
    private double Cost(Box room)
    {
        var cost = 0.0;
        foreach (var dot in _dots)
        {
            cost += room.Overlaps(dot) ? 20 : 0;
        }

        var near = room.Grown(1.5);
        foreach (var (from, to) in _lines)
        {
            cost += Crosses(near, from, to) ? 4 : 0;
        }

        return cost;
    }

    /// <summary>Whether a straight line passes through a box (Liang and Barsky's clipping test).</summary>
    private static bool Crosses(Box box, Spot from, Spot to)
    {
        var (enter, leave) = (0.0, 1.0);
        return Narrow(to.X - from.X, from.X, box.Left, box.Right, ref enter, ref leave)
            && Narrow(to.Y - from.Y, from.Y, box.Top, box.Bottom, ref enter, ref leave);
    }

    private static bool Narrow(double step, double start, double low, double high, ref double enter, ref double leave)
    {
        if (step == 0)
        {
            return start >= low && start <= high;
        }

        var (a, b) = ((low - start) / step, (high - start) / step);
        enter = Math.Max(enter, Math.Min(a, b));
        leave = Math.Min(leave, Math.Max(a, b));
        return enter <= leave;
    }
}
