using Simulator.Alliance;
using Simulator.Data.Tests.Editions;
using Simulator.Engine;
using Simulator.Pathways;

namespace Simulator.Data.Tests.Projections;

/// <summary>Fastest paths and backfill on the shipped data.</summary>
public class FastestShippedTests
{
    private static readonly Edition Edition = Shipped.Nato2026;
    private static readonly MemberSet Forces = Edition.Roster.WithForces;

    [Fact]
    public void Twenty_seven_reach_the_core_pledge_by_2035_and_eighteen_reach_five_percent_by_2038()
    {
        World pledge = Fastest(3.5, 2040);
        Assert.Equal(["BEL", "HUN", "ROU", "SVK"], Short(pledge, 3.5, 2035));

        // The same four, and those whose offsets of 2.5 points are spent before 5 %: Italy at 4.89, France at 4.72.
        World five = Fastest(5, 2040);
        Assert.Equal(
            ["BEL", "BGR", "CZE", "FIN", "FRA", "HUN", "ITA", "LUX", "MKD", "MNE", "ROU", "SVK", "SVN"], Short(five, 5, 2038));
    }

    [Fact]
    public void The_exceptional_set_and_no_fiscal_limit_bring_everyone_to_the_pledge()
    {
        Assert.Empty(Short(Fastest(3.5, 2040, 1), 3.5, 2035));
        Assert.Empty(Short(Fastest(3.5, 2040, 2), 3.5, 2035));
        Assert.Equal(["BEL", "HUN", "SVK"], Short(Fastest(5, 2040, 1), 5, 2038));
    }

    [Fact]
    public void What_holds_the_four_is_the_budget()
    {
        World world = Fastest(3.5, 2035);
        ImfContent content = ImfContent.Of(Edition, 2035);
        foreach (int m in Forces)
        {
            FastestYear[] years = FastestPath.Read(world.Scenario, world.Macro, content, m, 3.5, Path(world, m));
            Assert.DoesNotContain(years, y => y.Bound == FastestBound.None);
            bool isHeld = Edition.Roster.Members[m].Iso3 is "BEL" or "HUN" or "ROU" or "SVK";
            Assert.Equal(isHeld, years.All(y => y.Bound == FastestBound.Fiscal));
        }
    }

    [Fact]
    public void No_path_falls_and_the_last_year_of_a_run_moves_none()
    {
        World far = Fastest(5, 2060);
        World near = Fastest(5, 2028);
        foreach (int m in Forces)
        {
            double[] path = Path(far, m);
            Assert.All(path.Zip(path.Skip(1)), p => Assert.True(p.Second >= p.First));
            Assert.Equal(path[..near.Macro.Years], Path(near, m));
        }
    }

    [Fact]
    public void The_older_edition_has_balances_for_all()
    {
        Assert.True(ImfContent.Of(Edition, 2035).WithoutBalance.IsEmpty);
        Assert.True(ImfContent.Of(Shipped.Nato2024, 2035).WithoutBalance.IsEmpty);
    }

    [Theory]
    [InlineData(0, 0)]
    [InlineData(1, 0)]
    [InlineData(2, 0)]
    [InlineData(0, 0.1)]
    [InlineData(1, 0.1)]
    [InlineData(2, 0.1)]
    public void A_us_third_is_covered_or_uncovered_to_the_dollar(int rule, double capPp)
    {
        int usa = Edition.Roster.Member("USA").Index;
        MemberSet europe = Edition.Roster.Group("EUROPE").Members;
        List<SettingRow> settings =
        [
            Set(Setting.BackfillFor, Edition.Roster.All, 0) with { ValueMembers = MemberSet.Of(usa) },
            Set(Setting.BackfillPct, europe, 100),
            Set(Setting.BackfillBy, europe, rule),
        ];
        if (capPp > 0)
        {
            settings.Add(Set(Setting.MaxStepPp, europe, capPp));
        }

        PathRow third = new() { Origin = new RowOrigin("test", 1), Members = MemberSet.Of(usa), What = PathWhat.RealChangePct, Value = -33.3, From = 2026, To = 2032 };
        World world = Run([third], settings, 2040);
        int members = world.Macro.Members;
        double base2026 = world.SpendingConstUsdM[usa];
        for (int t = 1; t < world.Macro.Years; t++)
        {
            double fall = Math.Max(0, base2026 - world.SpendingConstUsdM[(t * members) + usa]);
            double covered = world.BackfillConstUsdM.AsSpan(t * members, members).ToArray().Sum();

            // Some hundred thousand million dollars in 30 parts: a dollar is 1e-6 of a million and far above rounding.
            Assert.Equal(fall, covered + world.UncoveredConstUsdM[t], 1e-6);
        }

        // Without caps everything is covered; with them Europe cannot take a first-year step of that size.
        Assert.Equal(capPp > 0, world.UncoveredConstUsdM[1] > 0);
        Assert.Equal(capPp > 0, world.UncoveredConstUsdM.Any(u => u > 0));
    }

    private static World Fastest(double targetPct, int lastYear, int limits = 0) => Run(
        [new PathRow { Origin = new RowOrigin("test", 1), Members = Forces, What = PathWhat.AtLeastPct, Value = targetPct, From = 2026, Shape = Shape.Fastest }],
        [Set(Setting.Limits, Edition.Roster.All, limits)],
        lastYear);

    private static World Run(PathRow[] paths, IReadOnlyList<SettingRow> settings, int lastYear) => Projector.Run(
        new Scenario { Id = "test", Title = "Test", Paths = paths, Settings = settings, Notes = [], NotComputed = [] },
        Edition,
        MacroPathBuilder.Build(Edition, lastYear));

    private static SettingRow Set(Setting setting, MemberSet members, double number) =>
        new() { Origin = new RowOrigin("test", 2), Setting = setting, Members = members, Number = number };

    private static double[] Path(World world, int member) =>
        [.. Enumerable.Range(0, world.Macro.Years).Select(t => world.SharePct[(t * world.Macro.Members) + member])];

    // A path that arrives stands at its target to the last bit.
    private static string[] Short(World world, double targetPct, int year) =>
        [.. Forces.Where(m => Path(world, m)[year - Edition.BaseYear] < targetPct).Select(m => Edition.Roster.Members[m].Iso3)];
}
