using Simulator.Alliance;
using Simulator.Feasibility;
using Simulator.Projections;
using Simulator.Tests.Projections;

namespace Simulator.Tests.Feasibility;

public class EffortTests
{
    private const int LastYear = 2031;

    // A share is turned into money and back, and a root is taken.
    private const double Near = 1e-9;

    // Five-year episodes of 0, 10 and 20 percent a year: half ends at 10, three quarters at 15, nine tenths at 18.
    private static readonly double[] Done = [0, 10, 20];

    private static readonly double[] Flat = [1000, 1000, 1000, 1000, 1000, 1000];

    [Theory]
    [InlineData(-5, EffortClass.WithinHalf)]
    [InlineData(10, EffortClass.WithinHalf)]
    [InlineData(10.1, EffortClass.WithinThreeQuarters)]
    [InlineData(15, EffortClass.WithinThreeQuarters)]
    [InlineData(17.9, EffortClass.WithinNineTenths)]
    [InlineData(20, EffortClass.WithinRecord)]
    [InlineData(20.1, EffortClass.BeyondRecord)]
    public void A_class_ends_at_its_quantile(double growthPct, EffortClass expected) =>
        Assert.Equal(expected, Effort.ClassOf(Done, growthPct));

    [Fact]
    public void The_steepest_growth_is_worked_out_by_hand()
    {
        // Alfa spends 20 million in 2020, 30 from 2024 on and 40 from 2026 on: twice as much in the five years from 2021, and no five years do more.
        Projection projection = Spending(year => year >= 2026 ? 40 : year >= 2024 ? 30 : 20);
        Assert.True(Stretch.TrySteepest(projection, TinyAlliance.Alfa, EpisodeMeasure.RealGrowthPct, 5, LastYear, out Stretch five));
        Assert.Equal((2021, 2026), (five.From, five.To));
        Assert.Equal(14.869835499703511, five.RealGrowthPct, Near); // the fifth root of two
        Assert.True(Stretch.TrySteepest(projection, TinyAlliance.Alfa, EpisodeMeasure.RealGrowthPct, 1, LastYear, out Stretch one));
        Assert.Equal((2023, 2024), (one.From, one.To));
        Assert.Equal(50, one.RealGrowthPct, Near);
    }

    [Fact]
    public void The_steepest_change_of_share_is_worked_out_by_hand()
    {
        Projection projection = TinyAlliance.Read(MacroPathBuilder.Build(TinyAlliance.Edition(), LastYear), (_, year) => year >= 2025 ? 5 : 2);
        Assert.True(Stretch.TrySteepest(projection, TinyAlliance.Alfa, EpisodeMeasure.ShareChangePp, 3, LastYear, out Stretch three));
        Assert.Equal((2022, 2025), (three.From, three.To));
        Assert.Equal(1.0, three.ShareChangePp, Near);
    }

    [Fact]
    public void Years_before_the_base_year_and_after_the_last_year_asked_for_do_not_count()
    {
        // Spending rose from 2018 to 2020, the base year, and doubles in 2026.
        Projection projection = Spending(year => year >= 2026 ? 40 : 20);
        Assert.True(Stretch.TrySteepest(projection, TinyAlliance.Alfa, EpisodeMeasure.RealGrowthPct, 5, 2025, out Stretch calm));
        Assert.Equal(2020, calm.From);
        Assert.Equal(0.0, calm.RealGrowthPct, Near);
        Assert.False(Stretch.TrySteepest(projection, TinyAlliance.Alfa, EpisodeMeasure.RealGrowthPct, 5, 2024, out _));
        Assert.False(Stretch.TrySteepest(projection, TinyAlliance.Iceland, EpisodeMeasure.RealGrowthPct, 5, LastYear, out _));
        Assert.Throws<ArgumentOutOfRangeException>(() =>
            Stretch.TrySteepest(projection, TinyAlliance.Alfa, EpisodeMeasure.RealGrowthPct, 5, LastYear + 1, out _));
    }

    [Fact]
    public void The_effort_names_the_real_episode_that_is_nearest()
    {
        Projection projection = Spending(year => year >= 2025 ? 40 : 20);
        EpisodeLibrary library = EpisodeLibrary.Of(HistoryEdition.Of(2014, [[10, 10, 10, 10, 10, 10], [10, 12, 14, 16, 18, 20]], [Flat, Flat]));
        Assert.True(Effort.TryOf(projection, TinyAlliance.Alfa, library, LastYear, out Effort? effort));
        // Doubling in five years is exactly what the second member did.
        Assert.Equal(1, effort.Nearest.Member);
        Assert.Equal(effort.Nearest.RealGrowthPct, effort.Steepest.RealGrowthPct, Near);
        Assert.True(effort.RankPct >= 50);
        Assert.False(Effort.TryOf(projection, TinyAlliance.Alfa, library, 2024, out _));
        Assert.False(Effort.TryOf(projection, TinyAlliance.Alfa, EpisodeLibrary.Of(HistoryEdition.Of(2014, [[1, 2]], [[1000, 1000]])), LastYear, out _));
    }

    private static Projection Spending(Func<int, double> spendingUsdM)
    {
        MacroPath macro = MacroPathBuilder.Build(TinyAlliance.Edition(), LastYear);
        return TinyAlliance.Read(macro, (m, year) => 100 * spendingUsdM(year) / macro.GdpConstUsdM[((year - macro.BaseYear) * macro.Members) + m]);
    }
}
