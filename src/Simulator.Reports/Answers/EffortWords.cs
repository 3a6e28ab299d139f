using System.Globalization;
using Simulator.Alliance;
using Simulator.Feasibility;
using Simulator.Projections;

namespace Simulator.Reports.Answers;

/// <summary>How efforts and episodes are told to people.</summary>
public static class EffortWords
{
    /// <summary>A class, as it stands in the column "effort".</summary>
    /// <param name="effort">The class.</param>
    public static string Class(EffortClass effort) => effort switch
    {
        EffortClass.WithinHalf => "within half",
        EffortClass.WithinThreeQuarters => "within three quarters",
        EffortClass.WithinNineTenths => "within nine tenths",
        EffortClass.WithinRecord => "within the record",
        _ => "beyond any record",
    };

    /// <summary>A real episode by name, such as "Poland 2021-26, +20.0 % a year".</summary>
    /// <param name="episode">The episode.</param>
    /// <param name="roster">Members.</param>
    public static string Episode(Episode episode, Roster roster) =>
        $"{roster.Members[episode.Member].Name} {Years(episode.From, episode.To)}, {Signed(episode.RealGrowthPct)} a year";

    /// <summary>The rule by which efforts are classed, with the numbers of this edition.</summary>
    /// <param name="library">Its episodes.</param>
    public static string Rule(EpisodeLibrary library)
    {
        IReadOnlyList<double> ends = Effort.EndsPct(library);
        return ends.Count == 0
            ? "No effort is told: the history of this edition is shorter than five years."
            : $"Effort is a member's steepest five years of real growth to come, among the five-year episodes of all allies since {Text(library.All[0].From)} (one-offs left out): "
                + $"within half of them up to {Signed(ends[0])} a year, within three quarters {Signed(ends[1])}, within nine tenths {Signed(ends[2])}, within the record {Signed(ends[3])}, beyond any record above.";
    }

    /// <summary>The sentence about the ally of which a scenario asks most; of two the first in the roster.</summary>
    /// <param name="results">The results of the run.</param>
    /// <param name="projection">The scenario's projection.</param>
    /// <returns>A sentence; empty when neither history nor horizon hold five years.</returns>
    public static string HardestPressed(RunResults results, Projection projection)
    {
        Roster roster = results.Edition.Roster;
        int hardest = -1;
        Effort? most = null;
        foreach (int m in roster.WithForces)
        {
            bool isListed = results.Options.Members.IsEmpty || results.Options.Members.Contains(m);
            if (isListed && Effort.TryOf(projection, m, results.Episodes, results.Options.Horizon, out Effort? effort)
                && (most is null || effort.Steepest.RealGrowthPct > most.Steepest.RealGrowthPct))
            {
                (hardest, most) = (m, effort);
            }
        }

        return most is null
            ? ""
            : $"Hardest pressed: {roster.Members[hardest].Name}, {Signed(most.Steepest.RealGrowthPct)} a year in {Years(most.Steepest.From, most.Steepest.To)}, "
                + $"like {roster.Members[most.Nearest.Member].Name} {Years(most.Nearest.From, most.Nearest.To)}: {Class(most.Class)}.";
    }

    private static string Signed(double growthPct)
    {
        string told = AnswerWords.Percent(growthPct);
        return told[0] == '-' || told.StartsWith("0.0 ", StringComparison.Ordinal) ? told : "+" + told;
    }

    private static string Text(int year) => year.ToString(CultureInfo.InvariantCulture);

    private static string Years(int from, int to) => string.Create(CultureInfo.InvariantCulture, $"{from}-{to % 100:00}");
}
