using System.Globalization;
using System.Reflection;
using Simulator.Alliance;
using Simulator.Backtesting;
using Simulator.Charts;
using Simulator.Data.Calibration;
using Simulator.Data.Editions;
using Simulator.Data.Sources;
using Simulator.Reports.Backtests;
using Simulator.Reports.Tests.Pages;

namespace Simulator.Reports.Tests.Backtests;

/// <summary>The backtest of the shipped data, read back from its files.</summary>
public class BacktestReportTests
{
    private static readonly Lazy<BacktestRequest> Shipped = new(Load);

    private static readonly Lazy<(List<Dictionary<string, string>> Record, List<Dictionary<string, string>> Scores)> Written = new(() =>
    {
        using ScratchFolder folder = new();
        Write(folder["out"]);
        return (Rows(folder["out"], "record.csv"), Rows(folder["out"], "scores.csv"));
    });

    [Fact]
    public void Rows_of_the_record_recompute_from_the_figures_of_the_edition()
    {
        using ScratchFolder folder = new();
        BacktestResults results = Write(folder["out"]);
        Edition edition = Shipped.Value.Edition;
        List<Dictionary<string, string>> record = Rows(folder["out"], "record.csv");
        Assert.Equal(results.Record.Forecasts.Count, record.Count);
        foreach (Dictionary<string, string> row in record.Where(r => r["basis"] == "within edition"))
        {
            int member = edition.Roster.Member(row["iso3"]).Index;
            (int origin, int horizon) = (Whole(row["origin"]), Whole(row["horizon"]));
            Assert.Equal(edition.SharePct(member, origin + horizon), Number(row["came_pct"]));
            Assert.Equal(Number(row["said_pct"]) - Number(row["came_pct"]), Number(row["error_pp"]));
            Assert.Equal(origin + horizon >= edition.FirstEstimateYear ? "estimate" : "reported", row["came_status"]);
            double share = edition.SharePct(member, origin);
            if (row["rule"] == "hold")
            {
                Assert.Equal(share, Number(row["said_pct"]));
            }
            else if (row["rule"] == "wales-line")
            {
                double said = share >= 2 ? share : share + ((2 - share) * Math.Min(1, horizon / (2024.0 - origin)));
                // A few roundings of numbers near two.
                Assert.Equal(said, Number(row["said_pct"]), 1e-12);
            }
        }

        Assert.DoesNotContain(record, r => r["iso3"] == "ISL");
        Assert.DoesNotContain(record, r => r["iso3"] == "LUX" && r["basis"] == "real time");
        Assert.DoesNotContain(record, r => r["iso3"] == "LUX" && Whole(r["origin"]) <= 2022 && Whole(r["year"]) >= 2023 && r["basis"] == "within edition");
        string[] origins = [.. record.Where(r => r["basis"] == "within edition").Select(r => r["origin"]).Distinct().Order(StringComparer.Ordinal)];
        Assert.Equal(("2014", "2023", 10), (origins[0], origins[^1], origins.Length));
        Assert.All(record.Where(r => r["basis"] == "real time"), r => Assert.Equal("2024", r["origin"]));
    }

    [Theory]
    [InlineData("hold", 3, 0.27)]
    [InlineData("hold", 5, 0.37)]
    [InlineData("wales-line", 3, 0.29)]
    [InlineData("wales-line", 5, 0.35)]
    [InlineData("adjustment", 3, 0.25)]
    [InlineData("adjustment", 5, 0.29)]
    [InlineData("trend", 3, 0.32)]
    public void Mean_absolute_errors_are_those_of_an_independent_calculation(string rule, int horizon, double expected)
    {
        double error = Written.Value.Record
            .Where(r => r["basis"] == "within edition" && r["rule"] == rule && Whole(r["horizon"]) == horizon && r["came_status"] == "reported")
            .Average(r => Math.Abs(Number(r["error_pp"])));

        // Theirs has two decimals and refits partial adjustment in its own way.
        Assert.Equal(expected, error, 0.02);
        Dictionary<string, string> score = Written.Value.Scores
            .Single(r => r["basis"] == "within edition" && r["outturns"] == "reported" && r["rule"] == rule && Whole(r["horizon"]) == horizon);
        Assert.Equal(error, Number(score["mae_pp"]), 1e-12);
    }

    [Fact]
    public void The_hub_layout_holds_the_same_forecasts()
    {
        using ScratchFolder folder = new();
        BacktestResults results = Write(folder["out"]);
        List<Dictionary<string, string>> hub = Rows(folder["out"], "hub-forecasts.csv");
        Assert.Equal(results.Record.Forecasts.Count, hub.Count(r => r["output_type"] == "median"));
        Assert.Equal(7 * results.Record.Forecasts.Count(f => f.HasSample), hub.Count(r => r["output_type"] == "quantile"));
        foreach (IGrouping<(string, string, string, string), Dictionary<string, string>> forecast in hub.GroupBy(r => (r["model_id"], r["origin"], r["location"], r["horizon"])))
        {
            double[] values = [.. forecast.Where(r => r["output_type"] == "quantile").Select(r => Number(r["value"]))];
            Assert.Equal(values.Order(), values);
            Assert.All(forecast.Where(r => r["output_type_id"] == "0.5"), r => Assert.Equal(Number(forecast.First()["value"]), Number(r["value"]), 1e-12));
        }

        HashSet<(string, int)> targets = [.. Rows(folder["out"], "hub-targets.csv").Select(r => (r["location"], Whole(r["year"])))];
        Assert.All(hub, r => Assert.Contains((r["location"], Whole(r["origin"]) + Whole(r["horizon"])), targets));
    }

    [Fact]
    public void The_page_keeps_the_rules_and_says_where_nothing_changes_did_better()
    {
        using ScratchFolder folder = new();
        BacktestResults results = Write(folder["out"]);
        PageDocument page = new(File.ReadAllBytes(Path.Combine(folder["out"], "record.html")));
        page.KeepsTheRules();
        foreach (RuleScore score in results.Scores.Where(s => s.Basis == ForecastBasis.WithinEdition && !s.WithEstimates && s.SkillPct.Value < 0))
        {
            string title = ForecastRule.All.Single(r => r.Id == score.RuleId).Title;
            Assert.Contains(page.Elements("p"), p => p.Value.StartsWith("Worse than \"nothing changes\"", StringComparison.Ordinal) && p.Value.Contains(title[1..], StringComparison.Ordinal));
        }

        Assert.Equal(1 + ForecastRule.All.Count, page.Table("Mean absolute error in points").Count);
        Assert.Equal(9, page.Table("Mean absolute error beside").Count);
        Assert.Contains("differ", page.Text, StringComparison.Ordinal);
    }

    [Fact]
    public void The_page_says_how_the_draws_did_as_the_record_has_it()
    {
        using ScratchFolder folder = new();
        Write(folder["out"]);
        PageDocument page = new(File.ReadAllBytes(Path.Combine(folder["out"], "record.html")));
        Dictionary<(string Model, string Origin, string Location, string Horizon), double> came = Rows(folder["out"], "record.csv")
            .Where(r => r["basis"] == "within edition" && r["came_status"] == "reported").ToDictionary(r => (r["rule"], r["origin"], r["iso3"], r["horizon"]), r => Number(r["came_pct"]));
        foreach (string rule in new[] { "ensemble-hold", "ensemble-wales" })
        {
            List<string> said = [];
            foreach (string horizon in new[] { "1", "3", "5" })
            {
                // How often the 5 and 95 percent quantiles of the hub's file hold what came.
                bool[] held =
                [
                    .. Rows(folder["out"], "hub-forecasts.csv").Where(r => r["model_id"] == rule && r["horizon"] == horizon && (r["output_type_id"] is "0.05" or "0.95"))
                        .GroupBy(r => (r["model_id"], r["origin"], r["location"], r["horizon"])).Where(g => came.ContainsKey(g.Key))
                        .Select(g => g.Min(r => Number(r["value"])) <= came[g.Key] && came[g.Key] <= g.Max(r => Number(r["value"]))),
                ];
                said.Add((100.0 * held.Count(h => h) / held.Length).ToString("0.0", CultureInfo.InvariantCulture) + " %");
            }

            Assert.Contains(page.Elements("p"), p => said.All(s => p.Value.Contains(s, StringComparison.Ordinal)) && p.Value.Contains("too narrow", StringComparison.Ordinal));
        }

        Assert.DoesNotContain("not scored", page.Text, StringComparison.Ordinal);
    }

    [Theory]
    [InlineData(84.9, 20, "too narrow")]
    [InlineData(49.9, 20, "far too narrow")]
    [InlineData(95.1, 99, "too wide")]
    [InlineData(85, 95, "about right")]
    [InlineData(80, 90, "right or wrong by the years ahead")]
    public void The_width_of_ranges_is_told_either_way(double one, double other, string said) => Assert.Equal(said, DrawFindings.Width([one, other]));

    [Fact]
    public void Without_shocks_the_page_says_why_the_draws_are_silent()
    {
        using ScratchFolder folder = new();
        const string Why = "The model's draws say nothing at the origin 2014: a test.";
        BacktestRequest silent = Shipped.Value with { Shocks = OriginShocks.None with { Missing = [Why] }, OutputFolder = folder["out"] };
        BacktestResults results = BacktestReport.Execute(silent, CancellationToken.None).Result;
        Assert.DoesNotContain(results.Record.Forecasts, f => f.RuleId.StartsWith("ensemble", StringComparison.Ordinal));
        PageDocument page = new(File.ReadAllBytes(Path.Combine(folder["out"], "record.html")));
        page.KeepsTheRules();
        Assert.Contains(Why, page.Text, StringComparison.Ordinal);
        Assert.False(File.Exists(Path.Combine(folder["out"], "charts/held.svg")));
        Assert.Contains(Why, BacktestText.Write(results).ReplaceLineEndings(" "), StringComparison.Ordinal);
    }

    [Fact]
    public void Forecasts_of_an_origin_stay_the_same_when_later_figures_change()
    {
        const int Known = 2018;
        BacktestRequest shipped = Shipped.Value with { Before = null };
        Edition changed = Changed(shipped.Edition, Known);
        BacktestResults one = BacktestReport.Execute(shipped, CancellationToken.None).Result;
        BacktestResults other = BacktestReport.Execute(
            shipped with { Edition = changed, Shocks = OriginShockFit.Of(changed, null) }, CancellationToken.None).Result;
        ILookup<(int, string, int, int), Forecast> after = other.Record.Forecasts.ToLookup(f => (f.Origin, f.RuleId, f.Member, f.Horizon));
        Forecast[] known = [.. one.Record.Forecasts.Where(f => f.Origin <= Known)];
        Assert.Equal(ForecastRule.All.Count, known.Select(f => f.RuleId).Distinct().Count());
        foreach (Forecast forecast in known.Where(f => after.Contains((f.Origin, f.RuleId, f.Member, f.Horizon))))
        {
            Forecast same = after[(forecast.Origin, forecast.RuleId, forecast.Member, forecast.Horizon)].Single();
            Assert.Equal(forecast.SaidPct, same.SaidPct);
            Assert.Equal(forecast.SamplePct, same.SamplePct);
        }

        // The change was one: later origins say something else, and what came is something else.
        Assert.Contains(one.Record.Forecasts.Where(f => f.Origin > Known && f.RuleId == "ensemble-hold"), f => after[(f.Origin, f.RuleId, f.Member, f.Horizon)].Any(a => a.SaidPct != f.SaidPct));
        Assert.Contains(known, f => f.Year > Known && after[(f.Origin, f.RuleId, f.Member, f.Horizon)].Any(a => a.CamePct != f.CamePct));
        Assert.Equal(one.Record.Fitted.Where(f => f.Origin <= Known), other.Record.Fitted.Where(f => f.Origin <= Known));
    }

    [Fact]
    public void The_bytes_are_the_same_in_every_culture()
    {
        using ScratchFolder one = new();
        using ScratchFolder other = new();
        Write(one["out"]);
        CultureInfo before = CultureInfo.CurrentCulture;
        CultureInfo.CurrentCulture = CultureInfo.GetCultureInfo("de-DE");
        try
        {
            Write(other["out"]);
        }
        finally
        {
            CultureInfo.CurrentCulture = before;
        }

        string[] files = [.. Directory.GetFiles(one["out"], "*", SearchOption.AllDirectories).Select(f => Path.GetRelativePath(one["out"], f))];
        Assert.True(files.Length > 12);
        Assert.All(files, f => Assert.Equal(File.ReadAllBytes(Path.Combine(one["out"], f)), File.ReadAllBytes(Path.Combine(other["out"], f))));
    }

    [Fact]
    public void Without_an_earlier_edition_nothing_is_said_of_revisions()
    {
        using ScratchFolder folder = new();
        BacktestRequest alone = Shipped.Value with { Before = null, OutputFolder = folder["out"] };
        BacktestResults results = BacktestReport.Execute(alone, CancellationToken.None).Result;
        Assert.DoesNotContain(results.Record.Forecasts, f => f.Basis == ForecastBasis.RealTime);
        Assert.False(File.Exists(Path.Combine(folder["out"], "charts/revisions.svg")));
        PageDocument page = new(File.ReadAllBytes(Path.Combine(folder["out"], "record.html")));
        page.KeepsTheRules();
        Assert.DoesNotContain("NATO's own estimates get revised", page.Text, StringComparison.Ordinal);
    }

    [Fact]
    public void Titles_are_short_and_figures_have_their_data()
    {
        BacktestResults results = BacktestReport.Execute(Shipped.Value, CancellationToken.None).Result;
        IReadOnlyList<Figure> figures = BacktestFigures.All(results, FigureFormat.Free);
        Assert.Equal(["wales-line", "said-and-came", "held", "revisions"], figures.Select(f => f.Id));
        Assert.All(figures, f => Assert.InRange(f.Title.Split(' ').Length, 3, 10));
        Assert.Contains(figures[0].Data.Rows, r => r.Any(c => c.ToString() == "No armed forces"));
        Forecast[] mean = [.. results.Record.Forecasts.Where(f => f is { Basis: ForecastBasis.WithinEdition, RuleId: "trend", Origin: 2018, Horizon: 4 } && results.Means.Members.Contains(f.Member))];
        Assert.Equal(30, mean.Length);
        Assert.Equal(mean.Average(f => f.SaidPct), results.Means.Of("trend").Single(p => p.Origin == 2018).SaidPct[3], 1e-12);
        Assert.Equal(mean.Average(f => f.CamePct), results.Means.CamePct[8], 1e-12);
    }

    private static BacktestResults Write(string folder) => BacktestReport.Execute(Shipped.Value with { OutputFolder = folder }, CancellationToken.None).Result;

    private static List<Dictionary<string, string>> Rows(string folder, string file)
    {
        List<string[]> rows = CsvText.Read(File.ReadAllBytes(Path.Combine(folder, file)));
        return [.. rows.Skip(1).Select(r => rows[0].Zip(r).ToDictionary(c => c.First, c => c.Second, StringComparer.Ordinal))];
    }

    /// <summary>The edition with other spending, growth and prices after a year; GDP stays, so that nobody gets a new base.</summary>
    private static Edition Changed(Edition edition, int lastKnown)
    {
        int members = edition.Roster.Count;
        int years = edition.BaseYear - edition.FirstYear + 1;
        double[] nato = new double[NatoTables.IndicatorCount * years * (members + 2)];
        foreach (NatoIndicator indicator in Enum.GetValues<NatoIndicator>())
        {
            bool isGdp = indicator is NatoIndicator.GdpUsdConstantM or NatoIndicator.GdpUsdCurrentM or NatoIndicator.GdpPerHeadConstUsdK;
            for (int i = 0; i < years * (members + 2); i++)
            {
                (int year, int unit) = (edition.FirstYear + (i / (members + 2)), i % (members + 2));
                nato[((int)indicator * years * (members + 2)) + i] = edition.Nato.Value(indicator, unit, year) * (year > lastKnown && !isGdp ? 1.1 + (0.01 * unit) : 1);
            }
        }

        WeoSeries weo = edition.Weo;
        int outlookYears = weo.LastYear - weo.FirstYear + 1;
        double[] outlook = new double[WeoSeries.IndicatorCount * outlookYears * members];
        foreach (WeoIndicator indicator in Enum.GetValues<WeoIndicator>())
        {
            for (int i = 0; i < outlookYears * members; i++)
            {
                (int year, int member) = (weo.FirstYear + (i / members), i % members);
                outlook[((int)indicator * outlookYears * members) + i] = weo.Value(indicator, member, year) * (year > lastKnown ? 1.2 + (0.01 * member) : 1);
            }
        }

        return new Edition
        {
            Id = edition.Id,
            Title = edition.Title,
            Measure = edition.Measure,
            CutOff = edition.CutOff,
            SourceLine = edition.SourceLine,
            FirstEstimateYear = edition.FirstEstimateYear,
            PriceYear = edition.PriceYear,
            Roster = edition.Roster,
            Currency = edition.Currency,
            Nato = new NatoTables(edition.FirstYear, edition.BaseYear, members, nato),
            Weo = new WeoSeries(weo.Title, weo.FirstYear, weo.LastYear, members, outlook),
            PotentialGrowthPct = edition.PotentialGrowthPct,
            PopulationGrowthPct = edition.PopulationGrowthPct,
            Plans = edition.Plans,
            HasPlans = edition.HasPlans,
            Remarks = edition.Remarks,
        };
    }

    private static int Whole(string cell) => int.Parse(cell, CultureInfo.InvariantCulture);

    private static double Number(string cell) => double.Parse(cell, CultureInfo.InvariantCulture);

    private static BacktestRequest Load()
    {
        string root = typeof(BacktestReportTests).Assembly.GetCustomAttributes<AssemblyMetadataAttribute>().First(a => a.Key == "RepositoryRoot").Value!;
        DataFolder folder = DataFolder.Open(Path.Combine(root, "data")).Value;
        Edition edition = EditionStore.LoadDefault(folder).Value;
        return new BacktestRequest
        {
            Edition = edition,
            Before = EditionStore.Load(folder, "nato-2024").Value,
            SipriSharePct = SipriHistory.Load(folder, edition.Roster).Value.SharePct,
            Shocks = OriginShockFit.Of(edition, EditionStore.Load(folder, "nato-2024").Value),
            Growth = GrowthOutlooks.Load(folder, edition).Value,
            Inputs = [],
        };
    }
}
