using Simulator.Alliance;
using Simulator.Engine;
using Simulator.Pathways;

namespace Simulator.Tests.Engine;

/// <summary>
/// An alliance of four whose numbers can be worked out by hand: base year 2026, GDP 100,000 each in 2026, and shares of
/// AAA 2.0 (its GDP stands still), BBB 1.5 (GDP grows 10 % a year), CCC 4.0 (GDP shrinks 20 % a year);
/// ISL has no forces (GDP grows 5 %). Prices rise by 2 % a year in all.
/// The IMF sees debt of 70, 50, 100 and 40 % of GDP, a balance of −2 % and interest of 3 %; revenue is 38 % of GDP. At current prices AAA's share is 1.6.
/// </summary>
internal static class SmallAlliance
{
    public const int BaseYear = 2026;
    public const int Aaa = 0;
    public const int Bbb = 1;
    public const int Ccc = 2;
    public const int Isl = 3;
    public const int Members = 4;

    public static readonly MemberSet A = MemberSet.Of(Aaa);
    public static readonly MemberSet B = MemberSet.Of(Bbb);
    public static readonly MemberSet C = MemberSet.Of(Ccc);
    public static readonly MemberSet Armed = A.Union(B).Union(C);

    private static readonly double[] SharePct = [2.0, 1.5, 4.0, 0];
    private static readonly double[] ShareCurrentPct = [1.6, 1.5, 4.0, 0];
    private static readonly double[] ImfDebtPct = [70, 50, 100, 40];
    private static readonly double[] GrowthPct = [0, 10, -20, 5];

    public static MacroPath Macro(int lastYear = 2036, params NationalPlan[] plans) =>
        Macro(SharePct, ShareCurrentPct, GrowthPct, lastYear, plans);

    public static MacroPath Macro(
        double[] sharePct, double[] shareCurrentPct, double[] growthPct, int lastYear, IReadOnlyList<NationalPlan> plans)
    {
        Edition edition = Edition(sharePct, shareCurrentPct, plans);
        int members = sharePct.Length;
        int years = lastYear - BaseYear + 1;
        double[] gdp = new double[years * members];
        double[] nominal = new double[years * members];
        for (int t = 0; t < years; t++)
        {
            for (int m = 0; m < members; m++)
            {
                double growth = 1 + (growthPct[m] / 100);
                gdp[(t * members) + m] = t == 0 ? 100_000 : gdp[((t - 1) * members) + m] * growth;
                nominal[(t * members) + m] = t == 0 ? 100 : nominal[((t - 1) * members) + m] * growth * 1.02;
            }
        }

        return new MacroPath
        {
            Edition = edition,
            LastYear = lastYear,
            GdpConstUsdM = gdp,
            GrowthPct = Repeat(growthPct, years),
            DeflatorGrowthPct = Enumerable.Repeat(2.0, years * members).ToArray(),
            NominalGdpNcuBn = nominal,
            NcuPerUsd = Enumerable.Repeat(1.0, years * members).ToArray(),
            EurPerUsd = Enumerable.Repeat(1.0, years).ToArray(),
            PopulationM = Enumerable.Repeat(10.0, years * members).ToArray(),
            GovernmentSpendingPct = Enumerable.Repeat(40.0, years * members).ToArray(),
            GovernmentRevenuePct = Enumerable.Repeat(38.0, years * members).ToArray(),
            ImfDebtPct = Repeat([.. ImfDebtPct.Concat(Enumerable.Repeat(80.0, members)).Take(members)], years),
            ImfBalancePct = Enumerable.Repeat(-2.0, years * members).ToArray(),
            InterestRatePct = Enumerable.Repeat(3.0, years * members).ToArray(),
            Assumptions = [],
        };
    }

    public static Scenario Scenario(IEnumerable<PathRow> paths, params SettingRow[] settings) => new()
    {
        Id = "test",
        Title = "Test",
        Paths = [.. paths],
        Settings = settings,
        Notes = [],
        NotComputed = [],
    };

    public static World Run(PathRow row, params SettingRow[] settings) => Run([row], settings);

    public static World Run(IEnumerable<PathRow> rows, params SettingRow[] settings) => Run(Macro(), rows, settings);

    public static World Run(MacroPath macro, IEnumerable<PathRow> rows, params SettingRow[] settings) =>
        Projector.Run(Scenario(rows, settings), macro.Edition, macro);

    public static PathRow Row(PathWhat what, MemberSet members, double value = 0, int to = 0, int from = BaseYear) => new()
    {
        Origin = new RowOrigin("test.csv", 2),
        Members = members,
        What = what,
        Value = value,
        From = from,
        To = to,
    };

    public static SettingRow Set(Setting setting, MemberSet members, double number, int from = 0, int to = 0) => new()
    {
        Origin = new RowOrigin("test.csv", 3),
        Setting = setting,
        Members = members,
        Number = number,
        From = from,
        To = to,
    };

    /// <summary>The core share of a member in a year.</summary>
    public static double Share(this World world, int member, int year) => world.SharePct[world.At(member, year)];

    public static int At(this World world, int member, int year) => ((year - world.Macro.BaseYear) * world.Macro.Members) + member;

    /// <summary>The core shares of a member from the base year on.</summary>
    public static double[] Shares(this World world, int member) => Column(world, world.SharePct, member);

    public static double[] Column(World world, double[] values, int member) =>
        [.. Enumerable.Range(0, world.Macro.Years).Select(t => values[(t * world.Macro.Members) + member])];

    public static YearValue[] ByYear(params (int Year, double Value)[] values) =>
        [.. values.Select(v => new YearValue(v.Year, v.Value))];

    private static double[] Repeat(double[] row, int times) =>
        [.. Enumerable.Range(0, times).SelectMany(_ => row)];

    private static Edition Edition(double[] sharePct, double[] shareCurrentPct, IReadOnlyList<NationalPlan> plans)
    {
        int count = sharePct.Length;
        Member[] members = [.. Enumerable.Range(0, count).Select(i => new Member(
            i, i == count - 1 ? "ISL" : $"{(char)('A' + (i / 26))}{(char)('A' + (i % 26))}{(char)('A' + (i % 26))}", $"Member {i}", 1949, "Europe", i < count - 1))];
        double[] nato = Enumerable.Repeat(double.NaN, NatoTables.IndicatorCount * (count + 2)).ToArray();
        for (int m = 0; m < count; m++)
        {
            nato[((int)NatoIndicator.GdpUsdConstantM * (count + 2)) + m] = 100_000;
            nato[((int)NatoIndicator.GdpUsdCurrentM * (count + 2)) + m] = 100_000;
            if (m < count - 1)
            {
                nato[((int)NatoIndicator.UsdConstantM * (count + 2)) + m] = sharePct[m] * 1000;
                nato[((int)NatoIndicator.UsdCurrentM * (count + 2)) + m] = shareCurrentPct[m] * 1000;
                nato[((int)NatoIndicator.NcuCurrentM * (count + 2)) + m] = sharePct[m] * 1000;
            }
        }

        NationalPlan[] all = [.. Enumerable.Range(0, count).Select(m =>
            plans.FirstOrDefault(p => p.Member == m) ?? new NationalPlan(m, [], false, "nothing stated"))];
        return new Edition
        {
            Id = "test-2026",
            Title = "Test edition",
            Measure = "core defence expenditure",
            CutOff = "2026-07-01",
            SourceLine = "Test",
            FirstEstimateYear = BaseYear,
            PriceYear = 2021,
            Roster = new Roster(members, [
                new Group("ALL", "All", new MemberSet((1UL << count) - 1), "every member"),
                new Group("PAIR", "A pair", A.Union(B), "the first two"),
            ]),
            Currency = [.. members.Select(_ => "EUR")],
            Nato = new NatoTables(BaseYear, BaseYear, count, nato),
            Weo = new WeoSeries("none", BaseYear, BaseYear, count, Enumerable.Repeat(double.NaN, WeoSeries.IndicatorCount * count).ToArray()),
            PotentialGrowthPct = YearSeries.Empty(count),
            PopulationGrowthPct = YearSeries.Empty(count),
            Plans = all,
            HasPlans = plans.Count > 0,
            Remarks = [],
        };
    }
}
