using Simulator.Engine;
using Simulator.Pathways;
using Simulator.Projections;
using Simulator.Tests.Engine;
using Simulator.Uncertainty;
using static Simulator.Tests.Engine.SmallAlliance;

namespace Simulator.Tests.Uncertainty;

/// <summary>A store of shocks saves time and changes no bit, whatever is asked of it in whatever order.</summary>
public class ShockStoreTests
{
    private const int Draws = 700;
    private const long Much = 64L << 20;

    private static readonly ShockParameters Arriving = SmallShocks.Parameters with { DeliverySd = 0, DeliveryPct = [100, 100, 100, 100] };

    [Theory]
    [InlineData(true)]
    [InlineData(false)]
    public void Results_have_the_same_bits_drawn_kept_and_taken(bool delivers)
    {
        ShockParameters parameters = delivers ? SmallShocks.Parameters : Arriving;
        ShockStore store = new(Much);
        Plan[] plans = [Of(3, 2036), Of(2.5, 2036), Of(3, 2036), Of(4, 2031), Of(3.5, 2036)];
        List<long> bytes = [];
        foreach (Plan plan in plans)
        {
            AssertSame(Run(plan, parameters, null), Run(plan, parameters, store));
            bytes.Add(store.Bytes);
        }

        // The first time nobody knows that there will be a second.
        Assert.Equal(0, bytes[0]);
        long kept = KeptBatch.BytesOf(88, 20, Members, delivers);
        Assert.Equal([kept, kept, kept, kept], bytes[1..]);
    }

    [Fact]
    public void More_draws_and_more_years_are_drawn_when_they_are_asked_for()
    {
        ShockStore store = new(Much);
        foreach ((int to, int draws) in new[] { (2030, 100), (2030, 100), (2030, 105), (2036, 260), (2033, 1000), (2045, 1000), (2030, 31) })
        {
            Plan plan = Of(3, to);
            AssertSame(Run(plan, Arriving, null, draws), Run(plan, Arriving, store, draws));
        }

        Assert.Equal(KeptBatch.BytesOf(125, 20, Members, delivers: false), store.Bytes);
    }

    [Theory]
    [InlineData(0)]
    [InlineData(400_000)]
    public void What_finds_no_room_is_drawn_each_time(long room)
    {
        ShockStore store = new(room);
        for (int i = 0; i < 3; i++)
        {
            AssertSame(Run(Of(3, 2036), Arriving, null), Run(Of(3, 2036), Arriving, store));
        }

        Assert.InRange(store.Bytes, 0, room);
        Assert.Equal(room == 0, store.Bytes == 0);
    }

    [Fact]
    public void Other_seeds_and_parameters_have_other_shocks()
    {
        ShockStore store = new(Much);
        ShockParameters wider = Arriving with { GrowthSd = [2, 2, 2, 2] };
        ShockParameters delivering = Arriving with { DeliverySd = 0.2 };
        foreach ((ulong seed, ShockParameters parameters) in new[] { (1UL, Arriving), (1UL, Arriving), (2UL, Arriving), (1UL, Arriving), (2UL, Arriving), (2UL, Arriving), (2UL, wider), (2UL, wider), (2UL, delivering), (2UL, delivering), (2UL, delivering) })
        {
            AssertSame(Run(Of(3, 2036), parameters, null, Draws, seed), Run(Of(3, 2036), parameters, store, Draws, seed));
        }

        Assert.Equal(KeptBatch.BytesOf(88, 20, Members, delivers: true), store.Bytes);
    }

    [Fact]
    public void Every_number_that_moves_a_shock_tells_shocks_apart()
    {
        ShockParameters p = SmallShocks.Parameters;
        IReadOnlyList<double> Other(IReadOnlyList<double> numbers) => [numbers[0] + 0.5, .. numbers.Skip(1)];
        ShockParameters[] others =
        [
            p with { GrowthFactor = Other(p.GrowthFactor) }, p with { GrowthFactor = [.. p.GrowthFactor, 0.1] }, p with { GrowthLoading = Other(p.GrowthLoading) }, p with { GrowthSd = Other(p.GrowthSd) },
            p with { DeliveryPct = Other(p.DeliveryPct) }, p with { StartMean = Other(p.StartMean) }, p with { StartSd = Other(p.StartSd) }, p with { GrowthPersistence = 0.1 },
            p with { DeliverySd = 0.1 }, p with { DeliveryPersistence = 0.1 }, p with { BudgetLag = 0.1 },
        ];
        Plan plan = Of(3, 2036);
        Ensemble before = Run(plan, p, null);
        foreach (ShockParameters other in others)
        {
            ShockStore store = new(Much);
            Run(plan, p, store);
            Run(plan, p, store);
            Assert.NotEqual(0, store.Bytes);
            Ensemble expected = Run(plan, other, null);
            Assert.NotEqual(before.SharePct(Unit.Member(Aaa), 2036).Mean, expected.SharePct(Unit.Member(Aaa), 2036).Mean);
            AssertSame(expected, Run(plan, other, store));
        }
    }

    [Fact]
    public void Many_at_once_share_a_store()
    {
        ShockStore store = new(Much);
        Plan[] plans = [Of(3, 2036), Of(2.5, 2030), Of(4, 2045)];
        Ensemble[] alone = [.. plans.Select(p => Run(p, Arriving, null))];
        Parallel.For(0, 60, new ParallelOptions { MaxDegreeOfParallelism = 8 }, i =>
        {
            // One in ten comes with a seed of its own, and may take the store for itself.
            ulong seed = i % 10 == 0 ? 99UL : 1UL;
            Ensemble shared = Run(plans[i % 3], Arriving, store, Draws, seed);
            AssertSame(seed == 1 ? alone[i % 3] : Run(plans[i % 3], Arriving, null, Draws, seed), shared);
        });
    }

    [Fact]
    public void Debt_is_drawn_with_its_prices()
    {
        ShockStore store = new(Much);
        Plan plan = Plan.Compile(SmallAlliance.Scenario([Row(PathWhat.AtLeastPct, Armed, 3, to: 2032)]), Macro(), withFiscal: true);
        for (int i = 0; i < 3; i++)
        {
            Ensemble drawn = Run(plan, Arriving, store);
            Assert.Equal(Run(plan, Arriving, null).DebtPct(Aaa, 2036).Mean, drawn.DebtPct(Aaa, 2036).Mean);
        }

        Assert.Equal(0, store.Bytes);
        Assert.Throws<ArgumentException>(() => DrawnShocks.Of(1, plan, Arriving, movesPrices: false));
    }

    private static Plan Of(double pct, int lastYear) =>
        Plan.Compile(SmallAlliance.Scenario([Row(PathWhat.AtLeastPct, Armed, pct, to: 2030)]), Macro(lastYear), withFiscal: false);

    private static Ensemble Run(Plan plan, ShockParameters parameters, ShockStore? store, int draws = Draws, ulong seed = 1) =>
        Ensemble.Run(plan, parameters, new EnsembleOptions { Draws = draws, Seed = seed, Threads = 2, Store = store }, SmallShocks.Money);

    /// <summary>Every year to the last of the plan, which is the year of debt unless another is named.</summary>
    private static void AssertSame(Ensemble one, Ensemble other)
    {
        Assert.Equal((one.Draws, one.DebtYear), (other.Draws, other.DebtYear));
        for (int year = BaseYear; year <= one.DebtYear; year++)
        {
            foreach (int m in Armed)
            {
                EnsembleTests.AssertSame(one.SharePct(Unit.Member(m), year), other.SharePct(Unit.Member(m), year));
                EnsembleTests.AssertSame(one.SpendingM(Unit.Member(m), year), other.SpendingM(Unit.Member(m), year));
            }
        }
    }
}
