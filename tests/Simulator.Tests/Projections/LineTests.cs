using Simulator.Alliance;
using Simulator.Projections;
using static Simulator.Tests.Projections.TinyAlliance;

namespace Simulator.Tests.Projections;

public class LineTests
{
    private const double Close = 1e-9;

    private static readonly MacroPath Macro = MacroPathBuilder.Build(TinyAlliance.Edition(), 2040);
    private static readonly MoneyBasis EurBase = new(CurrencyChoice.Eur, PriceBasis.BaseYear);
    private static readonly MoneyBasis UsdPriceYear = new(CurrencyChoice.Usd, PriceBasis.PriceYear);
    private static readonly Unit A = Unit.Member(Alfa);
    private static readonly Unit All = Unit.Group(Set(0, 1, 2, 3, 4));

    private static readonly Projection Hold = Read(Macro, (m, _) => BaseSharePct(m));

    [Fact]
    public void The_line_climbs_straight_to_its_target_in_2035()
    {
        // Alfa starts at 2: fifteen years for 1.5 points.
        Assert.Equal(2, Hold.LinePct(A, 2020));
        Assert.Equal(2.1, Hold.LinePct(A, 2021), Close);
        Assert.Equal(3.4, Hold.LinePct(A, 2034), Close);
        Assert.Equal(3.5, Hold.LinePct(A, 2035));
        Assert.Equal(3.5, Hold.LinePct(A, 2040));
        Assert.Equal(3.5, Hold.LevelLinePct(A, 2021));
        Assert.True(double.IsNaN(Hold.LinePct(A, 2019)));
    }

    [Fact]
    public void Another_target_may_be_set_and_who_is_above_it_has_a_level_line()
    {
        Projection two = Read(Macro, (m, _) => BaseSharePct(m), settings: Setting(Simulator.Pathways.Setting.LinePct, 2.5, Set(Alfa, Usa)));
        Assert.Equal(2.5, two.LinePct(A, 2035));
        Assert.Equal(2.5, two.LinePct(Unit.Member(Usa), 2020));
        Assert.Equal(3.5, two.LinePct(Unit.Member(Crona), 2035));
        Assert.Equal(0, two.ShortPp(Unit.Member(Usa), 2035));
    }

    [Fact]
    public void Points_short_are_taken_between_rounded_shares()
    {
        Projection near = Read(Macro, (m, y) => m == Alfa ? 3.4949 : m == Crona ? 3.495 : BaseSharePct(m));
        Assert.Equal(0.01, near.ShortPp(A, 2035)); // 3.50 - 3.49
        Assert.Equal(0, near.ShortPp(Unit.Member(Crona), 2035)); // 3.50 - 3.50
        Assert.Equal(2.5, near.ShortPp(Unit.Member(Bravo), 2035)); // 3.50 - 1.00
        Assert.Equal(0.17, near.ShortPp(Unit.Member(Bravo), 2021)); // 1.1667 is 1.17
        Assert.Equal(0, near.ShortPp(A, 2020));
        Assert.Equal(1.5, near.LevelShortPp(A, 2020));
        Assert.True(double.IsNaN(near.ShortPp(A, 2019)));
    }

    [Fact]
    public void Iceland_has_no_line()
    {
        Unit iceland = Unit.Member(Iceland);
        Assert.True(double.IsNaN(Hold.LinePct(iceland, 2035)));
        Assert.True(double.IsNaN(Hold.ShortPp(iceland, 2035)));
        Assert.True(double.IsNaN(Hold.ShortOfLineBn(iceland, 2035, EurBase)));
    }

    [Fact]
    public void Short_in_money_is_points_times_GDP()
    {
        // 0.1 points in 2021 of 1,020 million dollars are 1.02 constant dollars; 20 of them were 18 euros.
        Assert.Equal(1.02 / 1000, Hold.ShortOfLineBn(A, 2021, UsdPriceYear), 1e-12);
        Assert.Equal(1.02 * 0.9 / 1000, Hold.ShortOfLineBn(A, 2021, EurBase), 1e-12);
        Assert.Equal(15.3 * 0.9 / 1000, Hold.ShortOfLevelLineBn(A, 2021, EurBase), 1e-12);
    }

    [Fact]
    public void One_members_surplus_pays_for_nobody()
    {
        Projection rich = Read(Macro, (m, _) => m == Usa ? 14 : BaseSharePct(m));
        Projection poor = Read(Macro, (m, _) => m == Usa ? 3.5 : BaseSharePct(m));
        Assert.Equal(poor.ShortOfLineBn(All, 2035, EurBase), rich.ShortOfLineBn(All, 2035, EurBase));
        Assert.Equal(poor.ShortPp(All, 2035), rich.ShortPp(All, 2035));
        double sum = 0;
        foreach (int m in new[] { Alfa, Bravo, Crona })
        {
            sum += rich.ShortOfLineBn(Unit.Member(m), 2035, EurBase);
        }

        Assert.Equal(sum, rich.ShortOfLineBn(All, 2035, EurBase), 1e-12);
        Assert.True(sum > 0);

        // The points of a group are its money over its GDP, Iceland's included.
        Assert.Equal(
            100 * 1000 * rich.ShortOfLineBn(All, 2035, UsdPriceYear) / rich.GdpConstUsdM(All, 2035), rich.ShortPp(All, 2035), Close);
    }

    [Fact]
    public void A_group_on_its_lines_stands_at_its_line()
    {
        Projection onLine = Read(Macro, Hold.LinePctOf);
        for (int year = 2020; year <= 2040; year++)
        {
            Assert.Equal(onLine.LinePct(All, year), onLine.SharePct(All, year), Close);
            Assert.Equal(0, onLine.ShortPp(All, year));
        }
    }
}

file static class LineOfMember
{
    public static double LinePctOf(this Projection projection, int member, int year) => projection.LinePct(Unit.Member(member), year);
}
