using Simulator.Alliance;
using Simulator.Backtesting;
using Simulator.Uncertainty;

namespace Simulator.Tests.Backtesting;

/// <summary>
/// Thirteen published years of four members with all that an economy needs: two below the pledge of Wales, one above it, and Iceland
/// without forces. Figures after a chosen year can be changed by a factor, to see who looks at them.
/// </summary>
internal static class CutAlliance
{
    public const int Low = 0;
    public const int Lower = 1;
    public const int High = 2;
    public const int Iceland = 3;
    public const int Count = 4;
    public const int First = 2014;
    public const int Last = 2026;

    public static readonly ShockParameters Shocks = new()
    {
        GrowthFactor = [0.4, -3.1, 1.2, 0.3, -0.2, -2.4, 2.2],
        DeflatorFactor = [0.1, -0.4, 1.9],
        GrowthLoading = [1.0, 1.6, 0.7, 1.2],
        GrowthSd = [1.1, 2.0, 0.8, 1.5],
        DeflatorLoading = [1.0, 0.5, 1.4, 2.0],
        DeflatorSd = [0.9, 1.4, 0.6, 1.0],
        BalanceSd = [0, 0, 0, 0],
        RateSd = [0, 0, 0, 0],
        DeliveryPct = [100, 100, 100, 100],
        StartMean = [0, 0, 0, 0],
        StartSd = [0, 0, 0, 0],
        GrowthPersistence = 0.3,
        DeflatorPersistence = 0.5,
        BalancePersistence = 0,
        RatePersistence = 0,
        DeliverySd = 0,
        DeliveryPersistence = 0.8,
    };

    /// <summary>The same without any spread.</summary>
    public static readonly ShockParameters Still = Shocks with
    {
        GrowthLoading = [0, 0, 0, 0],
        GrowthSd = [0, 0, 0, 0],
        DeflatorLoading = [0, 0, 0, 0],
        DeflatorSd = [0, 0, 0, 0],
    };

    /// <summary>The share that the edition holds, percent.</summary>
    public static double Share(int member, int year) => member switch
    {
        Low => 1.4 + (0.06 * (year - First)),
        Lower => 1.0 + (0.02 * (year - First)),
        High => 2.6 - (0.03 * (year - First)),
        _ => 0,
    };

    /// <summary>The edition.</summary>
    /// <param name="growthPct">Growth of real GDP in every year.</param>
    /// <param name="changedAfter">Last year whose figures stay as they are.</param>
    /// <param name="factor">What later figures are multiplied by.</param>
    public static Edition Edition(double growthPct = 2, int changedAfter = Last, double factor = 1)
    {
        Member[] members =
        [
            new(Low, "ALF", "Alfa", 1949, "Europe", true), new(Lower, "BRA", "Bravo", 1949, "Europe", true),
            new(High, "USA", "United States", 1949, "North America", true), new(Iceland, "ISL", "Iceland", 1949, "Europe", false),
        ];
        const int Years = Last - First + 1;
        double[] nato = new double[NatoTables.IndicatorCount * Years * (Count + 2)];
        Array.Fill(nato, double.NaN);
        for (int m = 0; m < Count; m++)
        {
            for (int year = First; year <= Last; year++)
            {
                double changed = year > changedAfter ? factor : 1;
                double gdp = 100_000 * (1 + (0.02 * (year - First)));
                foreach (NatoIndicator indicator in new[] { NatoIndicator.GdpUsdConstantM, NatoIndicator.GdpUsdCurrentM })
                {
                    nato[At(indicator, m, year)] = gdp;
                }

                if (m == Iceland)
                {
                    continue;
                }

                foreach (NatoIndicator indicator in new[] { NatoIndicator.UsdConstantM, NatoIndicator.UsdCurrentM, NatoIndicator.NcuConstantM, NatoIndicator.NcuCurrentM })
                {
                    nato[At(indicator, m, year)] = gdp * Share(m, year) / 100 * changed;
                }
            }
        }

        return new Edition
        {
            Id = "cut",
            Title = "Cut",
            Measure = "core defence expenditure",
            CutOff = "2026-07-03",
            SourceLine = "none",
            FirstEstimateYear = 2025,
            PriceYear = 2021,
            Roster = new Roster(members, [new Group("ALL", "All", new MemberSet(0b111), "all")]),
            Currency = ["EUR", "EUR", "USD", "ISK"],
            Nato = new NatoTables(First, Last, Count, nato),
            Weo = Weo(growthPct, changedAfter, factor),
            PotentialGrowthPct = YearSeries.Empty(Count),
            PopulationGrowthPct = new YearSeries(2015, 2060, Count, new double[46 * Count]),
            Plans = [.. members.Select(m => new NationalPlan(m.Index, [], false, ""))],
            HasPlans = false,
            Remarks = [],
        };

        static int At(NatoIndicator indicator, int member, int year) => ((((int)indicator * Years) + (year - First)) * (Count + 2)) + member;
    }

    public static ShareHistory History(double growthPct = 2, int changedAfter = Last, double factor = 1) =>
        new(Edition(growthPct, changedAfter, factor), YearSeries.Empty(Count));

    private static WeoSeries Weo(double growthPct, int changedAfter, double factor)
    {
        const int From = 2000;
        const int To = 2031;
        const int Years = To - From + 1;
        double[] values = new double[WeoSeries.IndicatorCount * Years * Count];
        Array.Fill(values, double.NaN);
        for (int m = 0; m < Count; m++)
        {
            for (int year = From; year <= To; year++)
            {
                double changed = year > changedAfter ? factor : 1;
                values[At(WeoIndicator.RealGrowthPct, m, year)] = (growthPct + (year % 3) + m) * changed;
                values[At(WeoIndicator.DeflatorIndex, m, year)] = (100 + (2 * (year - From)) + m) * changed;
                values[At(WeoIndicator.PopulationM, m, year)] = (10 + m) * changed;
            }
        }

        return new WeoSeries("test WEO", From, To, Count, values);

        static int At(WeoIndicator indicator, int member, int year) => ((((int)indicator * Years) + (year - From)) * Count) + member;
    }
}
