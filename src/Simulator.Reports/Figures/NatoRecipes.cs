using System.Globalization;
using Simulator.Alliance;
using Simulator.Charts;
using Simulator.Projections;

namespace Simulator.Reports.Figures;

/// <summary>NATO's own set of graphs, for any year of history or projection, and long history.</summary>
internal static class NatoRecipes
{
    /// <summary>The figures.</summary>
    public static IReadOnlyList<FigureRecipe> All { get; } =
    [
        Recipe("nato-share", "share of GDP by member against NATO's guideline, beside the first published year", NatoShares.Share),
        Recipe("nato-total", "spending of Europe and Canada by year with its real change", NatoMoney.Total),
        Recipe("nato-volume", "volume of GDP and of defence spending since the first published year", NatoMoney.Volume) with { MinimumWidth = 340 },
        Recipe("nato-equipment", "equipment by member against the guideline of 20 percent", NatoShares.Equipment) with { Lacks = NatoShares.LacksEquipment },
        Recipe("nato-quadrant", "share of GDP against equipment, divided by both guidelines", NatoQuadrant.Build) with { Lacks = NatoQuadrant.Lacks, MinimumWidth = 340 },
        Recipe("nato-per-head", "spending per head by member, beside the first published year", NatoMoney.PerHead) with { Lacks = NatoMoney.LacksPerHead },
        Recipe("nato-distribution", "equipment, personnel, infrastructure and the rest by member", NatoMix.Build) with { Lacks = NatoMix.Lacks },
        Recipe("long-history", "shares of GDP since 1949 by SIPRI, beside NATO's own figures", LongHistory.Build) with { Lacks = LongHistory.Lacks, MinimumWidth = 340 },
    ];

    private static FigureRecipe Recipe(string id, string shows, Func<FigureRequest, Figure> build) =>
        new(id, FigureScope.Run, shows, true, build) { OnHistory = true, Lacks = LacksYear };

    /// <summary>Why there is no figure of the year that is asked for; empty when there is one.</summary>
    internal static string LacksYear(FigureRequest request)
    {
        (int first, int last) = (request.Edition.FirstYear, request.Scenario.LastYear);
        return request.Year >= first && request.Year <= last
            ? ""
            : string.Create(CultureInfo.InvariantCulture, $"The year {request.Year} is outside the years of the results, {first} to {last}.");
    }
}

/// <summary>What the figures of NATO's set have in common: how a year is told, whose figures are drawn, what is said under them.</summary>
internal static class NatoYear
{
    /// <summary>Narrowest page, at a text scale of 1, on which names stand beside rows; below it their codes do.</summary>
    private const double NamesFrom = 320;

    /// <summary>Whether a page is too narrow for names.</summary>
    public static bool IsNarrow(FigureRequest request) => request.Format.Width / request.Format.TextScale < NamesFrom;

    /// <summary>The name of a member as it stands beside its row.</summary>
    public static string RowName(FigureRequest request, ReportUnit member) => IsNarrow(request) ? member.Id : request.NameOf(member.Unit.MemberIndex);

    /// <summary>Whether a year has no published figures.</summary>
    public static bool IsProjected(FigureRequest request) => request.Year > request.Edition.BaseYear;

    /// <summary>A year with the e of estimates.</summary>
    public static string Label(FigureRequest request, int year) =>
        ChartLanguage.Year(year, request.Results.History.Status(year) == YearStatus.Estimate);

    /// <summary>The year of the figure, with the e of estimates.</summary>
    public static string Label(FigureRequest request) => Label(request, request.Year);

    /// <summary>Last year of an axis: published years alone, or all where a projected year is asked for.</summary>
    public static int LastYear(FigureRequest request) =>
        IsProjected(request) ? Math.Max(request.Year, request.Results.Options.Horizon) : request.Edition.BaseYear;

    /// <summary>Members with armed forces.</summary>
    public static Unit Armed(FigureRequest request) => Unit.Group(request.Edition.Roster.WithForces);

    /// <summary>NATO Europe and Canada.</summary>
    public static Unit EuropeAndCanada(FigureRequest request)
    {
        Roster roster = request.Edition.Roster;
        return roster.TryGroup("NATO_EUR_CAN", out Group? group)
            ? Unit.Group(group)
            : Unit.Group(roster.All.Except(AllianceUnits.Of(roster, "USA")));
    }

    /// <summary>What is measured, with the scenario's name where the year is projected.</summary>
    public static string Measure(FigureRequest request)
    {
        string measure = request.Edition.Measure;
        return IsProjected(request)
            ? $"\"{request.Scenario.Scenario.Title.TrimEnd('.', ' ')}\": {measure}"
            : string.Concat(measure[..1].ToUpperInvariant(), measure.AsSpan(1));
    }

    /// <summary>"1 ally spends", "2 allies spend", "all", "no": who does what, of how many.</summary>
    /// <param name="some">Those who do.</param>
    /// <param name="all">Those who could.</param>
    /// <param name="one">What one ally does.</param>
    /// <param name="many">What several allies do.</param>
    public static string Count(int some, int all, string one, string many) =>
        some == 0 ? $"No ally {one}"
        : some == all ? $"All {Text(all)} allies {many}"
        : $"{Text(some)} of {Text(all)} allies {(some == 1 ? one : many)}";

    /// <summary>The words of a figure. What is said of shocks to growth belongs to projected years alone.</summary>
    public static Caption Caption(FigureRequest request, string id, string title, string subtitle, string note = "", string source = "")
    {
        Caption caption = request.Caption(id, title, subtitle, note, source);
        return IsProjected(request) ? caption : caption with { Credit = caption.Credit with { Note = note } };
    }

    /// <summary>A whole number.</summary>
    public static string Text(int number) => number.ToString(CultureInfo.InvariantCulture);
}
