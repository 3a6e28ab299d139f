using System.Globalization;
using Simulator.Reports.Runs;
using Simulator.Sweeps;
using Simulator.Sweeps.Designs;
using Simulator.Uncertainty;

namespace Simulator.Reports.Sweeps;

/// <summary>How the points of a sweep are laid.</summary>
public enum SweepDesign
{
    /// <summary>saltelli: base points of a Sobol' sequence twice, and each factor exchanged alone; gives Sobol' indices.</summary>
    Saltelli,

    /// <summary>sobol: points of a Sobol' sequence.</summary>
    Sobol,

    /// <summary>lhs: a Latin hypercube.</summary>
    Lhs,

    /// <summary>grid: every combination of levels.</summary>
    Grid,
}

/// <summary>What decides the worlds of a sweep, besides factors, outcomes and scenario.</summary>
public sealed record SweepChoice
{
    /// <summary>Number of levels of a number in a grid, where the sweep file gives none.</summary>
    public const int LevelsOfGrid = 5;

    /// <summary>Largest number of points of a grid: the numbers of worlds stay exact.</summary>
    public const long MostPoints = 1L << 40;

    /// <summary>Largest number of points of a Sobol' sequence and of a Latin hypercube.</summary>
    public const long MostSobolPoints = LatinHypercubeDesign.MostPoints;

    private const long UsualBasePoints = 1 << 14;
    private const long UsualPoints = 1 << 16;

    /// <summary>The words of <see cref="SweepDesign"/>, in order.</summary>
    public static IReadOnlyList<string> Designs { get; } = ["saltelli", "sobol", "lhs", "grid"];

    /// <summary>The design.</summary>
    public SweepDesign Design { get; init; }

    /// <summary>Number of points, of a Saltelli design of base points; null for the usual number. A grid has the points that its levels make.</summary>
    public long? Points { get; init; }

    /// <summary>Draws of chance in every world; 0 for none.</summary>
    public long Draws { get; init; }

    /// <summary>The key of all chance: scrambling, hypercube, draws, bootstrap.</summary>
    public ulong Seed { get; init; } = 1;

    /// <summary>True to scramble the Sobol' sequence.</summary>
    public bool Scrambles { get; init; }

    /// <summary>What is wrong with the choice, one sentence each.</summary>
    public IReadOnlyList<string> Problems()
    {
        List<string> problems = [];
        long points = Points ?? 1;
        bool isSobol = Design is SweepDesign.Saltelli or SweepDesign.Sobol;
        if (isSobol && (points < 1 || points > MostSobolPoints || (points & (points - 1)) != 0))
        {
            long below = 1;
            while (below * 2 <= Math.Clamp(points, 1, MostSobolPoints))
            {
                below *= 2;
            }

            string near = points > MostSobolPoints || points < 1 ? below.ToString(CultureInfo.InvariantCulture) : string.Create(CultureInfo.InvariantCulture, $"{below} or {Math.Min(below * 2, MostSobolPoints)}");
            problems.Add(string.Create(CultureInfo.InvariantCulture, $"A design of a Sobol' sequence has a power of two of points, up to 2^31; {points} is none. Take --n {near}."));
        }
        else if (points < 1 || points > MostSobolPoints)
        {
            problems.Add(string.Create(CultureInfo.InvariantCulture, $"The number of points {points} is outside 1 to 2^31."));
        }

        if (Design == SweepDesign.Grid && Points is not null)
        {
            problems.Add("A grid has as many points as its levels make; --n does not go with it. Set levels in the sweep file.");
        }

        if (Scrambles && !isSobol)
        {
            problems.Add("Only a Sobol' sequence is scrambled: --scramble goes with the designs saltelli and sobol.");
        }

        if (Draws != 0 && Draws is < 8 or > EnsembleOptions.MostDraws)
        {
            problems.Add(string.Create(CultureInfo.InvariantCulture, $"The number of draws {Draws} is outside 8 to {EnsembleOptions.MostDraws}."));
        }

        return problems;
    }

    /// <summary>Lays out the worlds.</summary>
    /// <param name="factors">Factors; for a grid with their levels as ranges (see <see cref="ForGrid"/>).</param>
    /// <param name="directions">Directions of the Sobol' sequence; not read by the other designs.</param>
    /// <exception cref="ArgumentException">The choice has problems, or there are more dimensions than directions.</exception>
    public SweepSpace Space(IReadOnlyList<Factor> factors, Lazy<SobolDirections> directions)
    {
        ulong? scramble = Scrambles ? Seed : null;
        IDesign design = Design switch
        {
            SweepDesign.Saltelli => new SobolDesign(directions.Value, 2 * factors.Count, Points ?? UsualBasePoints, scramble),
            SweepDesign.Sobol => new SobolDesign(directions.Value, factors.Count, Points ?? UsualPoints, scramble),
            SweepDesign.Lhs => new LatinHypercubeDesign(Points ?? UsualPoints, factors.Count, Seed),
            _ => new GridDesign([.. factors.Select(f => (int)f.Range.Kinds)]),
        };
        return new SweepSpace(factors, design, Design == SweepDesign.Saltelli, Seed);
    }

    /// <summary>The factors of a grid: the levels that the file gives, else every word and whole number, else five equally spaced values.</summary>
    /// <param name="factors">Factors as read.</param>
    /// <param name="levels">Levels of each factor as the file gives them; empty where it gives none.</param>
    public static IReadOnlyList<Factor> ForGrid(IReadOnlyList<Factor> factors, IReadOnlyList<IReadOnlyList<double>> levels) =>
    [
        .. factors.Select((f, i) => f.IsCategorical ? f : f with { Range = new LevelsRange(levels[i].Count > 0 ? levels[i] : Usual(f.Range)) }),
    ];

    /// <summary>The choice as the manifest keeps it.</summary>
    /// <param name="space">The worlds.</param>
    public IReadOnlyList<RunOption> ForManifest(SweepSpace space) =>
    [
        new("design", Designs[(int)Design]),
        new("n", space.Points.ToString(CultureInfo.InvariantCulture)),
        new("draws", Draws.ToString(CultureInfo.InvariantCulture)),
        new("seed", Seed.ToString(CultureInfo.InvariantCulture)),
        new("scramble", Scrambles ? "yes" : "no"),
    ];

    private static double[] Usual(FactorRange range) => range is WholeNumberRange
        ? [.. Enumerable.Range((int)range.Low, (int)(range.High - range.Low) + 1).Select(v => (double)v)]
        : [.. Enumerable.Range(0, LevelsOfGrid).Select(i => range.Low + ((range.High - range.Low) * i / (LevelsOfGrid - 1)))];
}
