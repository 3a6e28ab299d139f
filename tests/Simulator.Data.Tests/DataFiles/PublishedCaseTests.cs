using System.Globalization;

namespace Simulator.Data.Tests.DataFiles;

/// <summary>The cases of the selftest against the published figures that they stand for.</summary>
public class PublishedCaseTests
{
    private static readonly RawTable Cases = RawTable.Read("published-cases.csv");
    private static readonly RawTable Published = RawTable.Read("published.csv");

    [Fact]
    public void Every_published_case_holds_the_published_value()
    {
        string[][] published = [.. Cases.Rows.Where(r => Cases.Text(r, "kind") == "published")];
        Assert.True(published.Length >= 25, $"only {published.Length} published cases");
        foreach (string[] row in published)
        {
            string[] source = Published.Rows.Single(p => Published.Text(p, "id") == Cases.Text(row, "published_id"));
            double value = double.Parse(Published.Text(source, "value"), CultureInfo.InvariantCulture);

            // Trillions are told in billions.
            double scale = Published.Text(source, "unit").Contains(" tn", StringComparison.Ordinal) ? 1000 : 1;
            Assert.Equal(value * scale, double.Parse(Cases.Text(row, "theirs"), CultureInfo.InvariantCulture), 1e-9);
        }
    }

    [Fact]
    public void Every_case_gives_its_reason_and_conformance_none_of_other_people()
    {
        Assert.All(Cases.Rows, r => Assert.EndsWith(".", Cases.Text(r, "reason"), StringComparison.Ordinal));
        Assert.All(Cases.Rows.Where(r => Cases.Text(r, "kind") == "conformance"), r => Assert.Equal("", Cases.Text(r, "published_id")));
        Assert.All(Cases.Rows, r => Assert.NotEqual(Cases.Text(r, "scenario").Length > 0, Cases.Text(r, "rows").Length > 0));
    }
}
