using System.Reflection;
using System.Text;
using Simulator.Alliance;
using Simulator.Data.Calibration;
using Simulator.Data.Editions;
using Simulator.Data.Scenarios;
using Simulator.Data.Sweeps;
using Simulator.Pathways;
using Simulator.Reports.Runs;
using Simulator.Reports.Sweeps;
using Simulator.Sweeps;
using Simulator.Sweeps.Designs;

namespace Simulator.Reports.Tests.Sweeps;

/// <summary>A sweep of five factors on the shipped edition: small enough for every test, with words, years and a goal.</summary>
internal static class SmallSweep
{
    private const string Rows =
        "parameter,members,low,high,levels,distribution,note\n"
        + "at_least_pct,,3,5,,,targets that were asked for\n"
        + "to,,2030,2038,3,,\n"
        + "delivery_pct,EUROPE,20,100,20|60|100,,\n"
        + "shape,DEU FRA,,,linear|back 2,,\n"
        + "real_growth_pct,USA,0,3,,triangular,\n"
        + "outcome,share_pct:EUROPE:2035,3.5,,,,\n"
        + "outcome,cumulative_extra_eur_bn:EUROPE:2027-2035,,900,,,\n";

    private const string Scenario =
        "scenario,members,what,value,from,to\n"
        + "small,ALL except USA,at_least_pct,3.5,2026,2035\n"
        + "small,USA,real_growth_pct,1,,\n";

    private static readonly DataFolder Folder = DataFolder.Open(Path.Combine(
        typeof(SmallSweep).Assembly.GetCustomAttributes<AssemblyMetadataAttribute>().First(a => a.Key == "RepositoryRoot").Value!, "data")).Value;

    private static readonly Edition Edition = EditionStore.LoadDefault(Folder).Value;

    private static readonly Lazy<SobolDirections> Directions = new(() => SobolDirectionsReader.Load(Folder).Value);

    public static SweepRequest Request(string output = "", SweepChoice? choice = null, string rows = Rows)
    {
        SweepFile file = SweepReader.Read("small-sweep.csv", Encoding.UTF8.GetBytes(rows), Edition);
        Assert.False(file.HasErrors, string.Join(' ', file.Diagnostics.Select(d => d.Message)));
        ScenarioFile scenario = ScenarioReader.Read("small.csv", Encoding.UTF8.GetBytes(Scenario));
        Scenario small = ScenarioBinder.Bind([scenario], [], Edition, new BindOptions()).Scenarios.Single();
        return new SweepRequest
        {
            SweepName = "small-sweep.csv",
            Edition = Edition,
            Base = small,
            BaseText = "small.csv:small",
            Factors = file.Factors,
            Levels = [.. file.Levels.Select(l => l.Values)],
            Outcomes = file.Outcomes,
            Choice = choice ?? new SweepChoice { Points = 256 },
            Directions = Directions,
            Uncertainty = UncertaintyParameters.Load(Folder, Edition.Roster).Value,
            Inputs = [RunInput.Of("small-sweep.csv", Encoding.UTF8.GetBytes(rows)), RunInput.Of("small.csv", Encoding.UTF8.GetBytes(Scenario))],
            Sources = () => [new("small-sweep.csv", Encoding.UTF8.GetBytes(rows)), new("small.csv", Encoding.UTF8.GetBytes(Scenario))],
            OutputFolder = output,
            Threads = 2,
        };
    }

    public static SweepJob Job(SweepRequest request)
    {
        SweepJob? job = SweepJob.Prepare(request, out IReadOnlyList<SweepFault> faults, out IReadOnlyList<string> problems);
        Assert.Empty(faults);
        Assert.Empty(problems);
        return job!;
    }

    /// <summary>Every file of a folder with its bytes.</summary>
    public static SortedDictionary<string, string> Files(string folder) => new(
        Directory.EnumerateFiles(folder, "*", SearchOption.AllDirectories).ToDictionary(
            f => Path.GetRelativePath(folder, f), f => Convert.ToHexString(System.Security.Cryptography.SHA256.HashData(File.ReadAllBytes(f)))),
        StringComparer.Ordinal);
}
