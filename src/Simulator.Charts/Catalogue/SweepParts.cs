using System.Collections.Immutable;
using Simulator.Charts.Layout;
using Simulator.Charts.Text;

namespace Simulator.Charts.Catalogue;

/// <summary>A quantity of a sweep, an outcome or a factor, and how its values are written.</summary>
/// <param name="Name">What it is, with its unit, in the figure's language.</param>
/// <param name="Column">Name of its column in the data, with its unit.</param>
/// <param name="Decimals">Decimals of the values that are written.</param>
public sealed record Quantity(string Name, string Column, int Decimals)
{
    /// <summary>Whether values are percent.</summary>
    public bool IsPercent { get; init; }

    /// <summary>A value in words.</summary>
    /// <param name="value">The value.</param>
    /// <param name="language">Language of the number.</param>
    /// <returns>The number, with its percent sign where it is one; nothing for what is not finite.</returns>
    public string Say(double value, ChartLanguage language) => Say(value, Decimals, language);

    internal string Tick(double value, double step, ChartLanguage language) => Say(value, ChartLanguage.DecimalsOf(step), language);

    private string Say(double value, int decimals, ChartLanguage language) => IsPercent ? language.Percent(value, decimals) : language.Number(value, decimals);
}

/// <summary>What an outcome is held against in every world.</summary>
/// <param name="At">The value; not finite for no goal.</param>
/// <param name="IsAtLeast">Whether the outcome must reach it; if not, it must stay at or below it.</param>
public readonly record struct OutcomeGoal(double At, bool IsAtLeast)
{
    /// <summary>No goal.</summary>
    public static OutcomeGoal None => new(double.NaN, true);

    /// <summary>Whether there is a goal.</summary>
    public bool IsSet => double.IsFinite(At);
}

/// <summary>How figures of sweeps name their rows: beside them, or above them on a page too narrow for a factor's full name.</summary>
internal static class RowNames
{
    /// <summary>Most rows that a figure draws.</summary>
    public const int MostRows = 20;

    /// <summary>Width below which names stand above their rows, pixels at a text scale of 1.</summary>
    private const double Narrow = 520;

    private const int MostLines = 3;

    /// <summary>Height that a line of a name adds to a row on a page of print, before the rows are drawn closer there.</summary>
    private const double LineInRow = 19;

    /// <summary>Lowest row at a text scale of 1, without its name, pixels.</summary>
    private const double LowestRow = 16;

    /// <summary>Words above and below the rows at a text scale of 1, pixels.</summary>
    private const double Words = 270;

    /// <summary>Whether names stand above their rows, and words of lines in the key.</summary>
    public static bool IsNarrow(FigureSize size) => size.Width / size.TextScale < Narrow;

    /// <summary>The axis of names.</summary>
    public static Axis AxisOf(IEnumerable<string> names, FigureSize size)
    {
        string[] all = [.. names];
        return Axis.Categories(all.Select(n => (n, false))) with { Grid = true, NameLines = [.. Lines(all, size)] };
    }

    /// <summary>A size in which each row has room for its marks and, on a narrow page, for its name above them.</summary>
    /// <param name="format">The page.</param>
    /// <param name="rows">Rows.</param>
    /// <param name="names">Their names on a page of a size.</param>
    /// <param name="rowHeight">Height of a row at a text scale of 1, pixels.</param>
    /// <param name="narrowPart">Part of that height that a row's marks have below its name.</param>
    public static FigureSize SizeFor(FigureFormat format, int rows, Func<FigureSize, IEnumerable<string>> names, double rowHeight, double narrowPart)
    {
        var most = Math.Min(rows, MostRows);
        var size = format.Rows(most, rowHeight);
        var lines = Lines(names(size), size);
        return lines.Length == 0 ? size : format.Rows(most, (rowHeight * narrowPart) + (lines.Order().TakeLast(most).Average() * LineInRow));
    }

    /// <summary>Height of a row on a page of a height of its own, about, pixels at a text scale of 1.</summary>
    public static double Height(int rows, FigureSize size) => ((size.Height / size.TextScale) - Words) / Math.Max(1, rows);

    /// <summary>How many of some rows a page has room for, in the height that it has.</summary>
    public static int Shown(IReadOnlyList<string> names, FigureSize size)
    {
        var most = Math.Min(names.Count, MostRows);
        if (size.PlotHeight > 0)
        {
            return most;
        }

        var row = LowestRow + (Lines(names, size).DefaultIfEmpty(0).Max() * LineInRow * 0.8);
        return Math.Clamp((int)(((size.Height / size.TextScale) - Words) / row), Math.Min(most, 4), most);
    }

    /// <summary>What a figure says about rows that it does not draw.</summary>
    public static string More(int all, int shown, ChartLanguage language) =>
        all == shown ? "" : ChartLanguage.Fill(ScenarioWords.Of(language).More, language.Number(all - shown)) + ".";

    /// <summary>Lines of each name above its row; none where names stand beside their rows.</summary>
    private static int[] Lines(IEnumerable<string> names, FigureSize size)
    {
        var sizes = new TextSizes(size);
        var width = size.Width - (2 * sizes.Margin);
        return IsNarrow(size) ? [.. names.Select(n => Math.Clamp(TextFitting.Wrap(n, width, sizes.Category).Count, 1, MostLines))] : [];
    }
}

/// <summary>The lines that outcomes of sweeps are held against: solid for the base case, dashed for the goal, in every figure alike.</summary>
internal static class SweepLines
{
    /// <summary>Adds the lines; on a narrow page, where their words would meet, the key says what they are.</summary>
    public static void Add(
        ImmutableArray<Mark>.Builder marks, ImmutableArray<KeyEntry>.Builder key, Quantity outcome, double baseValue, double goal, FigureSize size, ChartLanguage language,
        bool isInFront = false)
    {
        var words = SweepWords.Of(language);
        var isNarrow = RowNames.IsNarrow(size);
        Line(baseValue, words.BaseCase, false);
        Line(goal, words.Goal, true);

        void Line(double at, string name, bool isDashed)
        {
            if (double.IsFinite(at))
            {
                var label = Label(name, at, outcome, language);
                marks.Add(new ReferenceMark(AxisSide.X, at, isNarrow ? "" : label, Hue.Ink) { IsDashed = isDashed, IsInFront = isInFront, Tip = label });
                if (isNarrow)
                {
                    key.Add(new KeyEntry(isDashed ? KeySample.Dashed : KeySample.Thin, Hue.Ink, label));
                }
            }
        }
    }

    /// <summary>The axis across without the words of ticks that a line runs through: its own words say the value.</summary>
    public static Axis Clear(Axis axis, params IEnumerable<double> lines) => lines.Aggregate(axis, (a, at) => a with
    {
        Ticks = [.. a.Ticks.Select(t => Math.Abs(t.At - at) <= 1e-6 * (a.To - a.From) ? t with { Label = "" } : t)],
    });

    /// <summary>An axis that ends at the values themselves, with the round ones between them as ticks.</summary>
    public static Axis Within(Axis axis, double from, double to)
    {
        var slack = 1e-9 * (axis.To - axis.From);
        return from < to ? axis with { From = from, To = to, Ticks = [.. axis.Ticks.Where(t => t.At >= from - slack && t.At <= to + slack)] } : axis;
    }

    /// <summary>A line's name and value.</summary>
    public static string Label(string name, double at, Quantity outcome, ChartLanguage language) =>
        ChartLanguage.Fill(language.Words.LineAt, name, outcome.Say(at, language));

    /// <summary>A caption's credit with more sentences in its note; those that are empty are left out.</summary>
    public static Credit WithNote(Credit credit, params IEnumerable<string> sentences) =>
        credit with { Note = string.Join(" ", sentences.Prepend(credit.Note).Where(s => s.Length > 0)) };
}
