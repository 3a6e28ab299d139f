using Simulator.Alliance;
using Simulator.Projections;

namespace Simulator.Feasibility;

/// <summary>Every one-, three- and five-year change of share and spending in an edition's history, by ally (model section 7).</summary>
public sealed class EpisodeLibrary
{
    private readonly Episode[] _all;

    private EpisodeLibrary(Episode[] all) => _all = all;

    /// <summary>Lengths of episodes, in years.</summary>
    public static IReadOnlyList<int> Lengths { get; } = [1, 3, 5];

    /// <summary>Every episode: by length, then roster index, then first year; one-offs included and marked.</summary>
    public IReadOnlyList<Episode> All => _all;

    /// <summary>Collects the episodes of an edition.</summary>
    /// <param name="edition">The edition.</param>
    /// <returns>The library; without episodes of a length where the history is shorter.</returns>
    public static EpisodeLibrary Of(Edition edition)
    {
        List<Episode> all = [];
        foreach (int years in Lengths)
        {
            foreach (int m in edition.Roster.WithForces)
            {
                for (int from = edition.FirstYear; from + years <= edition.BaseYear; from++)
                {
                    if (HasLevel(edition.Nato, m, from) && HasLevel(edition.Nato, m, from + years))
                    {
                        all.Add(Make(edition.Nato, m, from, from + years));
                    }
                }
            }
        }

        return new EpisodeLibrary([.. all]);
    }

    /// <summary>The values that rankings count: those of episodes of a length that are no one-offs.</summary>
    /// <param name="measure">The measure.</param>
    /// <param name="years">Length in years.</param>
    /// <param name="since">Earliest first year; leave out for all of the history.</param>
    /// <returns>Points or percent a year, in library order; empty when the history is too short.</returns>
    public IReadOnlyList<double> Values(EpisodeMeasure measure, int years, int since = 0) =>
        [.. Counted(measure, years).Where(e => e.From >= since).Select(e => e.Value(measure))];

    /// <summary>The real episode whose value is nearest; of two as near the one that comes first in the library.</summary>
    /// <param name="measure">The measure.</param>
    /// <param name="years">Length in years.</param>
    /// <param name="value">Points or percent a year.</param>
    /// <param name="nearest">The episode when there is one.</param>
    /// <returns>False when the history holds no episode of this length.</returns>
    public bool TryNearest(EpisodeMeasure measure, int years, double value, out Episode nearest)
    {
        nearest = default;
        double least = double.PositiveInfinity;
        foreach (Episode episode in Counted(measure, years))
        {
            double distance = Math.Abs(episode.Value(measure) - value);
            if (distance < least)
            {
                (least, nearest) = (distance, episode);
            }
        }

        return double.IsFinite(least);
    }

    /// <summary>The steepest real episode.</summary>
    /// <param name="measure">The measure.</param>
    /// <param name="years">Length in years.</param>
    /// <param name="record">The episode when there is one.</param>
    /// <returns>False when the history holds no episode of this length.</returns>
    public bool TryRecord(EpisodeMeasure measure, int years, out Episode record)
    {
        record = default;
        bool isAny = false;
        foreach (Episode episode in Counted(measure, years))
        {
            if (!isAny || episode.Value(measure) > record.Value(measure))
            {
                (isAny, record) = (true, episode);
            }
        }

        return isAny;
    }

    private IEnumerable<Episode> Counted(EpisodeMeasure measure, int years) =>
        _all.Where(e => e.Years == years && !e.IsOneOff(measure));

    private static bool HasLevel(NatoTables nato, int member, int year) =>
        nato.Value(NatoIndicator.UsdConstantM, member, year) > 0 && nato.Value(NatoIndicator.GdpUsdConstantM, member, year) > 0;

    private static Episode Make(NatoTables nato, int member, int from, int to)
    {
        double start = nato.Value(NatoIndicator.UsdConstantM, member, from);
        double end = nato.Value(NatoIndicator.UsdConstantM, member, to);
        double startShare = 100 * start / nato.Value(NatoIndicator.GdpUsdConstantM, member, from);
        double endShare = 100 * end / nato.Value(NatoIndicator.GdpUsdConstantM, member, to);
        bool oneOffLevel = OneOffs.IsOneOffLevel(nato, member, from) || OneOffs.IsOneOffLevel(nato, member, to);
        bool newBase = Enumerable.Range(from + 1, to - from).Any(y => OneOffs.IsNewBase(nato, member, y));
        return new Episode(
            member,
            from,
            to,
            (endShare - startShare) / (to - from),
            CompoundGrowth.PctAYear(end / start, to - from),
            oneOffLevel || newBase,
            oneOffLevel);
    }
}
