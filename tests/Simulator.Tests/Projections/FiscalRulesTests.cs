using Simulator.Projections;

namespace Simulator.Tests.Projections;

public class FiscalRulesTests
{
    [Theory]
    [InlineData(-3.0, 60.0, 0, FiscalFlags.None)]
    [InlineData(-3.0049, 60.0049, 0, FiscalFlags.None)] // rounded to two decimals first
    [InlineData(-3.005, 50, 0, FiscalFlags.DeficitAbove3)]
    [InlineData(-2, 60.005, 0, FiscalFlags.DebtAbove60)]
    [InlineData(-5, 90, 0, FiscalFlags.DeficitAbove3 | FiscalFlags.DebtAbove60)]
    [InlineData(-4.5, 50, 1.5, FiscalFlags.DeficitAbove3 | FiscalFlags.WithinEscapeClause)]
    [InlineData(-4.51, 50, 1.5, FiscalFlags.DeficitAbove3)]
    [InlineData(-2.9, 50, 1.5, FiscalFlags.None)] // nothing to escape from
    [InlineData(4, 20, 0, FiscalFlags.None)]
    [InlineData(double.NaN, double.NaN, 1.5, FiscalFlags.None)]
    public void Members_of_the_EU(double balancePct, double debtPct, double escapePct, FiscalFlags expected) =>
        Assert.Equal(expected, FiscalRules.Of(true, balancePct, debtPct, escapePct));

    [Theory]
    [InlineData(-3.0, 120, FiscalFlags.None)]
    [InlineData(-3.01, 120, FiscalFlags.DeficitOver3Elsewhere)]
    [InlineData(double.NaN, 120, FiscalFlags.None)]
    public void Others_have_words_and_no_rule(double balancePct, double debtPct, FiscalFlags expected) =>
        Assert.Equal(expected, FiscalRules.Of(false, balancePct, debtPct, 0));
}
