using Simulator.Alliance;
using Simulator.Projections;
using static Simulator.Tests.Projections.TinyAlliance;

namespace Simulator.Tests.Projections;

public class CompositionTests
{
    private const double Close = 1e-9;

    private static readonly Unit A = Unit.Member(Alfa);

    private static Edition Divided(double personnel2020Pct) => TinyAlliance.Edition(changeNato: v =>
    {
        v[NatoIndex(NatoIndicator.PersonnelPct, Alfa, 2019)] = 42;
        v[NatoIndex(NatoIndicator.PersonnelPct, Alfa, 2020)] = personnel2020Pct;
    });

    [Fact]
    public void Personnel_keeps_its_part_of_what_is_not_equipment()
    {
        MacroPath macro = MacroPathBuilder.Build(Divided(35), 2030);
        Projection held = Read(macro, (m, _) => BaseSharePct(m));
        Assert.Equal(42, held.PersonnelPct(A, 2019), Close);
        Assert.Equal(35, held.PersonnelPct(A, 2020), Close);
        Assert.Equal(35, held.PersonnelPct(A, 2025), Close);

        // 30 percent equipment leave 70, of which personnel is half; with equipment dearer half of what is left.
        Projection bought = Read(macro, (m, y) => 2 * BaseSharePct(m), settings: Setting(Simulator.Pathways.Setting.EquipmentOfRisePct, 60, Set(Alfa)));
        Assert.Equal((100 - bought.EquipmentPct(A, 2021)) / 2, bought.PersonnelPct(A, 2021), Close);
        Assert.Equal(bought.PersonnelPct(A, 2021), bought.PersonnelPct(Unit.Group(Set(Alfa)), 2021), Close);
        Assert.True(double.IsNaN(bought.PersonnelPct(Unit.Member(Bravo), 2021)));
        Assert.True(double.IsNaN(bought.PersonnelPct(Unit.Member(Iceland), 2021)));
    }

    [Fact]
    public void A_division_that_is_blank_falls_back_on_the_last_one_that_was_published()
    {
        Projection p = Read(MacroPathBuilder.Build(Divided(double.NaN), 2030), (m, _) => BaseSharePct(m));
        Assert.True(double.IsNaN(p.PersonnelPct(A, 2020)));
        Assert.Equal(42, p.PersonnelPct(A, 2021), Close);
    }

    [Fact]
    public void The_rise_is_told_in_points_of_the_share()
    {
        Projection p = Read(MacroPathBuilder.Build(TinyAlliance.Edition(), 2030), (m, y) => BaseSharePct(m) + (0.1 * (y - 2020)));
        Assert.Equal(0, p.RiseSinceBasePp(A, 2020), Close);
        Assert.Equal(0.5, p.RiseSinceBasePp(A, 2025), Close);
    }

    [Fact]
    public void An_edition_gives_the_share_of_its_own_amounts()
    {
        Edition edition = TinyAlliance.Edition();
        Assert.Equal(Read(MacroPathBuilder.Build(edition, 2030), (m, _) => BaseSharePct(m)).SharePct(A, 2019), edition.SharePct(Alfa, 2019), Close);
        Assert.True(double.IsNaN(edition.SharePct(Alfa, 2031)));
        Assert.True(double.IsNaN(edition.SharePct(Iceland, 2019)));
    }
}
