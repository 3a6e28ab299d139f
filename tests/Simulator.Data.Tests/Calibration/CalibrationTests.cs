using System.Reflection;
using Simulator.Alliance;
using Simulator.Data.Calibration;
using Simulator.Data.Editions;
using Simulator.Data.Scenarios;
using Simulator.Engine;
using Simulator.Pathways;
using Simulator.Uncertainty;

namespace Simulator.Data.Tests.Calibration;

public sealed class CalibrationTests
{
    private static string Root => typeof(CalibrationTests).Assembly.GetCustomAttributes<AssemblyMetadataAttribute>().First(a => a.Key == "RepositoryRoot").Value!;

    private static DataFolder Shipped => DataFolder.Open(Path.Combine(Root, "data")).Value;

    [Theory]
    [InlineData("")]
    [InlineData("de-DE")]
    [InlineData("tr-TR")]
    public void The_shipped_parameters_are_the_output_of_the_fit(string culture)
    {
        using CultureScope _ = new(culture);
        Calibrated fit = UncertaintyFit.Of(Shipped).Value;
        Assert.Equal(File.ReadAllText(Path.Combine(Root, "data", UncertaintyTable.FileName)), UncertaintyTable.ToCsv(fit.Rows));
    }

    [Fact]
    public void Known_shocks_are_found_again()
    {
        // 40 members over 26 years with ρ 0.4, one common factor of spread 2 and own shocks of spread 1. With some thousand
        // observations ρ is found within four standard errors of 0.02, and spreads within four of σ ÷ √(2n).
        Random random = new(20261125);
        double[] factor = [.. Enumerable.Range(0, 26).Select(_ => 2 * Normal(random))];
        double[,] a = new double[40, 26];
        for (int m = 0; m < 40; m++)
        {
            double loading = 0.5 + (m / 40.0);
            for (int t = 0; t < 26; t++)
            {
                a[m, t] = (t == 0 ? 0 : 0.4 * a[m, t - 1]) + (loading * factor[t]) + Normal(random);
            }
        }

        AutoregressionFit fit = AutoregressionFit.Of(new Panel(2000, 2025, 40, (m, y) => a[m, y - 2000]), _ => true);
        Assert.InRange(fit.Persistence.Value, 0.4 - (4 * fit.Persistence.StandardError), 0.4 + (4 * fit.Persistence.StandardError));
        Assert.InRange(fit.Persistence.StandardError, 0.01, 0.05);
        // Loadings are told against the mean factor: their mean is one, and the last member's is three times the first's.
        Assert.Equal(1, fit.Loading.Average(l => l.Value), 6);
        Assert.InRange(fit.Loading[39].Value / fit.Loading[0].Value, 2, 4.5);
        Assert.InRange(fit.Spread.Average(s => s.Value), 0.9, 1.1);
    }

    [Fact]
    public void Decades_have_means_of_their_own()
    {
        Panel panel = new Panel(2008, 2014, 1, (_, y) => y < 2010 ? y : 100 + y).LessDecadeMeans();
        Assert.Equal([-0.5, 0.5, -2, -1, 0, 1, 2], panel.Years.Select(y => panel[0, y]));
    }

    [Fact]
    public void A_history_that_is_too_short_is_refused() =>
        Assert.Throws<ArgumentException>(() => AutoregressionFit.Of(new Panel(2020, 2025, 3, (m, y) => m + (y % 2)), _ => true));

    [Fact]
    public void The_four_cases_of_delivery_come_out_of_the_figures()
    {
        UncertaintyRow[] cases = [.. UncertaintyFit.Of(Shipped).Value.Rows.Where(r => r.Parameter == "delivery_case")];
        // Model section 8 has them with two decimals.
        Assert.Equal(
            [("DEU", 0.55), ("POL", 0.53), ("SVN", 0.35), ("ALB", 0.20)],
            cases.Select(c => (c.Iso3, Math.Round(c.Value, 2))));
    }

    [Fact]
    public void Revisions_of_the_start_are_those_of_the_model()
    {
        Dictionary<string, double> rows = UncertaintyFit.Of(Shipped).Value.Rows.Where(r => r.Parameter.StartsWith("start_", StringComparison.Ordinal)).ToDictionary(r => r.Parameter, r => r.Value);
        // Model section 8 rounds to whole percent: −4 and 10, −4 and 6.
        Assert.Equal(-0.04, Math.Round(rows["start_revision_mean"], 2));
        Assert.Equal(0.10, Math.Round(rows["start_revision_spread"], 2));
        Assert.Equal(-0.04, Math.Round(rows["start_revision_previous_mean"], 2));
        Assert.Equal(0.06, Math.Round(rows["start_revision_previous_spread"], 2));
    }

    [Fact]
    public void The_spread_of_one_year_follows_from_the_parameters_by_hand()
    {
        Calibrated fit = UncertaintyFit.Of(Shipped).Value;
        double[] factor = [.. fit.Rows.Where(r => r.Parameter == "growth_factor").Select(r => r.Value)];
        double Own(string name, string iso3) => fit.Rows.Single(r => r.Parameter == name && r.Iso3 == iso3).Value;
        Edition edition = EditionStore.LoadDefault(Shipped).Value;
        double mean = edition.Roster.Members.Where(m => m.Iso3 != "TUR")
            .Average(m => Math.Pow(Own("growth_loading", m.Iso3), 2) * factor.Average(f => f * f) + Math.Pow(Own("growth_spread", m.Iso3), 2));
        // The rows are not rounded yet, so only sums in another order part the two.
        Assert.Equal(Math.Sqrt(mean), fit.GdpChecks[0].Implied, 9);
        Assert.Equal([1, 2, 3, 4, 5], fit.GdpChecks.Select(c => c.Horizon));
        Assert.All(fit.GdpChecks, c => Assert.True(c.Errors > 0 && c.Editions <= 10 && double.IsFinite(c.Error)));
    }

    [Fact]
    public void The_error_of_a_debt_forecast_is_the_outlook_less_what_came()
    {
        DataFolder folder = Shipped;
        Edition edition = EditionStore.LoadDefault(folder).Value;
        int italy = edition.Roster.Members.Single(m => m.Iso3 == "ITA").Index;
        List<DataProblem> problems = [];
        IReadOnlyList<ForecastError> errors = ForecastErrors.OfDebt(folder, edition.Roster, edition.Weo, edition.BaseYear - 1, [italy], problems);
        Assert.Empty(problems);

        // Two outlooks had 2020 as Italy's last year that had happened: four later years can be checked in both, the fifth as well.
        double came = edition.Weo.Value(WeoIndicator.GrossDebtPct, italy, 2025) - edition.Weo.Value(WeoIndicator.GrossDebtPct, italy, 2020);
        double[] missed = [.. new[] { "2021-04", "2021-10", "2022-04", "2022-10" }
            .Where(e => LatestActual.Of(folder, e, "GGXWDG_NGDP", problems)["ITA"] == 2020)
            .Select(e => Said(folder, e, 2025) - Said(folder, e, 2020) - came)];
        Assert.NotEmpty(missed);
        ForecastError fifth = errors.Single(e => e.Horizon == 5);
        Assert.Equal((missed.Length, missed.Length), (fifth.Errors, fifth.Editions));
        Assert.Equal(missed.Average(), fifth.Mean, 9);
        Assert.Equal(Math.Sqrt(missed.Average(e => e * e)), fifth.RootMeanSquare, 9);
    }

    [Fact]
    public void The_check_of_debt_tells_that_draws_are_wider_than_past_errors_and_its_errors_are_in_the_file()
    {
        Calibrated fit = UncertaintyFit.Of(Shipped).Value;
        Assert.Equal([1, 2, 3, 4, 5], fit.DebtChecks.Select(c => c.Horizon));
        Assert.All(fit.DebtChecks, c => Assert.Equal(c.Error, fit.Rows.Single(r => r.Parameter == UncertaintyTable.DebtErrorIn(c.Horizon)).Value));

        // Said in words by calibrate, by the report and by data/README.md: should a new fit end it, the words must change.
        Assert.All(fit.DebtChecks, c => Assert.InRange(c.Implied / c.Error, 1.3, 1.8));
    }

    [Fact]
    public void Wide_ranges_of_debt_come_from_revenue_that_nobody_makes_up_for()
    {
        // What data/README.md says of Italy in 2035, part by part.
        Edition edition = EditionStore.LoadDefault(Shipped).Value;
        ShockParameters all = UncertaintyParameters.Load(Shipped, edition.Roster).Value.Shocks;
        double[] none = new double[edition.Roster.Count];
        ShockParameters growth = all with { DeflatorLoading = none, DeflatorSd = none, BalanceSd = none, RateSd = none };
        double everything = Spread(all, reacts: false);
        Assert.InRange(everything, 47, 51);
        Assert.InRange(Spread(growth, reacts: false), 46, 50);
        Assert.InRange(Spread(growth, reacts: true), 15, 17);
        Assert.InRange(Spread(all, reacts: true), 17, 20);
        Assert.InRange(Spread(all with { GrowthLoading = none, GrowthSd = none, DeflatorLoading = none, DeflatorSd = none, RateSd = none }, reacts: false), 7, 8);
        Assert.Equal(everything, Spread(all with { RateSd = none }, reacts: false), 0.5);

        // A budget whose balance does not move with GDP is one that is cut as GDP falls.
        double Spread(ShockParameters shocks, bool reacts)
        {
            Scenario scenario = new()
            {
                Id = "held",
                Title = "Held",
                Paths = [],
                Settings = reacts ? [new SettingRow { Origin = new RowOrigin("test", 1), Setting = Setting.SemiElasticity, Members = edition.Roster.All, Number = 0 }] : [],
                Notes = [],
                NotComputed = [],
            };
            Ensemble drawn = Ensemble.Run(
                Plan.Compile(scenario, MacroPathBuilder.Build(edition, 2035), withFiscal: true),
                shocks,
                new EnsembleOptions { Draws = 8_000, Seed = 1, Threads = 2 },
                new EnsembleMoney("constant dollars", [.. none.Select(_ => 1.0)]));
            return drawn.DebtPct(edition.Roster.Members.Single(m => m.Iso3 == "ITA").Index, 2035).Sd;
        }
    }

    [Fact]
    public void Plans_arrive_by_their_nature_and_what_ifs_whole()
    {
        DataFolder folder = Shipped;
        Edition edition = EditionStore.LoadDefault(folder).Value;
        UncertaintyParameters parameters = UncertaintyParameters.Load(folder, edition.Roster).Value;
        ScenarioFile file = ScenarioReader.Read("scenarios/main.csv", folder.Read("scenarios/main.csv").Value);
        ScenarioSet set = ScenarioBinder.Bind([], [file], edition, new BindOptions { ShippedIds = ["announced", "hague-core"] });
        Scenario Of(string id) => set.Scenarios.Single(s => s.Id == id);
        Assert.False(parameters.Of(Of("hague-core"), edition).Delivers);
        IReadOnlyList<double> delivery = parameters.Of(Of("announced"), edition).DeliveryPct;
        Assert.Equal(80, delivery[edition.Roster.Members.Single(m => m.Iso3 == "FRA").Index], 10);
        Assert.Equal(60, delivery[edition.Roster.Members.Single(m => m.Iso3 == "DEU").Index], 10);
        Assert.Equal(40, delivery[edition.Roster.Members.Single(m => m.Iso3 == "PRT").Index], 10);
    }

    [Fact]
    public void What_the_author_says_arrives_is_not_taken_off_twice()
    {
        DataFolder folder = Shipped;
        Edition edition = EditionStore.LoadDefault(folder).Value;
        byte[] mine = System.Text.Encoding.UTF8.GetBytes("scenario,members,what,value\nmine,,based_on,announced\nmine,DEU,delivery_pct,70\n");
        ScenarioFile shipped = ScenarioReader.Read("scenarios/main.csv", folder.Read("scenarios/main.csv").Value);
        ScenarioSet set = ScenarioBinder.Bind([ScenarioReader.Read("mine.csv", mine)], [shipped], edition, new BindOptions());
        Assert.False(set.HasErrors, string.Join(' ', set.Diagnostics.Select(d => d.Message)));
        IReadOnlyList<double> delivery = UncertaintyParameters.Load(folder, edition.Roster).Value.Of(set.Scenarios.Single(s => s.Id == "mine"), edition).DeliveryPct;
        Assert.Equal(100, delivery[edition.Roster.Members.Single(m => m.Iso3 == "DEU").Index]);
        Assert.Equal(80, delivery[edition.Roster.Members.Single(m => m.Iso3 == "FRA").Index], 10);
    }

    [Theory]
    [InlineData("growth_persistence,", "growth_persistenz,", "growth_persistence stands there 0 times")]
    [InlineData("budget_lag,,,0.7", "budget_lag,,,zero", "a number with a decimal point is expected")]
    [InlineData("budget_lag,,,0.7", "budget_lag,,,1.7", "BudgetLag must lie between")]
    [InlineData("growth_spread,ALB,,1.35316", "growth_spread,ALB,,-1", "GrowthSd of ALB")]
    [InlineData("growth_factor,,2009,", "growth_factor,,1950,", "jumps from")]
    public void Broken_parameters_are_named(string find, string put, string said)
    {
        string folder = Directory.CreateTempSubdirectory("natosim-test-").FullName;
        try
        {
            string text = File.ReadAllText(Path.Combine(Root, "data", UncertaintyTable.FileName));
            Assert.Contains(find, text, StringComparison.Ordinal);
            File.Copy(Path.Combine(Root, "data", EditionStore.EditionsFile), Path.Combine(folder, EditionStore.EditionsFile));
            File.WriteAllText(Path.Combine(folder, UncertaintyTable.FileName), text.Replace(find, put, StringComparison.Ordinal));
            DataResult<UncertaintyParameters> read = UncertaintyParameters.Load(DataFolder.Open(folder).Value, EditionStore.LoadDefault(Shipped).Value.Roster);
            Assert.False(read.Ok);
            Assert.Contains(read.Problems, p => p.Message.Contains(said, StringComparison.Ordinal));
        }
        finally
        {
            Directory.Delete(folder, recursive: true);
        }
    }

    private static double Said(DataFolder folder, string outlook, int year) => double.Parse(
        System.Text.Encoding.UTF8.GetString(folder.Read($"weo/{outlook}.csv").Value).Split('\n').Single(l => l.StartsWith($"ITA,{year},", StringComparison.Ordinal)).Split(',')[5],
        System.Globalization.CultureInfo.InvariantCulture);

    private static double Normal(Random random) =>
        Math.Sqrt(-2 * Math.Log(1 - random.NextDouble())) * Math.Cos(2 * Math.PI * random.NextDouble());
}
