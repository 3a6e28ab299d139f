using Simulator.Alliance;
using Simulator.Engine;
using Simulator.Pathways;
using Simulator.Projections;
using static Simulator.Tests.Projections.TinyAlliance;

namespace Simulator.Tests.Projections;

/// <summary>
/// Alfa at 3 instead of 2 percent from 2021 on, nothing borrowed. Its base-year budget of 18 million and its GDP of 0.9 bn have grown by
/// 1.02 × 1.03 = 1.0506: offsets of 9 × 1.0506 million, GDP of 0.94554 bn. 10 million people; government spends 40 % of GDP.
/// </summary>
public class FiscalReadingTests
{
    // A dozen operations on numbers near 1.
    private const double Close = 1e-12;

    [Fact]
    public void Offsets_are_a_tax_per_head_and_a_cut_of_everything_else()
    {
        FiscalReading reading = Read(0);
        Assert.Equal(0.0094554, reading.OffsetNcuBn(Alfa, 2021), Close);
        Assert.Equal(0.94554, reading.TaxPerHeadNcu(Alfa, 2021), Close);

        // 9 of 360 − 18.
        Assert.Equal(100 * 9.0 / 342, reading.EqualCutPct(Alfa, 2021), Close);
        Assert.Equal(0, Read(100).TaxPerHeadNcu(Alfa, 2021), Close);
        Assert.Equal(0.33 * 0.94554, Read(67).TaxPerHeadNcu(Alfa, 2021), Close);
        Assert.Equal(0, reading.EqualCutPct(Iceland, 2021));
    }

    [Fact]
    public void Under_a_shock_both_sides_of_the_cut_keep_their_ratio_to_GDP() =>
        Assert.Equal(
            Read(0).EqualCutPct(Alfa, 2025),
            Read(0, Setting(Simulator.Pathways.Setting.GrowthPp, -5, Set(Alfa)), Setting(Simulator.Pathways.Setting.InflationPp, 3, Set(Alfa))).EqualCutPct(Alfa, 2025),
            Close);

    [Fact]
    public void Without_debt_and_balance_there_is_nothing_to_flag() => Assert.Equal(FiscalFlags.None, Read(100).Flags(Alfa, 2025));

    [Fact]
    public void Years_before_the_base_year_have_no_debt_here() =>
        Assert.Throws<ArgumentOutOfRangeException>(() => Read(0).Flags(Alfa, 2019));

    private static FiscalReading Read(double borrowedPct, params SettingRow[] settings)
    {
        var rise = new PathRow { Origin = new RowOrigin("test", 1), Members = Set(Alfa), What = PathWhat.AtLeastPct, Value = 3, From = 2020, To = 2021 };
        var scenario = new Scenario { Id = "tiny", Title = "Tiny", Paths = [rise], Settings = settings, Notes = [], NotComputed = [] };
        Edition edition = TinyAlliance.Edition();
        World world = Projector.Run(scenario, edition, MacroPathBuilder.Build(edition, 2030));
        return new FiscalReading(new Projection(world), world.Fiscal.Single(f => f.BorrowedPct == borrowedPct));
    }
}
