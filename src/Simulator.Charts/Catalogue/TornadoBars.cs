using System.Collections.Immutable;
using Simulator.Charts.Text;

namespace Simulator.Charts.Catalogue;

/// <summary>A factor of a tornado: one outcome with the factor alone at each of its ends.</summary>
/// <param name="Name">The factor's name.</param>
/// <param name="LowLabel">Its low end in words, such as 20%.</param>
/// <param name="LowOutcome">The outcome there; what is not finite is a gap.</param>
/// <param name="HighLabel">Its high end in words.</param>
/// <param name="HighOutcome">The outcome there; what is not finite is a gap.</param>
public sealed record TornadoRow(string Name, string LowLabel, double LowOutcome, string HighLabel, double HighOutcome);

/// <summary>What a tornado shows.</summary>
/// <param name="Outcome">The outcome.</param>
/// <param name="Base">The outcome with every factor at its base value.</param>
public sealed record TornadoTerms(Quantity Outcome, double Base)
{
    /// <summary>The value that the outcome is held against; not finite for none.</summary>
    public double Goal { get; init; } = double.NaN;
}

/// <summary>One outcome and the factors that move it, the widest swing first: a bar from the outcome at a factor's low end to that at its high end.</summary>
public static class TornadoBars
{
    private const double RowHeight = 27;

    private const double NarrowPart = 0.74;

    /// <summary>Part of the span of all outcomes within which two ends are written as one.</summary>
    private const double NearPart = 0.012;

    /// <summary>Longest words of an end that stand beside a bar on a narrow page; longer ones stand with the name.</summary>
    private const int LongestNarrow = 9;

    /// <summary>A size in which up to 20 factors have room.</summary>
    /// <param name="format">The page.</param>
    /// <param name="rows">The factors.</param>
    /// <param name="terms">What is shown.</param>
    public static FigureSize SizeFor(FigureFormat format, IReadOnlyList<TornadoRow> rows, TornadoTerms terms) =>
        RowNames.SizeFor(format, rows.Count, size => rows.Select(r => NameOf(r, rows, terms, size)), RowHeight, NarrowPart);

    /// <summary>Builds the figure. At most 20 factors are drawn, fewer where a page is too low; the note counts the others and the data hold them.</summary>
    /// <param name="caption">The words of the figure.</param>
    /// <param name="rows">The factors, at least one, in any order.</param>
    /// <param name="terms">What is shown.</param>
    /// <param name="size">Size; <see cref="SizeFor"/> gives a good one.</param>
    /// <returns>The figure, with columns factor, end, factor_value, the outcome's and base as its data, in the order of the figure.</returns>
    /// <exception cref="ArgumentException">There is no factor, or the base value is not finite.</exception>
    public static Figure Build(Caption caption, IReadOnlyList<TornadoRow> rows, TornadoTerms terms, FigureSize size)
    {
        if (rows.Count == 0 || !double.IsFinite(terms.Base))
        {
            throw new ArgumentException("A tornado needs factors and a base value.", nameof(rows));
        }

        var language = caption.Language;
        var words = SweepWords.Of(language);
        TornadoRow[] sorted = [.. rows.OrderByDescending(r => Swing(r, terms)).ThenBy(r => r.Name, NameOrder.Of(language))];
        TornadoRow[] shown = [.. sorted.Take(RowNames.Shown([.. sorted.Select(r => NameOf(r, rows, terms, size))], size))];
        var values = shown.SelectMany(r => new[] { r.LowOutcome, r.HighOutcome }).Append(terms.Base).Append(terms.Goal).Where(double.IsFinite).ToArray();
        var x = Axis.Around(values.Min(), values.Max(), RowNames.IsNarrow(size) ? 3 : 6, (v, step) => terms.Outcome.Tick(v, step, language));
        x = RowNames.IsNarrow(size) ? x : SweepLines.Clear(x, terms.Base, terms.Goal);
        var marks = ImmutableArray.CreateBuilder<Mark>();
        var key = ImmutableArray.CreateBuilder<KeyEntry>();
        key.Add(new KeyEntry(KeySample.StrongCell, Hue.Blue, words.LowEnd));
        key.Add(new KeyEntry(KeySample.HatchedBar, Hue.Vermilion, words.HighEnd));
        for (var i = 0; i < shown.Length; i++)
        {
            AddRow(marks, shown[i], i, terms, language, x, PlaceOf(shown[i], rows, terms), NameOf(shown[i], rows, terms, size) == shown[i].Name);
        }

        SweepLines.Add(marks, key, terms.Outcome, terms.Base, terms.Goal, size, language);
        return new Figure(
            caption.Id, caption.Title, caption.Subtitle,
            SweepLines.WithNote(caption.Credit, RowNames.More(sorted.Length, shown.Length, language)),
            caption.Description.Length > 0 ? caption.Description : Describe(sorted, terms, language),
            size, 1,
            [new Panel("", x, RowNames.AxisOf(shown.Select(r => NameOf(r, rows, terms, size)), size), marks.ToImmutable())],
            key.ToImmutable(),
            new FigureData(
                ["factor", "end", "factor_value", terms.Outcome.Column, "base"],
                [
                    .. sorted.SelectMany(r => new[]
                    {
                        ImmutableArray.Create<Cell>(r.Name, "low", r.LowLabel, r.LowOutcome, terms.Base),
                        ImmutableArray.Create<Cell>(r.Name, "high", r.HighLabel, r.HighOutcome, terms.Base),
                    }),
                ]),
            language);
    }

    /// <summary>How far the outcome moves over both ends and the base; a factor without an outcome comes last.</summary>
    private static double Swing(TornadoRow row, TornadoTerms terms)
    {
        double[] known = [.. new[] { row.LowOutcome, row.HighOutcome }.Where(double.IsFinite)];
        return known.Length == 0 ? double.NegativeInfinity : known.Append(terms.Base).Max() - known.Append(terms.Base).Min();
    }

    /// <summary>Where the ends of a factor lie.</summary>
    private enum Ends
    {
        /// <summary>On both sides of the base.</summary>
        Apart,

        /// <summary>On one side of the base.</summary>
        OneSide,

        /// <summary>At about one outcome.</summary>
        OnePlace,
    }

    private static Ends PlaceOf(TornadoRow row, IReadOnlyList<TornadoRow> rows, TornadoTerms terms)
    {
        if (!double.IsFinite(row.LowOutcome) || !double.IsFinite(row.HighOutcome))
        {
            return Ends.Apart;
        }

        double[] all = [.. rows.SelectMany(r => new[] { r.LowOutcome, r.HighOutcome }).Where(double.IsFinite)];
        return Math.Abs(row.LowOutcome - row.HighOutcome) <= NearPart * (all.Max() - all.Min()) ? Ends.OnePlace
            : (row.LowOutcome - terms.Base) * (row.HighOutcome - terms.Base) > 0 ? Ends.OneSide
            : Ends.Apart;
    }

    private static string Both(TornadoRow row) => $"{row.LowLabel} – {row.HighLabel}";

    /// <summary>The name of a row; on a narrow page with the words of its ends, where those would not stand beside its bars.</summary>
    private static string NameOf(TornadoRow row, IReadOnlyList<TornadoRow> rows, TornadoTerms terms, FigureSize size) =>
        RowNames.IsNarrow(size) && (PlaceOf(row, rows, terms) != Ends.Apart || Math.Max(row.LowLabel.Length, row.HighLabel.Length) > LongestNarrow)
            ? $"{row.Name}: {Both(row)}"
            : row.Name;

    private static void AddRow(
        ImmutableArray<Mark>.Builder marks, TornadoRow row, int at, TornadoTerms terms, ChartLanguage language, Axis x, Ends ends, bool hasWords)
    {
        var (hasLow, hasHigh) = (double.IsFinite(row.LowOutcome), double.IsFinite(row.HighOutcome));
        if (!hasLow && !hasHigh)
        {
            marks.Add(new LabelMark(new Point(terms.Base, at), language.Words.NoFigure, Hue.Muted, Roomier(terms.Base)));
            return;
        }

        // Two ends on one side of the base would cover one another: each then has half of the row.
        var isOneSided = hasLow && hasHigh && (row.LowOutcome - terms.Base) * (row.HighOutcome - terms.Base) > 0;
        if (hasLow)
        {
            marks.Add(Bar(row.LowOutcome, row.LowLabel, Hue.Blue, false));
        }

        if (hasHigh)
        {
            marks.Add(Bar(row.HighOutcome, row.HighLabel, Hue.Vermilion, true));
        }

        if (!hasWords)
        {
            return;
        }

        if (ends != Ends.Apart)
        {
            // The words of two ends on one side would meet: they stand together where the longer bar ends.
            var end = Math.Abs(row.LowOutcome - terms.Base) > Math.Abs(row.HighOutcome - terms.Base) ? row.LowOutcome : row.HighOutcome;
            var side = end < terms.Base ? LabelSide.Left : end > terms.Base ? LabelSide.Right : Roomier(end);
            marks.Add(new LabelMark(new Point(end, at), Both(row), Hue.Ink, side));
            return;
        }

        if (hasLow)
        {
            marks.Add(End(row.LowOutcome, row.LowLabel, Hue.Blue, row.HighOutcome));
        }

        if (hasHigh)
        {
            marks.Add(End(row.HighOutcome, row.HighLabel, Hue.Vermilion, row.LowOutcome));
        }

        BarMark Bar(double outcome, string label, Hue hue, bool isHigh) => new(at, terms.Base, outcome, hue, isHigh)
        {
            Lane = isOneSided && isHigh ? 1 : 0,
            Lanes = isOneSided ? 2 : 1,
            Tip = $"{row.Name} {label}: {terms.Outcome.Say(outcome, language)}",
        };

        LabelSide Roomier(double place) => place - x.From > x.To - place ? LabelSide.Left : LabelSide.Right;

        // An end at the base itself keeps to the side that the other end leaves free.
        LabelMark End(double outcome, string label, Hue hue, double other) => new(
            new Point(outcome, at), label, hue, outcome < terms.Base || (outcome == terms.Base && other > outcome) ? LabelSide.Left : LabelSide.Right);
    }

    private static string Describe(TornadoRow[] rows, TornadoTerms terms, ChartLanguage language)
    {
        var first = rows[0];
        string End(string label, double outcome) => $"{label}: {(double.IsFinite(outcome) ? terms.Outcome.Say(outcome, language) : language.Words.NoFigure)}";
        return ChartLanguage.Fill(
            SweepWords.Of(language).DescribeTornado,
            language.Number(rows.Length),
            terms.Outcome.Say(terms.Base, language),
            $"{first.Name} ({End(first.LowLabel, first.LowOutcome)}, {End(first.HighLabel, first.HighOutcome)})");
    }
}
