using Simulator.Charts.Text;

namespace Simulator.Charts.Layout;

/// <summary>Writes words inside outlines, as near to the middle as they fit; those that fit nowhere are left out.</summary>
internal sealed class OutlineNames(PlotArea area, Theme theme, TextSizes sizes, Scene scene, LabelPlacer placer)
{
    /// <summary>Places that are tried across an outline, and as many down.</summary>
    private const int Places = 24;

    public void Draw(IEnumerable<OutlineMark> outlines)
    {
        foreach (var outline in outlines.Where(o => o.Label.Length > 0 && !o.Rings.IsDefaultOrEmpty))
        {
            Spot[] ring = [.. outline.Rings[0].Where(p => double.IsFinite(p.X) && double.IsFinite(p.Y)).Select(area.At)];
            if (ring.Length > 2 && Place(ring, outline) is { } words)
            {
                if (outline.Tone == CellTone.Hatched)
                {
                    // Words on hatching are hard to read: they get a ground of their own.
                    scene.Add(new RectShape(words.Room.Grown(1), theme.Background));
                }

                scene.Add(words with { Tip = outline.Tip });
            }
        }
    }

    private TextShape? Place(Spot[] ring, OutlineMark outline)
    {
        var fill = outline.Tone == CellTone.Strong ? theme.Of(outline.Hue).OnGraphic : theme.Of(Hue.Ink).Words;
        var text = TextFitting.Clean(outline.Label);
        var (left, right) = (ring.Min(s => s.X), ring.Max(s => s.X));
        var (top, bottom) = (ring.Min(s => s.Y), ring.Max(s => s.Y));
        var middle = new Spot((left + right) / 2, (top + bottom) / 2);
        TextShape? best = null;
        var nearest = double.PositiveInfinity;
        for (var i = 0; i < Places * Places; i++)
        {
            var x = left + ((right - left) * ((i % Places) + 0.5) / Places);
            var y = top + ((bottom - top) * ((i / Places) + 0.5) / Places);
            var distance = ((x - middle.X) * (x - middle.X)) + ((y - middle.Y) * (y - middle.Y));
            var words = new TextShape(x, y + (FontMetrics.CapHeight * sizes.Label / 2), text, sizes.Label, fill, Align.Middle, false);
            if (distance < nearest && IsInside(words.Room, ring))
            {
                (best, nearest) = (words, distance);
            }
        }

        return best is null ? null : placer.First([best], true);
    }

    /// <summary>Whether a box lies inside a ring: its corners do, and no side of the ring runs into it.</summary>
    private static bool IsInside(Box box, Spot[] ring)
    {
        Spot[] corners = [new(box.Left, box.Top), new(box.Right, box.Top), new(box.Left, box.Bottom), new(box.Right, box.Bottom)];
        return Array.TrueForAll(corners, c => IsInside(c, ring)) && !Array.Exists(ring, s => s.X > box.Left && s.X < box.Right && s.Y > box.Top && s.Y < box.Bottom);
    }

    /// <summary>Whether a point lies inside a ring: a line from it to the right crosses the ring an odd number of times.</summary>
    private static bool IsInside(Spot spot, Spot[] ring)
    {
        var inside = false;
        for (var i = 0; i < ring.Length; i++)
        {
            var (a, b) = (ring[i], ring[(i + 1) % ring.Length]);
            if (a.Y > spot.Y != b.Y > spot.Y && spot.X < a.X + ((spot.Y - a.Y) / (b.Y - a.Y) * (b.X - a.X)))
            {
                inside = !inside;
            }
        }

        return inside;
    }
}
