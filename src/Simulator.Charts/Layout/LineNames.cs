using Simulator.Charts.Text;

namespace Simulator.Charts.Layout;

/// <summary>
/// Names at the right ends of lines, in a column beside the plot. Names that would cover one another move apart, and a thin line leads
/// each back to its own.
/// </summary>
internal sealed class LineNames(Panel panel, PanelPlace place, Theme theme, TextSizes sizes, Scene scene, LabelPlacer placer)
{
    /// <summary>Widest column of names, as a part of the panel.</summary>
    private const double Widest = 0.46;

    /// <summary>The same on a narrow page, where a name is as wide as half a panel.</summary>
    private const double WidestNarrow = 0.5;

    /// <summary>The room was made for the widest name, to the last digit: its sums must not cut that name.</summary>
    private const double Slack = 0.01;

    /// <summary>Line height of the names.</summary>
    private const double Leading = 1.28;

    /// <summary>Room that the names of a panel need right of the plot.</summary>
    public static double Room(Panel panel, TextSizes sizes, double width)
    {
        var names = Named(panel).ToArray();
        return names.Length == 0
            ? 0
            : Math.Min(Lead(sizes) + names.Max(l => FontMetrics.Room(TextFitting.Clean(l.EndLabel), sizes.Label, IsBold(l))) + 1, width * (sizes.IsNarrow ? WidestNarrow : Widest));
    }

    public void Draw()
    {
        var lines = Named(panel).ToArray();
        if (lines.Length == 0)
        {
            return;
        }

        var plot = place.Area.Box;
        var ends = lines.Select(l => place.Area.At(l.Points.Last(p => double.IsFinite(p.Y)))).ToArray();
        var wanted = ends.Select(e => Math.Clamp(e.Y, plot.Top, plot.Bottom)).ToArray();
        var middles = EndLabels.Spread(wanted, sizes.Label * Leading, place.Cell.Top, plot.Bottom + (sizes.Label * 0.5));
        var left = plot.Right + Lead(sizes);
        for (var i = 0; i < lines.Length; i++)
        {
            var paint = theme.Of(lines[i].Hue);
            var end = new Spot(ends[i].X, wanted[i]);
            if (Math.Abs(middles[i] - wanted[i]) > sizes.Label * 0.4 || plot.Right - end.X > sizes.LabelGap)
            {
                scene.Add(new PathShape(
                    [new Spot(end.X + (sizes.LabelGap * 0.3), end.Y), new Spot(left - (sizes.LabelGap * 0.35), middles[i])], false, "", paint.Graphic, sizes.HairWidth));
            }

            var text = TextFitting.ShortenName(lines[i].EndLabel, place.Cell.Right - left + Slack, sizes.Label, IsBold(lines[i]));
            var words = new TextShape(
                left, middles[i] + (sizes.Label * 0.35), text, sizes.Label, paint.Words, Align.Start, IsBold(lines[i]),
                text == TextFitting.Clean(lines[i].EndLabel) ? "" : lines[i].EndLabel);
            scene.Add(words);
            placer.Keep(words.Room);
        }
    }

    private static IEnumerable<LineMark> Named(Panel panel) =>
        panel.Marks.OfType<LineMark>().Where(l => l.EndLabel.Length > 0 && l.Points.Any(p => double.IsFinite(p.Y)));

    private static bool IsBold(LineMark line) => line.Weight == LineWeight.Strong;

    private static double Lead(TextSizes sizes) => sizes.LabelGap * 2.2;
}
