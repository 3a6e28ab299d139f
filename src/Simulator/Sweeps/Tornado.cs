using Simulator.Alliance;
using Simulator.Pathways;

namespace Simulator.Sweeps;

/// <summary>What one factor alone makes of an outcome, all else as the scenario states it.</summary>
/// <param name="Outcome">Place of the outcome.</param>
/// <param name="Factor">Place of the factor.</param>
/// <param name="Stated">The outcome as the scenario states it.</param>
/// <param name="Low">The outcome with the factor at its low end; of words, the lowest outcome of any.</param>
/// <param name="High">The outcome with the factor at its high end; of words, the highest outcome of any.</param>
/// <param name="LowText">The value or word behind <paramref name="Low"/>.</param>
/// <param name="HighText">The value or word behind <paramref name="High"/>.</param>
public sealed record TornadoBar(int Outcome, int Factor, double Stated, double Low, double High, string LowText, string HighText)
{
    /// <summary>How far the factor moves the outcome between its ends, in the unit of the outcome.</summary>
    public double Swing => Math.Max(Math.Max(Low, High), Stated) - Math.Min(Math.Min(Low, High), Stated);
}

/// <summary>One factor at a time, low and high: what needs no statistics to be read. Interactions do not show in it.</summary>
public static class Tornado
{
    /// <summary>Runs every factor at its two ends, or at each of its words.</summary>
    /// <param name="scenario">The scenario.</param>
    /// <param name="macro">The unshocked economy, as for <see cref="SweepPlan.Compile"/>.</param>
    /// <param name="factors">The factors; one that the scenario cannot be moved by is left out.</param>
    /// <param name="outcomes">The outcomes.</param>
    /// <param name="options">Draws, if each end is told as a mean over draws.</param>
    /// <returns>Bars by outcome and factor.</returns>
    public static IReadOnlyList<TornadoBar> Run(
        Scenario scenario, MacroPath macro, IReadOnlyList<Factor> factors, IReadOnlyList<Outcome> outcomes, SweepOptions options)
    {
        double[] stated = Ends(scenario, macro, [], outcomes, options, [[]])[0];
        List<TornadoBar> bars = [];
        for (int f = 0; f < factors.Count; f++)
        {
            Factor factor = factors[f];
            double[] values = factor.IsCategorical ? [.. Enumerable.Range(0, factor.Words.Count).Select(i => (double)i)] : [factor.Range.Low, factor.Range.High];
            double[][] came = Ends(scenario, macro, [factor], outcomes, options, [.. values.Select(v => new[] { v })]);
            for (int o = 0; o < outcomes.Count && came.Length > 0; o++)
            {
                int outcome = o;
                int low = factor.IsCategorical ? Enumerable.Range(0, came.Length).MinBy(i => came[i][outcome]) : 0;
                int high = factor.IsCategorical ? Enumerable.Range(0, came.Length).MaxBy(i => came[i][outcome]) : came.Length - 1;
                bars.Add(new(o, f, stated[o], came[low][o], came[high][o], Text(factor, values[low]), Text(factor, values[high])));
            }
        }

        return [.. bars.OrderBy(b => b.Outcome).ThenBy(b => b.Factor)];
    }

    private static double[][] Ends(
        Scenario scenario, MacroPath macro, IReadOnlyList<Factor> factors, IReadOnlyList<Outcome> outcomes, SweepOptions options, IReadOnlyList<double[]> worlds)
    {
        SweepPlan? sweep = SweepPlan.Compile(scenario, macro, factors, outcomes, out _);
        if (sweep is null)
        {
            return [];
        }

        return SweepRun.Of(sweep, options, worlds);
    }

    private static string Text(Factor factor, double value) =>
        factor.IsCategorical ? factor.Words[(int)value] : value.ToString(System.Globalization.CultureInfo.InvariantCulture);
}
