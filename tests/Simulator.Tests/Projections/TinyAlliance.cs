using Simulator.Alliance;
using Simulator.Engine;
using Simulator.Pathways;
using Simulator.Projections;

namespace Simulator.Tests.Projections;

/// <summary>
/// An alliance small enough for sums by hand. Base year 2020, price year 2018, WEO to 2022. Two members share the euro, one has
/// its own money (CRN), Iceland spends nothing, the USA uses the dollar. Bravo joined in 2019.
/// Real growth 2 % for all; deflators in percent: Alfa 3, Bravo 1, Crona 10, Iceland 5, USA 2.
/// </summary>
internal static class TinyAlliance
{
    public const int Alfa = 0;
    public const int Bravo = 1;
    public const int Crona = 2;
    public const int Iceland = 3;
    public const int Usa = 4;
    public const int Count = 5;

    public static readonly double[] DeflatorPct = [3, 1, 10, 5, 2];

    private static readonly double[] GdpConst = [1000, 500, 2000, 100, 10000];
    private static readonly double[] GdpCurrent = [1200, 600, 1500, 150, 12000];
    private static readonly double[] UsdConst = [20, 5, 40, double.NaN, 300];
    private static readonly double[] UsdCurrent = [24, 6, 30, double.NaN, 360];
    private static readonly double[] NcuConst = [15, 4, 100, double.NaN, 300];
    private static readonly double[] NcuCurrent = [18, 4.5, 120, double.NaN, 360];
    private static readonly double[] EquipmentPct = [30, 15, 20, double.NaN, 25];

    /// <summary>Nominal GDP of 2020 in WEO, bn of national money, and the WEO rates of 2020 to 2022, not those of NATO.</summary>
    private static readonly double[] WeoNominal = [0.9, 0.45, 6, 15, 12];
    private static readonly double[][] WeoRate = [[0.8, 0.84, 0.8], [0.8, 0.84, 0.8], [5, 5.5, 6], [100, 110, 110], [1, 1, 1]];

    public static MemberSet Set(params int[] members) => members.Aggregate(MemberSet.Empty, (s, m) => s.Union(MemberSet.Of(m)));

    public static Edition Edition(bool levels = true, bool population = true, bool potential = true, Action<double[]>? changeNato = null)
    {
        Member[] members =
        [
            new(Alfa, "ALF", "Alfa", 1949, "Europe", true),
            new(Bravo, "BRA", "Bravo", 2019, "Europe", true),
            new(Crona, "CRO", "Crona", 1999, "Europe", true),
            new(Iceland, "ISL", "Iceland", 1949, "Europe", false),
            new(Usa, "USA", "United States", 1949, "North America", true),
        ];
        Group[] groups = [new("ALL", "All", Set(0, 1, 2, 3, 4), ""), new("EUROPE", "Europe", Set(0, 1, 2, 3), "")];
        double[] nato = Nato();
        changeNato?.Invoke(nato);
        return new Edition
        {
            Id = "tiny",
            Title = "Tiny",
            Measure = "core defence expenditure",
            CutOff = "2020-07-01",
            SourceLine = "none",
            FirstEstimateYear = 2019,
            PriceYear = 2018,
            Roster = new Roster(members, groups),
            Currency = ["EUR", "EUR", "CRN", "ISK", "USD"],
            Nato = new NatoTables(2018, 2020, Count, nato),
            Weo = Weo(levels, population),
            PotentialGrowthPct = potential ? Potential() : YearSeries.Empty(Count),
            PopulationGrowthPct = PopulationGrowth(),
            Plans = [.. members.Select(m => new NationalPlan(m.Index, [], false, ""))],
            HasPlans = false,
            Remarks = [],
        };
    }

    /// <summary>A world: shares by member and year, real GDP and prices as multiples of the unshocked economy's.</summary>
    public static Projection Read(
        MacroPath macro,
        Func<int, int, double> sharePct,
        Func<int, int, double>? gdpFactor = null,
        Func<int, int, double>? priceFactor = null,
        params SettingRow[] settings)
    {
        int cells = macro.Years * macro.Members;
        double[] share = new double[cells];
        double[] gdp = new double[cells];
        double[] prices = new double[cells];
        double[] spending = new double[cells];
        double[] related = new double[cells];
        Array.Fill(related, double.NaN);
        for (int i = 0; i < cells; i++)
        {
            int year = macro.BaseYear + (i / macro.Members);
            int m = i % macro.Members;
            share[i] = m == Iceland ? 0 : year == macro.BaseYear ? BaseSharePct(m) : sharePct(m, year);
            gdp[i] = macro.GdpConstUsdM[i] * (gdpFactor?.Invoke(m, year) ?? 1);
            prices[i] = priceFactor?.Invoke(m, year) ?? 1;
            spending[i] = share[i] * (gdp[i] / 100);
        }

        return new Projection(new World
        {
            Scenario = new Scenario { Id = "tiny", Title = "Tiny", Paths = [], Settings = settings, Notes = [], NotComputed = [] },
            Macro = macro,
            SharePct = share,
            PlannedSharePct = share,
            RelatedSharePct = related,
            GdpConstUsdM = gdp,
            PriceFactor = prices,
            SpendingConstUsdM = spending,
        });
    }

    public static double BaseSharePct(int m) => m == Iceland ? 0 : 100 * UsdConst[m] / GdpConst[m];

    public static SettingRow Setting(Setting setting, double number, MemberSet members) =>
        new() { Origin = new RowOrigin("test", 1), Setting = setting, Members = members, Number = number };

    public static int NatoIndex(NatoIndicator indicator, int unit, int year) => ((((int)indicator * 3) + (year - 2018)) * (Count + 2)) + unit;

    // 2018 and 2019 are 80 and 90 % of 2020, in GDP and in spending, so that shares stand still; totals count a member from its accession.
    private static double[] Nato()
    {
        double[] values = new double[NatoTables.IndicatorCount * 3 * (Count + 2)];
        Array.Fill(values, double.NaN);
        for (int year = 2018; year <= 2020; year++)
        {
            double part = 1 - (0.1 * (2020 - year));
            Fill(values, NatoIndicator.GdpUsdConstantM, year, part, GdpConst, totals: true);
            Fill(values, NatoIndicator.GdpUsdCurrentM, year, part, GdpCurrent, totals: true);
            Fill(values, NatoIndicator.UsdConstantM, year, part, UsdConst, totals: true);
            Fill(values, NatoIndicator.UsdCurrentM, year, part, UsdCurrent, totals: true);
            Fill(values, NatoIndicator.NcuConstantM, year, part, NcuConst, totals: false);
            Fill(values, NatoIndicator.NcuCurrentM, year, part, NcuCurrent, totals: false);
            Fill(values, NatoIndicator.EquipmentPct, year, 1, EquipmentPct, totals: false);
            Fill(values, NatoIndicator.SharePct, year, 1, [2, 1, 2, double.NaN, 3], totals: false);
            Fill(values, NatoIndicator.RealChangePct, year, 1, [12.5, 12.5, 12.5, double.NaN, 12.5, 4.5, 5.5], totals: false);

            // 10, 5, 20, 1 and 100 thousand heads: GDP in millions over thousands of dollars a head are thousands.
            Fill(values, NatoIndicator.GdpPerHeadConstUsdK, year, part, [100, 100, 100, 100, 100], totals: false);
        }

        return values;
    }

    private static void Fill(double[] values, NatoIndicator indicator, int year, double part, double[] byMember, bool totals)
    {
        double total = 0;
        for (int m = 0; m < byMember.Length; m++)
        {
            values[NatoIndex(indicator, m, year)] = byMember[m] * part;
            total += double.IsNaN(byMember[m]) || (m == Bravo && year < 2019) ? 0 : byMember[m] * part;
        }

        if (totals)
        {
            values[NatoIndex(indicator, Count, year)] = total;
            values[NatoIndex(indicator, Count + 1, year)] = total - (byMember[Usa] * part);
        }
    }

    private static WeoSeries Weo(bool levels, bool population)
    {
        const int first = 2018;
        double[] values = new double[WeoSeries.IndicatorCount * 5 * Count];
        Array.Fill(values, double.NaN);
        for (int year = first; year <= 2022; year++)
        {
            for (int m = 0; m < Count; m++)
            {
                int steps = year - 2020;
                double deflator = Math.Pow(1 + (DeflatorPct[m] / 100), steps);
                Put(WeoIndicator.RealGrowthPct, 2);
                Put(WeoIndicator.DeflatorIndex, 100 * deflator);
                Put(WeoIndicator.ExpenditurePct, year == 2022 ? 50 : 40);
                Put(WeoIndicator.RevenuePct, 30);
                if (population)
                {
                    Put(WeoIndicator.PopulationM, 10 * (m + 1));
                }

                if (levels)
                {
                    double nominal = WeoNominal[m] * Math.Pow(1.02, steps) * deflator;
                    Put(WeoIndicator.NominalGdpNcuBn, nominal);
                    Put(WeoIndicator.NominalGdpUsdBn, nominal / WeoRate[m][Math.Max(0, steps)]);
                }

                void Put(WeoIndicator indicator, double value) =>
                    values[((((int)indicator * 5) + (year - first)) * Count) + m] = value;
            }
        }

        return new WeoSeries("tiny WEO", first, 2022, Count, values);
    }

    // Alfa has 1 % from 2020 to 2035 and 1.0, 1.1 ... 1.4 from 2036 to 2040; Bravo has only 2035 to 2040, at 0.5; the others nothing.
    private static YearSeries Potential()
    {
        double[] values = new double[21 * Count];
        Array.Fill(values, double.NaN);
        for (int year = 2020; year <= 2040; year++)
        {
            values[((year - 2020) * Count) + Alfa] = 1 + (0.1 * Math.Max(0, year - 2036));
            values[((year - 2020) * Count) + Bravo] = year >= 2035 ? 0.5 : double.NaN;
        }

        return new YearSeries(2020, 2040, Count, values);
    }

    // 1 % a year to 2049, then 0.5 % in 2050, the last.
    private static YearSeries PopulationGrowth()
    {
        double[] values = new double[31 * Count];
        Array.Fill(values, 1.0);
        Array.Fill(values, 0.5, 30 * Count, Count);
        return new YearSeries(2020, 2050, Count, values);
    }
}
