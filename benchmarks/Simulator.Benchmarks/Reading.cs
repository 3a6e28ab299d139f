using System.Globalization;
using System.Text;
using BenchmarkDotNet.Attributes;
using Simulator.Alliance;
using Simulator.Data.Editions;
using Simulator.Data.Scenarios;

namespace Simulator.Benchmarks;

/// <summary>What stands before every run: an edition, and a scenario file; here one of 10,000 rows.</summary>
[MemoryDiagnoser]
[ShortRunJob]
public class Reading
{
    private readonly Edition _edition = EditionStore.LoadDefault(DataFolder.Shipped().Value).Value;
    private readonly byte[] _file = File10000();

    /// <summary>The default edition from the shipped folder: NATO's tables, the IMF outlook, long-term series, plans.</summary>
    [Benchmark]
    public Edition LoadAnEdition() => EditionStore.LoadDefault(DataFolder.Shipped().Value).Value;

    /// <summary>The unshocked economy of 32 members to 2035.</summary>
    [Benchmark]
    public MacroPath BuildTheEconomy() => MacroPathBuilder.Build(_edition, 2035);

    /// <summary>10,000 rows to cells with their places.</summary>
    [Benchmark]
    public ScenarioFile ReadAScenarioFile() => ScenarioReader.Read("benchmark.csv", _file);

    /// <summary>10,000 rows to 2,500 checked scenarios.</summary>
    [Benchmark]
    public ScenarioSet ReadAndBindAScenarioFile() =>
        ScenarioBinder.Bind([ScenarioReader.Read("benchmark.csv", _file)], [], _edition, BindOptions.Default);

    private static byte[] File10000()
    {
        StringBuilder text = new("scenario,members,what,value,from,to,shape,note\n");
        for (int i = 0; i < 2_500; i++)
        {
            text.Append(CultureInfo.InvariantCulture, $"s{i},,title,\"Scenario, number {i}\",,,,\n");
            text.Append(CultureInfo.InvariantCulture, $"s{i},,at_least_pct,{3 + (i % 20 * 0.1)},2026,{2030 + (i % 10)},front 2,a note\n");
            text.Append(CultureInfo.InvariantCulture, $"s{i},EUROPE except GBR,delay_years,{i % 4},2027,,,\n");
            text.Append(CultureInfo.InvariantCulture, $"s{i},BALTIC POL,max_step_pp,0.4,,,,\n");
        }

        return Encoding.UTF8.GetBytes(text.ToString());
    }
}
