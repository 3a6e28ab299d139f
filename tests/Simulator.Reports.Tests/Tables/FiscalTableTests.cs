using System.Globalization;
using Simulator.Alliance;
using Simulator.Engine;
using Simulator.Pathways;
using Simulator.Projections;
using Simulator.Reports.Tables;

namespace Simulator.Reports.Tests.Tables;

/// <summary>fiscal.csv and backfill.csv hold what the world holds, in the rows where a reader looks for them.</summary>
public sealed class FiscalTableTests
{
    private static readonly RunOptions Options = new() { Years = [2030], To = 2030 };

    [Fact]
    public void Cells_are_the_bits_of_the_world_under_each_financing()
    {
        RunResults results = TinyRun.Results(Options, TinyRun.Core);
        Projection p = results.Projections[0];
        List<Dictionary<string, string>> rows = Rows(new FiscalTable(results));

        // Five members, four years, three financings; nobody has a rise inside the IMF path.
        Assert.Equal(5 * 4 * 3, rows.Count);
        foreach (Dictionary<string, string> row in rows)
        {
            FiscalWorld world = p.World.Fiscal.Single(w => Text(w.BorrowedPct) == row["borrowed_pct"] && w.Reference == FiscalReference.Hold && !w.IsOwnFinancing);
            int member = results.Members.Single(m => m.Id == row["iso3"]).Unit.MemberIndex;
            int year = int.Parse(row["year"], CultureInfo.InvariantCulture);
            int cell = ((year - 2026) * 5) + member;
            FiscalReading reading = new(p, world);
            Assert.Equal(("hold", "standard"), (row["reference"], row["financing"]));
            Same(world.ExtraSpendingNcuBn[cell], row["extra_spending_ncu_bn"]);
            Same(world.GdpEffectPct[cell], row["gdp_effect_pct"]);
            Same(world.ExtraDebtNcuBn[cell], row["extra_debt_ncu_bn"]);
            Same(world.ExtraDebtPp[cell], row["extra_debt_pp"]);
            Same(world.DebtPct[cell], row["debt_pct"]);
            Same(p.Macro.ImfDebtPct[cell], row["imf_debt_pct"]);
            Same(world.BalancePct[cell], row["balance_pct"]);
            Same(p.Macro.ImfBalancePct[cell], row["imf_balance_pct"]);
            Same(world.InterestPct[cell], row["interest_pct"]);
            Same(world.OffsetsPct[cell], row["offsets_pct"]);
            Same(reading.TaxPerHeadNcu(member, year), row["tax_per_head_ncu"]);
            Same(reading.EqualCutPct(member, year), row["cut_pct_of_other_spending"]);
        }

        Assert.Contains(rows, r => r["iso3"] == "ITA" && r["borrowed_pct"] == "100" && double.Parse(r["extra_debt_pp"], CultureInfo.InvariantCulture) > 0);
        Assert.All(rows.Where(r => r["iso3"] == "ISL"), r => Assert.Equal("0", r["extra_debt_ncu_bn"]));
    }

    [Fact]
    public void The_second_reference_stands_only_where_it_differs_and_own_financing_beside_the_three()
    {
        Scenario scenario = With(
            Row(Setting.InBaselinePct, 50, MemberSet.Of(TinyAlliance.Italy)),
            Row(Setting.BorrowedPct, 40, MemberSet.Of(TinyAlliance.Italy)));
        RunResults results = TinyRun.Results(Options, scenario);
        List<Dictionary<string, string>> rows = [.. Rows(new FiscalTable(results)).Where(r => r["year"] == "2030")];
        Assert.Equal(["100", "67", "0", "40", "100", "67", "0", "40"], Of("ITA").OrderBy(r => r["reference"] == "hold" ? 0 : 1).Select(r => r["borrowed_pct"]));
        Assert.Equal(["100", "67", "0", "100"], Of("FRA").Select(r => r["borrowed_pct"]));
        Assert.Equal(["standard", "standard", "standard", "own"], Of("FRA").Select(r => r["financing"]));

        // Half of Italy's rise is inside the IMF path, so that half of the money is left.
        double hold = Number(Of("ITA").First(r => r["reference"] == "hold")["extra_spending_ncu_bn"]);
        Assert.Equal(hold / 2, Number(Of("ITA").First(r => r["reference"] == "in_baseline")["extra_spending_ncu_bn"]), 1e-9 * hold);

        IEnumerable<Dictionary<string, string>> Of(string iso3) => rows.Where(r => r["iso3"] == iso3);
    }

    [Fact]
    public void The_answers_hold_the_debt_of_members_and_groups_and_the_headline_its_third_number()
    {
        Scenario scenario = With(Row(Setting.InBaselinePct, 50, TinyAlliance.Roster.All));
        RunResults results = TinyRun.Results(Options, scenario);
        FiscalSummary summary = new(results.Projections[0]);
        foreach (Dictionary<string, string> row in Rows(new AnswersTable(results)))
        {
            ReportUnit unit = results.Members.Concat(results.Groups).Single(u => u.Id == row["iso3"]);
            Same(summary.ExtraDebtPp(unit.Unit, 2030, 100).Hold, row["extra_debt_pp"]);
        }

        Reports.Answers.AnswerSheet sheet = Reports.Answers.AnswerSheet.Of(results, "r");
        FiscalRange range = sheet.Scenarios[0].ExtraDebtPp;
        Assert.True(range.Low < range.High && range.High == range.Hold);
        string numbers = sheet.Scenarios[0].Numbers(sheet);
        Assert.Contains(
            $"extra debt if borrowed {Reports.Answers.AnswerWords.DebtPoints(range.High)} points of GDP ({Reports.Answers.AnswerWords.DebtPoints(range.Low)} to {Reports.Answers.AnswerWords.DebtPoints(range.High)});",
            numbers,
            StringComparison.Ordinal);
        Assert.Contains(sheet.Remarks, r => r.StartsWith("Extra debt is against the IMF's path", StringComparison.Ordinal));
    }

    [Fact]
    public void Flags_name_the_rule_and_what_the_Imf_path_has_already()
    {
        RunResults results = TinyRun.Results(Options, TinyRun.Core);
        List<Dictionary<string, string>> rows = Rows(new FiscalTable(results));

        // Nobody of this alliance is in a group EU, and all stand at a deficit of exactly 3 percent before they spend more.
        Assert.Equal("deficit over 3 %", rows.First(r => r["iso3"] == "ITA" && r["year"] == "2030" && r["borrowed_pct"] == "100")["flags"]);
        Assert.All(rows.Where(r => r["iso3"] == "ISL"), r => Assert.Equal("", r["flags"]));
    }

    [Fact]
    public void Backfill_has_a_row_for_each_payer_and_a_total_that_says_what_is_uncovered()
    {
        Projection bare = TinyRun.Project(TinyRun.Hold, 2030);
        double[] backfill = new double[bare.Macro.Years * 5];
        double[] uncovered = new double[bare.Macro.Years];
        backfill[(4 * 5) + TinyAlliance.France] = 3000;
        backfill[(4 * 5) + TinyAlliance.Italy] = 1500;
        uncovered[4] = 500;
        World world = new()
        {
            Scenario = bare.World.Scenario,
            Macro = bare.World.Macro,
            SharePct = bare.World.SharePct,
            PlannedSharePct = bare.World.PlannedSharePct,
            RelatedSharePct = bare.World.RelatedSharePct,
            GdpConstUsdM = bare.World.GdpConstUsdM,
            PriceFactor = bare.World.PriceFactor,
            SpendingConstUsdM = bare.World.SpendingConstUsdM,
            Fiscal = bare.World.Fiscal,
            BackfillConstUsdM = backfill,
            UncoveredConstUsdM = uncovered,
        };
        RunResults results = new(TinyAlliance.Edition, [new Projection(world)], TinyRun.Sipri, Options);
        Dictionary<string, string>[] rows = [.. Rows(new BackfillTable(results)).Where(r => r["year"] == "2030")];
        Assert.Equal(
            [("FRA", "3", ""), ("ITA", "1.5", ""), ("ALL", "4.5", "0.5")],
            rows.Select(r => (r["iso3"], r["fall_covered_bn"], r["uncovered_bn"])));

        // Constant dollars are 0.9 × 1.2 euros of the base year each; France has 68 million people.
        Assert.Equal(3000 * 0.9 * 1.2 / 68, Number(rows[0]["per_head_eur"]), 1e-9);
        Assert.Equal(3000 * 100 / world.GdpConstUsdM[(4 * 5) + TinyAlliance.France], Number(rows[0]["pct_of_gdp"]), 1e-12);

        string text = Reports.Answers.AnswerText.Write(Reports.Answers.AnswerSheet.Of(results, "r"), 400);
        Assert.Contains("Who fills the fall in 2030: EUR 4.9 bn in all (2026 prices): France 3.2 bn, EUR 48 a head,", text, StringComparison.Ordinal);
        Assert.Contains("uncovered USD 0.5 bn at constant prices.", text, StringComparison.Ordinal);
        Assert.Contains("US spending is worldwide", text, StringComparison.Ordinal);
    }

    private static Scenario With(params SettingRow[] settings) => new()
    {
        Id = "core",
        Title = "Core",
        Paths = [TinyRun.AtLeast(3.5, 2035)],
        Settings = settings,
        Notes = [],
        NotComputed = [],
    };

    private static SettingRow Row(Setting setting, double number, MemberSet members) =>
        new() { Origin = new RowOrigin("tiny.csv", 9), Setting = setting, Members = members, Number = number };

    private static List<Dictionary<string, string>> Rows(ITable table)
    {
        using MemoryStream stream = new();
        TableWriter writer = new(table.Schema, stream);
        table.Write(writer);
        writer.Complete();
        List<string[]> cells = CsvText.Read(stream.ToArray());
        return [.. cells.Skip(1).Select(r => cells[0].Zip(r).ToDictionary(c => c.First, c => c.Second, StringComparer.Ordinal))];
    }

    private static void Same(double expected, string cell) =>
        Assert.Equal(double.IsNaN(expected) ? "" : Text(expected), cell);

    private static string Text(double value) => (value + 0.0).ToString(CultureInfo.InvariantCulture);

    private static double Number(string cell) => double.Parse(cell, CultureInfo.InvariantCulture);
}
