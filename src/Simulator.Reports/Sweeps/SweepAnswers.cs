using Simulator.Sweeps;
using Simulator.Sweeps.Analysis;
using Simulator.Sweeps.Designs;

namespace Simulator.Reports.Sweeps;

/// <summary>What a finished sweep says: distributions, what matters, where a goal is missed. Everything is worked out of its parts.</summary>
public sealed class SweepAnswers
{
    private SweepAnswers(SweepJob job, SweepPart whole)
    {
        Job = job;
        Whole = whole;
        IReadOnlyList<double[]> values = job.Run.SampledValues(whole);
        Sample = new SweepSample(
            [.. job.Plan.Factors.Select(Described)], [.. job.Plan.Outcomes.Select(o => o.Name)], [.. values], [.. whole.Sampled]);
        SweepOptions options = job.Options with { Threads = 1 };
        Stated = SweepRun.Of(SweepPlan.Compile(job.Request.Base, job.Macro, [], job.Plan.Outcomes, out _)!, options, [[]])[0];
        Bars = Tornado.Run(job.Request.Base, job.Macro, job.Plan.Factors, job.Plan.Outcomes, options);

        // What is asked of the sample is asked of each outcome on its own: the order is that of outcomes, whoever is done first.
        SampleOrder order = new(Sample);
        ulong seed = job.Request.Choice.Seed;
        int outcomes = job.Plan.Outcomes.Count;
        IReadOnlyList<SensitivityIndex>[] indices = new IReadOnlyList<SensitivityIndex>[outcomes];
        IReadOnlyList<PawnIndex>[] pawn = new IReadOnlyList<PawnIndex>[outcomes];
        RegionalSensitivity?[] regional = new RegionalSensitivity?[outcomes];
        PrimResult?[] boxes = new PrimResult?[outcomes];
        bool[] asksWhenMet = new bool[outcomes];
        Parallel.For(0, outcomes, new ParallelOptions { MaxDegreeOfParallelism = Math.Max(1, job.Options.Threads) }, o =>
        {
            indices[o] = job.Space.IsSaltelli ? SobolIndices.Of([.. whole.Sums.Select(s => s[o])], seed) : [];
            pawn[o] = Pawn.Of(order, o, seed);
            Outcome outcome = job.Plan.Outcomes[o];
            if (outcome.HasGoal)
            {
                // Boxes are looked for on the rarer side: where nearly all worlds miss a goal, the question is when it is met.
                bool[] misses = Misses(o);
                regional[o] = RegionalSensitivity.Of(order, misses);
                asksWhenMet[o] = 2 * misses.Count(m => m) > misses.Length;
                boxes[o] = Prim.Of(order, asksWhenMet[o] ? Array.ConvertAll(misses, m => !m) : misses, seed, new PrimOptions());
            }
        });
        AsksWhenMet = asksWhenMet;
        Indices = indices;
        PawnIndices = pawn;
        Regional = regional;
        Boxes = boxes;
    }

    /// <summary>The sweep.</summary>
    public SweepJob Job { get; }

    /// <summary>Its parts put together.</summary>
    public SweepPart Whole { get; }

    /// <summary>Every outcome as the scenario states it, no factor moved.</summary>
    public IReadOnlyList<double> Stated { get; }

    /// <summary>One factor at a time, low and high.</summary>
    public IReadOnlyList<TornadoBar> Bars { get; }

    /// <summary>The worlds kept one by one.</summary>
    public SweepSample Sample { get; }

    /// <summary>Sobol' indices by outcome and factor; empty lists where the design is not Saltelli's.</summary>
    public IReadOnlyList<IReadOnlyList<SensitivityIndex>> Indices { get; }

    /// <summary>PAWN indices by outcome and factor.</summary>
    public IReadOnlyList<IReadOnlyList<PawnIndex>> PawnIndices { get; }

    /// <summary>Where the worlds lie that miss the goal, by outcome; null where no goal was set.</summary>
    public IReadOnlyList<RegionalSensitivity?> Regional { get; }

    /// <summary>True where most worlds miss the goal, so that boxes say when it is met; by outcome.</summary>
    public IReadOnlyList<bool> AsksWhenMet { get; }

    /// <summary>Conditions under which the goal is missed (or met, see <see cref="AsksWhenMet"/>), by outcome; null where no goal was set.</summary>
    public IReadOnlyList<PrimResult?> Boxes { get; }

    /// <summary>Works the answers out.</summary>
    /// <param name="job">The sweep.</param>
    /// <param name="whole">Its parts put together.</param>
    public static SweepAnswers Of(SweepJob job, SweepPart whole) => new(job, whole);

    /// <summary>Which of the worlds kept one by one miss the goal of an outcome.</summary>
    /// <param name="outcome">Place of the outcome.</param>
    public bool[] Misses(int outcome)
    {
        ReadOnlySpan<double> values = Sample.Outcome(outcome);
        bool[] misses = new bool[values.Length];
        for (int i = 0; i < misses.Length; i++)
        {
            misses[i] = Job.Plan.Outcomes[outcome].Misses(values[i]);
        }

        return misses;
    }

    /// <summary>Factors of an outcome, the one that explains most first: by total index, else by PAWN.</summary>
    /// <param name="outcome">Place of the outcome.</param>
    public IReadOnlyList<int> Ranking(int outcome) =>
    [
        .. Enumerable.Range(0, Job.Plan.Factors.Count)
            .OrderByDescending(f => Indices[outcome].Count > 0 ? Indices[outcome][f].Total : PawnIndices[outcome][f].Median)
            .ThenBy(f => f),
    ];

    private static SampleFactor Described(Factor factor) => factor.Range switch
    {
        _ when factor.IsCategorical => SampleFactor.Categorical(factor.Name, factor.Words),
        WholeNumberRange whole => SampleFactor.WholeNumber(factor.Name, (int)whole.Low, (int)whole.High),
        _ => SampleFactor.Continuous(factor.Name, factor.Range.Low, factor.Range.High),
    };
}
