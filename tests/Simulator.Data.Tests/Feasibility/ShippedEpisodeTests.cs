using Simulator.Alliance;
using Simulator.Data.Tests.Editions;
using Simulator.Feasibility;
using Simulator.Pathways;

namespace Simulator.Data.Tests.Feasibility;

/// <summary>Episodes of the shipped editions against figures that were worked out from NATO's tables by other means.</summary>
public class ShippedEpisodeTests
{
    [Theory]
    [InlineData("nato-2024")]
    [InlineData("nato-2026")]
    public void The_one_offs_are_Bulgarias_2019_and_Luxembourgs_new_base(string id)
    {
        Edition edition = Shipped.Edition(id);
        List<string> found = [];
        foreach (int m in edition.Roster.WithForces)
        {
            for (int year = edition.FirstYear; year <= edition.BaseYear; year++)
            {
                string name = $"{edition.Roster.Members[m].Iso3} {year}";
                found.AddRange(OneOffs.IsOneOffLevel(edition.Nato, m, year) ? [name + " level"] : []);
                found.AddRange(OneOffs.IsNewBase(edition.Nato, m, year) ? [name + " base"] : []);
            }
        }

        Assert.Equal(["BGR 2019 level", "LUX 2023 base"], found);
    }

    // Percent a year to one decimal, as printed.
    [Theory]
    [InlineData("BGR", 2018, 2019, 124.8)]
    [InlineData("POL", 2022, 2023, 47.9)]
    [InlineData("POL", 2022, 2025, 27.2)]
    [InlineData("DNK", 2022, 2025, 36.9)]
    [InlineData("NOR", 2022, 2025, 32.2)]
    [InlineData("LTU", 2021, 2026, 25.2)]
    [InlineData("POL", 2021, 2026, 20.0)]
    public void Known_episodes_have_their_known_growth(string iso3, int from, int to, double growthPct)
    {
        Edition edition = Shipped.Edition("nato-2026");
        int member = edition.Roster.Member(iso3).Index;
        Episode episode = EpisodeLibrary.Of(edition).All.Single(e => e.Member == member && e.From == from && e.To == to);
        Assert.Equal(growthPct, episode.RealGrowthPct, 0.0501);
    }

    [Fact]
    public void One_year_percentiles_since_2021_are_the_known_ones()
    {
        EpisodeLibrary library = EpisodeLibrary.Of(Shipped.Edition("nato-2026"));
        IReadOnlyList<double> growth = library.Values(EpisodeMeasure.RealGrowthPct, 1, 2021);
        Assert.Equal(155, growth.Count);
        // Tenths and hundredths as printed; Luxembourg's new base is left out of the shares, which moves them by a hundredth.
        Assert.Equal(10.5, Percentiles.Quantile(growth, 50), 0.0501);
        Assert.Equal(36.0, Percentiles.Quantile(growth, 90), 0.0501);
        IReadOnlyList<double> steps = library.Values(EpisodeMeasure.ShareChangePp, 1, 2021);
        Assert.Equal(154, steps.Count);
        Assert.Equal(0.39, Percentiles.Quantile(steps, 75), 0.0151);
        Assert.Equal(0.64, Percentiles.Quantile(steps, 90), 0.0151);
    }

    [Fact]
    public void The_older_edition_has_no_five_years_since_2021_and_no_structural_balance()
    {
        Edition edition = Shipped.Edition("nato-2024");
        IReadOnlyList<LimitPercentile> limits = LimitPercentiles.At(edition, EpisodeLibrary.Of(edition), 75);
        Assert.Equal(
            [Setting.MaxStepPp, Setting.MaxGrowthPct],
            limits.Where(l => l.Count > 0).Select(l => l.Limit));
    }
}
