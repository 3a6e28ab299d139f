using Simulator.Alliance;
using Simulator.Data.Diagnostics;
using Simulator.Data.Sweeps;
using Simulator.Data.Tests.Editions;
using Simulator.Data.Tests.Scenarios;
using Simulator.Pathways;
using Simulator.Sweeps;

namespace Simulator.Data.Tests.Sweeps;

/// <summary>What shows only where a sweep file meets a scenario is told at the row of the sweep file.</summary>
public sealed class SweepFaultTests
{
    /// <summary>Codes that the tests of this class bring about; the catalogue's test asks for them.</summary>
    public static IReadOnlyList<string> Codes { get; } = ["NS065"];

    [Theory]
    [InlineData("# a remark\n«real_growth_pct»,FRA,1,2,,,\n", "has no row that real_growth_pct:FRA could move")]
    [InlineData("at_least_pct,,3,4,,,\n«to»,USA,2030,2035,,,\n", "has no row that to:USA could move")]
    [InlineData("«from»,FRA,2030,2040,,,\n", "not after their start")]
    [InlineData("«at_least_pct»,FRA,0,4,,,\nshape,FRA,,,linear|geometric,,\n", "geometric")]
    public void AFaultIsToldAtTheParameterOfItsRow(string rows, string message)
    {
        (string text, int line, int column, string marked) = BrokenFileTests.Unmark(SweepReading.Head + rows);
        SweepFile file = SweepReader.Read("my.csv", Reading.Utf8(text), Shipped.Nato2026);
        Diagnostic found = Assert.Single(Faults(file, "x,FRA,at_least_pct,3.5,,2035,,,\n"));
        Assert.Equal(("NS065", "my.csv", line, column, marked), (found.Code, found.Spot.File, found.Spot.Line, found.Spot.Column, Reading.Underlined(found)));
        Assert.True(found.IsError);
        Assert.Contains(message, found.Message, StringComparison.Ordinal);
    }

    [Fact]
    public void AFaultOfNoSingleFactorIsToldOfTheFile()
    {
        string words = string.Concat(Shipped.Nato2026.Roster.Members.Where(m => m.HasForces).Take(10).Select(m => $"shape,{m.Iso3},,,linear|back,,\n"));
        SweepFile file = SweepReader.Read("my.csv", Reading.Utf8(SweepReading.Head + words), Shipped.Nato2026);
        Diagnostic found = Assert.Single(Faults(file, "x,,at_least_pct,3.5,,2035,,,\n"));
        Assert.Equal(("NS065", 0, "my.csv"), (found.Code, found.Spot.Line, found.Spot.File));
        Assert.Contains("1024 combinations", found.Message, StringComparison.Ordinal);
    }

    [Fact]
    public void ASoundSweepHasNoFaults()
    {
        SweepFile file = SweepReader.Read("my.csv", Reading.Utf8(SweepReading.Head + "at_least_pct,FRA,3,4,,,\nshape,FRA,,,linear|fastest,,\n"), Shipped.Nato2026);
        Assert.Empty(Faults(file, "x,FRA,at_least_pct,3.5,,2035,,,\n"));
    }

    private static IReadOnlyList<Diagnostic> Faults(SweepFile file, string rows)
    {
        Assert.Empty(file.Diagnostics.Where(d => d.IsError).Select(DiagnosticText.Render));
        Scenario scenario = Assert.Single(Reading.Bind(DiagnosticCatalogue.UsualHeader + "\n" + rows, Shipped.Nato2026).Scenarios);
        Assert.True(OutcomeName.TryParse("share_pct:FRA:2035", Shipped.Nato2026, "--outcome", out Outcome? outcome, out _));
        MacroPath macro = MacroPathBuilder.Build(Shipped.Nato2026, SweepPlan.LastYearNeeded(scenario, [outcome]));
        SweepPlan? plan = SweepPlan.Compile(scenario, macro, file.Factors, [outcome], out IReadOnlyList<SweepFault> faults);
        Assert.Equal(plan is null, faults.Count > 0);
        return [.. faults.Select(file.Explain)];
    }
}
