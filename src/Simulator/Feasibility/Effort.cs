using Simulator.Projections;

namespace Simulator.Feasibility;

/// <summary>Where a required growth stands among what allies have done (model section 7).</summary>
public enum EffortClass
{
    /// <summary>Half of allies' episodes were at least as steep.</summary>
    WithinHalf,

    /// <summary>A quarter of allies' episodes were at least as steep.</summary>
    WithinThreeQuarters,

    /// <summary>A tenth of allies' episodes were at least as steep.</summary>
    WithinNineTenths,

    /// <summary>Some ally's episode was at least as steep.</summary>
    WithinRecord,

    /// <summary>No ally's episode was as steep.</summary>
    BeyondRecord,
}

/// <summary>What a scenario asks of a member, held against what allies have done: its steepest five years of real growth.</summary>
/// <param name="Steepest">The member's steepest five years from the base year on.</param>
/// <param name="RankPct">Part of allies' five-year episodes that were no steeper, percent.</param>
/// <param name="Class">The class.</param>
/// <param name="Nearest">The real episode whose growth is nearest.</param>
public sealed record Effort(Stretch Steepest, double RankPct, EffortClass Class, Episode Nearest)
{
    /// <summary>Length of the stretch and of the episodes that it is held against.</summary>
    public const int Years = 5;

    private static readonly (double Percentile, EffortClass Class)[] Steps =
    [
        (50, EffortClass.WithinHalf), (75, EffortClass.WithinThreeQuarters), (90, EffortClass.WithinNineTenths), (100, EffortClass.WithinRecord),
    ];

    /// <summary>Reads the effort of a member out of a projection.</summary>
    /// <param name="projection">The projection.</param>
    /// <param name="member">Roster index.</param>
    /// <param name="library">Episodes of the projection's edition.</param>
    /// <param name="lastYear">Last year looked at.</param>
    /// <param name="effort">The effort when there is one.</param>
    /// <returns>False for a member without armed forces, or when history or projection are shorter than five years.</returns>
    public static bool TryOf(
        Projection projection, int member, EpisodeLibrary library, int lastYear, [System.Diagnostics.CodeAnalysis.MaybeNullWhen(false)] out Effort effort)
    {
        effort = null;
        if (!Stretch.TrySteepest(projection, member, EpisodeMeasure.RealGrowthPct, Years, lastYear, out Stretch steepest)
            || !library.TryNearest(EpisodeMeasure.RealGrowthPct, Years, steepest.RealGrowthPct, out Episode nearest))
        {
            return false;
        }

        IReadOnlyList<double> done = library.Values(EpisodeMeasure.RealGrowthPct, Years);
        effort = new Effort(steepest, Percentiles.RankPct(done, steepest.RealGrowthPct), ClassOf(done, steepest.RealGrowthPct), nearest);
        return true;
    }

    /// <summary>The class of a growth among episodes: the first whose quantile is at or above it.</summary>
    /// <param name="done">Growth of allies' episodes, percent a year; not empty.</param>
    /// <param name="growthPct">The growth, percent a year.</param>
    public static EffortClass ClassOf(IReadOnlyList<double> done, double growthPct)
    {
        foreach ((double percentile, EffortClass effort) in Steps)
        {
            if (growthPct <= Percentiles.Quantile(done, percentile))
            {
                return effort;
            }
        }

        return EffortClass.BeyondRecord;
    }

    /// <summary>The quantiles that end the classes, percent a year: half, three quarters, nine tenths, the record.</summary>
    /// <param name="library">Episodes.</param>
    /// <returns>Four numbers; none when there is no five-year episode.</returns>
    public static IReadOnlyList<double> EndsPct(EpisodeLibrary library)
    {
        IReadOnlyList<double> done = library.Values(EpisodeMeasure.RealGrowthPct, Years);
        return done.Count == 0 ? [] : [.. Steps.Select(s => Percentiles.Quantile(done, s.Percentile))];
    }
}
