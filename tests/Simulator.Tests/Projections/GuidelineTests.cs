using Simulator.Alliance;
using Simulator.Projections;
using static Simulator.Tests.Projections.TinyAlliance;

namespace Simulator.Tests.Projections;

public class GuidelineTests
{
    private const double Close = 1e-9;

    private static readonly MacroPath Macro = MacroPathBuilder.Build(TinyAlliance.Edition(), 2030);
    private static readonly Unit All = Unit.Group(Set(0, 1, 2, 3, 4));
    private static readonly Unit Europe = Unit.Group(Set(0, 1, 2, 3));
    private static readonly Projection Hold = Read(Macro, (m, _) => BaseSharePct(m));

    [Fact]
    public void The_guideline_is_two_percent_through_2025_and_then_what_the_scenario_holds_to()
    {
        Assert.Equal(2, Hold.GuidelinePct(Alfa, 2018));
        Assert.Equal(2, Hold.GuidelinePct(Alfa, 2025));
        Assert.Equal(3.5, Hold.GuidelinePct(Alfa, 2026));
        Assert.True(double.IsNaN(Hold.GuidelinePct(Iceland, 2020)));
        Assert.True(Hold.TryCommonGuideline(2026, out double common));
        Assert.Equal(3.5, common);
    }

    [Fact]
    public void Members_with_levels_of_their_own_have_none_in_common()
    {
        Projection own = Read(Macro, (m, _) => BaseSharePct(m), settings: Setting(Simulator.Pathways.Setting.LinePct, 2, Set(Alfa)));
        Assert.False(own.TryCommonGuideline(2026, out double none));
        Assert.True(double.IsNaN(none));
        Assert.True(own.TryCommonGuideline(2025, out _));
        Assert.Equal(Set(Alfa), own.AtGuideline(All, 2026)); // 2 of 2
        Assert.True(Hold.AtGuideline(All, 2026).IsEmpty);
    }

    [Fact]
    public void Members_are_counted_at_the_guideline_from_the_year_they_joined()
    {
        // 2020: Alfa 2, Bravo 1, Crona 2, USA 3.
        Assert.Equal(Set(Alfa, Crona, Usa), Hold.AtGuideline(All, 2020));
        Assert.Equal(Set(Alfa, Crona), Hold.AtGuideline(Europe, 2020));
        Assert.True(Hold.AtGuideline(Unit.Member(Iceland), 2020).IsEmpty);
        Assert.True(Hold.AtGuideline(Unit.Group(Set(Bravo)), 2018).IsEmpty);
    }

    [Fact]
    public void The_equipment_guideline_counts_members_that_have_a_figure()
    {
        // Alfa 30, Bravo 15, Crona 20, USA 25 percent.
        Assert.Equal(Set(Alfa, Bravo, Crona, Usa), Hold.WithEquipmentShare(All, 2020));
        Assert.Equal(Set(Alfa, Crona, Usa), Hold.AtEquipmentGuideline(All, 2020));
        Edition hole = TinyAlliance.Edition(changeNato: v => v[NatoIndex(NatoIndicator.EquipmentPct, Crona, 2020)] = double.NaN);
        Projection blank = Read(MacroPathBuilder.Build(hole, 2030), (m, _) => BaseSharePct(m));
        Assert.Equal(Set(Alfa, Bravo, Usa), blank.WithEquipmentShare(All, 2020));
        Assert.Equal(Set(Alfa, Usa), blank.AtEquipmentGuideline(All, 2020));
    }

    [Fact]
    public void A_volume_index_holds_the_members_constant()
    {
        // Spending of all three: 0.8, 0.9 and 1 times that of 2020, whoever had joined; two percent a year after.
        Assert.Equal(100, Hold.SpendingIndex(Europe, 2018), Close);
        Assert.Equal(100 * 0.9 / 0.8, Hold.SpendingIndex(Europe, 2019), Close);
        Assert.Equal(100 * 1.02 / 0.8, Hold.SpendingIndex(Europe, 2021), Close);
        Assert.Equal(100, Hold.GdpIndex(Europe, 2018), Close);
        Assert.Equal(1.02, Hold.GdpIndex(Europe, 2021) / Hold.GdpIndex(Europe, 2020), Close);
        Assert.True(double.IsNaN(Hold.SpendingIndex(Unit.Member(Iceland), 2020)));
        Assert.Throws<ArgumentOutOfRangeException>(() => Hold.GdpIndex(Europe, 2017));
    }
}
