using BenchmarkDotNet.Running;
using Simulator.Benchmarks;

// "cost FILE.svg" runs sweeps up to a hundred million worlds once each and draws what they cost; anything else is for BenchmarkDotNet.
if (args is ["cost", { } chart])
{
    CostOfWorlds.Run(chart);
    return;
}

BenchmarkSwitcher.FromAssembly(typeof(CostOfWorlds).Assembly).Run(args);
