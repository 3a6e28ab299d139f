using Simulator.Reports.Ranges;
using Simulator.Uncertainty;

namespace Simulator.Reports.Tests.Ranges;

public class DrawsWithoutDebtTests
{
    [Fact]
    public void Shares_money_and_counts_are_the_same_to_the_bit_and_nobody_is_in_debt()
    {
        RunOptions options = TinyDraws.Options();
        RunResults results = TinyRun.Results(options, TinyRun.Core);
        Assert.True(results.Projections[0].Macro.HasFiscal);
        ScenarioRange[] ranges = [.. new[] { DrawnSeries.All, DrawnSeries.MemberMoney }.Select(series => ScenarioRange.Draw(
            results.Projections, TinyDraws.Uncertainty, options.Draws!, options.Horizon, null, CancellationToken.None, series)[0])];

        Assert.False(ranges[0].Ensemble.InDebt.IsEmpty);
        Assert.True(ranges[1].Ensemble.InDebt.IsEmpty);
        foreach (ReportUnit unit in results.Members.Concat(results.Groups).Where(u => ranges[0].Counts(u.Unit)))
        {
            Same(ranges.Select(r => r.Ensemble.SharePct(unit.Unit, 2030)));
            Same(ranges.Select(r => r.Ensemble.SpendingM(unit.Unit, 2030)));
            Assert.Single(ranges.Select(r => r.Ensemble.SharePct(unit.Unit, 2030).AtLeastPct(3.5)).Distinct());
        }

        Assert.Equal(ranges[0].AlliesAt(3.5, 2030).Mean, ranges[1].AlliesAt(3.5, 2030).Mean);
    }

    private static void Same(IEnumerable<Distribution> distributions) =>
        Assert.Single(distributions.Select(d => (d.Mean, d.Sd, d.Quantile(0.05), d.Quantile(0.5), d.Quantile(0.95))).Distinct());
}
