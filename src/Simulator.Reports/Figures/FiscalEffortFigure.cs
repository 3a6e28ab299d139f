using System.Globalization;
using Simulator.Charts;
using Simulator.Charts.Catalogue;
using Simulator.Feasibility;
using Simulator.Reports.Answers;

namespace Simulator.Reports.Figures;

/// <summary>The real growth that a scenario asks of members, on the strip of what allies have done.</summary>
internal static class FiscalEffortFigure
{
    /// <summary>Why there is no effort to show.</summary>
    public static string Lacks(FigureRequest request) =>
        Efforts(request).Count > 0 ? "" : "Neither history nor the projected years hold five years in a row.";

    /// <summary>Describes the figure.</summary>
    public static Figure Build(FigureRequest request)
    {
        EpisodeLibrary library = request.Results.Episodes;
        List<(int Member, Effort Effort)> efforts = Efforts(request);
        BudgetWords words = BudgetWords.Of(request.Language);
        IReadOnlyList<double> ends = Effort.EndsPct(library);
        (EffortClass Class, string Pattern)[] classes =
        [
            (EffortClass.WithinHalf, words.WithinHalf),
            (EffortClass.WithinThreeQuarters, words.WithinThreeQuarters),
            (EffortClass.WithinNineTenths, words.WithinNineTenths),
            (EffortClass.WithinRecord, words.WithinRecord),
            (EffortClass.BeyondRecord, words.BeyondRecord),
        ];
        StripStretch[] stretches =
        [
            .. classes.Select((c, i) => new StripStretch(
                ChartLanguage.Fill(c.Pattern, request.Language.Percent(ends[Math.Min(i, ends.Count - 1)])),
                EffortWords.Class(c.Class),
                i < ends.Count ? ends[i] : double.PositiveInfinity,
                [.. efforts.Where(e => e.Effort.Class == c.Class).Select(e => Of(request, e.Member, e.Effort))])),
        ];
        int beyond = stretches[^1].Members.Length;
        string title = beyond == 0 ? "No ally is asked for more than the record"
            : beyond == efforts.Count ? $"All {Text(beyond)} allies asked for more than the record"
            : $"{Text(beyond)} of {Text(efforts.Count)} allies asked for more than the record";
        return Strip.Build(
            request.Caption(
                $"{RunResults.IdOf(request.Scenario)}-effort",
                title,
                $"\"{request.Scenario.Scenario.Title.TrimEnd('.', ' ')}\": steepest five years of real growth up to {Text(request.Year)}, percent a year at {Text(request.Edition.PriceYear)} prices, and the past episode that is nearest",
                EffortWords.Rule(library)),
            library.Values(EpisodeMeasure.RealGrowthPct, Effort.Years),
            ChartLanguage.Fill(words.PastFiveYears, Text(library.All[0].From)),
            stretches,
            "real_growth_pct_a_year",
            request.Format.Rows(Strip.RowsOf(efforts.Count, stretches.Count(s => s.Members.Length > 0))));
    }

    private static List<(int Member, Effort Effort)> Efforts(FigureRequest request)
    {
        List<(int, Effort)> efforts = [];
        foreach (int member in request.Results.Members.Select(m => m.Unit.MemberIndex))
        {
            if (Effort.TryOf(request.Scenario, member, request.Results.Episodes, request.Year, out Effort? effort))
            {
                efforts.Add((member, effort));
            }
        }

        return efforts;
    }

    private static StripMember Of(FigureRequest request, int member, Effort effort) => new(
        request.NameOf(member),
        effort.Steepest.RealGrowthPct,
        string.Create(CultureInfo.InvariantCulture, $"≈ {request.NameOf(effort.Nearest.Member)} {effort.Nearest.From}–{effort.Nearest.To % 100:00}"));

    private static string Text(int number) => number.ToString(CultureInfo.InvariantCulture);
}
