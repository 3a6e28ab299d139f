using Simulator.Alliance;
using Simulator.Data.Editions;

namespace Simulator.Data.Tests.Editions;

public class EditionStoreTests
{
    [Fact]
    public void The_editions_are_listed_with_one_default()
    {
        IReadOnlyList<EditionEntry> entries = EditionStore.List(Shipped.Folder).Value;
        Assert.Equal(["nato-2024", "nato-2026"], entries.Select(e => e.Id));
        Assert.Equal("nato-2026", Assert.Single(entries, e => e.IsDefault).Id);
        Assert.Equal("nato-2026", EditionStore.LoadDefault(Shipped.Folder).Value.Id);
    }

    [Theory]
    [InlineData("nato-2026", 2014, 2026, 2025, 2021, 1995, 2031)]
    [InlineData("nato-2024", 2014, 2024, 2023, 2015, 2018, 2029)]
    public void An_edition_spans_its_years(string id, int first, int last, int estimates, int prices, int weoFirst, int weoLast)
    {
        Edition edition = Shipped.Edition(id);
        Assert.Equal(
            (first, last, estimates, prices, weoFirst, weoLast),
            (edition.FirstYear, edition.BaseYear, edition.FirstEstimateYear, edition.PriceYear, edition.Weo.FirstYear, edition.Weo.LastYear));
        Assert.Equal(32, edition.Roster.Count);
        Assert.Equal(31, edition.Roster.WithForces.Count);
        Assert.NotEmpty(edition.Remarks);
    }
}
