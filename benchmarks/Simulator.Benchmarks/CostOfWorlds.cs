using System.Diagnostics;
using System.Globalization;
using System.Text;
using Simulator.Charts;
using Simulator.Charts.Catalogue;
using Simulator.Charts.Svg;
using Simulator.Sweeps;

namespace Simulator.Benchmarks;

/// <summary>
/// What a sweep costs from a thousand to a hundred million worlds: too long for a benchmark that repeats itself, so each size runs once
/// after a small one, and the least of three where it takes under two seconds. Writes the table and the chart of benchmarks/README.md.
/// </summary>
internal static class CostOfWorlds
{
    private static readonly int[] Powers = [10, 13, 17, 20, 23, 27];

    /// <summary>Runs all sizes on two threads.</summary>
    /// <param name="chart">Path of the chart; the table goes to the console.</param>
    public static void Run(string chart)
    {
        (string Name, IReadOnlyList<Factor> Factors, int Most)[] sweeps =
        [
            ("straight lines", SweptAlliance.Numbers, 27),
            ("mixed shapes", [.. SweptAlliance.Numbers, SweptAlliance.Shapes], 23),
        ];
        List<CostSeries> series = [];
        Console.WriteLine("| worlds | sweep | seconds | worlds a second | heap after, MB |");
        Console.WriteLine("| ---: | --- | ---: | ---: | ---: |");
        foreach ((string name, IReadOnlyList<Factor> factors, int most) in sweeps)
        {
            List<CostPoint> points = [];
            Time(factors, 1 << 10);
            foreach (int power in Powers.Where(p => p <= most))
            {
                long worlds = 1L << power;
                double seconds = Enumerable.Range(0, power < 20 ? 3 : 1).Min(_ => Time(factors, worlds));
                points.Add(new CostPoint(worlds, seconds));
                Console.WriteLine(string.Create(
                    CultureInfo.InvariantCulture,
                    $"| {worlds:N0} | {name} | {seconds:0.000} | {worlds / seconds:N0} | {GC.GetTotalMemory(forceFullCollection: true) / 1e6:0} |"));
            }

            series.Add(new CostSeries(name, [.. points]));
        }

        Figure figure = CostCurve.Build(
            new Caption(
                "sweep-cost",
                "A million worlds take about a second",
                "Seconds for a sweep of 31 allies to 2035 with five outcomes, by its number of worlds; two threads",
                new Credit("benchmarks/Simulator.Benchmarks, CostOfWorlds"),
                ChartLanguage.English),
            series,
            FigureFormat.Free.Frame());
        File.WriteAllText(chart, SvgRenderer.Render(figure, Theme.Light), new UTF8Encoding(encoderShouldEmitUTF8Identifier: false));
    }

    private static double Time(IReadOnlyList<Factor> factors, long worlds)
    {
        SweepRun run = SweptAlliance.Run(factors, SweptAlliance.Shares, worlds, threads: 2);
        Stopwatch clock = Stopwatch.StartNew();
        run.Run(0, run.Space.Blocks);
        return clock.Elapsed.TotalSeconds;
    }
}
