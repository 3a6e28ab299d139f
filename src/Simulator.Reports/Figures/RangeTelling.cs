using System.Collections.Immutable;
using System.Globalization;
using Simulator.Alliance;
using Simulator.Charts;
using Simulator.Charts.Catalogue;
using Simulator.Projections;
using Simulator.Reports.Ranges;
using Simulator.Uncertainty;

namespace Simulator.Reports.Figures;

/// <summary>What the figures of ranges have in common: which draws, which bands, and how they are named.</summary>
internal static class RangeTelling
{
    /// <summary>Panels of one figure at most.</summary>
    public const int MostPanels = 6;

    /// <summary>Said where a figure of draws is asked for without any.</summary>
    private const string NoDraws = "The figure needs draws: ask for them with --draws, such as --draws 10000.";

    /// <summary>The bands of every fan, from the widest: quantiles, the part of draws between them, and how they are filled.</summary>
    public static ImmutableArray<(double Low, double High, int Percent, CellTone Tone)> Bands { get; } =
        [(0.05, 0.95, 90, CellTone.Hatched), (0.25, 0.75, 50, CellTone.Light)];

    /// <summary>What the draws say of the scenario that is drawn.</summary>
    public static ScenarioRange Of(FigureRequest request) => request.Results.Ranges.Single(r => r.Projection == request.Scenario);

    /// <summary>A band's name in the language of the figure.</summary>
    public static string NameOf(FigureRequest request, int percent) =>
        ChartLanguage.Fill(ScenarioWords.Of(request.Language).Draws, request.Language.Percent(percent, 0));

    /// <summary>Number of draws, as subtitles tell it.</summary>
    public static string Draws(FigureRequest request) => $"{request.Results.Options.Draws!.Draws.ToString("N0", CultureInfo.InvariantCulture)} draws";

    /// <summary>How many draws the span of a title holds: titles have at most ten words, so that a longer name leaves no room for the number.</summary>
    /// <param name="wordsElsewhere">Words of the title besides.</param>
    public static string InDraws(int wordsElsewhere) => wordsElsewhere <= 5 ? "in 9 of 10 draws" : "in most draws";

    /// <summary>Why there are no draws to show; empty when the options ask for some, also before they are drawn: a run names its figures first.</summary>
    public static string LacksDraws(FigureRequest request) => request.Results.Options.Draws is null ? NoDraws : "";

    /// <summary>The outermost quantiles of a distribution as they are told; one where both are told alike.</summary>
    /// <param name="drawn">The distribution.</param>
    /// <param name="tell">How a number is told.</param>
    /// <param name="tellLast">How the last number is told, with its sign where it has one.</param>
    public static string Span(Distribution drawn, Func<double, string> tell, Func<double, string> tellLast)
    {
        (double low, double high) = (drawn.Quantile(Bands[0].Low), drawn.Quantile(Bands[0].High));
        return tell(low) == tell(high) ? tellLast(high) : $"{tell(low)}–{tellLast(high)}";
    }

    /// <summary>Members with forces, or the group, that a highlight names; null where it names no unit that was counted.</summary>
    /// <param name="request">The request; its highlight is not empty.</param>
    public static Unit? Unit(FigureRequest request)
    {
        Roster roster = request.Edition.Roster;
        MemberSet chosen = request.Highlight;
        Unit? unit = chosen.Count == 1 ? Projections.Unit.Member(chosen.First())
            : roster.Groups.Any(g => g.Members == chosen) ? Projections.Unit.Group(chosen)
            : null;
        return unit is { } named && !named.Members.Intersect(roster.WithForces).IsEmpty ? unit : null;
    }

    /// <summary>What a subtitle says before and after the measure: whose it is where it is of one unit, else what stands beside the names.</summary>
    /// <param name="request">The request.</param>
    /// <param name="names">Names of the units.</param>
    /// <param name="measure">What is measured, with unit and prices.</param>
    public static string Subtitle(FigureRequest request, IReadOnlyList<string> names, string measure)
    {
        string all = $"{measure}; {Draws(request)}";
        return names.Count == 1 ? $"{names[0]}: {all}"
            : FanPanels.HasSpans(request.Format.Frame(), names.Count) ? $"{all}; beside each name {request.Language.Percent(Bands[0].Percent, 0)} of them in {ScenarioTelling.Text(request.Year)}"
            : all;
    }

    /// <summary>A panel: the scenario's own line with its past, and the draws from the base year on.</summary>
    /// <param name="request">The request.</param>
    /// <param name="name">The unit's name in the figure's language.</param>
    /// <param name="years">Years of the axis.</param>
    /// <param name="line">The scenario without chance, and the past.</param>
    /// <param name="drawn">The draws of a year.</param>
    /// <param name="factor">From what was counted to what is shown.</param>
    /// <param name="span">What the widest band comes to in the year of the headline.</param>
    public static FanPanel Panel(
        FigureRequest request, string name, ImmutableArray<int> years, Func<int, double> line, Func<int, Distribution> drawn, double factor, string span)
    {
        Distribution[] ahead = [.. years.Where(y => y >= request.Edition.BaseYear).Select(drawn)];
        int before = years.Length - ahead.Length;
        return new FanPanel(
            name,
            span,
            [.. years.Select(line)],
            Quantile(0.5),
            [.. Bands.Select(b => new FanEdges(Quantile(b.Low), Quantile(b.High)))]);

        ImmutableArray<double> Quantile(double part) =>
            [.. Enumerable.Repeat(double.NaN, before), .. ahead.Select(d => d.Quantile(part) * factor)];
    }

    /// <summary>What panels of fans show.</summary>
    /// <param name="request">The request.</param>
    /// <param name="years">Years of the axis.</param>
    /// <param name="valueColumn">Column of the data, with its unit.</param>
    /// <param name="isPercent">Whether values have a percent sign.</param>
    public static FanPanelTerms Terms(FigureRequest request, ImmutableArray<int> years, string valueColumn, bool isPercent) => new(
        years,
        request.Edition.BaseYear,
        request.Edition.FirstEstimateYear,
        ScenarioTelling.TitleOf(request.Scenario),
        ScenarioWords.Of(request.Language).Median,
        [.. Bands.Select(b => (NameOf(request, b.Percent), b.Tone))],
        valueColumn,
        isPercent);
}
