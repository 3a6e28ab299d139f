using Simulator.Reports.Runs;

namespace Simulator.Reports.Comparing;

/// <summary>What one unit's share differs by in one year between two runs.</summary>
/// <param name="Scenario">Id of the scenario, or <see cref="RunResults.HistoryId"/> for published years.</param>
/// <param name="Unit">Code of a member or id of a group.</param>
/// <param name="Year">Calendar year.</param>
/// <param name="Later">Share in the later run, percent of real GDP.</param>
/// <param name="Earlier">Share in the earlier run, percent of real GDP.</param>
/// <param name="SpendingBn">Difference of spending, billion US dollars at the constant prices of both runs; NaN where their price years differ.</param>
/// <param name="CumulativeBn">Sum of that difference over the years shown; NaN where it is, and for published years.</param>
/// <param name="Cause">What causes it.</param>
public sealed record FolderDifference(
    string Scenario, string Unit, int Year, double Later, double Earlier, double SpendingBn, double CumulativeBn, Cause Cause);

/// <summary>
/// Two finished runs held against each other, usually of two editions: the later one less the earlier one, share by share.
/// Amounts are compared only where both runs have the same price year, because amounts at prices of two years are not one money.
/// </summary>
public sealed class FolderComparison
{
    private FolderComparison(FinishedRun earlier, FinishedRun later, IReadOnlyList<string> scenarios, IReadOnlyList<FolderDifference> rows)
    {
        Earlier = earlier;
        Later = later;
        Scenarios = scenarios;
        Rows = rows;
    }

    /// <summary>The run that is held against.</summary>
    public FinishedRun Earlier { get; }

    /// <summary>The run that is held against it.</summary>
    public FinishedRun Later { get; }

    /// <summary>Ids of the scenarios that both runs have, in the order of the later one.</summary>
    public IReadOnlyList<string> Scenarios { get; }

    /// <summary>The differences: published years first, then by scenario, unit and year.</summary>
    public IReadOnlyList<FolderDifference> Rows { get; }

    /// <summary>True when amounts of the two runs are in the same money.</summary>
    public bool HasAmounts => Earlier.Manifest.EditionFacts.PriceYear == Later.Manifest.EditionFacts.PriceYear;

    /// <summary>True when both runs read the same scenario files, so that only the data (and the program) can make them differ.</summary>
    public bool HaveSameScenarios => HaveSame(i => !IsData(i));

    /// <summary>True when both runs read the same data.</summary>
    public bool HaveSameData => HaveSame(IsData);

    /// <summary>Compares two finished runs.</summary>
    /// <param name="earlierPath">Folder of the earlier run.</param>
    /// <param name="laterPath">Folder of the later run.</param>
    /// <param name="problems">Why they cannot be compared, one sentence each; empty when they can.</param>
    /// <returns>The comparison; null with problems.</returns>
    public static FolderComparison? Of(string earlierPath, string laterPath, out IReadOnlyList<string> problems)
    {
        FinishedRun? earlier = FinishedRun.Read(earlierPath, out string first);
        FinishedRun? later = FinishedRun.Read(laterPath, out string second);
        if (earlier is null || later is null)
        {
            problems = [.. new[] { first, second }.Where(p => p.Length > 0)];
            return null;
        }

        string[] scenarios = [.. later.Scenarios.Where(earlier.Scenarios.Contains)];
        problems = scenarios.Length > 0 ? [] : [$"\"{earlierPath}\" and \"{laterPath}\" have no scenario in common."];
        if (problems.Count > 0)
        {
            return null;
        }

        FolderComparison frame = new(earlier, later, scenarios, []);
        Cause cause = frame.HaveSameScenarios ? Cause.Data : Cause.Mixed;
        int firstProjected = Math.Min(earlier.Manifest.EditionFacts.BaseYear, later.Manifest.EditionFacts.BaseYear) + 1;
        List<FolderDifference> rows = [.. frame.Differences(RunResults.HistoryId, Math.Max(earlier.FirstYear, later.FirstYear), firstProjected - 1, Cause.Data)];
        foreach (string scenario in scenarios)
        {
            rows.AddRange(frame.Differences(scenario, firstProjected, Math.Min(earlier.LastYear, later.LastYear), cause));
        }

        return new FolderComparison(earlier, later, scenarios, rows);
    }

    private IEnumerable<FolderDifference> Differences(string scenario, int from, int to, Cause cause)
    {
        foreach (string unit in Later.Units.Where(Earlier.Units.Contains))
        {
            double cumulativeBn = scenario == RunResults.HistoryId || !HasAmounts ? double.NaN : 0;
            for (int year = from; year <= to; year++)
            {
                if (!Later.TryFigure(scenario, unit, year, out FinishedFigure later) || !Earlier.TryFigure(scenario, unit, year, out FinishedFigure earlier))
                {
                    continue;
                }

                double spendingBn = HasAmounts ? (later.SpendingConstUsdM - earlier.SpendingConstUsdM) / 1000 : double.NaN;
                cumulativeBn += spendingBn;
                yield return new FolderDifference(scenario, unit, year, later.SharePct, earlier.SharePct, spendingBn, cumulativeBn, cause);
            }
        }
    }

    private bool HaveSame(Func<RunInput, bool> which) =>
        Earlier.Manifest.Inputs.Where(which).Select(i => i.Sha256).Order(StringComparer.Ordinal)
            .SequenceEqual(Later.Manifest.Inputs.Where(which).Select(i => i.Sha256).Order(StringComparer.Ordinal));

    private static bool IsData(RunInput input) => input.Name.StartsWith("data/", StringComparison.Ordinal);
}
