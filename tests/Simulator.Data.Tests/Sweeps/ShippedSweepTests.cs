using Simulator.Alliance;
using Simulator.Data.Diagnostics;
using Simulator.Data.Scenarios;
using Simulator.Data.Sweeps;
using Simulator.Data.Tests.Editions;
using Simulator.Pathways;
using Simulator.Sweeps;

namespace Simulator.Data.Tests.Sweeps;

/// <summary>The ranges that the program ships, on the scenario that they are for.</summary>
public sealed class ShippedSweepTests
{
    private static readonly SweepFile Main = SweepReader.Read("sweeps/main.csv", Shipped.Folder.Read("sweeps/main.csv").Value, Shipped.Nato2026);

    [Fact]
    public void ItReadsWithoutAWarning()
    {
        Assert.Empty(Main.Diagnostics.Where(d => d.Severity != Severity.Notice).Select(DiagnosticText.Render));
        Assert.Equal(["NS206"], Main.Diagnostics.Select(d => d.Code)); // its comments
        Assert.Equal(18, Main.Factors.Count);
        Assert.Equal(6, Main.Outcomes.Count);
    }

    [Theory]
    [InlineData("at_least_pct:ALL except USA", 3, 5)]
    [InlineData("share_pct:USA", 2.5, 3.5)]
    [InlineData("to", 2030, 2038)]
    [InlineData("delay_years", 0, 3)]
    [InlineData("delivery_pct", 20, 100)]
    [InlineData("step5_pp", 0.25, 0.5)]
    [InlineData("growth_pp", -1, 0.5)]
    [InlineData("inflation_pp", -0.5, 1.5)]
    [InlineData("multiplier", 0.3, 1.5)]
    [InlineData("import_pct", 5, 60)]
    [InlineData("borrowed_pct", 33, 100)]
    [InlineData("interest_pp", -0.5, 1.5)]
    [InlineData("offsets_pp_per_year", 0, 0.8)]
    [InlineData("in_baseline_pct", 0, 100)]
    [InlineData("new_money_pct", 0, 100)]
    [InlineData("start_revision_pct", -14, 6)]
    public void ItsRangesAreThoseOfTheModel(string name, double low, double high)
    {
        Factor factor = Main.Factors.Single(f => f.Name == name);
        Assert.Equal((low, high), (factor.Range.Low, factor.Range.High));
    }

    [Fact]
    public void ItsWordsAreThoseOfTheModel()
    {
        Assert.Equal(["linear", "front 2", "back 2", "s-curve", "fastest"], Main.Factors.Single(f => f.Name == "shape:ALL except USA").Words);
        Assert.Equal(["nato", "national"], Main.Factors.Single(f => f.Name == "definition:DEU FRA POL").Words);
    }

    [Fact]
    public void EveryRangeAndEveryGoalSaysWhy()
    {
        Assert.All(Main.Factors, f => Assert.True(f.Note.Length > 20, f.Name));
        Assert.All(Main.Outcomes, o => Assert.True(o.HasGoal, o.Name));
    }

    [Fact]
    public void EveryFactorMovesTheScenarioThatItIsFor()
    {
        Scenario scenario = Base();
        MacroPath macro = MacroPathBuilder.Build(Shipped.Nato2026, SweepPlan.LastYearNeeded(scenario, Main.Outcomes));
        SweepPlan? plan = SweepPlan.Compile(scenario, macro, Main.Factors, Main.Outcomes, out IReadOnlyList<SweepFault> faults);
        Assert.Empty(faults.Select(f => DiagnosticText.Render(Main.Explain(f))));
        Assert.NotNull(plan);

        // What is told of a factor alone is no proof that it acts: each has to change an outcome somewhere.
        IReadOnlyList<TornadoBar> bars = Tornado.Run(scenario, macro, Main.Factors, Main.Outcomes, new SweepOptions());
        foreach (int factor in Enumerable.Range(0, Main.Factors.Count).Where(f => Main.Factors[f].Name is not ("step5_pp" or "offsets_pp_per_year" or "new_money_pct")))
        {
            Assert.True(bars.Any(b => b.Factor == factor && b.Swing > 0), Main.Factors[factor].Name);
        }
    }

    [Fact]
    public void ItsScenarioAloneIsThePledgeKept()
    {
        Scenario scenario = Base();
        Assert.Equal("The Hague by 2035, as the sweep moves it", scenario.Title);
        MacroPath macro = MacroPathBuilder.Build(Shipped.Nato2026, SweepPlan.LastYearNeeded(scenario, Main.Outcomes));
        SweepPlan plan = SweepPlan.Compile(scenario, macro, [], Main.Outcomes, out _)!;
        double[] came = SweepRun.Of(plan, new SweepOptions(), [[]])[0];
        Assert.InRange(came[Place("share_pct:EUROPE:2035")], 3.5, 3.7); // some are above the pledge already
        Assert.Equal(31, came[Place("members_at_3_5:NATO:2035")]);
        Assert.Equal(0, came[Place("short_eur_bn:EUROPE:2035")]);
        Assert.InRange(came[Place("extra_debt_pp:FRA:2035")], 1, 10);
    }

    private static int Place(string outcome) => Main.Outcomes.Select(o => o.Name).ToList().IndexOf(outcome);

    private static Scenario Base()
    {
        ScenarioFile[] files = [.. new[] { "sweep", "budgets" }.Select(n => $"scenarios/{n}.csv").Select(n => ScenarioReader.Read(n, Shipped.Folder.Read(n).Value))];
        ScenarioSet set = ScenarioBinder.Bind([files[0]], [files[1]], Shipped.Nato2026, BindOptions.Default);
        Assert.Empty(set.Diagnostics.Where(d => d.Severity != Severity.Notice).Select(DiagnosticText.Render));
        return Assert.Single(set.Scenarios);
    }
}
