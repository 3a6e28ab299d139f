using Simulator.Reports.Ranges;
using Simulator.Uncertainty;
using static Simulator.Reports.Tables.FieldType;

namespace Simulator.Reports.Tables;

/// <summary>ensemble_counts.csv: the number of allies at target as a distribution.</summary>
public sealed class EnsembleCountsTable : ITable
{
    private readonly RunResults _results;

    /// <summary>Describes the table of a run.</summary>
    /// <param name="results">The results of the run, which was drawn.</param>
    public EnsembleCountsTable(RunResults results)
    {
        _results = results;
        Schema = new TableSchema(
            "ensemble_counts",
            "Allies at target over the draws",
            "One row for each scenario, year from the base year on, target and number of allies that occurs in a draw. Shares are rounded half up to two decimals, as allies are counted everywhere.",
            [
                CommonColumns.ScenarioOnly,
                CommonColumns.Year,
                CommonColumns.Status,
                new("target_pct", Number, "percent of real GDP", "The target: 2, 3.5, 5 and every end of a line that the scenario sets."),
                new("allies", Integer, "members", "Number of allies with armed forces that spend at least the target."),
                new("pct_of_draws", Number, "percent of draws", "Draws with exactly this many."),
                new("pct_of_draws_at_least", Number, "percent of draws", "Draws with this many or more."),
            ],
            ["scenario", "year", "target_pct", "allies"]);
    }

    /// <inheritdoc/>
    public TableSchema Schema { get; }

    /// <inheritdoc/>
    public void Write(TableWriter rows)
    {
        foreach (ScenarioRange range in _results.Ranges)
        {
            for (int year = range.Projection.BaseYear; year <= _results.Options.Horizon; year++)
            {
                foreach (double target in range.Ensemble.TargetsPct)
                {
                    CountDistribution counts = range.AlliesAt(target, year);
                    for (int allies = 0; allies <= counts.Most; allies++)
                    {
                        if (counts.DrawsWith(allies) > 0)
                        {
                            WriteRow(rows, range, year, target, counts, allies);
                        }
                    }
                }
            }
        }
    }

    private void WriteRow(TableWriter rows, ScenarioRange range, int year, double target, CountDistribution counts, int allies)
    {
        rows.Text(RunResults.IdOf(range.Projection));
        rows.Year(year);
        rows.Text(_results.Status(year));
        rows.Number(target);
        rows.Integer(allies);
        rows.Number(100.0 * counts.DrawsWith(allies) / counts.Draws);
        rows.Number(counts.AtLeastPct(allies));
        rows.EndRow();
    }
}
