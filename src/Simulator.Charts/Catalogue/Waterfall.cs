using System.Collections.Immutable;

namespace Simulator.Charts.Catalogue;

/// <summary>A step of a bridge: a level that is reached, or what leads from one to the next.</summary>
/// <param name="Name">Its name in the figure's language.</param>
/// <param name="Value">The level, or the change.</param>
/// <param name="IsLevel">Whether it is a level.</param>
/// <param name="Year">The year of the figure.</param>
public sealed record WaterfallStep(string Name, double Value, bool IsLevel, int Year);

/// <summary>A bridge of horizontal bars: levels from zero, and between them the changes that add up.</summary>
public static class Waterfall
{
    /// <summary>How far levels may stand from the sum of the changes before them, parts of the level: sums of rounded doubles differ in the last digits.</summary>
    private const double Slack = 1e-9;

    /// <summary>Builds the figure. Steps keep their order.</summary>
    /// <param name="caption">The words of the figure.</param>
    /// <param name="steps">The steps, a level first.</param>
    /// <param name="column">Name of the value's column in the data, with its unit.</param>
    /// <param name="decimals">Decimals of the values that are written.</param>
    /// <param name="lastHistoryYear">Last year that is past; later ones are hatched.</param>
    /// <param name="firstEstimateYear">First year of the past whose figures are estimates.</param>
    /// <param name="size">Size.</param>
    /// <returns>The figure, with columns step, kind, year, status, the value as its data.</returns>
    /// <exception cref="ArgumentException">The first step is no level, a value is not finite, or changes do not add up to a level.</exception>
    public static Figure Build(
        Caption caption, IReadOnlyList<WaterfallStep> steps, string column, int decimals, int lastHistoryYear, int firstEstimateYear, FigureSize size)
    {
        var ends = Ends(steps);
        var language = caption.Language;
        var x = Axis.Numbers(ends.Min(), ends.Max(), 5, (v, step) => language.Number(v, ChartLanguage.DecimalsOf(step)));
        var marks = ImmutableArray.CreateBuilder<Mark>();
        for (var i = 0; i < steps.Count; i++)
        {
            var step = steps[i];
            var from = step.IsLevel ? 0 : ends[i - 1];
            var hue = step.IsLevel ? Hue.Slate : step.Value < 0 ? Hue.Vermilion : Hue.Blue;
            marks.Add(new BarMark(i, from, ends[i], hue, step.Year > lastHistoryYear) { Tip = $"{step.Name}: {Say(step, decimals, language)}" });
            marks.Add(new LabelMark(new Point(Math.Max(from, ends[i]), i), Say(step, decimals, language), hue, LabelSide.Right, true));
        }

        return new Figure(
            caption.Id, caption.Title, caption.Subtitle, caption.Credit,
            caption.Description.Length > 0
                ? caption.Description
                : ChartLanguage.Fill(ScenarioWords.Of(language).DescribeSteps, string.Join(", ", steps.Select(s => $"{s.Name} {Say(s, decimals, language)}"))),
            size, 1,
            [new Panel("", x, Axis.Categories(steps.Select(s => (s.Name, false))) with { Grid = true }, marks.ToImmutable())],
            [],
            new FigureData(
                ["step", "kind", "year", "status", column],
                [
                    .. steps.Select(s => ImmutableArray.Create<Cell>(
                        s.Name, s.IsLevel ? "level" : "change", s.Year, Status.Of(s.Year, lastHistoryYear, firstEstimateYear), s.Value)),
                ]),
            language);
    }

    private static string Say(WaterfallStep step, int decimals, ChartLanguage language) =>
        (step.IsLevel || !(step.Value > 0) ? "" : "+") + language.Number(step.Value, decimals);

    private static double[] Ends(IReadOnlyList<WaterfallStep> steps)
    {
        if (steps.Count == 0 || !steps[0].IsLevel || steps.Any(s => !double.IsFinite(s.Value)))
        {
            throw new ArgumentException("A bridge begins with a level, and every step has a value.", nameof(steps));
        }

        var ends = new double[steps.Count];
        for (var i = 0; i < steps.Count; i++)
        {
            ends[i] = steps[i].IsLevel ? steps[i].Value : ends[i - 1] + steps[i].Value;
            if (i > 0 && steps[i].IsLevel && Math.Abs(ends[i] - ends[i - 1]) > Slack * Math.Max(1, Math.Abs(ends[i])))
            {
                throw new ArgumentException($"The steps before \"{steps[i].Name}\" do not add up to it.", nameof(steps));
            }
        }

        return ends;
    }
}
