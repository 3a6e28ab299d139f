using FsCheck;
using FsCheck.Fluent;
using Simulator.Alliance;
using Simulator.Projections;
using static Simulator.Tests.Projections.TinyAlliance;

namespace Simulator.Tests.Projections;

public class BackfillReadingTests
{
    // A handful of multiplications of numbers below 1e4.
    private const double Close = 1e-9;

    private static readonly Unit Europe = Unit.Group(Set(Alfa, Bravo, Crona, Iceland));
    private static readonly Projection Bare = Read(MacroPathBuilder.Build(TinyAlliance.Edition(), 2025), (_, _) => 3);

    [Fact]
    public void Without_backfill_nothing_is_taken_over()
    {
        BackfillReading reading = new(Bare);
        Assert.False(reading.IsComputed);
        Assert.Equal((0, 0, 0), (reading.CoveredConstUsdM(Europe, 2021), reading.UncoveredConstUsdM(2021), reading.CoveredBn(Europe, 2021, new MoneyBasis(CurrencyChoice.Eur, PriceBasis.BaseYear))));
    }

    [Fact]
    public void What_is_taken_over_is_told_in_dollars_points_euros_and_a_head()
    {
        double[] backfill = new double[Bare.Macro.Years * Count];
        backfill[Count + Alfa] = 10;
        backfill[Count + Crona] = 20;
        double[] uncovered = new double[Bare.Macro.Years];
        uncovered[1] = 5;
        BackfillReading reading = new(Bare.With(backfill: backfill, uncovered: uncovered));
        Assert.Equal(30, reading.CoveredConstUsdM(Europe, 2021));
        Assert.Equal(5, reading.UncoveredConstUsdM(2021));
        Assert.Equal(0, reading.CoveredConstUsdM(Europe, 2022));
        Assert.Equal(100 * 10 / 1020.0, reading.PctOfGdp(Unit.Member(Alfa), 2021), Close);

        // At base-year prices Alfa's 20 dollars of 2018 are 18 euros, Crona's 40 are 120 of its own money, at 4 a dollar and 0.75 euros.
        MoneyBasis eur = new(CurrencyChoice.Eur, PriceBasis.BaseYear);
        Assert.Equal((9 + (60 / 4.0 * 0.75)) / 1000, reading.CoveredBn(Europe, 2021, eur), Close);
        Assert.Equal(9e6 / 10e6, reading.PerHead(Unit.Member(Alfa), 2021, eur), Close);
        Assert.Throws<ArgumentException>(() => reading.CoveredBn(Europe, 2021, new MoneyBasis(CurrencyChoice.National, PriceBasis.BaseYear)));
    }

    [Fact]
    public void A_groups_part_is_the_sum_of_its_members_parts() =>
        Prop.ForAll(
            Gen.Choose(0, 1_000_000).ArrayOf(Count).ToArbitrary(),
            amounts =>
            {
                double[] backfill = new double[Bare.Macro.Years * Count];
                for (int m = 0; m < Count; m++)
                {
                    backfill[Count + m] = m == Iceland ? 0 : amounts[m] / 7.0;
                }

                BackfillReading reading = new(Bare.With(backfill: backfill, uncovered: new double[Bare.Macro.Years]));
                MoneyBasis usd = new(CurrencyChoice.Usd, PriceBasis.PriceYear);
                double sum = Set(Alfa, Bravo, Crona, Iceland).Sum(m => reading.CoveredConstUsdM(Unit.Member(m), 2021));

                // The order of a sum of four decides its last digits only; dollars at the price year's prices are the same amount.
                Assert.Equal(sum, reading.CoveredConstUsdM(Europe, 2021), 1e-6);
                Assert.Equal(sum / 1000, reading.CoveredBn(Europe, 2021, usd), 1e-9);
            })
        .Check(Config.QuickThrowOnFailure.WithReplay(2026, 9));
}
