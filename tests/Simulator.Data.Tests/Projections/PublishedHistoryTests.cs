using System.Globalization;
using Simulator.Alliance;
using Simulator.Data.Tests.Editions;
using Simulator.Projections;

namespace Simulator.Data.Tests.Projections;

/// <summary>
/// What the projection says about past years against NATO's tables, cell by cell. The cells are read here from the files as text,
/// not through the edition. Every tolerance is the rounding of what NATO printed, carried through the formula.
/// </summary>
public class PublishedHistoryTests
{
    private static readonly MoneyBasis NcuCurrent = new(CurrencyChoice.National, PriceBasis.Current);
    private static readonly MoneyBasis NcuPriceYear = new(CurrencyChoice.National, PriceBasis.PriceYear);
    private static readonly MoneyBasis UsdCurrent = new(CurrencyChoice.Usd, PriceBasis.Current);
    private static readonly MoneyBasis UsdPriceYear = new(CurrencyChoice.Usd, PriceBasis.PriceYear);

    // The workbook of 2024 prints these shares as 2.00 although its own amounts give 1.99.
    private static readonly (string Edition, string Iso3, int Year)[] PrintedAsTwo =
        [("nato-2024", "FRA", 2020), ("nato-2024", "SVK", 2024), ("nato-2024", "LTU", 2019)];

    public static TheoryData<string> Editions => ["nato-2026", "nato-2024"];

    // 2026: whole millions, hundredths of a percent. 2024: four decimals of both.
    private static (double Amount, double Percent) HalfUnit(string edition) => edition == "nato-2026" ? (0.5, 0.005) : (0.00005, 0.00005);

    [Theory]
    [MemberData(nameof(Editions))]
    public void Members_equal_the_tables(string id)
    {
        Projection p = ShippedWorld.Hold(id, 2040);
        (double halfAmount, double halfPercent) = HalfUnit(id);
        int cells = 0;
        List<(string Edition, string Iso3, int Year)> apart = [];
        foreach (Row row in Rows(id).Where(r => p.Edition.Roster.TryMember(r.Unit, out Member? m) && m.HasForces))
        {
            Unit u = Unit.Member(p.Edition.Roster.Member(row.Unit).Index);
            Assert.Equal(row["usd_constant_m"], p.SpendingConstUsdM(u, row.Year));
            Assert.Equal(row["usd_constant_m"], p.SpendingM(u, row.Year, UsdPriceYear));
            Assert.Equal(row["usd_current_m"], p.SpendingM(u, row.Year, UsdCurrent));
            Assert.Equal(row["ncu_current_m"], p.SpendingM(u, row.Year, NcuCurrent));
            Assert.Equal(row["ncu_constant_m"], p.SpendingM(u, row.Year, NcuPriceYear));
            Assert.Equal(row["real_change_pct"], p.RealGrowthPct(u, row.Year));
            Assert.Equal(row["gdp_usd_constant_m"], p.GdpConstUsdM(u, row.Year));
            Assert.Equal(row["equipment_pct"], p.EquipmentPct(u, row.Year));
            Assert.Equal(Rounding.HalfUp(row["share_pct"], 2), p.CountedSharePct(u.MemberIndex, row.Year));
            double share = p.SharePct(u, row.Year);
            double tolerance = halfPercent + (share * halfAmount * ((1 / row["usd_constant_m"]) + (1 / row["gdp_usd_constant_m"])));
            if (Math.Abs(share - row["share_pct"]) > tolerance * (1 + 1e-9))
            {
                apart.Add((id, row.Unit, row.Year));
            }

            cells++;
        }

        Assert.Equal(31 * (p.BaseYear - p.FirstYear + 1), cells);
        Assert.Equal(PrintedAsTwo.Where(e => e.Edition == id).Order(), apart.Order());
    }

    [Theory]
    [MemberData(nameof(Editions))]
    public void Growth_of_members_follows_from_the_amounts(string id)
    {
        (double halfAmount, double halfPercent) = HalfUnit(id);
        List<Row> rows = [.. Rows(id)];
        foreach (Row row in rows.Where(r => r.Has("usd_constant_m")))
        {
            if (rows.Find(r => r.Unit == row.Unit && r.Year == row.Year - 1) is { } before)
            {
                double ratio = row["usd_constant_m"] / before["usd_constant_m"];
                double tolerance = halfPercent + (100 * ratio * halfAmount * ((1 / row["usd_constant_m"]) + (1 / before["usd_constant_m"])));

                // Second order of the same rounding: small members have amounts of two digits.
                Assert.InRange(100 * (ratio - 1), row["real_change_pct"] - (tolerance * 1.02), row["real_change_pct"] + (tolerance * 1.02));
            }
        }
    }

    [Theory]
    [MemberData(nameof(Editions))]
    public void Sums_by_year_of_accession_equal_the_two_totals(string id)
    {
        Projection p = ShippedWorld.Hold(id, 2040);
        (double halfAmount, double halfPercent) = HalfUnit(id);
        int cells = 0;
        foreach (Row row in Rows(id).Where(r => r.Unit is "NATO_TOTAL" or "NATO_EUR_CAN"))
        {
            Unit u = Unit.Group(p.Edition.Roster.Group(row.Unit == "NATO_TOTAL" ? "ALL" : "NATO_EUR_CAN"));

            // Every printed amount of the sum, and the total itself, is off by at most half a unit.
            double amount = halfAmount * (p.MembersCounted(u, row.Year) + 2);
            Near(row["usd_constant_m"], p.SpendingConstUsdM(u, row.Year), amount);
            Near(row["usd_current_m"], p.SpendingM(u, row.Year, UsdCurrent), amount);
            Near(row["gdp_usd_constant_m"], p.GdpConstUsdM(u, row.Year), amount);
            double share = p.SharePct(u, row.Year);
            Near(row["share_pct"], share, halfPercent + (share * amount * ((1 / row["usd_constant_m"]) + (1 / row["gdp_usd_constant_m"]))));

            // At the precision that NATO prints, the share is the same number.
            Assert.Equal(Rounding.HalfUp(row["share_pct"], 2), Rounding.HalfUp(share, 2));
            double growth = p.RealGrowthPct(u, row.Year);
            if (row.Year == p.FirstYear)
            {
                Assert.Equal(row["real_change_pct"], growth);
            }
            else
            {
                double before = p.SpendingConstUsdM(u, row.Year - 1);
                Near(row["real_change_pct"], growth, halfPercent + (100 * (1 + (growth / 100)) * amount * ((1 / before) + (1 / row["usd_constant_m"]))));
            }

            cells++;
        }

        Assert.Equal(2 * (p.BaseYear - p.FirstYear + 1), cells);
    }

    [Fact]
    public void Growth_at_constant_membership_leaves_a_new_members_joining_out()
    {
        Projection p = ShippedWorld.Hold("nato-2026", 2040);
        Unit europeAndCanada = Unit.Group(p.Edition.Roster.Group("NATO_EUR_CAN"));
        Assert.Equal(19.3, Rounding.HalfUp(p.RealGrowthPct(europeAndCanada, 2024), 1));
        Assert.Equal(16.1, Rounding.HalfUp(p.RealGrowthSameMembersPct(europeAndCanada, 2024), 1));
        foreach (int year in new[] { 2015, 2016, 2018, 2019, 2021, 2022, 2025, 2026 })
        {
            Assert.Equal(p.RealGrowthPct(europeAndCanada, year), p.RealGrowthSameMembersPct(europeAndCanada, year));
        }

        foreach (int year in new[] { 2017, 2020, 2023, 2024 })
        {
            Assert.True(p.RealGrowthSameMembersPct(europeAndCanada, year) < p.RealGrowthPct(europeAndCanada, year));
        }
    }

    [Theory]
    [MemberData(nameof(Editions))]
    public void Counts_of_past_years_are_those_of_table_3(string id)
    {
        Projection p = ShippedWorld.Hold(id, 2040);
        Unit all = Unit.Group(p.Edition.Roster.Group("ALL"));
        for (int year = p.FirstYear; year <= p.BaseYear; year++)
        {
            List<Row> rows = [.. Rows(id).Where(r => r.Year == year && p.Edition.Roster.TryMember(r.Unit, out Member? m) && m.HasForces && m.Accession <= year)];
            Assert.Equal(rows.Count, p.MembersCounted(all, year));
            foreach (double threshold in new[] { 2, 3.5, 5 })
            {
                Assert.Equal(rows.Count(r => Rounding.HalfUp(r["share_pct"], 2) >= threshold), p.MembersAt(all, year, threshold));
            }
        }
    }

    [Fact]
    public void Who_stands_on_the_edge_of_two_percent_is_marked()
    {
        Projection p = ShippedWorld.Hold("nato-2026", 2040);
        Roster roster = p.Edition.Roster;
        string[] marked = [.. roster.Members.Where(m => p.IsKnifeEdge(m.Index, 2026, 2)).Select(m => m.Iso3)];
        Assert.Equal(["BEL", "CZE", "ESP"], marked);
    }

    private static void Near(double expected, double actual, double tolerance) =>
        Assert.True(Math.Abs(expected - actual) <= tolerance, $"{actual:R} is not {expected:R} within {tolerance:R}");

    private static IEnumerable<Row> Rows(string id)
    {
        string[] lines = File.ReadAllLines(Path.Combine(Shipped.Folder.PathOf($"nato/{id}.csv")));
        string[] header = lines[0].Split(',');
        return lines.Skip(1).Select(l => new Row(header, l.Split(',')));
    }

    private sealed class Row(string[] header, string[] cells)
    {
        public string Unit => cells[Array.IndexOf(header, "iso3")];

        public int Year => int.Parse(cells[Array.IndexOf(header, "year")], CultureInfo.InvariantCulture);

        public double this[string column] => double.Parse(cells[Array.IndexOf(header, column)], CultureInfo.InvariantCulture);

        public bool Has(string column) => cells[Array.IndexOf(header, column)].Length > 0;
    }
}
