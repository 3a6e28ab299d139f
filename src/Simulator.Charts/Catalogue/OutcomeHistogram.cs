using System.Collections.Immutable;

namespace Simulator.Charts.Catalogue;

/// <summary>A stretch of an outcome with the worlds in it.</summary>
/// <param name="From">Its lower edge.</param>
/// <param name="To">Its upper edge.</param>
/// <param name="Worlds">Worlds in it.</param>
public readonly record struct OutcomeBin(double From, double To, long Worlds);

/// <summary>What a distribution shows.</summary>
/// <param name="Outcome">The outcome.</param>
/// <param name="Goal">What it is held against, if anything.</param>
/// <param name="MissPct">Share of all worlds that miss the goal, percent, as counted world by world; not finite without a goal.</param>
public sealed record HistogramTerms(Quantity Outcome, OutcomeGoal Goal, double MissPct)
{
    /// <summary>The outcome in the base case; not finite for none.</summary>
    public double Base { get; init; } = double.NaN;

    /// <summary>Worlds below the first bin.</summary>
    public long WorldsBelow { get; init; }

    /// <summary>Worlds above the last bin.</summary>
    public long WorldsAbove { get; init; }
}

/// <summary>How an outcome is distributed over worlds: full on the side of the goal that meets it, hatched on the side that misses.</summary>
public static class OutcomeHistogram
{
    /// <summary>Room above the highest bin for the words of both sides, as a part of its height.</summary>
    private const double Headroom = 0.2;

    /// <summary>How far the widths of bins may differ by the last digits of their edges.</summary>
    private const double Slack = 1e-6;

    /// <summary>Builds the figure.</summary>
    /// <param name="caption">The words of the figure.</param>
    /// <param name="bins">Bins of one width, ascending, without gaps between them.</param>
    /// <param name="terms">What is shown.</param>
    /// <param name="size">Size.</param>
    /// <returns>The figure, with columns from and to of the outcome's, worlds, share_pct as its data; worlds beyond the scale have an open end.</returns>
    /// <exception cref="ArgumentException">There is no world, or bins are not of one width, or do not follow one another.</exception>
    public static Figure Build(Caption caption, IReadOnlyList<OutcomeBin> bins, HistogramTerms terms, FigureSize size)
    {
        var worlds = bins.Sum(b => b.Worlds) + terms.WorldsBelow + terms.WorldsAbove;
        if (worlds <= 0 || !AreEven(bins))
        {
            throw new ArgumentException("A distribution needs worlds in bins of one width that follow one another.", nameof(bins));
        }

        var language = caption.Language;
        var words = SweepWords.Of(language);
        double Share(OutcomeBin bin) => 100.0 * bin.Worlds / worlds;
        var highest = bins.Max(Share);
        var isNarrow = RowNames.IsNarrow(size);
        var hasWords = terms.Goal.IsSet && !isNarrow;
        var y = Axis.Numbers(0, hasWords ? highest * (1 + Headroom) : highest, 4, ShareTick);
        var wordsAt = BetweenLines(y, highest * (1 + (Headroom / 4)));
        y = hasWords && wordsAt > y.To ? Axis.Numbers(0, wordsAt, 4, ShareTick) : y;
        var (from, to) = (bins[0].From, bins[^1].To);
        double[] lines = [.. new[] { terms.Base, terms.Goal.At }.Where(double.IsFinite)];
        (from, to) = (lines.Append(from).Min(), lines.Append(to).Max());
        var round = Axis.Around(from, to, isNarrow ? 3 : 7, (v, step) => terms.Outcome.Tick(v, step, language));
        var x = SweepLines.Within(round, from, to) with { Grid = false, Title = terms.Outcome.Name };
        var marks = ImmutableArray.CreateBuilder<Mark>();
        var key = ImmutableArray.CreateBuilder<KeyEntry>();
        foreach (var bin in bins.Where(b => b.Worlds > 0))
        {
            AddBin(marks, bin, Share(bin), terms, language);
        }

        if (terms.Goal.IsSet && isNarrow)
        {
            key.Add(new KeyEntry(KeySample.HatchedBar, Hue.Vermilion, Misses(terms, language)));
            key.Add(new KeyEntry(KeySample.StrongCell, Hue.Blue, Meets(terms, language)));
        }
        else if (terms.Goal.IsSet)
        {
            var at = new Point(terms.Goal.At, wordsAt);
            var (misses, meets) = terms.Goal.IsAtLeast ? (LabelSide.Left, LabelSide.Right) : (LabelSide.Right, LabelSide.Left);
            marks.Add(new LabelMark(at, Misses(terms, language), Hue.Vermilion, misses, true));
            marks.Add(new LabelMark(at, Meets(terms, language), Hue.Blue, meets, true));
        }

        SweepLines.Add(marks, key, terms.Outcome, terms.Base, terms.Goal.At, size, language, true);
        return new Figure(
            caption.Id, caption.Title, caption.Subtitle,
            SweepLines.WithNote(caption.Credit, terms.WorldsBelow + terms.WorldsAbove == 0 ? "" : ChartLanguage.Fill(
                words.OffScale, language.Percent(100.0 * terms.WorldsBelow / worlds, 2), language.Percent(100.0 * terms.WorldsAbove / worlds, 2))),
            caption.Description.Length > 0 ? caption.Description : ChartLanguage.Fill(
                words.DescribeDistribution, language.Number(worlds), terms.Goal.IsSet ? Misses(terms, language) : terms.Outcome.Name),
            size, 1,
            [new Panel("", x, y with { Title = words.ShareOfWorlds }, marks.ToImmutable())],
            key.ToImmutable(),
            DataOf(bins, worlds, terms),
            language);

        string ShareTick(double value, double step) => language.Percent(value, ChartLanguage.DecimalsOf(step));
    }

    /// <summary>The middle between two lines of the grid, the lowest that is not below a height.</summary>
    private static double BetweenLines(Axis axis, double lowest)
    {
        var step = axis.Ticks[1].At - axis.Ticks[0].At;
        return (Math.Ceiling((lowest / step) - 0.5) + 0.5) * step;
    }

    private static bool AreEven(IReadOnlyList<OutcomeBin> bins)
    {
        if (bins.Count == 0 || !double.IsFinite(bins[0].From) || !(bins[0].To > bins[0].From))
        {
            return false;
        }

        var width = bins[0].To - bins[0].From;
        return bins.All(b => b.Worlds >= 0 && Math.Abs(b.To - b.From - width) <= width * Slack)
            && bins.Zip(bins.Skip(1), (a, b) => Math.Abs(b.From - a.To)).All(gap => gap <= width * Slack);
    }

    private static string Misses(HistogramTerms terms, ChartLanguage language) =>
        ChartLanguage.Fill(SweepWords.Of(language).Misses, language.Percent(terms.MissPct));

    private static string Meets(HistogramTerms terms, ChartLanguage language) =>
        ChartLanguage.Fill(SweepWords.Of(language).Meets, language.Percent(100 - terms.MissPct));

    /// <summary>One bin; where the goal runs through it, a part on each side.</summary>
    private static void AddBin(ImmutableArray<Mark>.Builder marks, OutcomeBin bin, double sharePct, HistogramTerms terms, ChartLanguage language)
    {
        var tip = $"{terms.Outcome.Say(bin.From, language)} – {terms.Outcome.Say(bin.To, language)}: {language.Percent(sharePct, 2)}";
        var goal = terms.Goal;
        var cut = goal.IsSet ? Math.Clamp(goal.At, bin.From, bin.To) : goal.IsAtLeast ? bin.From : bin.To;
        Part(bin.From, cut, !goal.IsAtLeast);
        Part(cut, bin.To, goal.IsAtLeast);

        void Part(double left, double right, bool meets)
        {
            if (left < right)
            {
                marks.Add(new BinMark(left, right, sharePct, meets ? Hue.Blue : Hue.Vermilion, !meets) { Tip = tip });
            }
        }
    }

    private static FigureData DataOf(IReadOnlyList<OutcomeBin> bins, long worlds, HistogramTerms terms)
    {
        ImmutableArray<Cell> Row(double from, double to, long count) => [from, to, count, 100.0 * count / worlds];
        var rows = ImmutableArray.CreateBuilder<ImmutableArray<Cell>>();
        if (terms.WorldsBelow > 0)
        {
            rows.Add(Row(double.NaN, bins[0].From, terms.WorldsBelow));
        }

        rows.AddRange(bins.Select(b => Row(b.From, b.To, b.Worlds)));
        if (terms.WorldsAbove > 0)
        {
            rows.Add(Row(bins[^1].To, double.NaN, terms.WorldsAbove));
        }

        return new FigureData([terms.Outcome.Column + "_from", terms.Outcome.Column + "_to", "worlds", "share_pct"], rows.ToImmutable());
    }
}
