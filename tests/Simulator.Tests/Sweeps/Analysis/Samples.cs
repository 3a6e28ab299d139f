using Simulator.Sweeps.Analysis;

namespace Simulator.Tests.Sweeps.Analysis;

/// <summary>Samples of points with known causes.</summary>
internal static class Samples
{
    /// <summary>Factor 0, 1, 3, 5, 6, 7 continuous with ranges of their own, 2 whole numbers 2030 to 2038, 4 of alternatives a b c d.</summary>
    public static readonly IReadOnlyList<SampleFactor> Mixed =
    [
        SampleFactor.Continuous("target", 3, 5),
        SampleFactor.Continuous("delivery", 20, 100),
        SampleFactor.WholeNumber("by", 2030, 2038),
        SampleFactor.Continuous("growth", -1, 0.5),
        SampleFactor.Categorical("shape", ["a", "b", "c", "d"]),
        SampleFactor.Continuous("inflation", -0.5, 1.5),
        SampleFactor.Continuous("multiplier", 0.3, 1.5),
        SampleFactor.Continuous("import", 5, 60),
    ];

    /// <summary>A sample of the mixed factors; the outcome sees the factors of a point and a uniform number of its own.</summary>
    public static SweepSample Of(int points, ulong seed, Func<double[], double, double> outcome) => Of(Mixed, points, seed, outcome);

    public static SweepSample Of(IReadOnlyList<SampleFactor> factors, int points, ulong seed, Func<double[], double, double> outcome)
    {
        Uniforms uniforms = new(seed);
        double[][] columns = [.. factors.Select(_ => new double[points])];
        double[] outcomes = new double[points];
        double[] at = new double[factors.Count];
        for (int p = 0; p < points; p++)
        {
            for (int f = 0; f < at.Length; f++)
            {
                SampleFactor factor = factors[f];
                double u = uniforms.Next();
                at[f] = factor.Kind == FactorKind.Continuous
                    ? factor.Low + (u * (factor.High - factor.Low))
                    : Math.Floor(factor.Low + (u * (factor.High - factor.Low + 1)));
                columns[f][p] = at[f];
            }

            outcomes[p] = outcome(at, uniforms.Next());
        }

        return new(factors, ["outcome"], columns, [outcomes]);
    }

    /// <summary>A known function of uniform numbers as a sample.</summary>
    public static SweepSample Of(KnownFunction function, int points, ulong seed) =>
        Of([.. Enumerable.Range(0, function.Factors).Select(i => SampleFactor.Continuous($"x{i}", 0, 1))], points, seed, (at, _) => function.Of(at));
}
