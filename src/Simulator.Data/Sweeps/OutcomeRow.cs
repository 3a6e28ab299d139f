using Simulator.Data.Diagnostics;
using Simulator.Data.Scenarios;
using Simulator.Sweeps;

namespace Simulator.Data.Sweeps;

/// <summary>Reads a row that names an outcome: its name stands in column members, its goals in low and high.</summary>
internal static class OutcomeRow
{
    /// <summary>What stands in column parameter.</summary>
    public const string Word = "outcome";

    /// <summary>Reads a row; what is wrong is reported on it.</summary>
    /// <param name="row">The row.</param>
    /// <param name="lines">Lines of earlier outcomes by name; a new one is added.</param>
    /// <returns>The outcome; null when something was wrong.</returns>
    public static Outcome? Read(SweepRow row, Dictionary<string, int> lines)
    {
        row.Refuse("an outcome", "only what is moved has levels and a distribution", SweepColumn.Levels, SweepColumn.Distribution);
        List<CellFault> faults = [];
        Outcome? outcome = OutcomeName.Read(row.Text(SweepColumn.Members), row.Context.Edition, row.Context.Members, faults, out bool otherCase);
        foreach (CellFault fault in faults)
        {
            row.Fail(SweepColumn.Members, fault);
        }

        if (otherCase)
        {
            row.AcceptCase();
        }

        bool percent = outcome is null || OutcomeName.TakesPercent(outcome);
        double atLeast = Goal(row, SweepColumn.Low, percent);
        double atMost = Goal(row, SweepColumn.High, percent);
        if (atLeast > atMost)
        {
            row.Fail(DiagnosticCodes.Goal, SweepColumn.High, "no number is at least the goal in low and at most the goal in high", help: "low is the goal to reach at least, high the goal to keep under");
        }

        if (outcome is not null && !lines.TryAdd(outcome.Name, row.Row.Line))
        {
            row.Fail(DiagnosticCodes.DoubleOutcome, SweepColumn.Members, FormattableString.Invariant($"outcome {outcome.Name} stands in line {lines[outcome.Name]} already"), help: "keep one of the two; one row may have both goals");
        }

        return row.Failed || outcome is null ? null : outcome with { Origin = row.Origin, GoalAtLeast = atLeast, GoalAtMost = atMost };
    }

    private static double Goal(SweepRow row, SweepColumn column, bool percent) =>
        row.Has(column) && row.TryNumber(column, percent, out double goal) ? goal : double.NaN;
}
