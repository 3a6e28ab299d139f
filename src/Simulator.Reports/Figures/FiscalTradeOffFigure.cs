using System.Globalization;
using Simulator.Alliance;
using Simulator.Charts;
using Simulator.Charts.Catalogue;
using Simulator.Engine;
using Simulator.Projections;
using Simulator.Reports.Answers;

namespace Simulator.Reports.Figures;

/// <summary>The rise of the share beside what it costs: interest where it is borrowed, a cut of other public spending where it is not.</summary>
internal static class FiscalTradeOffFigure
{
    /// <summary>Describes the figure.</summary>
    public static Figure Build(FigureRequest request)
    {
        Projection projection = request.Scenario;
        int year = request.Year;
        FiscalSummary fiscal = new(projection);
        if (!fiscal.TryWorld(0, FiscalReference.Hold, out FiscalWorld? paid))
        {
            throw new InvalidOperationException("Debt was computed without the financing that borrows nothing.");
        }

        FiscalReading reading = new(projection, paid);
        BudgetWords words = BudgetWords.Of(request.Language);
        string noForces = AllianceWords.Of(request.Language).NoForces;
        (Member Member, double Rise, double Interest, double Cut)[] members =
        [
            .. FiscalRecipes.Shown(request).Select(m => m.HasForces
                ? (m, projection.RiseSinceBasePp(Unit.Member(m.Index), year), fiscal.InterestPct(Unit.Member(m.Index), year, 100).Hold, reading.EqualCutPct(m.Index, year))
                : (m, double.NaN, double.NaN, double.NaN))
                .OrderByDescending(m => double.IsNaN(m.Item2) ? double.NegativeInfinity : m.Item2),
        ];
        (Member hardest, _, _, double most) = members.MaxBy(m => double.IsNaN(m.Cut) ? double.NegativeInfinity : m.Cut);
        string title = Rounding.HalfUp(most, 1) > 0
            ? $"{hardest.Name} would cut {AnswerWords.Tenths(most)}% elsewhere to pay in {Text(year)}"
            : $"No ally has to cut elsewhere in {Text(year)}";
        return RowPanels.Build(
            request.Caption(
                $"{RunResults.IdOf(projection)}-trade-offs",
                title,
                $"\"{projection.Scenario.Title.TrimEnd('.', ' ')}\": {Text(year)}; rise of {request.Edition.Measure} in points of real GDP, interest in points of GDP, or the equal cut of all other public spending in percent",
                "Either all of the extra spending over the share held is borrowed, which makes the interest, or nothing is, and other general government expenditure falls by the cut. " + FiscalWords.EffectRemark),
            [.. members.Select(m => new MeasuredRow(request.NameOf(m.Member.Index), [m.Rise, m.Interest, m.Cut], m.Member.HasForces ? "" : noForces))],
            [
                new RowMeasure(ChartLanguage.Fill(words.Rise, Text(projection.BaseYear)), "rise_pp", 2, Hue.Blue),
                new RowMeasure(words.Interest, "interest_pp", 2, Hue.Vermilion),
                new RowMeasure(words.Cut, "cut_pct_of_other_spending", 1, Hue.Purple),
            ],
            year,
            request.Format.Rows(members.Length));
    }

    private static string Text(int number) => number.ToString(CultureInfo.InvariantCulture);
}
