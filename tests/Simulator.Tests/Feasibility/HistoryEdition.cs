using Simulator.Alliance;

namespace Simulator.Tests.Feasibility;

/// <summary>An edition that is nothing but history: real spending and real GDP by member and year, and structural balances where given.</summary>
internal static class HistoryEdition
{
    public static Edition Of(int firstYear, double[][] spendingUsdM, double[][] gdpUsdM, double[][]? structuralBalancePct = null, int balancesFrom = 1995)
    {
        int count = spendingUsdM.Length;
        int years = spendingUsdM[0].Length;
        Member[] members = [.. Enumerable.Range(0, count).Select(m => new Member(m, $"M{m:00}", $"Member {m}", 1949, "Europe", true))];
        double[] nato = new double[NatoTables.IndicatorCount * years * (count + 2)];
        Array.Fill(nato, double.NaN);
        for (int m = 0; m < count; m++)
        {
            for (int y = 0; y < years; y++)
            {
                nato[((((int)NatoIndicator.UsdConstantM * years) + y) * (count + 2)) + m] = spendingUsdM[m][y];
                nato[((((int)NatoIndicator.GdpUsdConstantM * years) + y) * (count + 2)) + m] = gdpUsdM[m][y];
            }
        }

        return new Edition
        {
            Id = "history",
            Title = "History",
            Measure = "core defence expenditure",
            CutOff = "2026-07-03",
            SourceLine = "none",
            FirstEstimateYear = firstYear + years - 2,
            PriceYear = firstYear,
            Roster = new Roster(members, []),
            Currency = [.. members.Select(_ => "EUR")],
            Nato = new NatoTables(firstYear, firstYear + years - 1, count, nato),
            Weo = Weo(count, structuralBalancePct ?? [], balancesFrom),
            PotentialGrowthPct = YearSeries.Empty(count),
            PopulationGrowthPct = YearSeries.Empty(count),
            Plans = [.. members.Select(m => new NationalPlan(m.Index, [], false, ""))],
            HasPlans = false,
            Remarks = [],
        };
    }

    private static WeoSeries Weo(int count, double[][] balancesPct, int from)
    {
        int years = balancesPct.Length == 0 ? 1 : balancesPct[0].Length;
        double[] values = new double[WeoSeries.IndicatorCount * years * count];
        Array.Fill(values, double.NaN);
        for (int m = 0; m < balancesPct.Length; m++)
        {
            for (int y = 0; y < years; y++)
            {
                values[((((int)WeoIndicator.StructuralBalancePct * years) + y) * count) + m] = balancesPct[m][y];
            }
        }

        return new WeoSeries("test WEO", from, from + years - 1, count, values);
    }
}
