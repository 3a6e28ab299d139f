using Simulator.Sweeps.Analysis;

namespace Simulator.Tests.Sweeps.Analysis;

/// <summary>A function of uniform numbers from 0 to 1 with indices known in closed form.</summary>
public sealed record KnownFunction(string Name, Func<double[], double> Of, double[] First, double[] Total)
{
    public int Factors => First.Length;

    /// <summary>Ishigami and Homma 1990, a = 7, b = 0.1.</summary>
    public static KnownFunction Ishigami { get; } = MakeIshigami();

    /// <summary>Sobol's g-function with factors from important to almost dead.</summary>
    public static KnownFunction G6 { get; } = G([0, 0.5, 3, 9, 99, 99]);

    public static KnownFunction G8 { get; } = G([0, 1, 4.5, 9, 99, 99, 99, 99]);

    /// <summary>Σ cᵢ(low + range·u): variance cᵢ²range²/12, no interactions; the last factor is dead.</summary>
    public static KnownFunction Linear { get; } = MakeLinear();

    public static IReadOnlyList<KnownFunction> All => [Ishigami, G6, G8, Linear];

    public override string ToString() => Name;

    /// <summary>Blocks of a Saltelli design with plain uniform numbers.</summary>
    public IReadOnlyList<JansenSums> Blocks(ulong seed, int blocks, int perBlock) => Blocks(seed, blocks, perBlock, Of);

    public IReadOnlyList<JansenSums> Blocks(ulong seed, int blocks, int perBlock, Func<double[], double> of)
    {
        Uniforms uniforms = new(seed);
        List<JansenSums> all = [];
        double[] outcomes = new double[Factors];
        double? pilot = null;
        for (int b = 0; b < blocks; b++)
        {
            for (int p = 0; p < perBlock; p++)
            {
                double[] left = uniforms.Next(Factors);
                double[] right = uniforms.Next(Factors);
                for (int i = 0; i < Factors; i++)
                {
                    double kept = left[i];
                    left[i] = right[i];
                    outcomes[i] = of(left);
                    left[i] = kept;
                }

                double atLeft = of(left);
                pilot ??= atLeft;
                if (p == 0)
                {
                    all.Add(new JansenSums(Factors, pilot.Value));
                }

                all[^1].Add(atLeft, of(right), outcomes);
            }
        }

        return all;
    }

    private static KnownFunction MakeIshigami()
    {
        const double a = 7;
        const double b = 0.1;
        double pi4 = Math.Pow(Math.PI, 4);
        double alone1 = 0.5 * Math.Pow(1 + (b * pi4 / 5), 2);
        double alone2 = a * a / 8;
        double together13 = b * b * pi4 * pi4 * ((1.0 / 18) - (1.0 / 50));
        double variance = alone1 + alone2 + together13;
        double At(double[] u)
        {
            double X(int i) => Math.PI * ((2 * u[i]) - 1);
            return Math.Sin(X(0)) + (a * Math.Pow(Math.Sin(X(1)), 2)) + (b * Math.Pow(X(2), 4) * Math.Sin(X(0)));
        }

        return new(
            "Ishigami",
            At,
            [alone1 / variance, alone2 / variance, 0],
            [(alone1 + together13) / variance, alone2 / variance, together13 / variance]);
    }

    private static KnownFunction G(double[] a)
    {
        double[] alone = [.. a.Select(x => 1 / (3 * (1 + x) * (1 + x)))];
        double product = alone.Aggregate(1.0, (p, v) => p * (1 + v));
        return new(
            $"g{a.Length}",
            u => u.Zip(a, (x, y) => (Math.Abs((4 * x) - 2) + y) / (1 + y)).Aggregate(1.0, (p, g) => p * g),
            [.. alone.Select(v => v / (product - 1))],
            [.. alone.Select(v => v * (product / (1 + v)) / (product - 1))]);
    }

    private static KnownFunction MakeLinear()
    {
        double[] slope = [1, -2, 0.5, 3, 0];
        double[] low = [3, 2030, -1, 20, 0];
        double[] range = [2, 8, 1.5, 0.5, 100];
        double[] variance = [.. slope.Zip(range, (c, r) => c * c * r * r)];
        double[] share = [.. variance.Select(v => v / variance.Sum())];
        return new("linear", u => u.Select((x, i) => slope[i] * (low[i] + (range[i] * x))).Sum(), share, share);
    }
}
