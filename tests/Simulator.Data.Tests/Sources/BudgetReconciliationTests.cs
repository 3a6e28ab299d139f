using System.Globalization;
using Simulator.Alliance;
using Simulator.Data.Editions;
using Simulator.Data.Scenarios;
using Simulator.Data.Sources;
using Simulator.Data.Tests.Editions;
using Simulator.Engine;
using Simulator.Pathways;

namespace Simulator.Data.Tests.Sources;

public class BudgetReconciliationTests
{
    // The published shares were worked out once with two decimals at every step, so that a difference of one in the second decimal is theirs.
    private const double TwoRoundings = 0.011;

    [Fact]
    public void A_budget_of_the_base_year_stands_beside_Natos_figure()
    {
        IReadOnlyList<string> germany = Row(BudgetReconciliation.Of(Shipped.Folder, "").Value, "DEU-02");
        Assert.Equal(["DEU-02", "DEU", "2026", "108.2", "EUR", "124.66", "1.152", "", "", "no", "T", "2025-11"], germany.Take(12));
        Assert.Equal("0.968", Row(BudgetReconciliation.Of(Shipped.Folder, "nato-2026").Value, "POL-03")[6]);
    }

    [Theory]
    [InlineData("DEU-03", "160.84", 3.35)] // 139.6 × 124.66 / 108.2
    [InlineData("DEU-06", "176.04", 3.43)]
    [InlineData("FRA-04", "74.91", 2.40)]
    [InlineData("FRA-05", "82.25", 2.56)]
    [InlineData("FRA-07", "89.58", 2.63)]
    [InlineData("POL-04", "191.85", 4.42)]
    public void A_budget_of_a_later_year_is_scaled_by_the_ratio_of_the_base_year(string id, string scaledBn, double sharePct)
    {
        foreach (string culture in new[] { "", "de-DE", "tr-TR" })
        {
            CultureInfo before = CultureInfo.CurrentCulture;
            try
            {
                CultureInfo.CurrentCulture = CultureInfo.GetCultureInfo(culture);
                IReadOnlyList<string> row = Row(BudgetReconciliation.Of(Shipped.Folder, "").Value, id);
                Assert.Equal(("", "", scaledBn), (row[5], row[6], row[7]));
                Assert.Equal(sharePct, double.Parse(row[8], CultureInfo.InvariantCulture), TwoRoundings);
            }
            finally
            {
                CultureInfo.CurrentCulture = before;
            }
        }
    }

    [Fact]
    public void Without_a_national_amount_of_the_base_year_nothing_is_scaled() =>
        Assert.Equal(["2027", "2.7", "EUR", "", "", "", ""], Row(BudgetReconciliation.Of(Shipped.Folder, "").Value, "HRV-02").Skip(2).Take(7));

    [Fact]
    public void Every_amount_of_the_table_of_plans_has_its_row()
    {
        CatalogueTable plans = DataCatalogue.Show(Shipped.Folder, "plans", "").Value;
        int amount = plans.Header.ToList().IndexOf("amount_bn");
        Assert.Equal(
            plans.Rows.Where(r => r[amount].Length > 0).Select(r => (r[0], r[amount])),
            BudgetReconciliation.Of(Shipped.Folder, "").Value.Rows.Select(r => (r[0], r[3])));
    }

    [Fact]
    public void An_edition_without_national_plans_is_told() =>
        Assert.Contains("has no table of national plans", Assert.Single(BudgetReconciliation.Of(Shipped.Folder, "nato-2024").Problems).Message, StringComparison.Ordinal);

    [Theory]
    [InlineData("budget-germany", "DEU", 2027, "DEU-03")]
    [InlineData("budget-germany", "DEU", 2029, "DEU-06")]
    [InlineData("budget-france", "FRA", 2027, "FRA-04")]
    [InlineData("budget-france", "FRA", 2028, "FRA-05")]
    [InlineData("budget-france", "FRA", 2029, "FRA-06")]
    [InlineData("budget-france", "FRA", 2030, "FRA-07")]
    [InlineData("budget-poland", "POL", 2027, "POL-04")]
    [InlineData("budgets", "DEU", 2027, "DEU-03")]
    [InlineData("budgets", "FRA", 2030, "FRA-07")]
    [InlineData("budgets", "POL", 2027, "POL-04")]
    public void The_shipped_budget_scenarios_reach_the_shares_of_the_reconciliation(string scenario, string iso3, int year, string id)
    {
        World world = RunBudgets(scenario);
        double share = world.SharePct[((year - 2026) * world.Macro.Members) + Shipped.Nato2026.Roster.Member(iso3).Index];
        IReadOnlyList<string> row = Row(BudgetReconciliation.Of(Shipped.Folder, "").Value, id);
        // The table rounds to two decimals.
        Assert.Equal(double.Parse(row[8], CultureInfo.InvariantCulture), share, 0.005001);
    }

    [Fact]
    public void The_amounts_of_the_shipped_budget_scenarios_are_those_of_the_table_of_plans()
    {
        Dictionary<(string, int), double> plans = BudgetReconciliation.Of(Shipped.Folder, "").Value.Rows
            .Where(r => r[9] == "no")
            .ToDictionary(r => (r[1], int.Parse(r[2], CultureInfo.InvariantCulture)), r => double.Parse(r[3], CultureInfo.InvariantCulture));
        int compared = 0;
        foreach (Scenario scenario in Budgets().Scenarios)
        {
            foreach (PathRow row in scenario.Paths)
            {
                string iso3 = Shipped.Nato2026.Roster.Members[Assert.Single(row.Members)].Iso3;
                foreach ((int year, double bn) in row.ByYear.Select(v => (v.Year, v.Value)))
                {
                    Assert.Equal(plans[(iso3, year)], bn);
                    compared++;
                }
            }
        }

        Assert.Equal(2 * (3 + 5 + 2), compared);
    }

    private static IReadOnlyList<string> Row(CatalogueTable table, string id) => table.Rows.Single(r => r[0] == id);

    private static ScenarioSet Budgets()
    {
        DataResult<byte[]> bytes = Shipped.Folder.Read("scenarios/budgets.csv");
        ScenarioFile file = ScenarioReader.Read("scenarios/budgets.csv", bytes.Value);
        ScenarioSet set = ScenarioBinder.Bind([file], [], Shipped.Nato2026, new BindOptions());
        Assert.False(set.HasErrors);
        return set;
    }

    private static World RunBudgets(string scenario) =>
        Projector.Run(Budgets().Scenarios.Single(s => s.Id == scenario), Shipped.Nato2026, MacroPathBuilder.Build(Shipped.Nato2026, 2035));
}
