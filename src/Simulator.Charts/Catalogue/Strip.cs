using System.Collections.Immutable;
using Simulator.Charts.Text;

namespace Simulator.Charts.Catalogue;

/// <summary>A member on a strip.</summary>
/// <param name="Name">The name in the figure's language.</param>
/// <param name="Value">Its value.</param>
/// <param name="Remark">What it is like, written beside it where there is room.</param>
public sealed record StripMember(string Name, double Value, string Remark = "");

/// <summary>A stretch of a strip, with the members that stand in it.</summary>
/// <param name="Name">What it is called.</param>
/// <param name="Id">The word of its column in the data.</param>
/// <param name="To">Where it ends; not finite for the last one.</param>
/// <param name="Members">Its members.</param>
public sealed record StripStretch(string Name, string Id, double To, ImmutableArray<StripMember> Members);

/// <summary>Members on one axis over a strip of what has been, parted into named stretches.</summary>
public static class Strip
{
    /// <summary>Builds the figure: the strip on top, then the stretches from the highest, their members from the highest.</summary>
    /// <param name="caption">The words of the figure.</param>
    /// <param name="past">What has been, each value a tick.</param>
    /// <param name="pastName">What the ticks are.</param>
    /// <param name="stretches">The stretches from the lowest.</param>
    /// <param name="column">Name of the value's column in the data, with its unit.</param>
    /// <param name="size">Size.</param>
    /// <returns>The figure, with columns unit, stretch, the value and remark as its data; the past comes last with unit "episode".</returns>
    /// <exception cref="ArgumentException">There is no member.</exception>
    public static Figure Build(
        Caption caption, IReadOnlyList<double> past, string pastName, IReadOnlyList<StripStretch> stretches, string column, FigureSize size)
    {
        if (!stretches.Any(s => s.Members.Length > 0))
        {
            throw new ArgumentException("A strip needs at least one member.", nameof(stretches));
        }

        var language = caption.Language;
        var values = past.Concat(stretches.SelectMany(s => s.Members.Select(m => m.Value))).ToArray();
        var x = Axis.Numbers(values.Min(), values.Max(), 8, (v, step) => language.Number(v, ChartLanguage.DecimalsOf(step)));
        // The last label would leave a narrow page if it stood at its very edge.
        x = x with { To = x.To + (0.3 * (x.Ticks[1].At - x.Ticks[0].At)) };
        StripStretch[] ordered = [.. stretches.Reverse().Where(s => s.Members.Length > 0).Select(s => s with { Members = Ordered(s, language) })];
        var rows = new List<StripRow> { new(pastName, null, true), new("", null, false) };
        foreach (var stretch in ordered)
        {
            rows.Add(new(stretch.Name, null, true));
            rows.AddRange(stretch.Members.Select(m => new StripRow(stretch.Name, m, false)));
        }

        var parts = RowParts.Of(rows, size);
        return new Figure(
            caption.Id,
            caption.Title,
            caption.Subtitle,
            caption.Credit,
            caption.Description.Length > 0 ? caption.Description : ChartLanguage.Fill(
                BudgetWords.Of(language).DescribePanels,
                language.Number(ordered.Sum(s => s.Members.Length)),
                string.Join("; ", ordered.Select(s => $"{s.Name}: {language.Number(s.Members.Length)}"))),
            size,
            parts.Count,
            [.. parts.Select(p => PanelOf(p, past, stretches, language, x, RowParts.HasRoomForRemarks(size, parts.Count)))],
            [],
            new FigureData(
                ["unit", "stretch", column, "remark"],
                [
                    .. ordered.SelectMany(s => s.Members.Select(m => ImmutableArray.Create<Cell>(m.Name, s.Id, m.Value, m.Remark))),
                    .. past.Select(v => ImmutableArray.Create<Cell>("episode", "", v, "")),
                ]),
            language);
    }

    /// <summary>Rows that the figure lists.</summary>
    /// <param name="members">Members.</param>
    /// <param name="stretches">Stretches with members.</param>
    public static int RowsOf(int members, int stretches) => members + stretches + 2;

    private static ImmutableArray<StripMember> Ordered(StripStretch stretch, ChartLanguage language) =>
        [.. stretch.Members.OrderByDescending(m => m.Value).ThenBy(m => m.Name, NameOrder.Of(language))];

    private static Panel PanelOf(
        IReadOnlyList<StripRow> rows, IReadOnlyList<double> past, IReadOnlyList<StripStretch> stretches, ChartLanguage language, Axis x, bool hasRemarks)
    {
        var marks = ImmutableArray.CreateBuilder<Mark>();
        AddBands(marks, stretches, x);
        for (var i = 0; i < rows.Count; i++)
        {
            if (rows[i].Member is not { } member)
            {
                var ticks = rows[i].Name.Length == 0 ? past : [];
                marks.AddRange(ticks.Select(v => new DotMark(new Point(v, i), DotShape.Bar, Hue.Muted) { Tip = language.Percent(v) }));
                continue;
            }

            var at = new Point(member.Value, i);
            marks.Add(new DotMark(at, DotShape.Filled, Hue.Blue) { Tip = $"{member.Name}: {language.Percent(member.Value)}, {rows[i].Name}" });
            marks.Add(new LabelMark(at, language.Percent(member.Value), Hue.Blue, LabelSide.Right, true));
            if (hasRemarks && member.Remark.Length > 0)
            {
                marks.Add(new LabelMark(at with { X = at.X + ((x.To - x.From) * 0.06) }, member.Remark, Hue.Muted, LabelSide.Right, false, false));
            }
        }

        var y = Axis.Categories(rows.Select(r => (r.Member?.Name ?? r.Name, r.Heading))) with { Grid = true };
        return new Panel("", x, y, marks.ToImmutable());
    }

    /// <summary>A row: a heading, a member, or the strip, which has no name.</summary>
    private sealed record StripRow(string Name, StripMember? Member, bool Heading);

    /// <summary>Every second stretch is shaded, so that the ends of all show.</summary>
    private static void AddBands(ImmutableArray<Mark>.Builder marks, IReadOnlyList<StripStretch> stretches, Axis x)
    {
        for (var i = 1; i < stretches.Count; i += 2)
        {
            var from = Math.Max(stretches[i - 1].To, x.From);
            var to = double.IsFinite(stretches[i].To) ? Math.Min(stretches[i].To, x.To) : x.To;
            if (from < to)
            {
                marks.Add(new BandMark(AxisSide.X, from, to, "") { Tip = stretches[i].Name });
            }
        }
    }
}
