using System.Collections.Immutable;
using Simulator.Charts.Text;

namespace Simulator.Charts.Catalogue;

/// <summary>A member in a ranking.</summary>
/// <param name="Name">The member's name in the figure's language.</param>
/// <param name="TodayPct">Share of GDP today in percent; not finite when there is none.</param>
/// <param name="HeadlinePct">Share of GDP in the headline year in percent; not finite when there is none.</param>
/// <param name="Group">Heading under which the member stands, empty for none. Groups appear in the order of their first member.</param>
/// <param name="Remark">What is said in the row when there is no figure.</param>
public sealed record RankedMember(string Name, double TodayPct, double HeadlinePct, string Group = "", string Remark = "");

/// <summary>The years and the line of a ranking.</summary>
/// <param name="TodayYear">The year of today's figures.</param>
/// <param name="TodayIsEstimate">Whether today's figures are estimates.</param>
/// <param name="HeadlineYear">The year that the members are ranked by.</param>
/// <param name="LinePct">The line in percent; not finite for none.</param>
/// <param name="LineName">What the line is called.</param>
public sealed record RankingTerms(int TodayYear, bool TodayIsEstimate, int HeadlineYear, double LinePct, string LineName);

/// <summary>Members from the highest share to the lowest: a ring for today, a dot for the headline year, the line across.</summary>
public static class Ranking
{
    private const int Decimals = 2;

    /// <summary>Part of the axis within which today's ring is drawn around the dot, which would otherwise cover it.</summary>
    private const double NearPart = 0.004;

    /// <summary>A size that gives every row about 22 pixels.</summary>
    /// <param name="rows">Members and group headings.</param>
    /// <returns>1200 by about 1000 for the 32 members.</returns>
    public static FigureSize SizeFor(int rows) => new(1200, 290 + (22.5 * Math.Max(6, rows)));

    /// <summary>Builds the figure. Members are sorted by the headline year, then today, then name; members without a figure come last.</summary>
    /// <param name="caption">The words of the figure.</param>
    /// <param name="members">The members, at least one.</param>
    /// <param name="terms">Years and line.</param>
    /// <param name="size">Size; <see cref="SizeFor"/> gives a good one.</param>
    /// <returns>The figure, with columns member, group, today_year, today_share_pct, headline_year, headline_share_pct, line_pct, remark as
    /// its data, in the order of the figure.</returns>
    /// <exception cref="ArgumentException">There is no member.</exception>
    public static Figure Build(Caption caption, IReadOnlyList<RankedMember> members, RankingTerms terms, FigureSize size)
    {
        if (members.Count == 0)
        {
            throw new ArgumentException("A ranking needs at least one member.", nameof(members));
        }

        var language = caption.Language;
        var rows = Rows(members, language);
        var values = members.SelectMany(m => new[] { m.TodayPct, m.HeadlinePct }).Append(terms.LinePct).Where(double.IsFinite).ToArray();
        var x = Axis.Numbers(
            values.DefaultIfEmpty(0).Min(), values.DefaultIfEmpty(1).Max(), 6,
            (v, step) => language.Percent(v, ChartLanguage.DecimalsOf(step)));
        var parts = RowParts.Of(rows, size);
        ImmutableArray<KeyEntry> key =
        [
            new(KeySample.HollowDot, Hue.Muted, TodayLabel(terms, language)),
            new(KeySample.FilledDot, Hue.Blue, double.IsFinite(terms.LinePct)
                ? ChartLanguage.Fill(language.Words.AtLine, ChartLanguage.Year(terms.HeadlineYear))
                : ChartLanguage.Year(terms.HeadlineYear)),
        ];
        if (members.Any(m => double.IsFinite(m.HeadlinePct) && !Line.Reached(m.HeadlinePct, terms.LinePct)))
        {
            key = key.Add(new(
                KeySample.FilledDot, Hue.Vermilion, ChartLanguage.Fill(language.Words.Short, ChartLanguage.Year(terms.HeadlineYear))));
        }

        return new Figure(
            caption.Id,
            caption.Title,
            caption.Subtitle,
            caption.Credit,
            caption.Description.Length > 0 ? caption.Description : Describe(members, terms, language),
            size,
            parts.Count,
            [.. parts.Select(part => PanelOf(part, terms, language, x))],
            key,
            DataOf(rows, terms),
            language);
    }

    private static Panel PanelOf(IReadOnlyList<(string Heading, RankedMember? Member)> rows, RankingTerms terms, ChartLanguage language, Axis x)
    {
        var y = Axis.Categories(rows.Select(r => (r.Member?.Name ?? r.Heading, r.Member is null))) with { Grid = true };
        var marks = ImmutableArray.CreateBuilder<Mark>();
        if (double.IsFinite(terms.LinePct))
        {
            var label = ChartLanguage.Fill(language.Words.LineAt, terms.LineName, language.Percent(terms.LinePct));
            marks.Add(new ReferenceMark(AxisSide.X, terms.LinePct, label, Hue.Ink));
        }

        for (var row = 0; row < rows.Count; row++)
        {
            if (rows[row].Member is { } member)
            {
                AddRow(marks, member, row, terms, language, x);
            }
        }

        return new Panel("", x, y, marks.ToImmutable());
    }

    private static string TodayLabel(RankingTerms terms, ChartLanguage language) => terms.TodayIsEstimate
        ? ChartLanguage.Fill(language.Words.Estimate, ChartLanguage.Year(terms.TodayYear))
        : ChartLanguage.Year(terms.TodayYear);

    private static List<(string Heading, RankedMember? Member)> Rows(IReadOnlyList<RankedMember> members, ChartLanguage language)
    {
        var rows = new List<(string, RankedMember?)>();
        foreach (var group in members.GroupBy(m => m.Group))
        {
            if (group.Key.Length > 0)
            {
                rows.Add((group.Key, null));
            }

            rows.AddRange(group
                .OrderByDescending(m => double.IsFinite(m.HeadlinePct) ? m.HeadlinePct : double.NegativeInfinity)
                .ThenByDescending(m => double.IsFinite(m.TodayPct) ? m.TodayPct : double.NegativeInfinity)
                .ThenBy(m => m.Name, NameOrder.Of(language))
                .Select(m => ("", (RankedMember?)m)));
        }

        return rows;
    }

    private static void AddRow(
        ImmutableArray<Mark>.Builder marks, RankedMember member, int row, RankingTerms terms, ChartLanguage language, Axis x)
    {
        var today = new Point(member.TodayPct, row);
        var headline = new Point(member.HeadlinePct, row);
        var (hasToday, hasHeadline) = (double.IsFinite(today.X), double.IsFinite(headline.X));
        if (!hasToday && !hasHeadline)
        {
            var remark = member.Remark.Length > 0 ? member.Remark : language.Words.NoFigure;
            marks.Add(new LabelMark(new Point(x.From, row), remark, Hue.Muted, LabelSide.Right));
            return;
        }

        var hue = Line.Reached(member.HeadlinePct, terms.LinePct) ? Hue.Blue : Hue.Vermilion;
        var near = hasToday && hasHeadline && Math.Abs(today.X - headline.X) < NearPart * (x.To - x.From);
        if (hasToday && hasHeadline && !near)
        {
            marks.Add(new ConnectorMark(today, headline, hue));
        }

        var rises = !hasToday || member.HeadlinePct >= member.TodayPct;
        if (hasToday)
        {
            marks.Add(new DotMark(today, near ? DotShape.Around : DotShape.Hollow, Hue.Muted)
            {
                Tip = Tip(TodayLabel(terms, language), member.TodayPct),
            });
            var text = language.Number(member.TodayPct, Decimals);
            if (!hasHeadline || text != language.Number(member.HeadlinePct, Decimals))
            {
                marks.Add(new LabelMark(today, text, Hue.Muted, rises && hasHeadline ? LabelSide.Left : LabelSide.Right));
            }
        }

        if (hasHeadline)
        {
            marks.Add(new DotMark(headline, DotShape.Filled, hue) { Tip = Tip(ChartLanguage.Year(terms.HeadlineYear), member.HeadlinePct) });
            marks.Add(new LabelMark(
                headline, language.Number(member.HeadlinePct, Decimals), hue, rises ? LabelSide.Right : LabelSide.Left, true));
        }

        string Tip(string year, double share) => $"{member.Name}, {year}: {language.Percent(share, Decimals)}";
    }

    private static string Describe(IReadOnlyList<RankedMember> members, RankingTerms terms, ChartLanguage language)
    {
        var ranked = members.Where(m => double.IsFinite(m.HeadlinePct)).OrderByDescending(m => m.HeadlinePct).ToArray();
        string Say(RankedMember member) => $"{member.Name} {language.Percent(member.HeadlinePct, Decimals)}";
        return ChartLanguage.Fill(
            language.Words.DescribeRanking,
            language.Number(members.Count),
            TodayLabel(terms, language),
            ChartLanguage.Year(terms.HeadlineYear),
            ranked.Length == 0 ? language.Words.NoFigure : Say(ranked[0]),
            ranked.Length == 0 ? language.Words.NoFigure : Say(ranked[^1]),
            language.Number(ranked.Count(m => Line.Reached(m.HeadlinePct, terms.LinePct))),
            double.IsFinite(terms.LinePct) ? language.Percent(terms.LinePct) : "–");
    }

    private static FigureData DataOf(List<(string Heading, RankedMember? Member)> rows, RankingTerms terms) => new(
        ["member", "group", "today_year", "today_share_pct", "headline_year", "headline_share_pct", "line_pct", "remark"],
        [
            .. rows.Select(r => r.Member).OfType<RankedMember>().Select(m => ImmutableArray.Create<Cell>(
                m.Name, m.Group, terms.TodayYear, m.TodayPct, terms.HeadlineYear, m.HeadlinePct, terms.LinePct, m.Remark)),
        ]);
}
