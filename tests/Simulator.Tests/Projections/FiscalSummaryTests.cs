using Simulator.Alliance;
using Simulator.Engine;
using Simulator.Projections;
using static Simulator.Tests.Projections.TinyAlliance;

namespace Simulator.Tests.Projections;

public class FiscalSummaryTests
{
    // A handful of multiplications of numbers below 1e4.
    private const double Close = 1e-9;

    private static readonly Unit A = Unit.Member(Alfa);
    private static readonly Unit Europe = Unit.Group(Set(Alfa, Bravo, Crona, Iceland));
    private static readonly Projection Bare = Read(MacroPathBuilder.Build(TinyAlliance.Edition(), 2025), (_, _) => 3);

    [Fact]
    public void A_world_without_a_fiscal_part_has_no_figures()
    {
        FiscalSummary reading = new(Bare);
        Assert.False(reading.IsComputed);
        Assert.False(reading.ExtraDebtPp(A, 2021, 100).HasValue);
        Assert.False(reading.ReferencesDiffer(Alfa));
        Assert.False(reading.TryWorld(100, FiscalReference.Hold, out _));
    }

    [Fact]
    public void Both_references_make_a_range()
    {
        FiscalSummary reading = new(Bare.With([
            HandMadeWorld.Fiscal(Bare, 100, FiscalReference.Hold, (m, _) => m == Alfa ? 2 : 1, extraDebtPp: (m, year) => m == Alfa ? year - 2020 : 0.5),
            HandMadeWorld.Fiscal(Bare, 0, FiscalReference.Hold),
            HandMadeWorld.Fiscal(Bare, 100, FiscalReference.ImfPath, (_, _) => 1, extraDebtPp: (m, _) => m == Alfa ? 0.25 : 0.5),
        ]));
        Assert.Equal(new FiscalRange(3, 0.25), reading.ExtraDebtPp(A, 2023, 100));
        Assert.Equal((0.25, 3), (reading.ExtraDebtPp(A, 2023, 100).Low, reading.ExtraDebtPp(A, 2023, 100).High));
        Assert.True(reading.ReferencesDiffer(Alfa));
        Assert.False(reading.ReferencesDiffer(Bravo));

        // One reference alone is both ends.
        Assert.Equal(new FiscalRange(0, 0), reading.ExtraDebtPp(A, 2023, 0));
        Assert.False(reading.ExtraDebtPp(A, 2023, 67).HasValue);
    }

    [Fact]
    public void Points_of_a_group_are_weighted_by_nominal_gdp_in_dollars()
    {
        // 2021: Alfa 0.9 × 1.02 × 1.03 at 0.7875 euros a dollar, Bravo 0.45 × 1.02 × 1.01, Crona 6 × 1.02 × 1.1 at 4.4.
        double alfa = 0.9 * 1.02 * 1.03 / 0.7875;
        double crona = 6 * 1.02 * 1.1 / 4.4;
        FiscalSummary reading = new(Bare.With([
            HandMadeWorld.Fiscal(Bare, 100, FiscalReference.Hold, extraDebtPp: (m, _) => m switch { Alfa => 2, Bravo => double.NaN, Crona => 4, Iceland => double.NaN, _ => 99 }),
        ]));
        Assert.Equal(((2 * alfa) + (4 * crona)) / (alfa + crona), reading.ExtraDebtPp(Europe, 2021, 100).Hold, Close);
        Assert.True(double.IsNaN(reading.ExtraDebtPp(Unit.Group(Set(Bravo, Iceland)), 2021, 100).Hold));
    }

    [Fact]
    public void Money_of_a_group_is_the_sum_at_the_years_rates()
    {
        FiscalSummary reading = new(Bare.With([
            HandMadeWorld.Fiscal(Bare, 100, FiscalReference.Hold, extraDebt: (m, _) => m switch { Alfa => 10, Crona => 44, _ => 0 }),
        ]));
        Assert.Equal(10, reading.ExtraDebtBn(A, 2021, 100, CurrencyChoice.National).Hold);
        Assert.Equal((10 / 0.7875) + 10, reading.ExtraDebtBn(Europe, 2021, 100, CurrencyChoice.Usd).Hold, Close);
        Assert.Equal(10 + (10 * 0.7875), reading.ExtraDebtBn(Europe, 2021, 100, CurrencyChoice.Eur).Hold, Close);
        Assert.Throws<ArgumentException>(() => reading.ExtraDebtBn(Europe, 2021, 100, CurrencyChoice.National));
    }

    [Fact]
    public void Offsets_are_told_as_a_tax_a_head_and_as_a_cut_of_other_spending()
    {
        FiscalWorld paid = HandMadeWorld.Fiscal(Bare, 0, FiscalReference.Hold, offsetsPct: (m, _) => m == Alfa ? 0.5 : 0);
        FiscalReading reading = new(Bare.With([paid]), paid);

        // Nominal GDP 0.9 × 1.02 × 1.03 bn; half a percent of it over 10 million heads; government expenditure is 40 percent of it,
        // and held defence spending 18 × 1.02 × 1.03 million.
        const double gdp = 0.9 * 1.02 * 1.03;
        Assert.Equal(0.005 * gdp * 1e9 / 10e6, reading.TaxPerHeadNcu(Alfa, 2021), Close);
        Assert.Equal(100 * 0.005 * gdp / ((0.4 * gdp) - (0.018 * 1.02 * 1.03)), reading.EqualCutPct(Alfa, 2021), Close);
        Assert.Equal(0, reading.TaxPerHeadNcu(Crona, 2021));
        Assert.Equal(0, reading.EqualCutPct(Iceland, 2021));
    }
}
