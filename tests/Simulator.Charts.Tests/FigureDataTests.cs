using System.Globalization;

namespace Simulator.Charts.Tests;

public class FigureDataTests
{
    [Fact]
    public void Csv_quotes_what_needs_it_and_leaves_gaps_empty()
    {
        var data = new FigureData(
            ["member", "share_pct"],
            [["Bosnia, \"and\"", 0.1 + 0.2], ["line\nbreak", double.NaN], [" padded", -1e-300]]);
        Assert.Equal(
            "member,share_pct\n\"Bosnia, \"\"and\"\"\",0.30000000000000004\n\"line\nbreak\",\n\" padded\",-1E-300\n", data.ToCsv());
    }

    [Fact]
    public void A_row_of_the_wrong_length_is_refused() =>
        Assert.Throws<InvalidOperationException>(() => new FigureData(["a", "b"], [[1.0]]).ToCsv());

    [Theory]
    [InlineData("de-DE")]
    [InlineData("tr-TR")]
    public void Csv_is_the_same_in_every_culture(string culture)
    {
        var expected = Samples.All().Select(f => f.Data.ToCsv()).ToArray();
        Assert.Equal(expected, InCulture.Run(culture, () => Samples.All().Select(f => f.Data.ToCsv()).ToArray()));
    }

    [Fact]
    public void Numbers_read_back_to_the_same_double()
    {
        foreach (var line in Samples.Multiples().Data.ToCsv().Split('\n')[1..^1].Where(l => !l.StartsWith("Iceland", StringComparison.Ordinal)))
        {
            var fields = line.Split(',');
            var member = Array.IndexOf(Samples.Names, fields[0]);
            var year = int.Parse(fields[1], CultureInfo.InvariantCulture);
            Assert.Equal(Samples.Share(member, year), double.Parse(fields[3], CultureInfo.InvariantCulture));
            Assert.Equal(year > 2026 ? "projection" : year >= 2025 ? "estimate" : "reported", fields[2]);
        }
    }
}
