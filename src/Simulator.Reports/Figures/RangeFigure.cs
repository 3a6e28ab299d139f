using System.Collections.Immutable;
using Simulator.Charts;
using Simulator.Charts.Catalogue;
using Simulator.Projections;
using Simulator.Reports.Answers;
using Simulator.Reports.Ranges;
using Simulator.Uncertainty;

namespace Simulator.Reports.Figures;

/// <summary>What the draws make of one unit's share, beside the scenario itself and the others of the run.</summary>
internal static class RangeFigure
{
    private const int MostOthers = 3;

    /// <summary>Shares of Europe, or of a chosen member or group, as quantile bands over the years.</summary>
    public static Figure Build(FigureRequest request)
    {
        (string name, Unit unit) = ScenarioTelling.Subject(request);
        RunResults results = request.Results;
        Ensemble ensemble = RangeTelling.Of(request).Ensemble;
        ImmutableArray<int> years = [.. ScenarioTelling.Years(request).Where(y => y >= request.Edition.BaseYear)];
        ScenarioWords words = ScenarioWords.Of(request.Language);
        double Quantile(int year, double part) => ensemble.SharePct(unit, year).Quantile(part);
        FanBand[] bands =
        [
            .. RangeTelling.Bands.Select(b => new FanBand(
                RangeTelling.NameOf(request, b.Percent),
                years,
                [.. years.Select(y => Quantile(y, b.Low))],
                [.. years.Select(y => Quantile(y, b.High))],
                b.Tone)),
        ];
        Projection[] shown = [request.Scenario, .. results.Projections.Where(p => p != request.Scenario).Take(MostOthers)];
        TrajectorySeries[] lines =
        [
            .. ScenarioLines.Ways(request with { Results = Of(results, shown) }, unit, i => i == 0),
            new TrajectorySeries(words.Median, years, [.. years.Select(y => Quantile(y, 0.5))], true),
        ];
        string span = RangeTelling.Span(ensemble.SharePct(unit, request.Year), AnswerWords.Points, v => AnswerWords.Points(v) + "%");
        string title = $"{name}: {span} by {ScenarioTelling.Text(request.Year)} {RangeTelling.InDraws(name.Split(' ').Length + 3)}";
        return Fan.Build(
            ScenarioTelling.Caption(
                request,
                "range",
                title,
                $"{name}: {ScenarioTelling.Percent(request)}; {RangeTelling.Draws(request)}",
                RangeWords.DrawsNote(results)),
            bands,
            lines,
            ScenarioLines.Terms(request, ScenarioTelling.TryTarget(request.Scenario, request.Year, out double target) ? target : double.NaN),
            request.Format.Frame());
    }

    /// <summary>Why the figure cannot be drawn; empty when it can.</summary>
    public static string Lacks(FigureRequest request)
    {
        string lacks = RangeTelling.LacksDraws(request);
        return lacks.Length > 0 ? lacks
            : request.Year < request.Edition.BaseYear ? FiscalRecipes.NoYearAhead
            : request.Highlight.IsEmpty || RangeTelling.Unit(request) is not null ? ""
            : "The figure shows the European allies, another group, or one member with armed forces.";
    }

    private static RunResults Of(RunResults results, IReadOnlyList<Projection> shown) =>
        new(results.Edition, shown, results.Sipri, results.Options);
}
