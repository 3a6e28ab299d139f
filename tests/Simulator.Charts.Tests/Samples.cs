using System.Collections.Immutable;
using Simulator.Charts.Catalogue;

namespace Simulator.Charts.Tests;

/// <summary>Figures like those of a real run: 32 members, 13 years of past, nine of projection.</summary>
internal static class Samples
{
    public const int LastHistoryYear = 2026;
    public const int LastYear = 2035;

    public static readonly string[] Names =
    [
        "Albania", "Belgium", "Bulgaria", "Canada", "Croatia", "Czechia", "Denmark", "Estonia", "Finland", "France", "Germany",
        "Greece", "Hungary", "Iceland", "Italy", "Latvia", "Lithuania", "Luxembourg", "Montenegro", "Netherlands",
        "North Macedonia", "Norway", "Poland", "Portugal", "Romania", "Slovakia", "Slovenia", "Spain", "Sweden", "Türkiye",
        "United Kingdom", "United States",
    ];

    public static readonly ImmutableArray<int> Years = [.. Enumerable.Range(2014, LastYear - 2014 + 1)];

    public static readonly Credit Credit = new(
        "NATO, Defence Expenditure of NATO Countries (2014–2026); IMF, World Economic Outlook, April 2026",
        "NATO July 2026", "3 July 2026", "4f1c02ab93de", "2025 and 2026 are estimates by NATO.");

    public static Caption Caption(string id, ChartLanguage? language = null) => new(
        id, "Twenty-seven allies would meet the line by 2035", "Core defence spending as a share of GDP, 2014–2035", Credit,
        language ?? ChartLanguage.English);

    /// <summary>A share that differs by member and year without any pattern that a layout could rely on.</summary>
    public static double Share(int member, int year)
    {
        var wobble = ((member * 7919) + (year * 104729)) % 97 / 97.0;
        var today = 1.6 + (member * 37 % 32 / 32.0 * 3.7);
        return year <= LastHistoryYear
            ? Math.Round(today - ((LastHistoryYear - year) * 0.11) + (wobble * 0.35), 2)
            : Share(member, LastHistoryYear) + ((Target(member) - Share(member, LastHistoryYear)) * (year - LastHistoryYear) / 9.0);
    }

    public static ImmutableArray<MemberPath> Paths() =>
    [
        .. Names.Select((name, i) => name == "Iceland"
            ? new MemberPath(name, Years, [.. Years.Select(_ => double.NaN)], Line(), LastHistoryYear, "No armed forces: no figure")
            : new MemberPath(name, Years, [.. Years.Select(y => Share(i, y))], Line(), LastHistoryYear)),
    ];

    public static Figure Multiples(ChartLanguage? language = null) =>
        SmallMultiples.Build(Caption("members", language), Paths(), "NATO guideline", 2025, SmallMultiples.SizeFor(32));

    public static ImmutableArray<RankedMember> Ranked(bool groups = false) =>
    [
        .. Names.Select((name, i) => name == "Iceland"
            ? new RankedMember(name, double.NaN, double.NaN, groups ? "Without armed forces" : "", "No armed forces")
            : new RankedMember(
                name, Share(i, LastHistoryYear), Share(i, LastYear),
                groups ? name is "Canada" or "United States" ? "North America" : "Europe" : "")),
    ];

    public static RankingTerms RankingTerms { get; } = new(LastHistoryYear, true, LastYear, 3.5, "NATO guideline");

    public static Figure Rank(bool groups = false, ChartLanguage? language = null) =>
        Ranking.Build(Caption("ranking", language), Ranked(groups), RankingTerms, Ranking.SizeFor(groups ? 35 : 32));

    public static TotalTerms TotalTerms { get; } = new(Years, LastHistoryYear, 2025, LastHistoryYear, "USD bn at 2021 prices");

    public static ImmutableArray<TotalPart> Parts() =>
    [
        new("United States", [.. Years.Select(y => 750 + ((y - 2014) * 14.3))]),
        new("Europe", [.. Years.Select(y => 270 + ((y - 2014) * (y - 2014) * 1.51))]),
        new("Canada", [.. Years.Select(y => 17 + ((y - 2014) * 3.1))]),
    ];

    public static Figure Total(ChartLanguage? language = null) =>
        StackedTotal.Build(Caption("total", language), Parts(), TotalTerms, StackedTotal.Size);

    public static ReachTerms ReachTerms { get; } = new(["precedented", "exceptional", "no fiscal limit"], [3, 3.5, 5], LastHistoryYear, LastYear, 2060);

    /// <summary>Earliest years of every kind: today, by the year asked for, later, never.</summary>
    public static ImmutableArray<ReachRow> ReachRows() =>
    [
        .. Names.Select((name, i) => name == "Iceland"
            ? new ReachRow(name, [], "No armed forces")
            : new ReachRow(name, [.. Enumerable.Range(0, 3).Select(panel => ImmutableArray.Create(Year(i, panel, 0), Year(i, panel, 4), Year(i, panel, 11)))])),
    ];

    public static Figure Reach(ChartLanguage? language = null) =>
        ReachMap.Build(Caption("reach", language), ReachRows(), ReachTerms, ReachMap.SizeFor(32));

    public static Figure Marked(ChartLanguage? language = null) => SmallMultiples.Build(
        Caption("marked", language),
        [.. Paths().Select((p, i) => p with
        {
            Marks = i % 3 == 0
                ? [new PathMark(2027, DotShape.Square, "budget", "Budget holds it"), new PathMark(2030, DotShape.Diamond, "pace", "Pace holds it")]
                : [new PathMark(2027, DotShape.Down, "five years", "Five years hold it"), new PathMark(2029, i % 3 == 1 ? DotShape.Plus : DotShape.Bar, "growth", i % 3 == 1 ? "Growth holds it" : "Growth of five years holds it")],
        })],
        "Target",
        2025,
        SmallMultiples.SizeFor(32));

    public static IEnumerable<Figure> All()
    {
        foreach (var language in ChartLanguage.All)
        {
            yield return Reach(language);
            yield return Marked(language);
            yield return Multiples(language);
            yield return Rank(false, language);
            yield return Rank(true, language);
            yield return Total(language);
        }
    }

    /// <summary>Two per cent until 2024, three and a half from 2025.</summary>
    private static ImmutableArray<double> Line() => [.. Years.Select(y => y < 2025 ? 2.0 : 3.5)];

    private static double Year(int member, int panel, int later)
    {
        var year = LastHistoryYear + (member * 5 % 13) + later - (3 * panel);
        return year > LastYear + 10 ? double.NaN : year;
    }

    private static double Target(int member) => member % 7 == 0 ? 2.4 : Math.Max(3.5, Share(member, LastHistoryYear));
}
