using Simulator.Alliance;
using Simulator.Pathways;

namespace Simulator.Engine;

/// <summary>Lays the shares by year of a row out over the years of a plan.</summary>
internal static class PlanKnots
{
    public static KnotTable Table(PathRow row, Plan plan, IReadOnlyList<double> scale) => row.What switch
    {
        PathWhat.Plan => NationalPlans(row, plan),
        PathWhat.BudgetBn => Lines(row.From, [.. row.Members.Select(m => BudgetKnots(row, plan, m))], plan, isPartOfBase: true),
        PathWhat.SharePct when row.ByYear.Count > 0 => Lines(row.From, [.. scale.Select(s => ShareKnots(row, s))], plan, isPartOfBase: false),
        _ => KnotTable.None,
    };

    /// <summary>A plan row replaces the path so far from the base year on, so its table covers every year.</summary>
    private static KnotTable NationalPlans(PathRow row, Plan plan)
    {
        bool thenHague = row.Continuation == PlanContinuation.ThenHague;
        return Lines(
            plan.BaseYear,
            [.. row.Members.Select(m => NationalPath.Knots(
                plan.Macro.Edition.Plans[m], plan.BaseSharePct[m], plan.BaseYear, thenHague))],
            plan,
            isPartOfBase: false);
    }

    private static List<(int Year, double SharePct)> ShareKnots(PathRow row, double scale) =>
        [.. row.ByYear.Where(v => v.Year > row.From).Select(v => (v.Year, v.Value * scale))];

    /// <summary>
    /// budget_bn: [amount(t)/amount(b)] / [N(t)/N(b)], a part of the base-year share (model section 5). On NATO's definition amounts
    /// count at face value: where the amount of the base year is not NATO's, NATO's takes its place. No file gets there, since the
    /// reader refuses it; a sweep of definition does, and asks what it would mean if the budget were all that NATO counts.
    /// </summary>
    private static List<(int Year, double SharePct)> BudgetKnots(PathRow row, Plan plan, int member)
    {
        double baseAmount = row.ByYear.Where(v => v.Year == plan.BaseYear).Select(v => v.Value).DefaultIfEmpty(double.NaN).First();
        if (!(baseAmount > 0))
        {
            throw new ArgumentException($"The budget of {row.Origin.Source}, line {row.Origin.Line}, has no amount of {plan.BaseYear}.");
        }

        double natoAmount = plan.Macro.Edition.Nato.Value(NatoIndicator.NcuCurrentM, member, plan.BaseYear) / 1000;
        bool isNational = row.Leg == Leg.Related || plan.Scenario.Number(Setting.Definition, member, plan.BaseYear) == 1;
        double measure = !isNational && BudgetDefinition.IsAnother(baseAmount, natoAmount) ? natoAmount : baseAmount;
        double[] nominal = plan.Macro.NominalGdpNcuBn;
        List<(int Year, double SharePct)> knots = [];
        foreach (YearValue amount in row.ByYear.Where(v => v.Year > row.From))
        {
            if (amount.Year > plan.Macro.LastYear)
            {
                throw new ArgumentException(
                    $"The budget of {row.Origin.Source}, line {row.Origin.Line}, names {amount.Year}; the economy ends in {plan.Macro.LastYear}.");
            }

            double nominalRatio = nominal[((amount.Year - plan.BaseYear) * plan.Members) + member] / nominal[member];
            knots.Add((amount.Year, amount.Value / measure / nominalRatio));
        }

        return knots;
    }

    private static KnotTable Lines(
        int from, IReadOnlyList<IReadOnlyList<(int Year, double SharePct)>> knots, Plan plan, bool isPartOfBase)
    {
        if (knots.Any(k => k.Count == 0))
        {
            throw new ArgumentException("A row with values by year has none after its start.");
        }

        // The years of one row are the same for all its members, except for plans, which all start in the base year.
        int firstIndex = knots[0][0].Year - plan.BaseYear;
        double[] shares = new double[plan.Years * knots.Count];
        for (int t = firstIndex; t < plan.Years; t++)
        {
            for (int j = 0; j < knots.Count; j++)
            {
                shares[(t * knots.Count) + j] = On(knots[j], plan.BaseYear + t);
            }
        }

        return new KnotTable(from - plan.BaseYear, firstIndex, [.. knots.Select(k => k[0].SharePct)], shares, isPartOfBase);
    }

    /// <summary>The share of a year on straight lines through the knots, the last held; the year is not before the first knot.</summary>
    private static double On(IReadOnlyList<(int Year, double SharePct)> knots, int year)
    {
        int next = 0;
        while (next < knots.Count && knots[next].Year < year)
        {
            next++;
        }

        if (next == knots.Count)
        {
            return knots[^1].SharePct;
        }

        if (knots[next].Year == year)
        {
            return knots[next].SharePct;
        }

        (int fromYear, double fromShare) = knots[next - 1];
        (int toYear, double toShare) = knots[next];
        return fromShare + ((toShare - fromShare) * ((double)(year - fromYear) / (toYear - fromYear)));
    }
}
