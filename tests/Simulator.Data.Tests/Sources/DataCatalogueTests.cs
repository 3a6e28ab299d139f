using System.Globalization;
using Simulator.Data.Editions;
using Simulator.Data.Sources;
using Simulator.Data.Tests.Editions;

namespace Simulator.Data.Tests.Sources;

public class DataCatalogueTests
{
    [Fact]
    public void The_list_gives_years_prices_and_cut_off()
    {
        CatalogueTable table = DataCatalogue.List(Shipped.Folder).Value;
        Assert.All(table.Rows, r => Assert.Equal(table.Header.Count, r.Count));
        Assert.Equal(
            ["nato-2026", "yes", "core defence expenditure", "2014-2026", "2025", "2021", "2026-07-03", "IMF WEO April 2026", "2031", "yes"],
            table.Rows.Single(r => r[0] == "nato-2026"));
        Assert.Equal("2014-2024", table.Rows.Single(r => r[0] == "nato-2024")[3]);
    }

    [Fact]
    public void The_sources_give_publisher_terms_and_grade()
    {
        CatalogueTable table = DataCatalogue.Sources(Shipped.Folder).Value;
        IReadOnlyList<string> sipri = table.Rows.Single(r => r[0] == "sipri-1.2");
        Assert.Equal("Stockholm International Peace Research Institute", sipri[1]);
        Assert.Contains("Not for commercial use", sipri[7], StringComparison.Ordinal);
        Assert.Equal("T", sipri[5]);
    }

    [Theory]
    [InlineData("ITA", "", 13, "2.1", "2.0964")]
    [InlineData("nld", "nato-2026", 13, "2.58", "2.29")]
    [InlineData("ITA", "nato-2024", 11, "1.4911", "1.491")]
    public void A_member_is_shown_year_by_year_with_both_shares(string name, string edition, int years, string share, string shareCurrent)
    {
        CultureInfo before = CultureInfo.CurrentCulture;
        try
        {
            CultureInfo.CurrentCulture = CultureInfo.GetCultureInfo("de-DE");
            CatalogueTable table = DataCatalogue.Show(Shipped.Folder, name, edition).Value;
            Assert.Equal(years, table.Rows.Count);
            Assert.All(table.Rows, r => Assert.Equal(table.Header.Count, r.Count));
            Assert.Equal((share, "estimate"), (table.Rows[^1][2], table.Rows[^1][1]));
            Assert.Equal(double.Parse(shareCurrent, CultureInfo.InvariantCulture), double.Parse(table.Rows[^1][^1], CultureInfo.InvariantCulture), 0.005);
            Assert.Contains(table.Notes, n => n.StartsWith("Stated position: ", StringComparison.Ordinal));
        }
        finally
        {
            CultureInfo.CurrentCulture = before;
        }
    }

    [Theory]
    [InlineData("plans", "DEU", 6)]
    [InlineData("plans.csv", "", 77)]
    [InlineData("nato/nato-2024.csv", "ISL", 11)]
    [InlineData("nato-2024", "isl", 11)]
    [InlineData("weo/2026-04-macro", "MNE", 33)]
    public void A_file_is_shown_with_the_rows_that_are_asked_for(string name, string filter, int rows) =>
        Assert.Equal(rows, DataCatalogue.Show(Shipped.Folder, name, filter).Value.Rows.Count);

    [Fact]
    public void What_is_not_there_is_answered_with_what_is()
    {
        DataProblem problem = Assert.Single(DataCatalogue.Show(Shipped.Folder, "../secrets", string.Empty).Problems);
        Assert.Contains("is neither a member nor a file of the data folder; there are edition-remarks.csv, editions.csv", problem.Message, StringComparison.Ordinal);
        Assert.Contains("no edition \"x\"", Assert.Single(DataCatalogue.Show(Shipped.Folder, "ITA", "x").Problems).Message, StringComparison.Ordinal);
    }

    [Fact]
    public void The_history_of_Sipri_is_read_by_member_and_year()
    {
        SipriHistory history = SipriHistory.Load(Shipped.Folder, Shipped.Nato2026.Roster).Value;
        int usa = Shipped.Nato2026.Roster.Member("USA").Index;
        int albania = Shipped.Nato2026.Roster.Member("ALB").Index;
        Assert.Equal((1949, 2025), (history.SharePct.FirstYear, history.SharePct.LastYear));
        Assert.Equal(929162.9, history.ConstantUsdM.Value(usa, 2025), 0.1);
        Assert.Equal(6.052, history.SharePct.Value(albania, 1980));
        Assert.False(history.SharePct.Has(albania, 1979));
        Assert.False(history.ConstantUsdM.Has(albania, 1980));
    }
}
