using System.Collections.Immutable;

namespace Simulator.Charts.Catalogue;

/// <summary>A point of a quadrant.</summary>
/// <param name="Name">Full name, for the tooltip and the data.</param>
/// <param name="Label">What is written beside the point: the name or its code.</param>
/// <param name="X">Value across; what is not finite leaves the point out.</param>
/// <param name="Y">Value upwards; what is not finite leaves the point out.</param>
/// <param name="Remark">Why it is left out.</param>
public sealed record QuadrantPoint(string Name, string Label, double X, double Y, string Remark = "")
{
    /// <summary>Whether the point stands out.</summary>
    public bool IsHighlighted { get; init; }
}

/// <summary>One axis of a quadrant, in percent.</summary>
/// <param name="Title">What it measures.</param>
/// <param name="Column">Name of its column in the data, with the unit.</param>
/// <param name="Guideline">Where it is divided.</param>
/// <param name="Decimals">Decimals by which a point is held against the guideline and written.</param>
public sealed record QuadrantAxis(string Title, string Column, double Guideline, int Decimals);

/// <summary>The words of a quadrant's quarters.</summary>
/// <param name="Both">At or above both guidelines: upper right.</param>
/// <param name="AcrossOnly">At or above the guideline across alone: lower right.</param>
/// <param name="UpOnly">At or above the guideline upwards alone: upper left.</param>
/// <param name="Neither">Below both: lower left.</param>
public sealed record QuarterNames(string Both, string AcrossOnly, string UpOnly, string Neither);

/// <summary>What a quadrant shows.</summary>
/// <param name="Across">The axis across.</param>
/// <param name="Up">The axis upwards.</param>
/// <param name="Quarters">Names of the quarters.</param>
/// <param name="GuidelineName">What the dividing lines are called.</param>
/// <param name="Year">The year of the figures.</param>
/// <param name="Status">reported, estimate or projection.</param>
public sealed record QuadrantTerms(QuadrantAxis Across, QuadrantAxis Up, QuarterNames Quarters, string GuidelineName, int Year, string Status);

/// <summary>Points by two shares, divided by two guidelines into four named and counted quarters.</summary>
public static class Quadrant
{
    /// <summary>Builds the figure.</summary>
    /// <param name="caption">The words of the figure.</param>
    /// <param name="points">The points, at least one.</param>
    /// <param name="terms">Axes and quarters.</param>
    /// <param name="size">Size.</param>
    /// <returns>The figure, with columns unit, year, status, the two values, quarter and remark as its data.</returns>
    /// <exception cref="ArgumentException">There is no point, or a guideline is not finite.</exception>
    public static Figure Build(Caption caption, IReadOnlyList<QuadrantPoint> points, QuadrantTerms terms, FigureSize size)
    {
        if (points.Count == 0 || !double.IsFinite(terms.Across.Guideline) || !double.IsFinite(terms.Up.Guideline))
        {
            throw new ArgumentException("A quadrant needs points and two guidelines.", nameof(points));
        }

        var language = caption.Language;
        QuadrantPoint[] drawn = [.. points.Where(p => double.IsFinite(p.X) && double.IsFinite(p.Y))];
        var x = AxisOf(drawn.Select(p => p.X), terms.Across, language);
        var y = AxisOf(drawn.Select(p => p.Y), terms.Up, language);
        var marks = ImmutableArray.CreateBuilder<Mark>();
        marks.Add(Divide(AxisSide.X, terms.Across, terms, language));
        marks.Add(Divide(AxisSide.Y, terms.Up, terms, language));
        string[] counted = [.. Enum.GetValues<Quarter>().Select(q => ChartLanguage.Fill(
            language.Words.LineAt, NameOf(q, terms), language.Number(drawn.Count(p => QuarterOf(p, terms) == q))))];
        var (inX, inY) = ((x.To - x.From) * 0.006, (y.To - y.From) * 0.035);
        marks.Add(Corner(x.To - inX, y.To - inY, counted[0], LabelSide.Left));
        marks.Add(Corner(x.To - inX, y.From + inY, counted[1], LabelSide.Left));
        marks.Add(Corner(x.From + inX, y.To - inY, counted[2], LabelSide.Right));
        marks.Add(Corner(x.From + inX, y.From + inY, counted[3], LabelSide.Right));
        foreach (var point in drawn)
        {
            AddPoint(marks, point, terms, language);
        }

        return new Figure(
            caption.Id,
            caption.Title,
            caption.Subtitle,
            caption.Credit,
            caption.Description.Length > 0 ? caption.Description : ChartLanguage.Fill(
                AllianceWords.Of(language).DescribeQuadrant,
                language.Number(drawn.Length),
                $"{terms.Across.Title}, {terms.Up.Title}",
                string.Join(", ", counted)),
            size,
            1,
            [new Panel("", x with { Title = terms.Across.Title }, y with { Title = terms.Up.Title }, marks.ToImmutable())],
            [],
            DataOf(points, terms),
            language);
    }

    private enum Quarter
    {
        Both,
        AcrossOnly,
        UpOnly,
        Neither,
    }

    private static Axis AxisOf(IEnumerable<double> values, QuadrantAxis axis, ChartLanguage language)
    {
        var all = values.Append(axis.Guideline).ToArray();
        var whole = Axis.Numbers(all.Min(), all.Max() * 1.02, 6, (v, step) => language.Percent(v, ChartLanguage.DecimalsOf(step)));

        // Places say the value here, not lengths, so the axis may leave out what is empty; a whole step below the guideline stays.
        var first = whole.Ticks.LastOrDefault(t => t.At < all.Min() && t.At + ((whole.Ticks[1].At - whole.Ticks[0].At) * 1.5) <= axis.Guideline);
        return whole with { From = first.At, Ticks = [.. whole.Ticks.Where(t => t.At >= first.At)] };
    }

    private static ReferenceMark Divide(AxisSide side, QuadrantAxis axis, QuadrantTerms terms, ChartLanguage language) => new(
        side, axis.Guideline,
        ChartLanguage.Fill(language.Words.LineAt, terms.GuidelineName, language.Percent(axis.Guideline, ChartLanguage.DecimalsOf(axis.Guideline))),
        Hue.Ink);

    private static LabelMark Corner(double x, double y, string text, LabelSide side) => new(new Point(x, y), text, Hue.Muted, side, true);

    private static void AddPoint(ImmutableArray<Mark>.Builder marks, QuadrantPoint point, QuadrantTerms terms, ChartLanguage language)
    {
        var (hue, shape) = QuarterOf(point, terms) switch
        {
            Quarter.Both => (Hue.Blue, DotShape.Filled),
            Quarter.AcrossOnly => (Hue.Green, DotShape.Diamond),
            Quarter.UpOnly => (Hue.Purple, DotShape.Square),
            _ => (Hue.Vermilion, DotShape.Hollow),
        };
        var at = new Point(point.X, point.Y);
        marks.Add(new DotMark(at, shape, hue)
        {
            Tip = $"{point.Name}: {language.Percent(point.X, terms.Across.Decimals)}, {language.Percent(point.Y, terms.Up.Decimals)}",
        });
        marks.Add(new LabelMark(at, point.Label, point.IsHighlighted ? Hue.Ink : hue, LabelSide.Right, point.IsHighlighted, point.IsHighlighted));
    }

    private static Quarter QuarterOf(QuadrantPoint point, QuadrantTerms terms) =>
        (Line.Reached(point.X, terms.Across.Guideline), Line.Reached(point.Y, terms.Up.Guideline)) switch
        {
            (true, true) => Quarter.Both,
            (true, false) => Quarter.AcrossOnly,
            (false, true) => Quarter.UpOnly,
            _ => Quarter.Neither,
        };

    private static string NameOf(Quarter quarter, QuadrantTerms terms) => quarter switch
    {
        Quarter.Both => terms.Quarters.Both,
        Quarter.AcrossOnly => terms.Quarters.AcrossOnly,
        Quarter.UpOnly => terms.Quarters.UpOnly,
        _ => terms.Quarters.Neither,
    };

    private static FigureData DataOf(IReadOnlyList<QuadrantPoint> points, QuadrantTerms terms) => new(
        ["unit", "year", "status", terms.Across.Column, terms.Up.Column, "quarter", "remark"],
        [
            .. points.Select(p => ImmutableArray.Create<Cell>(
                p.Name, terms.Year, terms.Status, p.X, p.Y,
                double.IsFinite(p.X) && double.IsFinite(p.Y) ? NameOf(QuarterOf(p, terms), terms) : "", p.Remark)),
        ]);
}
