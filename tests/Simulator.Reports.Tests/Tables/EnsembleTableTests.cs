using System.Globalization;
using System.Text;
using Simulator.Alliance;
using Simulator.Data.Calibration;
using Simulator.Pathways;
using Simulator.Projections;
using Simulator.Reports.Ranges;
using Simulator.Reports.Tables;
using Simulator.Uncertainty;

namespace Simulator.Reports.Tests.Tables;

/// <summary>ensemble.csv and ensemble_counts.csv hold what the draws say, and a run without chance holds the scenario itself.</summary>
public sealed class EnsembleTableTests
{
    [Fact]
    public void Cells_are_those_of_the_draws_in_the_money_of_the_answers()
    {
        RunOptions options = TinyDraws.Options() with { Currency = AnswerCurrency.National };
        RunResults results = TinyDraws.Results(options, TinyDraws.Uncertainty, TinyRun.Core);
        Ensemble ensemble = results.Ranges[0].Ensemble;
        List<Dictionary<string, string>> rows = Rows(new EnsembleTable(results));
        Dictionary<string, string> share = Row(rows, "ITA", "2030", "share_pct");
        Distribution drawn = ensemble.SharePct(Unit.Member(TinyAlliance.Italy), 2030);
        Assert.Equal(Text(drawn.Mean), share["mean"]);
        Assert.Equal(Text(drawn.Sd), share["sd"]);
        Assert.Equal(Text(drawn.Quantile(0.05)), share["p05"]);
        Assert.Equal(Text(drawn.Quantile(0.95)), share["p95"]);
        Assert.Equal(Text(drawn.AtLeastPct(3.5)), share["share_of_draws_at_target"]);
        Assert.Equal(Text(results.Projections[0].SharePct(Unit.Member(TinyAlliance.Italy), 2030)), share["without_shocks"]);

        // At prices of one year a member's own money is the euro at one rate: the spread around the scenario is the same in both.
        Dictionary<string, string> money = Row(rows, "CAN", "2030", "spending_bn");
        Assert.Equal(("CAD", "2026"), (money["currency"], money["prices"]));
        RunResults euro = TinyDraws.Results(options with { Currency = AnswerCurrency.Eur }, TinyDraws.Uncertainty, TinyRun.Core);
        Dictionary<string, string> inEuro = Row(Rows(new EnsembleTable(euro)), "CAN", "2030", "spending_bn");
        Assert.Equal(Number(inEuro, "mean") / Number(inEuro, "without_shocks"), Number(money, "mean") / Number(money, "without_shocks"), 1e-12); // two roundings of a ratio
        Assert.NotEqual(inEuro["mean"], money["mean"]);

        Assert.All(rows, r => Assert.Equal(r["variable"] == "debt_pct" && r["year"] == "2032", r["share_of_draws_debt_falls"].Length > 0));
        Assert.Equal(Text(ensemble.DebtFallsPct(TinyAlliance.Italy)), Row(rows, "ITA", "2032", "debt_pct")["share_of_draws_debt_falls"]);
        Assert.DoesNotContain(rows, r => r["unit"] == "ISL" && r["variable"] != "debt_pct");
        Dictionary<string, string> counts = Row(rows, "NATO", "2030", "members_at_2");
        Assert.Equal(Text(results.Ranges[0].AlliesAt(2, 2030).Mean), counts["mean"]);
    }

    [Fact]
    public void Without_chance_every_quantile_is_the_scenario()
    {
        RunResults results = TinyDraws.Results(TinyDraws.Options(100), TinyDraws.Nothing, TinyRun.Hold, TinyRun.Core);
        List<Dictionary<string, string>> rows = Rows(new EnsembleTable(results));
        Assert.All(rows, r => Assert.Equal("0", r["sd"]));
        foreach (Dictionary<string, string> row in rows.Where(r => r["variable"] == "share_pct"))
        {
            string counted = Text(Rounding.HalfUp(Number(row, "without_shocks"), 2));
            Assert.All(Distribution.ShownQuantiles, q => Assert.Equal(counted, row[EnsembleTable.Name(q)]));
        }

        Assert.All(rows.Where(r => r["variable"].StartsWith("members_at", StringComparison.Ordinal)), r => Assert.Equal(r["without_shocks"], r["mean"]));

        // Bins of debt and money are 0.4 percent wide, sums are whole steps of 2^-14 points.
        foreach (Dictionary<string, string> row in rows.Where(r => r["variable"] == "debt_pct"))
        {
            Assert.Equal(Number(row, "without_shocks"), Number(row, "mean"), 1e-4);
            Assert.InRange(Number(row, "p50") / Number(row, "without_shocks"), 0.997, 1.003);
        }
    }

    [Fact]
    public void Counts_add_up_to_all_draws_and_know_a_line_of_the_scenario()
    {
        Scenario own = new()
        {
            Id = "own",
            Title = "Own line",
            Paths = TinyRun.Core.Paths,
            Settings = [new SettingRow { Origin = new RowOrigin("x", 1), Setting = Setting.LinePct, Members = TinyAlliance.Roster.All, Number = 3 }],
            Notes = [],
            NotComputed = [],
        };
        RunResults results = TinyDraws.Results(TinyDraws.Options(), TinyDraws.Uncertainty, own);
        List<Dictionary<string, string>> rows = Rows(new EnsembleCountsTable(results));
        foreach (IGrouping<string, Dictionary<string, string>> one in rows.GroupBy(r => r["year"] + " " + r["target_pct"]))
        {
            // Hundredths of 400 draws are quarters: exact in a double.
            Assert.Equal(100, one.Sum(r => Number(r, "pct_of_draws")));
            Assert.Equal("100", one.First()["pct_of_draws_at_least"]);
        }

        Assert.Equal(["2", "3", "3.5", "5"], rows.Where(r => r["year"] == "2030").Select(r => r["target_pct"]).Distinct());
        Assert.Contains("allies reach 3 %", RangeWords.Of(results.Ranges[0], results)[0], StringComparison.Ordinal);
    }

    [Fact]
    public void Words_and_tables_are_the_same_in_every_culture_and_again()
    {
        string Told()
        {
            RunResults results = TinyDraws.Results(TinyDraws.Options(), TinyDraws.Uncertainty, TinyRun.Core, TinyRun.Hold);
            return string.Join('\n', RangeWords.Remarks(results).Concat(results.Ranges.SelectMany(r => RangeWords.Of(r, results)))) + Csv(new EnsembleTable(results)) + Csv(new EnsembleCountsTable(results));
        }

        string invariant = Told();
        TinyRun.Under("de-DE", () => Assert.Equal(invariant, Told()));
    }

    [Fact]
    public void What_is_switched_off_is_said()
    {
        RunOptions all = TinyDraws.Options();
        RunOptions none = all with { Draws = all.Draws!.Without(DrawOptions.Parts.ToArray()) };
        string on = string.Join(' ', RangeWords.Remarks(TinyDraws.Results(all, TinyDraws.Uncertainty, TinyRun.Core)));
        RunResults off = TinyDraws.Results(none, TinyDraws.Uncertainty, TinyRun.Core);
        Assert.Contains("--without start leaves it out", on, StringComparison.Ordinal);
        Assert.Contains("No scenario here follows national plans", on, StringComparison.Ordinal);
        Assert.Contains("Start revision switched off", string.Join(' ', RangeWords.Remarks(off)), StringComparison.Ordinal);
        Assert.Contains("Delivery switched off", string.Join(' ', RangeWords.Remarks(off)), StringComparison.Ordinal);
        Assert.Equal(0.0, off.Ranges[0].Ensemble.SharePct(Unit.Member(TinyAlliance.Italy), 2026).Sd);
        Assert.Empty(RangeWords.Remarks(TinyRun.Results(new RunOptions(), TinyRun.Core)));
    }

    [Fact]
    public void Draws_beyond_what_is_counted_are_said()
    {
        UncertaintyParameters usual = TinyDraws.Uncertainty;
        double[] start = [.. usual.Shocks.StartMean];
        start[TinyAlliance.Italy] = 3.5; // 33 times as much: beyond 40.95 percent of GDP
        UncertaintyParameters far = new(usual.Shocks with { StartMean = start }, new Dictionary<PlanNature, double>(), usual.Rows);
        Assert.DoesNotContain(RangeWords.Remarks(TinyDraws.Results(TinyDraws.Options(), usual, TinyRun.Core)), r => r.StartsWith("More than one draw in twenty", StringComparison.Ordinal));
        Assert.Contains(RangeWords.Remarks(TinyDraws.Results(TinyDraws.Options(), far, TinyRun.Core)), r => r.StartsWith("More than one draw in twenty", StringComparison.Ordinal) && r.Contains("share of Italy", StringComparison.Ordinal));
    }

    [Theory]
    [InlineData(0, "no draw")]
    [InlineData(0.4, "fewer than 1 of 100 draws")]
    [InlineData(12.5, "13 of 100 draws")]
    [InlineData(99.6, "more than 99 of 100 draws")]
    [InlineData(100, "every draw")]
    public void A_share_of_draws_is_never_rounded_to_none_or_all(double pct, string words) => Assert.Equal(words, RangeWords.DrawsOf(pct));

    private static List<Dictionary<string, string>> Rows(ITable table)
    {
        string[][] lines = [.. Csv(table).Split('\n', StringSplitOptions.RemoveEmptyEntries).Select(l => l.Split(','))];
        return [.. lines.Skip(1).Select(cells => lines[0].Zip(cells).ToDictionary(p => p.First, p => p.Second))];
    }

    private static string Csv(ITable table)
    {
        using MemoryStream stream = new();
        TableWriter rows = new(table.Schema, stream);
        table.Write(rows);
        rows.Complete();
        return Encoding.UTF8.GetString(stream.ToArray());
    }

    private static Dictionary<string, string> Row(List<Dictionary<string, string>> rows, string unit, string year, string variable) =>
        rows.Single(r => r["unit"] == unit && r["year"] == year && r["variable"] == variable);

    private static double Number(Dictionary<string, string> row, string column) => double.Parse(row[column], CultureInfo.InvariantCulture);

    private static string Text(double value) => (value + 0.0).ToString("R", CultureInfo.InvariantCulture);
}
