using Simulator.Alliance;
using Simulator.Engine;
using Simulator.Lanes;
using Simulator.Pathways;
using Simulator.Tests.Engine;
using static Simulator.Tests.Engine.SmallAlliance;

namespace Simulator.Tests.Uncertainty;

public class SlowDrawTests
{
    private const ulong Seed = 0x9e3779b97f4a7c15;

    [Fact]
    public void A_thousand_worlds_agree_with_a_plain_implementation()
    {
        MacroPath macro = SmallAlliance.Macro(lastYear: 2037);
        Plan plan = Plan.Compile(
            SmallAlliance.Scenario(
                [Row(PathWhat.AtLeastPct, Armed, 3.5, to: 2033)],
                Set(Setting.MaxStepPp, Armed, 0.3),
                Set(Setting.GrowthPp, A.Union(B), -0.5),
                Set(Setting.InflationPp, C, 1),
                Set(Setting.BudgetsFollow, B, 1),
                Set(Setting.BorrowedPct, Armed, 60)),
            macro,
            withFiscal: true);
        double worst = 0;
        for (int first = 0; first < 1000; first += Lane.Count)
        {
            double[][] lanes = DrawnWorlds.Block(plan, SmallShocks.Parameters, Seed, first);
            for (int lane = 0; lane < Lane.Count; lane++)
            {
                var slow = new SlowDraw(SmallShocks.Parameters, macro, Seed, (uint)(first + lane))
                {
                    BaseSharePct = [2.0, 1.5, 4.0, 0],
                    TargetPct = [3.5, 3.5, 3.5, 0],
                    TargetYear = 2033,
                    MaxStepPp = 0.3,
                    StatedGrowthPp = [-0.5, -0.5, 0, 0],
                    StatedInflationPp = [0, 0, 1, 0],
                    BorrowedPct = 60,
                    KeepsRealMoney = [false, true, false, false],
                };
                foreach (int m in Armed)
                {
                    double[][] years = slow.Member(m);
                    for (int t = 0; t < macro.Years; t++)
                    {
                        for (int c = 0; c < DrawnWorlds.Columns; c++)
                        {
                            double actual = lanes[lane][(((t * macro.Members) + m) * DrawnWorlds.Columns) + c];

                            // Debt and balance pass through zero, where they are differences of many points of GDP: of these, one at least.
                            double size = Math.Max(Math.Abs(years[t][c]), c >= 4 ? 1 : 0);
                            worst = Math.Max(worst, Math.Abs(actual - years[t][c]) / size);
                        }
                    }
                }
            }
        }

        Assert.True(worst < 1e-12, $"relative difference {worst}");
    }
}
