using Simulator.Alliance;
using Simulator.Engine;
using Simulator.Projections;
using static Simulator.Tests.Projections.TinyAlliance;

namespace Simulator.Tests.Projections;

public class GroupAndCountTests
{
    private const double Close = 1e-9;

    private static readonly MacroPath Macro = MacroPathBuilder.Build(TinyAlliance.Edition(), 2030);
    private static readonly Unit A = Unit.Member(Alfa);
    private static readonly Unit All = Unit.Group(Set(0, 1, 2, 3, 4));
    private static readonly Unit Europe = Unit.Group(Set(0, 1, 2, 3));
    private static readonly Unit Armed = Unit.Group(Set(0, 1, 2, 4));
    private static readonly Projection Hold = Read(Macro, (m, _) => BaseSharePct(m));

    // One tenth of a point a year from the base share; the USA falls by as much.
    private static readonly Projection Climb = Read(
        Macro, (m, y) => BaseSharePct(m) + ((m == Usa ? -0.1 : 0.1) * (y - 2020)));

    [Fact]
    public void A_group_weighs_by_money_and_keeps_Icelands_GDP_in_the_denominator()
    {
        Assert.Equal(100 * 365 / 13600.0, Hold.SharePct(All, 2020), Close);
        Assert.Equal(100 * 365 / 13500.0, Hold.SharePct(Armed, 2020), Close);
        Assert.Equal(100 * 65 / 3600.0, Hold.SharePct(Europe, 2020), Close);
        Assert.Equal(100 * 65 / 3600.0, Hold.SharePct(Europe, 2022), Close); // all grow by 2 percent
    }

    [Fact]
    public void A_member_counts_from_the_year_in_which_it_joined()
    {
        // 2018 without Bravo: 0.8 x (20 + 40) of 0.8 x 3,100; 2019 with it.
        Assert.Equal(48, Hold.SpendingConstUsdM(Europe, 2018), Close);
        Assert.Equal(100 * 60 / 3100.0, Hold.SharePct(Europe, 2018), Close);
        Assert.Equal(58.5, Hold.SpendingConstUsdM(Europe, 2019), Close);
        Assert.Equal(3, Hold.MembersCounted(All, 2018));
        Assert.Equal(4, Hold.MembersCounted(All, 2019));
        Assert.Equal(4, Hold.MembersCounted(All, 2030));
        Assert.Equal(4, Hold.SpendingConstUsdM(Unit.Member(Bravo), 2018), Close);
        Assert.Equal(0, Hold.MembersCounted(Unit.Member(Iceland), 2030));
        Assert.True(double.IsNaN(Hold.SharePct(Unit.Group(Set(Bravo)), 2018)));
    }

    [Fact]
    public void Growth_as_published_and_at_constant_membership()
    {
        Assert.Equal(100 * ((58.5 / 48) - 1), Hold.RealGrowthPct(Europe, 2019), Close);
        Assert.Equal(12.5, Hold.RealGrowthSameMembersPct(Europe, 2019), Close);
        Assert.Equal(Hold.RealGrowthPct(Europe, 2020), Hold.RealGrowthSameMembersPct(Europe, 2020));
        Assert.Equal(2, Hold.RealGrowthPct(Europe, 2021), Close);

        // First published year: NATO's own cells for its totals, nothing for other groups.
        Assert.Equal(4.5, Hold.RealGrowthPct(All, 2018));
        Assert.Equal(4.5, Hold.RealGrowthPct(Armed, 2018));
        Assert.Equal(5.5, Hold.RealGrowthPct(Europe, 2018));
        Assert.True(double.IsNaN(Hold.RealGrowthPct(Unit.Group(Set(Alfa, Crona)), 2018)));
        Assert.Equal(12.5, Hold.RealGrowthPct(A, 2018));
    }

    [Fact]
    public void The_part_of_the_USA()
    {
        Assert.Equal(100 * 300 / 365.0, Hold.UsPartPct(All, 2022), Close);
        Assert.Equal(0, Hold.UsPartPct(Europe, 2025));
        Assert.Equal(100, Hold.UsPartPct(Unit.Member(Usa), 2019));
        Assert.True(double.IsNaN(Hold.UsPartPct(Unit.Member(Iceland), 2025)));
    }

    [Fact]
    public void Counts_use_published_shares_for_history_and_rounded_shares_after()
    {
        // Alfa 2, Bravo 1, Crona 2, USA 3 as published.
        Assert.Equal(3, Hold.MembersAt(All, 2020, 2));
        Assert.Equal(Set(Alfa, Crona, Usa), Hold.MembersSpending(All, 2020, 2));
        Assert.Equal(1, Hold.MembersAt(All, 2020, 2.01));
        Projection near = Read(Macro, (m, _) => m switch { Alfa => 1.995, Bravo => 1.9949, Crona => 3.4999, _ => 5 });
        Assert.Equal(Set(Alfa, Crona, Usa), near.MembersSpending(All, 2021, 2));
        Assert.Equal(Set(Crona, Usa), near.MembersSpending(All, 2021, 3.5));
        Assert.Equal(1, near.MembersAt(All, 2021, 5));
        Assert.Equal(2.00, near.CountedSharePct(Alfa, 2021));
        Assert.Equal(0, near.CountedSharePct(Iceland, 2021));
        Assert.Equal(0, near.MembersAt(Unit.Member(Iceland), 2021, 0));
    }

    [Fact]
    public void The_published_share_decides_although_the_amounts_give_another()
    {
        Edition printed = TinyAlliance.Edition(changeNato: v => v[NatoIndex(NatoIndicator.SharePct, Bravo, 2020)] = 2);
        Projection p = Read(MacroPathBuilder.Build(printed, 2030), (m, _) => BaseSharePct(m));
        Assert.True(p.MembersSpending(All, 2020, 2).Contains(Bravo));
        Assert.False(p.MembersSpending(All, 2021, 2).Contains(Bravo));
        Assert.Equal(1, p.SharePct(Unit.Member(Bravo), 2020), Close);
    }

    [Theory]
    [InlineData(1.98, false)]
    [InlineData(1.985, true)]
    [InlineData(1.99, true)]
    [InlineData(2.01, true)]
    [InlineData(2.0149, true)]
    [InlineData(2.02, false)]
    public void A_knife_edge_lies_within_a_hundredth(double sharePct, bool marked) =>
        Assert.Equal(marked, Read(Macro, (_, _) => sharePct).IsKnifeEdge(Alfa, 2022, 2));

    [Fact]
    public void Published_shares_and_Iceland_on_the_knife_edge()
    {
        Assert.True(Hold.IsKnifeEdge(Alfa, 2020, 2));
        Assert.False(Hold.IsKnifeEdge(Iceland, 2020, 0));
    }

    [Fact]
    public void The_first_year_at_a_share_or_none()
    {
        Assert.True(Climb.TryFirstYearAt(A, 2, out int already));
        Assert.Equal(2020, already);
        Assert.True(Climb.TryFirstYearAt(A, 2.5, out int later));
        Assert.Equal(2025, later);
        Assert.False(Climb.TryFirstYearAt(A, 3.5, out int never));
        Assert.Equal(0, never);
        Assert.False(Climb.TryFirstYearAt(Unit.Member(Iceland), 0, out _));

        // Europe starts at 65 of 3,600 = 1.81 and gains 0.1 x 3,500/3,600 a year: 1.995 would be 2.00 in 2022.
        Assert.Equal(1.9999, Climb.SharePct(Europe, 2022), 1e-4);
        Assert.True(Climb.TryFirstYearAt(Europe, 2, out int group));
        Assert.Equal(2022, group);
    }

    [Fact]
    public void The_growth_that_it_takes()
    {
        // 2.5 over 2 percent of a GDP that grew by 2, 2, 1.8, 1.6 and 1.4 percent, over five years.
        double ratio = Climb.SpendingConstUsdM(A, 2025) / 20;
        Assert.Equal(1.25 * 1.02 * 1.02 * 1.018 * 1.016 * 1.014, ratio, Close);
        Assert.Equal(100 * (Math.Pow(ratio, 0.2) - 1), Climb.RequiredRealGrowthPct(A, 2025), 1e-9);
        Assert.True(double.IsNaN(Climb.RequiredRealGrowthPct(A, 2020)));
        Assert.True(double.IsNaN(Climb.RequiredRealGrowthPct(Unit.Member(Iceland), 2025)));
    }

    [Fact]
    public void Equipment_keeps_its_composition_unless_the_rise_has_another()
    {
        Assert.Equal(30, Climb.EquipmentPct(A, 2019));
        Assert.Equal(30, Climb.EquipmentPct(A, 2025), Close);
        Assert.True(Climb.IsUnderEquipmentGuideline(Unit.Member(Bravo), 2025));
        Assert.False(Climb.IsUnderEquipmentGuideline(Unit.Member(Crona), 2025)); // exactly 20
        Assert.True(double.IsNaN(Climb.EquipmentPct(Unit.Member(Iceland), 2025)));
        Assert.False(Climb.IsUnderEquipmentGuideline(Unit.Member(Iceland), 2025));

        Projection bought = Read(
            Macro, (m, y) => 2 * BaseSharePct(m), settings: Setting(Simulator.Pathways.Setting.EquipmentOfRisePct, 60, Set(Alfa)));

        // 2021: 40.8 constant dollars, of which 20 at 30 percent and 20.8 at 60.
        Assert.Equal(((0.3 * 20) + (0.6 * 20.8)) / 40.8 * 100, bought.EquipmentPct(A, 2021), Close);
        Assert.Equal(15, bought.EquipmentPct(Unit.Member(Bravo), 2021), Close);

        // Below the base-year amount only the composition counts.
        Projection cut = Read(
            Macro, (m, y) => BaseSharePct(m) / 2, settings: Setting(Simulator.Pathways.Setting.EquipmentOfRisePct, 60, Set(Alfa)));
        Assert.Equal(30, cut.EquipmentPct(A, 2021), Close);
        Assert.Equal(((0.3 * 20) + (0.15 * 5)) / 25 * 100, Hold.EquipmentPct(Unit.Group(Set(Alfa, Bravo, Iceland)), 2022), Close);
    }

    [Fact]
    public void A_blank_last_composition_falls_back_on_the_last_published_year()
    {
        Edition blank = TinyAlliance.Edition(changeNato: v =>
        {
            v[NatoIndex(NatoIndicator.EquipmentPct, Alfa, 2020)] = double.NaN;
            v[NatoIndex(NatoIndicator.EquipmentPct, Alfa, 2019)] = 42;
        });
        Projection p = Read(MacroPathBuilder.Build(blank, 2030), (m, _) => BaseSharePct(m));
        Assert.Equal(42, p.EquipmentPct(A, 2021));
        Assert.True(double.IsNaN(p.EquipmentPct(A, 2020)));
    }

    [Fact]
    public void Years_have_a_status()
    {
        Assert.Equal(YearStatus.Reported, Hold.Status(2018));
        Assert.Equal(YearStatus.Estimate, Hold.Status(2019));
        Assert.Equal(YearStatus.Estimate, Hold.Status(2020));
        Assert.Equal(YearStatus.Projection, Hold.Status(2021));
    }

    [Fact]
    public void The_related_leg_is_read_as_it_is()
    {
        World world = Hold.World;
        double[] related = [.. world.RelatedSharePct];
        related[Count + Alfa] = 1.5;
        Projection p = new(new World
        {
            Scenario = world.Scenario,
            Macro = world.Macro,
            SharePct = world.SharePct,
            PlannedSharePct = world.PlannedSharePct,
            RelatedSharePct = related,
            GdpConstUsdM = world.GdpConstUsdM,
            PriceFactor = world.PriceFactor,
            SpendingConstUsdM = world.SpendingConstUsdM,
        });
        Assert.Equal(1.5, p.RelatedSharePct(Alfa, 2021));
        Assert.True(double.IsNaN(p.RelatedSharePct(Bravo, 2021)));
        Assert.True(double.IsNaN(p.RelatedSharePct(Alfa, 2019)));
    }

    [Fact]
    public void A_unit_is_a_member_or_a_group()
    {
        Assert.Equal(Crona, Unit.Member(Crona).MemberIndex);
        Assert.Throws<InvalidOperationException>(() => Europe.MemberIndex);
        Assert.NotEqual(Unit.Member(Alfa), Unit.Group(Set(Alfa)));
        Assert.Equal(Europe, Unit.Group(Macro.Edition.Roster.Group("EUROPE")));
    }

    [Fact]
    public void Columns_of_another_size_are_refused()
    {
        World world = Hold.World;
        Assert.Throws<ArgumentException>(() => new Projection(new World
        {
            Scenario = world.Scenario,
            Macro = world.Macro,
            SharePct = world.SharePct[1..],
            PlannedSharePct = world.PlannedSharePct,
            RelatedSharePct = world.RelatedSharePct,
            GdpConstUsdM = world.GdpConstUsdM,
            PriceFactor = world.PriceFactor,
            SpendingConstUsdM = world.SpendingConstUsdM,
        }));
    }
}
