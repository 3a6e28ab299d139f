using System.Globalization;
using Simulator.Alliance;
using Simulator.Backtesting;
using Simulator.Data.Editions;
using Simulator.Data.Sources;
using Simulator.Data.Tests.Editions;

namespace Simulator.Data.Tests.Sources;

/// <summary>What older outlooks said of growth, read from the shipped files.</summary>
public class GrowthOutlooksTests
{
    [Fact]
    public void Every_outlook_speaks_from_its_own_year_to_the_year_before_the_base_year()
    {
        DataFolder folder = Shipped.Folder;
        Edition edition = EditionStore.LoadDefault(folder).Value;
        IReadOnlyList<GrowthForecast> forecasts = GrowthOutlooks.Load(folder, edition).Value;
        Assert.Equal(10, forecasts.Select(f => f.Outlook).Distinct().Count());
        Assert.All(forecasts, f => Assert.InRange(f.Year, f.OutlookYear, edition.BaseYear - 1));
        Assert.All(forecasts, f => Assert.StartsWith(f.OutlookYear.ToString(CultureInfo.InvariantCulture), f.Outlook, StringComparison.Ordinal));

        int germany = edition.Roster.Member("DEU").Index;
        GrowthForecast told = forecasts.Single(f => f.Outlook == "2021-04" && f.Member == germany && f.Year == 2022);
        string[] line = File.ReadLines(folder.PathOf("weo/2021-04.csv")).Single(l => l.StartsWith("DEU,2022,", StringComparison.Ordinal)).Split(',');
        Assert.Equal(double.Parse(line[2], CultureInfo.InvariantCulture), told.SaidPct);
        Assert.Equal(edition.Weo.Value(WeoIndicator.RealGrowthPct, germany, 2022), told.CamePct);
        Assert.Equal(1, told.Horizon);
    }
}
