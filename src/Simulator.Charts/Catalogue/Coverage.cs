using System.Collections.Immutable;

namespace Simulator.Charts.Catalogue;

/// <summary>How often the ranges of one rule held what came.</summary>
/// <param name="Title">Its name in the figure's language.</param>
/// <param name="Name">What the data call it.</param>
/// <param name="HeldPct">Percent of forecasts, first those one year ahead; what is not finite is a gap.</param>
public sealed record CoverageLine(string Title, string Name, ImmutableArray<double> HeldPct);

/// <summary>What a chart of coverage shows.</summary>
/// <param name="RightPct">How often ranges should hold what came, percent.</param>
/// <param name="RightName">What is written at that level.</param>
/// <param name="AheadTitle">What the horizontal axis counts.</param>
/// <param name="Column">Name of the value's column in the data, with its unit.</param>
public sealed record CoverageTerms(double RightPct, string RightName, string AheadTitle, string Column);

/// <summary>How often ranges held what came, by years ahead, a line for each rule, beside how often they should have.</summary>
public static class Coverage
{
    private static readonly Hue[] Hues = [Hue.Slate, Hue.Vermilion, Hue.Blue, Hue.Green];
    private static readonly DotShape[] Shapes = [DotShape.Filled, DotShape.Square, DotShape.Diamond, DotShape.Hollow];

    /// <summary>Builds the figure.</summary>
    /// <param name="caption">The words of the figure.</param>
    /// <param name="lines">The rules, one to four.</param>
    /// <param name="terms">What they show.</param>
    /// <param name="size">Size.</param>
    /// <returns>The figure, with columns rule, horizon and the value's as its data.</returns>
    /// <exception cref="ArgumentException">There is no rule or more than four, or a rule without any year ahead.</exception>
    public static Figure Build(Caption caption, IReadOnlyList<CoverageLine> lines, CoverageTerms terms, FigureSize size)
    {
        if (lines.Count is < 1 or > 4 || lines.Any(l => l.HeldPct.IsDefaultOrEmpty))
        {
            throw new ArgumentException("Coverage needs one to four rules with years ahead.", nameof(lines));
        }

        var language = caption.Language;
        var last = lines.Max(l => l.HeldPct.Length);
        var x = new Axis(AxisKind.Number, 0.7, last + 0.3, [.. Enumerable.Range(1, last).Select(h => new Tick(h, language.Number(h)))], false) { Title = terms.AheadTitle };
        var y = Axis.Numbers(0, 100, 5, (v, _) => language.Percent(v, 0));
        var marks = ImmutableArray.CreateBuilder<Mark>();
        marks.Add(new ReferenceMark(AxisSide.Y, terms.RightPct, "", Hue.Ink) { Tip = terms.RightName });
        marks.Add(new LabelMark(new Point(1 + ((last - 1) * 0.75), terms.RightPct), terms.RightName, Hue.Ink, LabelSide.Above, true));
        for (var i = 0; i < lines.Count; i++)
        {
            AddLine(marks, lines[i], Hues[i], Shapes[i], language);
        }

        return new Figure(
            caption.Id, caption.Title, caption.Subtitle, caption.Credit,
            caption.Description.Length > 0 ? caption.Description : $"{caption.Subtitle}. {string.Join("; ", lines.Select(l => Describe(l, language)))}.",
            size, 1, [new Panel("", x, y, marks.ToImmutable())], [],
            new FigureData(
                ["rule", "horizon", terms.Column],
                [.. lines.SelectMany(l => l.HeldPct.Select((v, i) => ImmutableArray.Create<Cell>(l.Name, i + 1, v)))]),
            language);
    }

    private static void AddLine(ImmutableArray<Mark>.Builder marks, CoverageLine line, Hue hue, DotShape shape, ChartLanguage language)
    {
        Point[] points = [.. line.HeldPct.Select((v, i) => new Point(i + 1, v)).Where(p => double.IsFinite(p.Y))];
        if (points.Length == 0)
        {
            return;
        }

        marks.Add(new LineMark([.. points], points[^1].X, hue)
        {
            EndLabel = $"{line.Title} {language.Percent(points[^1].Y, 0)}",
            Tip = Describe(line, language),
        });
        foreach (var point in points)
        {
            marks.Add(new DotMark(point, shape, hue) { Tip = $"{line.Title}, {language.Number(point.X)}: {language.Percent(point.Y, 0)}" });
        }
    }

    private static string Describe(CoverageLine line, ChartLanguage language) =>
        $"{line.Title}: {string.Join(", ", line.HeldPct.Select((v, i) => double.IsFinite(v) ? $"{language.Number(i + 1)} {language.Percent(v, 0)}" : "").Where(s => s.Length > 0))}";
}
