using System.Globalization;
using Simulator.Alliance;
using Simulator.Data.Sources;
using Simulator.Data.Tests.Editions;

namespace Simulator.Data.Tests.Sources;

public sealed class EditionDiffTests
{
    private static readonly MemberSet Everybody = Shipped.Nato2026.Roster.All;

    [Theory]
    [InlineData("")]
    [InlineData("de-DE")]
    [InlineData("tr-TR")]
    public void The_known_revisions_show_and_are_sorted_by_size(string culture)
    {
        using CultureScope scope = new(culture);
        CatalogueTable table = EditionDiff.Compare(Shipped.Nato2024, Shipped.Nato2026, Everybody, true, true);
        IReadOnlyList<string>[] shares = [.. table.Rows.Where(r => r[1] == "share_pct")];
        IReadOnlyList<string> albania = Assert.Single(shares, r => r[0] == "ALB" && r[3] == "2024");
        Assert.Equal(["2.0295", "1.35"], albania.Skip(4).Take(2));
        Assert.Equal(1.35 - 2.0295, double.Parse(albania[6], CultureInfo.InvariantCulture), 1e-12); // the same subtraction, read back
        foreach (IGrouping<string, IReadOnlyList<string>> indicator in table.Rows.GroupBy(r => r[1]))
        {
            double[] sizes = [.. indicator.Select(r => Math.Abs(double.Parse(r[6], CultureInfo.InvariantCulture)))];
            Assert.Equal(sizes.OrderDescending(), sizes);
        }
    }

    [Fact]
    public void Amounts_are_compared_only_where_prices_and_currency_agree()
    {
        CatalogueTable table = EditionDiff.Compare(Shipped.Nato2024, Shipped.Nato2026, Everybody, true, true);
        Assert.DoesNotContain(table.Rows, r => r[1].Contains("constant", StringComparison.Ordinal));
        Assert.DoesNotContain(table.Rows, r => r[1] == "ncu_current_m" && r[0] == "BGR");
        Assert.Contains(table.Rows, r => r[1] == "ncu_current_m" && r[0] == "CZE");
        string notes = string.Join('\n', table.Notes);
        Assert.Contains("nato-2024 has prices of 2015, nato-2026 of 2021", notes, StringComparison.Ordinal);
        Assert.Contains("BGR (BGN, then EUR)", notes, StringComparison.Ordinal);
        Assert.Contains("part of every difference is one of definition", notes, StringComparison.Ordinal);
        Assert.Contains("Shares of GDP in 2024: ", notes, StringComparison.Ordinal);
    }

    [Fact]
    public void An_edition_does_not_differ_from_itself()
    {
        CatalogueTable table = EditionDiff.Compare(Shipped.Nato2026, Shipped.Nato2026, Everybody, true, true);
        Assert.Empty(table.Rows);
        Assert.StartsWith("0 of ", Assert.Single(table.Notes), StringComparison.Ordinal);
    }

    [Fact]
    public void The_other_way_round_the_points_change_sign()
    {
        Dictionary<string, double> there = Changes(Shipped.Nato2024, Shipped.Nato2026);
        Dictionary<string, double> back = Changes(Shipped.Nato2026, Shipped.Nato2024);
        Assert.Equal(there.Keys.Order(StringComparer.Ordinal), back.Keys.Order(StringComparer.Ordinal));
        Assert.All(there, c => Assert.Equal(-c.Value, back[c.Key])); // exact: a - b is -(b - a) in floating point

        static Dictionary<string, double> Changes(Edition a, Edition b) => EditionDiff.Compare(a, b, Everybody, true, true).Rows
            .Where(r => r[2] != "percent").ToDictionary(r => $"{r[0]} {r[1]} {r[3]}", r => double.Parse(r[6], CultureInfo.InvariantCulture));
    }

    [Fact]
    public void The_short_table_keeps_ten_members_of_an_indicator_or_all_that_are_named()
    {
        CatalogueTable table = EditionDiff.Compare(Shipped.Nato2024, Shipped.Nato2026, Everybody, false, false);
        Assert.All(table.Rows.GroupBy(r => r[1]), g => Assert.InRange(g.Count(), 1, 10));
        Assert.Contains(table.Notes, n => n.Contains("more rows with smaller differences", StringComparison.Ordinal));
        MemberSet baltic = Shipped.Nato2026.Roster.Group("BALTIC").Members;
        table = EditionDiff.Compare(Shipped.Nato2024, Shipped.Nato2026, baltic, false, true);
        Assert.Equal(["EST", "LTU", "LVA"], table.Rows.Select(r => r[0]).Distinct().Order(StringComparer.Ordinal));
    }
}
