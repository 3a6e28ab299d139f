using FsCheck;
using FsCheck.Fluent;
using Simulator.Charts.Text;

namespace Simulator.Charts.Tests.Text;

public class FontMetricsTests
{
    // Advance widths that Arial's own metrics give, in 1/2048 em.
    [Theory]
    [InlineData("0", 1139, 1139)]
    [InlineData("9", 1139, 1139)]
    [InlineData(" ", 569, 569)]
    [InlineData("%", 1821, 1821)]
    [InlineData(".", 569, 569)]
    [InlineData("A", 1366, 1479)]
    [InlineData("W", 1933, 1933)]
    [InlineData("i", 455, 569)]
    [InlineData("m", 1706, 1821)]
    [InlineData("é", 1139, 1139)]
    [InlineData("ü", 1139, 1251)]
    [InlineData("ł", 455, 569)]
    [InlineData("ț", 569, 682)]
    [InlineData("€", 1139, 1139)]
    [InlineData("–", 1139, 1139)]
    [InlineData("…", 2048, 2048)]
    [InlineData("\u2212", 1196, 1196)]
    [InlineData("\u00A0", 569, 569)]
    public void Widths_are_those_of_arial(string character, int regular, int bold)
    {
        Assert.Equal(regular / 2048.0, FontMetrics.WidthEm(character));
        Assert.Equal(bold / 2048.0, FontMetrics.WidthEm(character, true));
    }

    [Fact]
    public void Table_has_one_width_per_code_point_of_its_runs()
    {
        var count = 0;
        for (var i = 0; i < FontWidths.Runs.Length; i += 2)
        {
            Assert.True(FontWidths.Runs[i] <= FontWidths.Runs[i + 1]);
            Assert.True(i == 0 || FontWidths.Runs[i] > FontWidths.Runs[i - 1]);
            count += FontWidths.Runs[i + 1] - FontWidths.Runs[i] + 1;
        }

        Assert.True(count >= 330);
        Assert.Equal(count, FontWidths.Regular.Length);
        Assert.Equal(count, FontWidths.Bold.Length);
    }

    [Theory]
    [InlineData("", 0)]
    [InlineData("北", 1)]
    [InlineData("😀", 1)]
    [InlineData("\u0301", 0)]
    public void Unknown_code_points_count_one_em_and_combining_marks_nothing(string text, double em) =>
        Assert.Equal(em, FontMetrics.WidthEm(text));

    [Fact]
    public void Width_of_two_texts_is_the_sum_of_their_widths() => Prop.ForAll<NonNull<string>, NonNull<string>>((a, b) =>
    {
        // A surrogate at the seam could pair up with one of the other text and become another character.
        var (left, right) = (a.Get + " ", " " + b.Get);
        return Math.Abs(FontMetrics.WidthEm(left + right) - FontMetrics.WidthEm(left) - FontMetrics.WidthEm(right)) < 1e-9;
    }).Check(Config.QuickThrowOnFailure.WithReplay(71, 5));
}
