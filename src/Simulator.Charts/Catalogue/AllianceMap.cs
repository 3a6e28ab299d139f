using System.Collections.Immutable;

namespace Simulator.Charts.Catalogue;

/// <summary>A member on the map.</summary>
/// <param name="Name">The name in the figure's language.</param>
/// <param name="SharePct">Share of GDP in percent; not finite when there is none.</param>
/// <param name="Rings">Outlines, the largest first, in kilometres of one map for all.</param>
/// <param name="Remark">What is said of a member without a share.</param>
public sealed record MapMember(string Name, double SharePct, ImmutableArray<ImmutableArray<Point>> Rings, string Remark = "");

/// <summary>What the map is about.</summary>
/// <param name="Year">The year of the shares.</param>
/// <param name="Status">reported, estimate or projection.</param>
public sealed record MapTerms(int Year, string Status);

/// <summary>A map of members in classes of their share: tone, pattern and a value where it fits say the class besides colour.</summary>
public static class AllianceMap
{
    private const int Decimals = 2;

    /// <summary>Free room around the outlines, as a part of their extent.</summary>
    private const double Edge = 0.01;

    /// <summary>Lower ends of the classes above the first, percent of GDP.</summary>
    private static readonly ImmutableArray<double> Ends = [2, 3, 3.5, 5];

    private static readonly ImmutableArray<(KeySample Sample, CellTone Tone, Hue Hue)> Fills =
    [
        (KeySample.StrongCell, CellTone.Strong, Hue.Vermilion),
        (KeySample.LightCell, CellTone.Light, Hue.Vermilion),
        (KeySample.HatchedCell, CellTone.Hatched, Hue.Vermilion),
        (KeySample.LightCell, CellTone.Light, Hue.Blue),
        (KeySample.StrongCell, CellTone.Strong, Hue.Blue),
    ];

    /// <summary>Builds the figure.</summary>
    /// <param name="caption">The words of the figure.</param>
    /// <param name="members">The members, at least one with an outline.</param>
    /// <param name="terms">Year and status.</param>
    /// <param name="size">Size of the figure.</param>
    /// <returns>The figure, with columns member, year, status, share_pct, class, remark as its data.</returns>
    /// <exception cref="ArgumentException">No member has an outline.</exception>
    public static Figure Build(Caption caption, IReadOnlyList<MapMember> members, MapTerms terms, FigureSize size)
    {
        var corners = members.SelectMany(m => m.Rings.SelectMany(r => r)).ToArray();
        if (corners.Length == 0)
        {
            throw new ArgumentException("A map needs the outline of a member.", nameof(members));
        }

        var language = caption.Language;
        Axis Side(double from, double to) => new(AxisKind.Number, from - ((to - from) * Edge), to + ((to - from) * Edge), [], false);
        var panel = new Panel(
            "",
            Side(corners.Min(c => c.X), corners.Max(c => c.X)),
            Side(corners.Min(c => c.Y), corners.Max(c => c.Y)),
            [.. members.Select(m => MarkOf(m, terms, language))])
        { HasEqualScales = true };
        var key = Enumerable.Range(0, Fills.Length).Where(i => members.Any(m => ClassOf(m.SharePct) == i))
            .Select(i => new KeyEntry(Fills[i].Sample, Fills[i].Hue, Words(i, language)));
        if (members.FirstOrDefault(m => !double.IsFinite(m.SharePct)) is { } without)
        {
            key = key.Append(new KeyEntry(KeySample.LightCell, Hue.Slate, without.Remark.Length > 0 ? without.Remark : language.Words.NoFigure));
        }

        return new Figure(
            caption.Id, caption.Title, caption.Subtitle, caption.Credit,
            caption.Description.Length > 0 ? caption.Description : Describe(members, terms, language),
            size, 1, [panel], [.. key], DataOf(members, terms), language);
    }

    private static OutlineMark MarkOf(MapMember member, MapTerms terms, ChartLanguage language)
    {
        if (!double.IsFinite(member.SharePct))
        {
            var remark = member.Remark.Length > 0 ? member.Remark : language.Words.NoFigure;
            return new OutlineMark(member.Rings, Hue.Slate, CellTone.Light) { Tip = $"{member.Name}: {remark}" };
        }

        var (_, tone, hue) = Fills[ClassOf(member.SharePct)];
        return new OutlineMark(member.Rings, hue, tone)
        {
            Label = language.Number(member.SharePct, Decimals),
            Tip = $"{member.Name}, {ChartLanguage.Year(terms.Year, terms.Status == "estimate")}: {language.Percent(member.SharePct, Decimals)}",
        };
    }

    /// <summary>The class of a share; -1 without one. A share counts as printed, with two decimals.</summary>
    private static int ClassOf(double sharePct) =>
        double.IsFinite(sharePct) ? Ends.Count(end => Math.Round(sharePct, Decimals, MidpointRounding.AwayFromZero) >= end) : -1;

    /// <summary>The range of a class: below the first end, between two, at or above the last.</summary>
    private static string Words(int of, ChartLanguage language) => of switch
    {
        0 => "< " + language.Percent(Ends[0]),
        _ when of == Ends.Length => "≥ " + language.Percent(Ends[^1]),
        _ => $"≥ {language.Percent(Ends[of - 1])}, < {language.Percent(Ends[of])}",
    };

    private static string Describe(IReadOnlyList<MapMember> members, MapTerms terms, ChartLanguage language) =>
        ChartLanguage.Year(terms.Year, terms.Status == "estimate") + ": " + string.Join(", ", members.Select(m =>
            $"{m.Name} {(double.IsFinite(m.SharePct) ? language.Percent(m.SharePct, Decimals) : m.Remark.Length > 0 ? m.Remark : language.Words.NoFigure)}"));

    private static FigureData DataOf(IReadOnlyList<MapMember> members, MapTerms terms) => new(
        ["member", "year", "status", "share_pct", "class", "remark"],
        [
            .. members.Select(m => ImmutableArray.Create<Cell>(
                m.Name, terms.Year, terms.Status, m.SharePct, double.IsFinite(m.SharePct) ? Words(ClassOf(m.SharePct), ChartLanguage.English) : "", m.Remark)),
        ]);
}
