using Simulator.Alliance;
using Simulator.Projections;
using Simulator.Reports.Ranges;
using Simulator.Uncertainty;
using static Simulator.Reports.Tables.FieldType;

namespace Simulator.Reports.Tables;

/// <summary>ensemble.csv: how the figures of every scenario fall out over the draws.</summary>
public sealed class EnsembleTable : ITable
{
    private static readonly (double TargetPct, string Variable)[] Counts = [(2, "members_at_2"), (3.5, "members_at_3_5"), (5, "members_at_5")];

    private readonly RunResults _results;

    /// <summary>Describes the table of a run.</summary>
    /// <param name="results">The results of the run, which was drawn.</param>
    public EnsembleTable(RunResults results)
    {
        _results = results;
        const string row = "unit of the variable";
        Schema = new TableSchema(
            "ensemble",
            "Ranges over the draws",
            $"One row for each scenario, unit, year and variable, from the base year on; rows of the base year show the revision of NATO's own estimate alone. Variables: share_pct (percent of real GDP), spending_bn (billion units of the row's currency), debt_pct (percent of GDP, where the IMF gives what debt needs), and, for all allies with armed forces, members_at_2, members_at_3_5 and members_at_5 (number of allies). {string.Join(' ', RangeWords.Remarks(results))}",
            [
                CommonColumns.ScenarioOnly,
                CommonColumns.Unit,
                CommonColumns.Year,
                CommonColumns.Status,
                new("variable", Text, "", "share_pct, spending_bn, debt_pct, members_at_2, members_at_3_5 or members_at_5."),
                CommonColumns.Currency with { Description = "ISO 4217 code of spending_bn; empty for other variables." },
                CommonColumns.Prices with { Description = "Prices of spending_bn: the base year, whatever the answers are told in; empty for other variables." },
                new("without_shocks", Number, row, "The figure of the scenario itself, which no shock moves; it need not lie in the middle of the draws."),
                new("mean", Number, row, "Mean over the draws."),
                new("sd", Number, row, "Standard deviation over the draws."),
                .. Distribution.ShownQuantiles.Select(q => new Column(Name(q), Number, row, $"The smallest value that {Percent(q)} percent of the draws do not pass: shares to 0.01 points, money and debt to 0.2 percent of the value.")),
                new("target_pct", Number, "percent of real GDP", "The end of the unit's line; of a group that of its members where they share one; empty for other variables than share_pct."),
                new("share_of_draws_at_target", Number, "percent of draws", "Draws in which the share, rounded half up to two decimals, is at least target_pct; empty where that is."),
                new("share_of_draws_debt_falls", Number, "percent of draws", "Draws in which debt_pct is lower than five years before; in the last year alone, and empty for other variables."),
            ],
            ["scenario", "unit", "year", "variable"]);
    }

    /// <inheritdoc/>
    public TableSchema Schema { get; }

    /// <inheritdoc/>
    public void Write(TableWriter rows)
    {
        foreach (ScenarioRange range in _results.Ranges)
        {
            foreach (ReportUnit unit in _results.Members.Concat(_results.Groups))
            {
                bool isCounted = range.Counts(unit.Unit);
                bool hasDebt = !unit.Unit.IsGroup && range.Ensemble.InDebt.Contains(unit.Unit.MemberIndex);
                for (int year = range.Projection.BaseYear; year <= _results.Options.Horizon; year++)
                {
                    if (isCounted)
                    {
                        WriteShare(rows, range, unit, year);
                        WriteSpending(rows, range, unit, year);
                    }

                    if (hasDebt)
                    {
                        WriteDebt(rows, range, unit, year);
                    }
                }
            }

            WriteCounts(rows, range);
        }
    }

    /// <summary>The name of a quantile's column, such as "p05".</summary>
    internal static string Name(double quantile) => "p" + Percent(quantile).PadLeft(2, '0');

    private static string Percent(double quantile) => CommonColumns.Text((int)Math.Round(100 * quantile));

    private void WriteShare(TableWriter rows, ScenarioRange range, ReportUnit unit, int year)
    {
        Distribution share = range.Ensemble.SharePct(unit.Unit, year);
        double target = range.TargetPct(unit.Unit, year);
        Start(rows, range, unit.Id, year, "share_pct", "", range.Projection.SharePct(unit.Unit, year));
        Spread(rows, share.Mean, share.Sd, 1, share.Quantile);
        rows.NumberOrEmpty(target);
        rows.NumberOrEmpty(double.IsNaN(target) ? double.NaN : share.AtLeastPct(target));
        rows.Empty();
        rows.EndRow();
    }

    private void WriteSpending(TableWriter rows, ScenarioRange range, ReportUnit unit, int year)
    {
        double factor = range.Factor(unit.Unit, _results.Options, out MoneyBasis money) / 1000;
        Distribution spending = range.Ensemble.SpendingM(unit.Unit, year);
        Start(rows, range, unit.Id, year, "spending_bn", money.CurrencyCode(_results.Edition, unit.Unit), range.Projection.SpendingBn(unit.Unit, year, money));
        Spread(rows, spending.Mean, spending.Sd, factor, spending.Quantile);
        End(rows, double.NaN);
    }

    private void WriteDebt(TableWriter rows, ScenarioRange range, ReportUnit unit, int year)
    {
        int member = unit.Unit.MemberIndex;
        Distribution debt = range.Ensemble.DebtPct(member, year);
        Start(rows, range, unit.Id, year, "debt_pct", "", RangeWords.DebtWithoutShocksPct(range.Projection, member, year));
        Spread(rows, debt.Mean, debt.Sd, 1, debt.Quantile);
        End(rows, year == range.Ensemble.DebtYear ? range.Ensemble.DebtFallsPct(member) : double.NaN);
    }

    private void WriteCounts(TableWriter rows, ScenarioRange range)
    {
        MemberSet forces = _results.Edition.Roster.WithForces;
        Unit allies = Unit.Group(forces);
        string id = AllianceUnits.IdOfForces(_results.Edition.Roster);
        for (int year = range.Projection.BaseYear; year <= _results.Options.Horizon; year++)
        {
            foreach ((double target, string variable) in Counts)
            {
                CountDistribution counts = range.AlliesAt(target, year);
                Start(rows, range, id, year, variable, "", range.Projection.MembersAt(allies, year, target));
                Spread(rows, counts.Mean, counts.Sd, 1, q => counts.Quantile(q));
                End(rows, double.NaN);
            }
        }
    }

    private void Start(TableWriter rows, ScenarioRange range, string unit, int year, string variable, string currency, double withoutShocks)
    {
        rows.Text(RunResults.IdOf(range.Projection));
        rows.Text(unit);
        rows.Year(year);
        rows.Text(_results.Status(year));
        rows.Text(variable);
        rows.Text(currency);
        rows.Text(currency.Length == 0 ? "" : CommonColumns.Text(_results.Edition.BaseYear));
        rows.NumberOrEmpty(withoutShocks);
    }

    private static void Spread(TableWriter rows, double mean, double sd, double factor, Func<double, double> quantile)
    {
        rows.Number(mean * factor);
        rows.Number(sd * factor);
        foreach (double q in Distribution.ShownQuantiles)
        {
            rows.Number(quantile(q) * factor);
        }
    }

    private static void End(TableWriter rows, double debtFallsPct)
    {
        rows.Empty();
        rows.Empty();
        rows.NumberOrEmpty(debtFallsPct);
        rows.EndRow();
    }
}
