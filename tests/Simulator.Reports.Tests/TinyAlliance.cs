using Simulator.Alliance;

namespace Simulator.Reports.Tests;

/// <summary>Five members, three currencies, three published years: small enough to check a table by hand.</summary>
internal static class TinyAlliance
{
    public const int FirstYear = 2024;
    public const int BaseYear = 2026;
    public const int Canada = 0;
    public const int France = 1;
    public const int Iceland = 2;
    public const int Italy = 3;
    public const int Usa = 4;

    private static readonly Member[] Members =
    [
        new(Canada, "CAN", "Canada", 1949, "North America", true),
        new(France, "FRA", "France", 1949, "Europe", true),
        new(Iceland, "ISL", "Iceland", 1949, "Europe", false),
        new(Italy, "ITA", "Italy", 1949, "Europe", true),
        new(Usa, "USA", "United States", 1949, "North America", true),
    ];

    public static Roster Roster { get; } = new(
        Members,
        [
            new Group("ALL", "All members", Of(0, 1, 2, 3, 4), "Every member."),
            new Group("NATO", "NATO", Of(0, 1, 3, 4), "Members with forces."),
            new Group("NATO_EUR_CAN", "NATO Europe and Canada", Of(0, 1, 2, 3), "Without the United States."),
            new Group("EUROPE", "European allies", Of(1, 2, 3), "Without the United States and Canada."),
        ]);

    public static Edition Edition { get; } = new()
    {
        Id = "tiny-2026",
        Title = "Tiny edition, July 2026",
        Measure = "core defence expenditure",
        CutOff = "2026-07-03",
        SourceLine = "NATO (July 2026), IMF WEO April 2026",
        FirstEstimateYear = 2025,
        PriceYear = 2021,
        Roster = Roster,
        Currency = ["CAD", "EUR", "ISK", "EUR", "USD"],
        Nato = Nato(),
        Weo = Weo(),
        PotentialGrowthPct = Potential(),
        PopulationGrowthPct = Population(),
        Plans =
        [
            new NationalPlan(Canada, [], false, "3.5 % by 2035 (2025, Prime Minister)"),
            new NationalPlan(France, [], false, "2.5 % in 2030, \"as the law says\""),
            new NationalPlan(Iceland, [], false, ""),
            new NationalPlan(Italy, [], false, ""),
            new NationalPlan(Usa, [], false, ""),
        ],
        HasPlans = true,
        Remarks = ["2025 and 2026 are estimates.", "Iceland has no armed forces and no row in the tables of NATO."],
    };

    private static MemberSet Of(params int[] members) => new(members.Aggregate(0UL, (bits, m) => bits | (1UL << m)));

    private static NatoTables Nato()
    {
        double[] gdpConst = [2000, 3000, 25, 2100, 22000];
        double[] share = [1.5, 2.0, 0, 1.9, 3.3];
        double[] rate = [1.35, 0.9, 130, 0.9, 1];
        const int years = BaseYear - FirstYear + 1;
        const int units = 7;
        double[] values = new double[NatoTables.IndicatorCount * years * units];
        Array.Fill(values, double.NaN);
        for (int y = 0; y < years; y++)
        {
            double spending = 0;
            double spendingEurCan = 0;
            double gdp = 0;
            double gdpEurCan = 0;
            for (int m = 0; m < 5; m++)
            {
                double gdpUsdM = gdpConst[m] * 1000 * (1 + (0.01 * y));
                Set(NatoIndicator.GdpUsdConstantM, m, y, gdpUsdM);
                Set(NatoIndicator.GdpUsdCurrentM, m, y, gdpUsdM * 1.2);
                gdp += gdpUsdM;
                gdpEurCan += m == Usa ? 0 : gdpUsdM;
                if (m == Iceland)
                {
                    continue;
                }

                double sharePct = share[m] + (0.1 * y);
                double usdM = gdpUsdM * sharePct / 100;
                spending += usdM;
                spendingEurCan += m == Usa ? 0 : usdM;
                Set(NatoIndicator.SharePct, m, y, Math.Round(sharePct, 2));
                Set(NatoIndicator.RealChangePct, m, y, 5);
                Set(NatoIndicator.UsdConstantM, m, y, usdM);
                Set(NatoIndicator.UsdCurrentM, m, y, usdM * 1.2);
                Set(NatoIndicator.NcuCurrentM, m, y, usdM * 1.2 * rate[m]);
                Set(NatoIndicator.NcuConstantM, m, y, usdM * rate[m]);
                Set(NatoIndicator.PersonnelThousand, m, y, 100 + m);
                Set(NatoIndicator.EquipmentPct, m, y, 25);
                Set(NatoIndicator.PersonnelPct, m, y, 45);
                Set(NatoIndicator.InfrastructurePct, m, y, 5);
                Set(NatoIndicator.OtherPct, m, y, 25);
            }

            Total(5, spending, gdp, y);
            Total(6, spendingEurCan, gdpEurCan, y);
        }

        return new NatoTables(FirstYear, BaseYear, 5, values);

        void Set(NatoIndicator what, int unit, int year, double value) => values[((((int)what * years) + year) * units) + unit] = value;

        void Total(int unit, double usdM, double gdpUsdM, int y)
        {
            Set(NatoIndicator.SharePct, unit, y, Math.Round(100 * usdM / gdpUsdM, 2));
            Set(NatoIndicator.UsdConstantM, unit, y, usdM);
            Set(NatoIndicator.UsdCurrentM, unit, y, usdM * 1.2);
            Set(NatoIndicator.GdpUsdConstantM, unit, y, gdpUsdM);
            Set(NatoIndicator.GdpUsdCurrentM, unit, y, gdpUsdM * 1.2);
        }
    }

    private static WeoSeries Weo()
    {
        const int first = 2024;
        const int last = 2031;
        double[] nominalUsd = [2500, 3700, 31, 2600, 27000];
        double[] rate = [1.35, 0.9, 130, 0.9, 1];
        double[] population = [40, 68, 0.4, 59, 340];
        double[] values = new double[WeoSeries.IndicatorCount * (last - first + 1) * 5];
        Array.Fill(values, double.NaN);
        for (int y = first; y <= last; y++)
        {
            for (int m = 0; m < 5; m++)
            {
                double growth = Power(1.035, y - first);
                Set(WeoIndicator.RealGrowthPct, m, y, 1.5);
                Set(WeoIndicator.NominalGdpUsdBn, m, y, nominalUsd[m] * growth);
                Set(WeoIndicator.NominalGdpNcuBn, m, y, nominalUsd[m] * growth * rate[m]);
                Set(WeoIndicator.DeflatorIndex, m, y, 100 * Power(1.02, y - first));
                Set(WeoIndicator.InflationPct, m, y, 2);
                Set(WeoIndicator.PopulationM, m, y, population[m]);
                Set(WeoIndicator.GrossDebtPct, m, y, 100);
                Set(WeoIndicator.BalancePct, m, y, -3);
                Set(WeoIndicator.PrimaryBalancePct, m, y, -1);
                Set(WeoIndicator.RevenuePct, m, y, 45);
                Set(WeoIndicator.ExpenditurePct, m, y, 48);
                Set(WeoIndicator.StructuralBalancePct, m, y, -3);
            }
        }

        return new WeoSeries("IMF WEO April 2026", first, last, 5, values);

        void Set(WeoIndicator what, int member, int year, double value) =>
            values[((((int)what * (last - first + 1)) + (year - first)) * 5) + member] = value;
    }

    private static double Power(double value, int times)
    {
        double power = 1;
        for (int i = 0; i < times; i++)
        {
            power *= value;
        }

        return power;
    }

    private static YearSeries Potential()
    {
        double[] values = new double[(2040 - 2026 + 1) * 5];
        Array.Fill(values, 1.2);
        return new YearSeries(2026, 2040, 5, values);
    }

    private static YearSeries Population()
    {
        double[] values = new double[(2061 - 2025) * 5];
        Array.Fill(values, 0.1);
        return new YearSeries(2025, 2060, 5, values);
    }
}
