using Simulator.Charts.Text;

namespace Simulator.Charts.Layout;

/// <summary>Draws the axes of a panel: grid, base line, tick labels.</summary>
internal sealed class PanelAxes(Panel panel, PanelPlace place, Theme theme, TextSizes sizes, Scene scene, LabelPlacer placer)
{
    /// <summary>Line height of what an axis measures.</summary>
    public const double TitleLeading = 1.25;

    private readonly Box _plot = place.Area.Box;

    public void Draw()
    {
        Vertical();
        Titles();
        if (panel.Y.Kind == AxisKind.Category)
        {
            Names();
            TopLabels();
        }
        else
        {
            Heights();
            BottomLabels();
        }
    }

    /// <summary>What the axes measure: the upright one above its labels, the other at the end of its own.</summary>
    private void Titles()
    {
        var muted = theme.Of(Hue.Muted).Words;
        if (panel.Y.Title.Length > 0 && place.Gutter > 0)
        {
            var left = place.Cell.Left - place.Gutter;
            var baseline = _plot.Top - (sizes.Tick * (HasLineAbove() ? 2.45 : 1.05));
            foreach (var line in TextFitting.Wrap(panel.Y.Title, place.Cell.Right - left, sizes.Tick, false, place.TitleLines).Reverse())
            {
                Words(new TextShape(left, baseline, line, sizes.Tick, muted, Align.Start, false));
                baseline -= sizes.Tick * TitleLeading;
            }
        }

        if (panel.X.Title.Length > 0 && (place.Foot > 0 || panel.Y.Kind == AxisKind.Category))
        {
            var isAbove = panel.Y.Kind == AxisKind.Category;
            var baseline = isAbove ? _plot.Top - (sizes.Tick * 1.95) : _plot.Bottom + (sizes.Tick * 3);
            foreach (var line in TextFitting.Wrap(
                panel.X.Title, _plot.Right - place.Cell.Left + place.Gutter, sizes.Tick, false, isAbove ? 1 : place.TitleLines))
            {
                Words(new TextShape(_plot.Right, baseline, line, sizes.Tick, muted, Align.End, false));
                baseline += sizes.Tick * TitleLeading;
            }
        }
    }

    /// <summary>Whether words of an upright line stand between the plot and what its axis measures.</summary>
    private bool HasLineAbove() =>
        panel.Y.Kind != AxisKind.Category && panel.Marks.OfType<ReferenceMark>().Any(m => m.Across == AxisSide.X && m.Label.Length > 0);

    /// <summary>Grid lines of the horizontal axis.</summary>
    private void Vertical()
    {
        if (!panel.X.Grid)
        {
            return;
        }

        foreach (var tick in panel.X.Ticks)
        {
            var x = place.Area.AtX(tick.At);
            var zero = IsBase(panel.X, tick);
            foreach (var (top, bottom) in place.Area.Bands())
            {
                Line(new Spot(x, top), new Spot(x, bottom), zero ? theme.AxisLine : theme.Grid, zero);
            }
        }
    }

    /// <summary>Whether a tick is where lengths start: at zero, which an axis of powers of ten does not have.</summary>
    private static bool IsBase(Axis axis, Tick tick) => axis.IsLogarithmic ? tick.At == axis.From : tick.At == 0;

    private void Heights()
    {
        var before = double.PositiveInfinity;
        foreach (var tick in panel.Y.Ticks)
        {
            var y = place.Area.AtY(tick.At);
            if (panel.Y.Grid)
            {
                var zero = IsBase(panel.Y, tick);
                Line(new Spot(_plot.Left, y), new Spot(_plot.Right, y), zero ? theme.AxisLine : theme.Grid, zero);
            }

            // Labels closer than a line are left out, every second one or more.
            if (place.Gutter > 0 && Math.Abs(y - before) >= sizes.Tick)
            {
                var label = TextFitting.Shorten(tick.Label, place.Gutter - (sizes.Tick * 0.6), sizes.Tick);
                Words(new TextShape(
                    _plot.Left - (sizes.Tick * 0.6), y + (sizes.Tick * 0.35), label, sizes.Tick, theme.Of(Hue.Muted).Words, Align.End, false));
                before = y;
            }
        }
    }

    /// <summary>Years below the plot. The last and the first come before those between, which are left out where they do not fit.</summary>
    private void BottomLabels()
    {
        var ticks = panel.X.Ticks;
        var taken = new List<Box>();
        foreach (var tick in ticks.Reverse().Take(1).Concat(ticks))
        {
            var x = place.Area.AtX(tick.At);
            var shape = new TextShape(
                Inside(x, tick.Label), _plot.Bottom + (sizes.Tick * 1.55), tick.Label, sizes.Tick, theme.Of(Hue.Muted).Words, Align.Middle, false);
            if (taken.Exists(shape.Room.Grown(sizes.Tick * 0.3).Overlaps))
            {
                continue;
            }

            taken.Add(shape.Room);
            Line(new Spot(x, _plot.Bottom), new Spot(x, _plot.Bottom + (sizes.Tick * 0.35)), theme.AxisLine, true);
            if (place.Foot > 0 && tick.Label.Length > 0)
            {
                Words(shape);
            }
        }
    }

    /// <summary>The middle of a label as near to its tick as the edges of the canvas allow.</summary>
    private double Inside(double x, string label)
    {
        var half = FontMetrics.Room(label, sizes.Tick) / 2;
        return Math.Min(Math.Max(x, half + 1), scene.Width - 1 - half);
    }

    /// <summary>Labels above the plot; those that would touch the one before are left out.</summary>
    private void TopLabels()
    {
        var free = double.NegativeInfinity;
        foreach (var tick in panel.X.Ticks)
        {
            var shape = new TextShape(
                Inside(place.Area.AtX(tick.At), tick.Label), _plot.Top - (sizes.Tick * 0.55), tick.Label, sizes.Tick, theme.Of(Hue.Muted).Words, Align.Middle, false);
            if (!place.Alone && shape.Room.Right > place.Cell.Right)
            {
                // The label at the end of one panel stays clear of the first of the next.
                shape = shape with { X = place.Cell.Right, Align = Align.End };
            }

            if (!place.Alone && shape.Room.Left < _plot.Left)
            {
                shape = shape with { X = _plot.Left, Align = Align.Start };
            }

            if (shape.Room.Left > free)
            {
                Words(shape);
                free = shape.Room.Right + (sizes.Tick * 0.3);
            }
        }
    }

    private void Names()
    {
        if (place.Area.HasNamesAbove)
        {
            NamesAbove();
            return;
        }

        var left = place.Cell.Left - place.Gutter;
        foreach (var tick in panel.Y.Ticks)
        {
            var y = place.Area.AtY(tick.At);
            if (!tick.Heading && panel.Y.Grid)
            {
                var below = place.Area.AtY(tick.At + 0.5);
                Line(new Spot(left, below), new Spot(_plot.Right, below), theme.Grid, false);
            }

            if (place.Gutter <= 0)
            {
                // The first panel of the row carries the names for all.
                continue;
            }

            var width = (tick.Heading ? _plot.Right - left : place.Gutter) - (sizes.Tick * 0.5);
            var size = tick.Heading ? sizes.Label : sizes.Category;
            var text = TextFitting.Shorten(tick.Label, width, size, tick.Heading);
            if (text.Length > 0)
            {
                Words(new TextShape(
                    left, y + (size * 0.35), text, size, theme.Of(tick.Heading ? Hue.Muted : Hue.Ink).Words, Align.Start, tick.Heading,
                    text == TextFitting.Clean(tick.Label) ? "" : tick.Label));
            }
        }
    }

    /// <summary>Names over their rows, as wide as the panel, each in as many lines as the axis allows.</summary>
    private void NamesAbove()
    {
        var size = sizes.Category;
        for (var row = 0; row < panel.Y.Ticks.Length; row++)
        {
            var top = place.Area.RowTop(row);
            if (panel.Y.Grid && row > 0)
            {
                Line(new Spot(place.Cell.Left, top), new Spot(place.Cell.Right, top), theme.Grid, false);
            }

            var name = panel.Y.Ticks[row].Label;
            var lines = TextFitting.Wrap(name, place.Cell.Width, size, false, panel.Y.NameLines[row]);
            var baseline = top + (size * 0.95);
            foreach (var line in lines)
            {
                var isCut = line.EndsWith('…') && !name.EndsWith('…');
                Words(new TextShape(place.Cell.Left, baseline, line, size, theme.Of(Hue.Ink).Words, Align.Start, false, isCut ? name : ""));
                baseline += sizes.NameLine;
            }
        }
    }

    private void Words(TextShape words)
    {
        if (words.Text.Length > 0)
        {
            scene.Add(words);
            placer.Keep(words.Room);
        }
    }

    private void Line(Spot from, Spot to, string colour, bool strong) =>
        scene.Add(new PathShape([from, to], false, "", colour, strong ? sizes.ThinWidth : sizes.HairWidth));
}
