using FsCheck;
using FsCheck.Fluent;
using Simulator.Alliance;
using Simulator.Engine;
using Simulator.Pathways;
using Simulator.Projections;
using Simulator.Reports.Comparing;
using Simulator.Reports.Runs;

namespace Simulator.Reports.Tests.Comparing;

/// <summary>Differences between scenarios and the causes that they are split into.</summary>
public sealed class ComparisonTests
{
    private static readonly RowOrigin Origin = new("test.csv", 2);
    private static readonly MacroPath Macro = MacroPathBuilder.Build(TinyAlliance.Edition, 2035);
    private static readonly Unit Italy = Unit.Member(TinyAlliance.Italy);
    private static readonly Unit Europe = Unit.Group(TinyAlliance.Roster.Group("EUROPE"));

    [Fact]
    public void Each_cause_is_what_a_hand_calculation_gives()
    {
        // Italy starts at 2.1 percent and goes to 3 at once; GDP is 1 point of growth lower in 2027, prices rise 2 points more.
        Scenario scenario = Shocked("all", 0.9, -1, 2);
        Comparison comparison = Compare(scenario, TinyRun.Hold, PriceBasis.Current);
        IReadOnlyList<CauseStep> steps = comparison.Pairs[0].Steps;
        Assert.Equal([Cause.Path, Cause.Growth, Cause.Prices], steps.Select(s => s.Cause));

        // 2027: real GDP 2142 × 1.015, deflator growth 2 percent; spending = share × GDP × 1.2 (current over constant dollars) × 0.9 EUR per USD × deflator.
        double gdp = 2.142 * 1.015 * 1.2 * 0.9 * 1.02;
        double path = 0.9 / 100 * gdp;
        double growth = 3.0 / 100 * gdp * ((1.005 / 1.015) - 1);
        double prices = 3.0 / 100 * gdp * (1.005 / 1.015) * ((1.04 / 1.02) - 1);

        // In billions; nine digits are far beyond what any order of these few products can move.
        Assert.Equal(path * 1000, Bn(comparison, steps[0]), 1e-9);
        Assert.Equal(growth * 1000, Bn(comparison, steps[1]), 1e-9);
        Assert.Equal(prices * 1000, Bn(comparison, steps[2]), 1e-9);
        Difference share = comparison.Between(steps[0].After, steps[0].Before, Italy)[0];
        Assert.Equal(0.9, share.SharePp, 1e-12);
        Assert.Equal(0, comparison.Between(steps[1].After, steps[1].Before, Italy)[0].SharePp);
    }

    [Fact]
    public void A_cause_by_which_a_pair_does_not_differ_has_no_step()
    {
        Assert.Equal([Cause.Path], Steps(TinyRun.Core, TinyRun.Hold));
        Assert.Equal([Cause.Path, Cause.Growth], Steps(Shocked("g", 0, -1, 0), TinyRun.Hold));
        Assert.Equal([Cause.Path, Cause.Prices], Steps(Shocked("p", 0.5, 0, 1), TinyRun.Hold));

        // The same shock on both sides is no cause.
        Assert.Equal([Cause.Path], Steps(Shocked("a", 0.5, -1, 1), Shocked("b", 0.2, -1, 1)));

        static IEnumerable<Cause> Steps(Scenario scenario, Scenario reference) => Compare(scenario, reference, PriceBasis.BaseYear).Pairs[0].Steps.Select(s => s.Cause);
    }

    [Fact]
    public void The_parts_add_up_to_the_difference_whatever_the_pair()
    {
        var pairs =
            from add in Gen.Choose(0, 300)
            from growth in Gen.Choose(-30, 30)
            from inflation in Gen.Choose(-20, 40)
            from referenceAdd in Gen.Choose(0, 300)
            from referenceGrowth in Gen.Choose(-30, 30)
            from referenceInflation in Gen.Choose(-20, 40)
            from keepsMoney in Gen.Elements(false, true)
            from prices in Gen.Elements(PriceBasis.Current, PriceBasis.BaseYear, PriceBasis.PriceYear)
            select (To: Shocked("to", add / 100.0, growth / 10.0, inflation / 10.0, keepsMoney), From: Shocked("from", referenceAdd / 100.0, referenceGrowth / 10.0, referenceInflation / 10.0), prices);
        Prop.ForAll(Arb.From(pairs), pair =>
        {
            Comparison comparison = Compare(pair.To, pair.From, pair.prices);
            ComparedPair compared = comparison.Pairs[0];
            foreach (Unit unit in comparison.Members.Concat(comparison.Groups).Select(u => u.Unit))
            {
                IReadOnlyList<Difference> whole = comparison.Between(compared.Scenario, compared.Reference, unit);
                IReadOnlyList<Difference>[] parts = [.. compared.Steps.Select(s => comparison.Between(s.After, s.Before, unit))];
                MoneyBasis money = comparison.Options.Money(comparison.Edition, unit);
                for (int i = 0; i < whole.Count; i++)
                {
                    // Each part is a difference of two rounded numbers: a few last places of the level, over at most nine years.
                    double level = compared.Scenario.SpendingBn(unit, 2027 + i, money) + 1;
                    Assert.Equal(whole[i].SharePp, parts.Sum(p => p[i].SharePp), 1e-13);
                    Assert.Equal(whole[i].SpendingBn, parts.Sum(p => p[i].SpendingBn), 1e-14 * level * 10);
                    Assert.Equal(whole[i].CumulativeBn, parts.Sum(p => p[i].CumulativeBn), 1e-14 * level * 100);
                }
            }
        }).Check(Config.QuickThrowOnFailure.WithReplay(20261122UL, 3UL).WithMaxTest(60));
    }

    [Fact]
    public void The_table_has_a_row_for_every_unit_year_and_cause_and_side_by_side_the_sums()
    {
        using ScratchFolder disk = new();
        SortedDictionary<string, byte[]> files = Files(disk["out"]);
        Assert.Equal(["compare.csv", "datapackage.json", "run.json", "side-by-side.csv"], files.Keys);
        List<string[]> parts = Rows(files["compare.csv"]);
        List<string[]> sums = Rows(files["side-by-side.csv"]);

        // Five members and four groups, two years, three causes; then the same without causes.
        Assert.Equal(1 + (9 * 2 * 3), parts.Count);
        Assert.Equal(1 + (9 * 2), sums.Count);
        foreach (string[] sum in sums.Skip(1))
        {
            string[][] own = [.. parts.Where(p => p[0] == sum[0] && p[2] == sum[2] && p[3] == sum[4])];
            Assert.Equal(["path", "growth", "prices"], own.Select(p => p[10]));
            Assert.Equal(Number(sum[7]), own.Sum(p => Number(p[4])), 1e-12);
            Assert.Equal(Number(sum[10]), own.Sum(p => Number(p[5])), 1e-9);
            Assert.Equal(Number(sum[5]) - Number(sum[6]), Number(sum[7]), 1e-12);
            Assert.All(own, p => Assert.Equal((sum[15], sum[16]), (p[8], p[9])));
        }
    }

    [Fact]
    public void Files_and_text_are_the_same_in_every_culture_and_every_time()
    {
        using ScratchFolder disk = new();
        SortedDictionary<string, byte[]> first = Files(disk["a"]);
        string text = Text();
        foreach (string culture in new[] { "de-DE", "tr-TR" })
        {
            TinyRun.Under(culture, () =>
            {
                Assert.Equal(text, Text());
                foreach ((string name, byte[] bytes) in Files(disk[culture]))
                {
                    Assert.Equal(first[name], bytes);
                }
            });
        }

        static string Text() => ComparisonText.Write(Compare(Shocked("all", 0.9, -1, 2), TinyRun.Hold, PriceBasis.Current), "0123456789ab");
    }

    [Fact]
    public void The_folder_is_sealed_and_never_written_over()
    {
        using ScratchFolder disk = new();
        Files(disk["out"]);
        RunInspection found = RunFolder.Inspect(disk["out"]);
        Assert.True(found.IsWhole);
        Assert.Equal("compare", found.Manifest.Command);
        Assert.Equal("hold-share", found.Manifest.Options.Single(o => o.Name == "against").Value);
        Files(disk["out"]);
        File.AppendAllText(disk["out/compare.csv"], "x");
        ReportOutcome<Comparison> refused = ComparisonReport.Execute(Request(disk["out"]), CancellationToken.None);
        Assert.Equal(RunFailureKind.WouldOverwrite, refused.Failure.Kind);
    }

    [Fact]
    public void A_scenario_is_held_neither_against_itself_nor_twice()
    {
        ReportOutcome<Comparison> itself = ComparisonReport.Execute(Request("") with { Scenarios = [TinyRun.Hold] }, CancellationToken.None);
        Assert.Contains("against itself", itself.Failure.Message, StringComparison.Ordinal);
        ReportOutcome<Comparison> twice = ComparisonReport.Execute(Request("") with { Scenarios = [TinyRun.Core, TinyRun.Core] }, CancellationToken.None);
        Assert.Contains("named twice", twice.Failure.Message, StringComparison.Ordinal);
    }

    private static double Bn(Comparison comparison, CauseStep step) => comparison.Between(step.After, step.Before, Italy)[0].SpendingBn;

    private static Comparison Compare(Scenario scenario, Scenario reference, PriceBasis prices) => new(
        Run(reference), [Run(scenario)], new RunOptions { Prices = prices });

    private static Projection Run(Scenario scenario) => new(Projector.Run(scenario, TinyAlliance.Edition, Macro));

    private static Scenario Shocked(string id, double addPp, double growthPp, double inflationPp, bool keepsMoney = false)
    {
        List<SettingRow> settings = [];
        Add(Setting.GrowthPp, growthPp, 2027, 2029);
        Add(Setting.InflationPp, inflationPp, 2027, 2028);
        if (keepsMoney)
        {
            settings.Add(new SettingRow { Origin = Origin, Setting = Setting.BudgetsFollow, Members = TinyAlliance.Roster.All, Number = 1, Text = "plan" });
        }

        return new Scenario
        {
            Id = id,
            Title = "Shocks and a jump",
            Paths = [new PathRow { Origin = Origin, Members = TinyRun.Forces, What = PathWhat.ShareAddPp, Value = addPp, From = 2026 }],
            Settings = settings,
            Notes = [],
            NotComputed = [],
        };

        void Add(Setting setting, double value, int from, int to)
        {
            if (value != 0)
            {
                settings.Add(new SettingRow { Origin = Origin, Setting = setting, Members = TinyAlliance.Roster.All, Number = value, From = from, To = to });
            }
        }
    }

    private static ComparisonRequest Request(string folder) => new()
    {
        Edition = TinyAlliance.Edition,
        Scenarios = [Shocked("all", 0.9, -1, 2)],
        Reference = TinyRun.Hold,
        Inputs = [RunInput.Of("/somewhere/tiny.csv", "scenario,members,what"u8)],
        Options = new RunOptions { Years = [2028], To = 2028, Prices = PriceBasis.Current },
        OutputFolder = folder,
    };

    private static SortedDictionary<string, byte[]> Files(string folder)
    {
        ReportOutcome<Comparison> outcome = ComparisonReport.Execute(Request(folder), CancellationToken.None);
        Assert.True(outcome.IsDone, outcome.IsDone ? "" : outcome.Failure.Message);
        SortedDictionary<string, byte[]> files = new(StringComparer.Ordinal);
        foreach (RunFile file in outcome.Files)
        {
            files[file.Path] = File.ReadAllBytes(Path.Combine(folder, file.Path));
        }

        return files;
    }

    private static List<string[]> Rows(byte[] csv) =>
        [.. System.Text.Encoding.UTF8.GetString(csv).Split('\n', StringSplitOptions.RemoveEmptyEntries).Select(l => l.Split(','))];

    private static double Number(string cell) => double.Parse(cell, System.Globalization.CultureInfo.InvariantCulture);
}
