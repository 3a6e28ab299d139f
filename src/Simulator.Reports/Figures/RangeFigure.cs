using System.Collections.Immutable;
using Simulator.Alliance;
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

    private static readonly (double Low, double High, int Percent, CellTone Tone)[] Bands =
        [(RangeWords.Low, RangeWords.High, 80, CellTone.Hatched), (0.25, 0.75, 50, CellTone.Light)];

    /// <summary>Shares of Europe or of a chosen member as quantile bands over the years.</summary>
    public static Figure Build(FigureRequest request)
    {
        (string name, Unit unit) = ScenarioTelling.Subject(request);
        RunResults results = request.Results;
        Ensemble ensemble = results.Ranges.Single(r => r.Projection == request.Scenario).Ensemble;
        ImmutableArray<int> years = [.. ScenarioTelling.Years(request).Where(y => y >= request.Edition.BaseYear)];
        ScenarioWords words = ScenarioWords.Of(request.Language);
        double Quantile(int year, double part) => ensemble.SharePct(unit, year).Quantile(part);
        FanBand[] bands =
        [
            .. Bands.Select(b => new FanBand(
                ChartLanguage.Fill(words.Draws, request.Language.Percent(b.Percent, 0)),
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
        (string low, string high) = (AnswerWords.Points(Quantile(request.Year, RangeWords.Low)), AnswerWords.Points(Quantile(request.Year, RangeWords.High)));
        string span = low == high ? $"{low}%" : $"{low}–{high}%";

        // A title has at most ten words: a long name leaves no room for the number of draws, which the key has too.
        string title = $"{name}: {span} by {ScenarioTelling.Text(request.Year)} in {(name.Split(' ').Length <= 2 ? "8 of 10" : "most")} draws";
        string draws = results.Options.Draws!.Draws.ToString("N0", System.Globalization.CultureInfo.InvariantCulture);
        return Fan.Build(
            ScenarioTelling.Caption(
                request,
                "range",
                title,
                $"{name}: {ScenarioTelling.Percent(request)}; {draws} draws",
                "A share of draws is no probability: chance of the size of the past falls on a plan that is kept. The bands hold the revision of NATO's estimate unless the run left it out."),
            bands,
            lines,
            ScenarioLines.Terms(request, ScenarioTelling.TryTarget(request.Scenario, request.Year, out double target) ? target : double.NaN),
            request.Format.Frame());
    }

    /// <summary>Why the figure cannot be drawn; empty when it can.</summary>
    public static string Lacks(FigureRequest request)
    {
        if (request.Results.Options.Draws is null)
        {
            return "The figure needs draws: natosim run with --draws draws it among its charts.";
        }

        MemberSet chosen = request.Highlight;
        return chosen.IsEmpty || (chosen.Count == 1 && request.Edition.Roster.WithForces.Contains(chosen.First()))
            ? ""
            : "The figure shows the European allies, or one member with armed forces.";
    }

    private static RunResults Of(RunResults results, IReadOnlyList<Projection> shown) =>
        new(results.Edition, shown, results.Sipri, results.Options);
}
