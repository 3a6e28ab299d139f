using System.Collections.Immutable;

namespace Simulator.Charts.Catalogue;

/// <summary>The earliest years of a member: one row of the map.</summary>
/// <param name="Name">The member's name in the figure's language.</param>
/// <param name="Years">Earliest year by panel, then column; not finite where it is not reached.</param>
/// <param name="Remark">What is said in the row when there is no figure; empty for members with figures.</param>
public sealed record ReachRow(string Name, ImmutableArray<ImmutableArray<double>> Years, string Remark = "");

/// <summary>What panels and columns of a map of earliest years stand for.</summary>
/// <param name="Panels">Heading of each panel, for example a set of limits.</param>
/// <param name="TargetsPct">Target share of each column, percent.</param>
/// <param name="Today">Years up to this one are written as "today".</param>
/// <param name="By">The year that parts strong from light cells.</param>
/// <param name="Horizon">Last year looked at.</param>
public sealed record ReachTerms(ImmutableArray<string> Panels, ImmutableArray<double> TargetsPct, int Today, int By, int Horizon);

/// <summary>A heat map of members by target: the earliest year stands in each cell, its tone says whether that is by the year asked for.</summary>
public static class ReachMap
{
    /// <summary>A size that gives every row about 24 pixels.</summary>
    /// <param name="rows">Members.</param>
    /// <returns>1200 by about 1050 for the 32 members.</returns>
    public static FigureSize SizeFor(int rows) => new(1200, 290 + (24 * Math.Max(6, rows)));

    /// <summary>Builds the figure. Members appear in the order given.</summary>
    /// <param name="caption">The words of the figure.</param>
    /// <param name="rows">The members, at least one.</param>
    /// <param name="terms">What panels and columns stand for.</param>
    /// <param name="size">Size; <see cref="SizeFor"/> gives a good one.</param>
    /// <returns>The figure, with columns member, limits, target_pct, earliest_year as its data.</returns>
    /// <exception cref="ArgumentException">There is no member, panel or column, or a row with figures has others than the terms.</exception>
    public static Figure Build(Caption caption, IReadOnlyList<ReachRow> rows, ReachTerms terms, FigureSize size)
    {
        Check(rows, terms);
        var language = caption.Language;
        var columns = terms.TargetsPct.Length;
        var x = new Axis(
            AxisKind.Number, 0.5, columns + 0.5, [.. terms.TargetsPct.Select((t, i) => new Tick(i + 1, language.Percent(t, Decimals(t))))], false);
        var parts = RowParts.Of(rows, size);
        // In print a cell is as wide as four digits: there today's year stands for the word.
        var today = size.InMillimetres ? ChartLanguage.Year(terms.Today) : language.Words.Today;
        var panels = parts.SelectMany(part =>
        {
            var y = Axis.Categories(part.Select(r => (r.Name, false)));
            return terms.Panels.Select((title, panel) => new Panel(title, x, y, MarksOf(part, terms, panel, language, today)));
        });
        var words = language.Words;
        return new Figure(
            caption.Id,
            caption.Title,
            caption.Subtitle,
            caption.Credit,
            caption.Description.Length > 0 ? caption.Description : Describe(rows, terms, language),
            size,
            terms.Panels.Length * parts.Count,
            [.. panels],
            [
                new KeyEntry(KeySample.StrongCell, Hue.Blue, ChartLanguage.Fill(words.ReachedBy, ChartLanguage.Year(terms.By))),
                new KeyEntry(KeySample.LightCell, Hue.Blue, ChartLanguage.Fill(words.ReachedLater, ChartLanguage.Year(terms.By), ChartLanguage.Year(terms.Horizon))),
                new KeyEntry(KeySample.HatchedCell, Hue.Slate, ChartLanguage.Fill(words.NotReached, ChartLanguage.Year(terms.Horizon))),
            ],
            DataOf(rows, terms),
            language);
    }

    private static void Check(IReadOnlyList<ReachRow> rows, ReachTerms terms)
    {
        if (rows.Count == 0 || terms.Panels.IsEmpty || terms.TargetsPct.IsEmpty)
        {
            throw new ArgumentException("A map needs at least one member, one panel and one column.", nameof(rows));
        }

        foreach (var row in rows.Where(r => r.Remark.Length == 0))
        {
            if (row.Years.Length != terms.Panels.Length || row.Years.Any(p => p.Length != terms.TargetsPct.Length))
            {
                throw new ArgumentException($"The years of '{row.Name}' do not fill panels and columns.", nameof(rows));
            }
        }
    }

    private static ImmutableArray<Mark> MarksOf(
        IReadOnlyList<ReachRow> rows, ReachTerms terms, int panel, ChartLanguage language, string today)
    {
        var marks = ImmutableArray.CreateBuilder<Mark>();
        for (var row = 0; row < rows.Count; row++)
        {
            if (rows[row].Remark.Length > 0)
            {
                marks.Add(new LabelMark(new Point(0.5, row), rows[row].Remark, Hue.Muted, LabelSide.Right));
                continue;
            }

            for (var column = 0; column < terms.TargetsPct.Length; column++)
            {
                marks.Add(CellOf(rows[row], terms, panel, column, row, language, today));
            }
        }

        return marks.ToImmutable();
    }

    private static CellMark CellOf(
        ReachRow member, ReachTerms terms, int panel, int column, int row, ChartLanguage language, string today)
    {
        var year = member.Years[panel][column];
        var words = language.Words;
        var (text, hue, tone) = year switch
        {
            _ when !double.IsFinite(year) => ("–", Hue.Slate, CellTone.Hatched),
            _ when year <= terms.Today => (today, Hue.Blue, CellTone.Strong),
            _ => (ChartLanguage.Year((int)year), Hue.Blue, year <= terms.By ? CellTone.Strong : CellTone.Light),
        };
        var target = language.Percent(terms.TargetsPct[column], Decimals(terms.TargetsPct[column]));
        var said = double.IsFinite(year) ? text : ChartLanguage.Fill(words.NotReached, ChartLanguage.Year(terms.Horizon));
        return new CellMark(new Point(column + 1, row), text, hue, tone) { Tip = $"{member.Name}, {terms.Panels[panel]}, {target}: {said}" };
    }

    private static int Decimals(double targetPct) => targetPct == Math.Floor(targetPct) ? 0 : targetPct * 10 == Math.Floor(targetPct * 10) ? 1 : 2;

    private static string Describe(IReadOnlyList<ReachRow> rows, ReachTerms terms, ChartLanguage language)
    {
        var counts = terms.Panels.SelectMany((title, panel) => terms.TargetsPct.Select((target, column) =>
            $"{title} {language.Percent(target, Decimals(target))} {language.Number(rows.Count(r => r.Remark.Length == 0 && r.Years[panel][column] <= terms.By))}"));
        return ChartLanguage.Fill(
            language.Words.DescribeReach, language.Number(rows.Count(r => r.Remark.Length == 0)), ChartLanguage.Year(terms.By), string.Join(", ", counts));
    }

    private static FigureData DataOf(IReadOnlyList<ReachRow> rows, ReachTerms terms) => new(
        ["member", "limits", "target_pct", "earliest_year"],
        [
            .. rows.Where(r => r.Remark.Length == 0).SelectMany(r => terms.Panels.SelectMany((title, panel) => terms.TargetsPct.Select((target, column) =>
                ImmutableArray.Create<Cell>(r.Name, title, target, r.Years[panel][column])))),
        ]);
}
