using Simulator.Engine;
using Simulator.Lanes;
using Simulator.Pathways;
using Simulator.Tests.Engine;
using Simulator.Uncertainty;
using static Simulator.Tests.Engine.SmallAlliance;

namespace Simulator.Tests.Uncertainty;

/// <summary>One code path for one stated world and for drawn ones, and one shock for one draw wherever it is used.</summary>
public class ShockIdentityTests
{
    private const ulong Seed = 7;

    private static readonly Plan Plan = Plan.Compile(EveryRule.Scenario, EveryRule.Macro, withFiscal: true);

    [Fact]
    public void Drawn_worlds_without_spread_have_the_bits_of_the_stated_world()
    {
        double[] stated = DrawnWorlds.Block(Plan, new Block(Plan), default(NoShocks))[0];
        double[][] drawn = DrawnWorlds.Block(Plan, SmallShocks.Nothing, Seed, 100);
        Assert.All(drawn, world => AssertSameBits(stated, world));

        // Full delivery at full strength is the plan itself, too.
        ShockParameters delivers = SmallShocks.Nothing with { DeliverySd = 1e-300 };
        Assert.True(delivers.Delivers);
        Assert.All(DrawnWorlds.Block(Plan, delivers, Seed, 0), world => AssertSameBits(stated, world));
        Assert.NotEqual(stated, DrawnWorlds.Block(Plan, SmallShocks.Parameters, Seed, 0)[0]);
    }

    [Fact]
    public void A_world_depends_on_its_draw_and_not_on_its_place_in_a_block()
    {
        double[][] first = DrawnWorlds.Block(Plan, SmallShocks.Parameters, Seed, 64);
        double[][] moved = DrawnWorlds.Block(Plan, SmallShocks.Parameters, Seed, 61);
        for (int lane = 0; lane < Lane.Count - 3; lane++)
        {
            AssertSameBits(first[lane], moved[lane + 3]);
        }

        Assert.NotEqual(first[0], first[1]);
        Assert.NotEqual(first[0], DrawnWorlds.Block(Plan, SmallShocks.Parameters, Seed + 1, 64)[0]);
    }

    [Fact]
    public void The_same_draw_is_the_same_shock_in_two_scenarios()
    {
        Plan one = Plan.Compile(SmallAlliance.Scenario([Row(PathWhat.AtLeastPct, Armed, 3, to: 2032)]), Macro(), withFiscal: true);
        Plan other = Plan.Compile(
            SmallAlliance.Scenario([Row(PathWhat.AtLeastPct, Armed, 3, to: 2032), Row(PathWhat.AtLeastPct, B, 5, to: 2030)]), Macro(), withFiscal: true);
        for (int draw = 0; draw < 200; draw += Lane.Count)
        {
            double[][] worlds = DrawnWorlds.Block(one, SmallShocks.Parameters, Seed, draw);
            double[][] others = DrawnWorlds.Block(other, SmallShocks.Parameters, Seed, draw);
            for (int lane = 0; lane < Lane.Count; lane++)
            {
                for (int m = 0; m < Members; m++)
                {
                    double[] differences = Differences(worlds[lane], others[lane], m);
                    Assert.Equal(m == Bbb, differences.Any(d => d != 0));
                }
            }
        }
    }

    [Fact]
    public void A_block_is_made_for_drawn_worlds_or_for_stated_ones()
    {
        Assert.Throws<ArgumentException>(() => DrawnWorlds.Block(Plan, new Block(Plan, isDrawn: true), default(NoShocks)));
        Assert.Throws<ArgumentException>(() => DrawnWorlds.Block(Plan, new Block(Plan), default(DrawnShocks)));
    }

    private static double[] Differences(double[] one, double[] other, int member)
    {
        int row = Members * DrawnWorlds.Columns;
        return [.. one.Select((v, i) => (v, i)).Where(p => p.i % row / DrawnWorlds.Columns == member).Select(p => p.v - other[p.i])];
    }

    private static void AssertSameBits(double[] expected, double[] actual) =>
        Assert.Equal(expected.Select(BitConverter.DoubleToInt64Bits), actual.Select(BitConverter.DoubleToInt64Bits));
}
