using System.Globalization;
using Simulator.Alliance;
using Simulator.Projections;
using Simulator.Reports.Tables;

namespace Simulator.Reports.Tests.Tables;

/// <summary>Cells hold what the projection says, in the rows where a reader looks for them.</summary>
public sealed class TableContentTests
{
    private static readonly RunOptions Options = new() { Years = [2030, 2035], To = 2035 };

    [Fact]
    public void Money_cells_are_the_bits_that_the_projection_answers()
    {
        RunResults results = TinyRun.Results(Options, TinyRun.TwoLegs);
        Projection p = results.Projections[0];
        int seen = 0;
        foreach (Dictionary<string, string> row in Rows(new MoneyTable(results)))
        {
            int year = Year(row["year"]);
            ReportUnit unit = results.Members.Concat(results.Groups).Single(u => u.Id == row["unit"]);
            CurrencyChoice currency = row["currency"] switch
            {
                "EUR" => CurrencyChoice.Eur,
                "USD" => CurrencyChoice.Usd,
                _ => CurrencyChoice.National,
            };

            // Where national money is the dollar or the euro, the row is the national one: in published years NATO's own cell.
            currency = !unit.Unit.IsGroup && row["currency"] == TinyAlliance.Edition.Currency[unit.Unit.MemberIndex] ? CurrencyChoice.National : currency;
            PriceBasis prices = row["prices"] switch
            {
                "2026" => PriceBasis.BaseYear,
                "2021" => PriceBasis.PriceYear,
                _ => PriceBasis.Current,
            };
            MoneyBasis basis = new(currency, prices);
            Same(p.SpendingBn(unit.Unit, year, basis), row["spending_bn"]);
            Same(p.ChangeOnYearBn(unit.Unit, year, basis), row["change_on_year_bn"]);
            Same(p.PerHead(unit.Unit, year, basis), row["per_head"]);
            bool projected = row["scenario"] != "history";
            Same(projected ? p.RiseSinceBaseBn(unit.Unit, year, basis) : double.NaN, row["rise_since_base_bn"]);
            Same(projected ? p.ExtraOverHoldBn(unit.Unit, year, basis) : double.NaN, row["extra_over_hold_bn"]);
            Same(projected ? p.CumulativeExtraBn(unit.Unit, year, basis) : double.NaN, row["cumulative_extra_bn"]);
            Same(projected ? p.ShortOfLineBn(unit.Unit, year, basis) : double.NaN, row["short_of_line_bn"]);
            Same(p.PctOfRevenue(unit.Unit, year), row["pct_of_revenue"]);
            seen++;
        }

        // CAN and ISL: 3 national, 3 EUR, 2 USD; FRA and ITA: 3 EUR, 2 USD; USA: 3 USD, 3 EUR; four groups: 3 EUR, 2 USD; 12 years.
        Assert.Equal(((2 * 8) + (2 * 5) + 6 + (4 * 5)) * 12, seen);
    }

    [Fact]
    public void Published_years_stand_once_and_scenarios_begin_after_them()
    {
        RunResults results = TinyRun.Results(Options, TinyRun.Hold, TinyRun.Core);
        foreach (ITable table in new ITable[] { new ProjectionsTable(results), new MoneyTable(results), new GroupsTable(results) })
        {
            foreach (Dictionary<string, string> row in Rows(table))
            {
                bool isHistory = row["scenario"] == "history";
                Assert.Equal(isHistory, Year(row["year"]) <= 2026);
                Assert.Equal(Year(row["year"]) switch { 2024 => "reported", <= 2026 => "estimate", _ => "projection" }, row["status"]);
            }
        }
    }

    [Fact]
    public void Iceland_has_its_rows_and_spends_nothing()
    {
        RunResults results = TinyRun.Results(Options, TinyRun.Core);
        Dictionary<string, string>[] rows = [.. Rows(new ProjectionsTable(results)).Where(r => r["iso3"] == "ISL")];
        Assert.Equal(12, rows.Length);
        Assert.All(rows, r => Assert.Equal(("0", "", "0"), (r["share_pct"], r["line_pct"], r["spending_ncu_m"])));
        Assert.Equal(2, Rows(new AnswersTable(results)).Count(r => r["iso3"] == "ISL"));
    }

    [Fact]
    public void The_related_leg_stands_beside_the_core_leg_only_where_a_scenario_has_it()
    {
        RunResults results = TinyRun.Results(Options, TinyRun.Hold, TinyRun.TwoLegs);
        Dictionary<string, string>[] related = [.. Rows(new ProjectionsTable(results)).Where(r => r["leg"] == "related")];
        Assert.Equal(9, related.Length);
        Assert.All(related, r => Assert.Equal(("two-legs", "ITA"), (r["scenario"], r["iso3"])));
        Dictionary<string, string> last = related[^1];
        Assert.Equal("1.5", last["share_pct"]);
        Projection p = results.Projections[1];
        Unit italy = Unit.Member(TinyAlliance.Italy);

        // 1.5 of GDP against 3.5 of GDP in any money; the quotient passes through three roundings, hence the tolerance.
        double core = p.SpendingM(italy, 2035, new MoneyBasis(CurrencyChoice.National, PriceBasis.Current));
        Assert.Equal(core * 1.5 / 3.5, double.Parse(last["spending_ncu_m"], CultureInfo.InvariantCulture), core * 1e-12);
        Assert.Equal(p.GdpConstUsdM(italy, 2035) * 0.015, double.Parse(last["spending_const_usd_m"], CultureInfo.InvariantCulture), core * 1e-12);
    }

    [Fact]
    public void Answers_name_the_money_of_each_row()
    {
        RunResults results = TinyRun.Results(Options, TinyRun.Core);
        Dictionary<string, string>[] rows = [.. Rows(new AnswersTable(results)).Where(r => r["year"] == "2035")];
        Assert.Equal(["CAN", "FRA", "ISL", "ITA", "USA", "ALL", "NATO", "NATO_EUR_CAN", "EUROPE"], rows.Select(r => r["iso3"]));
        Assert.Equal(["EUR", "EUR", "EUR", "EUR", "EUR", "USD", "USD", "EUR", "EUR"], rows.Select(r => r["currency"]));
        Assert.All(rows, r => Assert.Equal("2026", r["prices"]));
        Dictionary<string, string> france = rows[1];
        Assert.Equal(("2026", "2032", "2035", ""), (france["first_year_2"], france["first_year_3"], france["first_year_3_5"], france["first_year_5"]));
        Assert.Equal("2.5 % in 2030, \"as the law says\"", france["stated_position"]);
        RunResults national = TinyRun.Results(Options with { Currency = AnswerCurrency.National, Prices = PriceBasis.Current }, TinyRun.Core);
        Dictionary<string, string> canada = Rows(new AnswersTable(national)).First();
        Assert.Equal(("CAD", "current"), (canada["currency"], canada["prices"]));
    }

    [Fact]
    public void A_choice_of_members_limits_rows_of_members_and_leaves_totals_whole()
    {
        RunResults all = TinyRun.Results(Options, TinyRun.Core);
        RunResults one = TinyRun.Results(Options with { Members = MemberSet.Of(TinyAlliance.Italy) }, TinyRun.Core);
        Assert.All(Rows(new ProjectionsTable(one)), r => Assert.Equal("ITA", r["iso3"]));
        Assert.Equal(Rows(new GroupsTable(all)).Select(r => string.Join('|', r.Values)), Rows(new GroupsTable(one)).Select(r => string.Join('|', r.Values)));
        Assert.Equal(["ITA", "ALL", "NATO", "NATO_EUR_CAN", "EUROPE"], Rows(new AnswersTable(one)).Select(r => r["iso3"]).Distinct());
    }

    [Fact]
    public void History_keeps_the_two_sources_apart()
    {
        Dictionary<string, string>[] rows = [.. Rows(new HistoryTable(TinyRun.Results(Options, TinyRun.Core)))];
        Assert.Equal(9 * 3, rows.Count(r => r["source"] == "nato"));
        Assert.Equal(["CAN 2022 1.2", "CAN 2023 1.3", "FRA 2023 1.9", "ITA 2022 1.5", "ITA 2023 1.6", "USA 2022 3.4", "USA 2023 3.3"], rows.Where(r => r["source"] == "sipri" && r["share_pct"].Length > 0).Select(r => $"{r["unit"]} {r["year"]} {r["share_pct"]}"));
        // By hand, at constant prices of 2023: 900 of 30 + 50 + 20 + 900 is nine tenths; Europe has no US part.
        Assert.Equal(["ALL 2023 90 4", "NATO 2023 90 4", "NATO_EUR_CAN 2023 0 3", "EUROPE 2023 0 2"], rows.Where(r => r["source"] == "sipri" && r["us_part_pct"].Length > 0).Select(r => $"{r["unit"]} {r["year"]} {r["us_part_pct"]} {r["members_counted"]}"));
        Dictionary<string, string> nato = rows.Single(r => r["unit"] == "NATO" && r["year"] == "2024");
        Assert.Equal((100 + 101 + 103 + 104).ToString(CultureInfo.InvariantCulture), nato["personnel_thousand"]);
        Assert.Equal("4", nato["members_counted"]);
    }

    [Fact]
    public void The_IAMC_table_opens_as_pyam_expects()
    {
        RunResults results = TinyRun.Results(Options, TinyRun.Hold, TinyRun.TwoLegs);
        IamcTable table = new(results, "1.2.3");
        Assert.Equal(["model", "scenario", "region", "variable", "unit"], table.Schema.Columns.Take(5).Select(c => c.Name));
        Assert.All(table.Schema.Columns.Skip(5), c => Assert.InRange(Year(c.Name), 2024, 2035));
        Dictionary<string, string>[] rows = [.. Rows(table)];
        Assert.All(rows, r => Assert.Equal("natosim 1.2.3", r["model"]));
        Assert.All(rows, r => Assert.NotEmpty(r["region"] + r["variable"] + r["unit"]));
        Assert.All(rows, r => Assert.Contains(r, c => c.Key[0] == '2' && c.Value.Length > 0));
        Dictionary<string, string> related = Assert.Single(rows, r => r["variable"] == "Defence|Related|Share of GDP");
        Assert.Equal(("two-legs", "ITA", "", "0.5", "1.5"), (related["scenario"], related["region"], related["2025"], related["2026"], related["2035"]));
        Assert.DoesNotContain(rows, r => r["scenario"] == "history" && (r["2027"].Length > 0 || r["variable"].Contains("Line", StringComparison.Ordinal)));
    }

    [Fact]
    public void A_group_counts_allies_at_thresholds()
    {
        RunResults results = TinyRun.Results(Options, TinyRun.Core);
        Dictionary<string, string> nato = Rows(new GroupsTable(results)).Single(r => r["group"] == "NATO" && r["year"] == "2035");
        Assert.Equal(("4", "4", "4", "0"), (nato["members_counted"], nato["members_at_2"], nato["members_at_3_5"], nato["members_at_5"]));
        Assert.Equal("0", nato["short_of_line_const_usd_m"]);
    }

    internal static IEnumerable<Dictionary<string, string>> Rows(ITable table)
    {
        using MemoryStream stream = new();
        TableWriter writer = new(table.Schema, stream);
        table.Write(writer);
        writer.Complete();
        List<string[]> rows = CsvText.Read(stream.ToArray());
        return rows.Skip(1).Select(r => rows[0].Zip(r).ToDictionary(c => c.First, c => c.Second));
    }

    private static int Year(string cell) => int.Parse(cell, CultureInfo.InvariantCulture);

    private static void Same(double expected, string cell)
    {
        if (double.IsNaN(expected))
        {
            Assert.Empty(cell);
        }
        else
        {
            Assert.Equal(expected, double.Parse(cell, NumberStyles.Float, CultureInfo.InvariantCulture));
        }
    }
}
