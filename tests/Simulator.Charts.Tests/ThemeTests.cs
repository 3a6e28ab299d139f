using System.Globalization;

namespace Simulator.Charts.Tests;

public class ThemeTests
{
    private static readonly Hue[] Series = [Hue.Blue, Hue.Vermilion, Hue.Green, Hue.Purple, Hue.Slate];

    // Machado, Oliveira and Fernandes (2009), full severity, on linear RGB.
    private static readonly Dictionary<string, double[]> Deficiencies = new()
    {
        ["none"] = [1, 0, 0, 0, 1, 0, 0, 0, 1],
        ["protanopia"] = [0.152286, 1.052583, -0.204868, 0.114503, 0.786281, 0.099216, -0.003882, -0.048116, 1.051998],
        ["deuteranopia"] = [0.367322, 0.860646, -0.227968, 0.280085, 0.672501, 0.047413, -0.011820, 0.042940, 0.968881],
        ["tritanopia"] = [1.255528, -0.076749, -0.178779, -0.078411, 0.930809, 0.147602, 0.004733, 0.691367, 0.303900],
    };

    public static TheoryData<string> Themes => ["light", "dark"];

    [Theory]
    [MemberData(nameof(Themes))]
    public void Words_and_graphics_stand_out_from_their_ground(string name)
    {
        var theme = Named(name);
        foreach (var hue in Enum.GetValues<Hue>())
        {
            var paint = theme.Of(hue);
            Assert.True(Contrast(paint.Graphic, theme.Background) >= 3, $"{name} {hue}: graphic on background");
            Assert.True(Contrast(paint.Graphic, theme.Shade) >= 3, $"{name} {hue}: graphic on shade");
            Assert.True(Contrast(paint.Words, theme.Background) >= 4.5, $"{name} {hue}: words on background");
            Assert.True(Contrast(paint.Words, theme.Shade) >= 4.5, $"{name} {hue}: words on shade");
            Assert.True(Contrast(paint.OnGraphic, paint.Graphic) >= 4.5, $"{name} {hue}: words on graphic");
        }

        Assert.True(Contrast(theme.AxisLine, theme.Background) >= 3, $"{name}: axis line");
    }

    [Theory]
    [MemberData(nameof(Themes))]
    public void Series_differ_for_colour_blind_readers(string name)
    {
        var theme = Named(name);
        foreach (var (deficiency, matrix) in Deficiencies)
        {
            // The three hues that figures set beside one another without a shape to tell them apart.
            Hue[] neighbours = [Hue.Slate, Hue.Blue, Hue.Vermilion];
            for (var i = 0; i < neighbours.Length; i++)
            {
                for (var j = i + 1; j < neighbours.Length; j++)
                {
                    var distance = Distance(
                        Lab(theme.Of(neighbours[i]).Graphic, matrix), Lab(theme.Of(neighbours[j]).Graphic, matrix));
                    Assert.True(distance >= 15, $"{name}, {deficiency}: {neighbours[i]} and {neighbours[j]} are {distance:F1} apart.");
                }
            }
        }
    }

    [Theory]
    [MemberData(nameof(Themes))]
    public void Words_stand_out_from_the_shades_of_a_grid_and_shades_from_one_another(string name)
    {
        var theme = Named(name);
        var shades = Simulator.Charts.Catalogue.HeatGrid.Depths.Select(d => (Ground: theme.Shaded(Hue.Vermilion, d), Words: theme.OnShaded(Hue.Vermilion, d))).ToArray();
        Assert.All(shades, s => Assert.True(Contrast(s.Words, s.Ground) >= 4.5, $"{name}: {s.Words} on {s.Ground}"));

        // In a grey copy the order of the shades must still be seen.
        var light = shades.Select(s => Luminance(s.Ground)).ToArray();
        Assert.Equal(name == "light" ? light.OrderDescending() : light.Order(), light);
        Assert.All(shades.Zip(shades.Skip(1)), pair => Assert.True(Contrast(pair.First.Ground, pair.Second.Ground) > 1.12, $"{pair.First.Ground}, {pair.Second.Ground}"));
        Assert.Equal((theme.Background, theme.Of(Hue.Vermilion).Graphic), (theme.Shaded(Hue.Vermilion, 0), theme.Shaded(Hue.Vermilion, 1)));
    }

    [Fact]
    public void Contrast_formula_gives_the_values_of_the_guideline()
    {
        Assert.Equal(21, Contrast("#000000", "#FFFFFF"), 1e-9);
        Assert.Equal(4.54, Contrast("#767676", "#FFFFFF"), 0.005);
    }

    [Fact]
    public void Every_series_hue_has_its_own_colour()
    {
        Assert.Equal(Series.Length, Series.Select(h => Theme.Light.Of(h).Graphic).Distinct().Count());
        Assert.Equal(Series.Length, Series.Select(h => Theme.Dark.Of(h).Graphic).Distinct().Count());
    }

    /// <summary>Contrast ratio as WCAG 2.1 defines it.</summary>
    internal static double Contrast(string a, string b)
    {
        var (x, y) = (Luminance(a), Luminance(b));
        return (Math.Max(x, y) + 0.05) / (Math.Min(x, y) + 0.05);
    }

    private static Theme Named(string name) => name == "light" ? Theme.Light : Theme.Dark;

    private static double Luminance(string colour)
    {
        var rgb = Linear(colour);
        return (0.2126 * rgb[0]) + (0.7152 * rgb[1]) + (0.0722 * rgb[2]);
    }

    private static double[] Linear(string colour) =>
    [
        .. Enumerable.Range(0, 3)
            .Select(i => int.Parse(colour.AsSpan(1 + (2 * i), 2), NumberStyles.HexNumber, CultureInfo.InvariantCulture) / 255.0)
            .Select(c => c <= 0.04045 ? c / 12.92 : Math.Pow((c + 0.055) / 1.055, 2.4)),
    ];

    private static double[] Lab(string colour, double[] m)
    {
        var c = Linear(colour);
        var rgb = Enumerable.Range(0, 3)
            .Select(r => Math.Clamp((m[3 * r] * c[0]) + (m[(3 * r) + 1] * c[1]) + (m[(3 * r) + 2] * c[2]), 0, 1)).ToArray();
        static double F(double t) => t > 0.008856 ? Math.Cbrt(t) : (7.787 * t) + (16.0 / 116);
        var x = F(((0.4124 * rgb[0]) + (0.3576 * rgb[1]) + (0.1805 * rgb[2])) / 0.95047);
        var y = F((0.2126 * rgb[0]) + (0.7152 * rgb[1]) + (0.0722 * rgb[2]));
        var z = F(((0.0193 * rgb[0]) + (0.1192 * rgb[1]) + (0.9505 * rgb[2])) / 1.08883);
        return [(116 * y) - 16, 500 * (x - y), 200 * (y - z)];
    }

    private static double Distance(double[] a, double[] b) =>
        Math.Sqrt(Enumerable.Range(0, 3).Sum(i => (a[i] - b[i]) * (a[i] - b[i])));
}
