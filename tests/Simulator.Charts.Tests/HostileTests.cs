using Simulator.Charts.Svg;

namespace Simulator.Charts.Tests;

/// <summary>Whatever the numbers and words, a figure is well-formed, keeps its words apart and writes no number that is none.</summary>
public sealed class HostileTests
{
    public static TheoryData<string, double[]> Cases() => new()
    {
        { "plain", [1, 2, 3] },
        { "nothing", [] },
        { "one point", [2.5] },
        { "zero", [0, 0, 0] },
        { "gaps", [double.NaN, 1, double.NaN, 2, double.PositiveInfinity, 3] },
        { "only gaps", [double.NaN, double.NegativeInfinity] },
        { "huge", [1e300, -1e300, 3] },
        { "tiny", [1e-300, 2e-300] },
        { "below zero", [-5, -3, -9] },
        { "<b>&\"'\u0000\u202Ebold</b>\n" + new string('W', 400), [1, 2] },
        { new string('x', 3) + string.Concat(Enumerable.Repeat(" Nordmazedonien und Herzegowina", 20)), [1, 2, 3] },
        { "", [1, 2] },
    };

    [Theory]
    [MemberData(nameof(Cases))]
    public void NothingBreaksAFigure(string words, double[] values)
    {
        foreach (var theme in new[] { Theme.Light, Theme.Dark })
        {
            var drawn = new Drawn(MarkSamples.Everything(words, values), theme);
            drawn.AssertTextsAreClear();
            Assert.DoesNotContain("NaN", drawn.Source, StringComparison.Ordinal);
            Assert.DoesNotContain("Infinity", drawn.Source, StringComparison.Ordinal);
            Assert.DoesNotContain("∞", drawn.Source, StringComparison.Ordinal);
        }
    }

    [Theory]
    [InlineData("de-DE")]
    [InlineData("tr-TR")]
    [InlineData("ar-SA")]
    public void EveryMarkComesOutTheSameInEveryCulture(string culture)
    {
        Figure[] figures = [MarkSamples.Everything("words", 1, -2.5, 3), MarkSamples.Bars(FigureFormat.Slide.Rows(12)), MarkSamples.Scatter(FigureFormat.Print2Column.Frame()), MarkSamples.Fan(FigureFormat.Web.Frame())];
        foreach (var figure in figures)
        {
            var expected = SvgRenderer.Render(figure, Theme.Light);
            Assert.Equal(expected, InCulture.Run(culture, () => SvgRenderer.Render(figure, Theme.Light)));
        }
    }
}
