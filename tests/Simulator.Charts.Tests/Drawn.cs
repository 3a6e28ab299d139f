using System.Globalization;
using System.Xml.Linq;
using Simulator.Charts.Svg;
using Simulator.Charts.Text;

namespace Simulator.Charts.Tests;

/// <summary>An SVG read back from its text, as a browser would see it.</summary>
internal sealed class Drawn
{
    private static readonly XNamespace Ns = "http://www.w3.org/2000/svg";

    public Drawn(Figure figure, Theme? theme = null)
    {
        Source = SvgRenderer.Render(figure, theme ?? Theme.Light);
        Root = XDocument.Parse(Source).Root!;
    }

    public string Source { get; }

    public XElement Root { get; }

    /// <summary>Width in pixels, also where the document states millimetres.</summary>
    public double Width => ViewBox(2);

    public double Height => ViewBox(3);

    public IEnumerable<DrawnText> Texts => Root.Descendants(Ns + "text").Select(e => new DrawnText(
        string.Concat(e.Nodes().OfType<XText>().Select(t => t.Value)),
        Number(e, "x"),
        Number(e, "y"),
        Number(e, "font-size"),
        (string?)e.Attribute("font-weight") == "bold",
        (string?)e.Attribute("text-anchor") ?? "start",
        (string)e.Attribute("fill")!));

    public IEnumerable<XElement> Paths => Root.Descendants(Ns + "path");

    public IEnumerable<XElement> Circles => Root.Descendants(Ns + "circle");

    public static double Number(XElement element, string attribute) =>
        double.Parse((string)element.Attribute(attribute)!, CultureInfo.InvariantCulture);

    private double ViewBox(int place) => double.Parse(((string)Root.Attribute("viewBox")!).Split(' ')[place], CultureInfo.InvariantCulture);

    /// <summary>The corners of a path of straight lines.</summary>
    public static (double X, double Y)[] Corners(XElement path) =>
    [
        .. ((string)path.Attribute("d")!).Split(['M', 'L', 'Z'], StringSplitOptions.RemoveEmptyEntries)
            .Select(p => p.Split(' '))
            .Select(p => (double.Parse(p[0], CultureInfo.InvariantCulture), double.Parse(p[1], CultureInfo.InvariantCulture))),
    ];

    /// <summary>
    /// Fails when two texts cover one another or one leaves the canvas, with the widths of Arial and with those of a face that is 15 %
    /// wider.
    /// </summary>
    public void AssertTextsAreClear()
    {
        DrawnText[] texts = [.. Texts];
        Assert.NotEmpty(texts);
        (double width, double height) = (Width, Height);
        foreach (double factor in new[] { 1.0, 1.15 })
        {
            Rectangle[] boxes = [.. texts.Select(t => t.Box(factor))];
            for (int i = 0; i < boxes.Length; i++)
            {
                // Words are found only where they are needed: there are ten thousand pairs of texts to a figure.
                if (!boxes[i].IsWithin(width, height))
                {
                    Assert.Fail($"'{texts[i].Text}' leaves the canvas at {factor} times the width: {boxes[i]}.");
                }

                for (int j = i + 1; j < boxes.Length; j++)
                {
                    if (boxes[i].Overlaps(boxes[j]))
                    {
                        Assert.Fail($"'{texts[i].Text}' and '{texts[j].Text}' overlap at {factor} times the width: {boxes[i]}, {boxes[j]}.");
                    }
                }
            }
        }
    }
}

/// <summary>A text as it stands in an SVG.</summary>
internal sealed record DrawnText(string Text, double X, double Y, double Size, bool Bold, string Anchor, string Fill)
{
    /// <summary>The box around the text: capitals and accents above the base line, descenders below it.</summary>
    public Rectangle Box(double factor)
    {
        var width = FontMetrics.Width(Text, Size, Bold) * factor;
        var left = Anchor switch
        {
            "start" => X,
            "middle" => X - (width / 2),
            "end" => X - width,
            _ => throw new InvalidOperationException(Anchor),
        };
        return new Rectangle(left, Y - (0.74 * Size), left + width, Y + (0.21 * Size));
    }
}

/// <summary>A rectangle in pixels.</summary>
internal readonly record struct Rectangle(double Left, double Top, double Right, double Bottom)
{
    /// <summary>Whether two rectangles share more than the hundredth of a pixel that coordinates are rounded to.</summary>
    public bool Overlaps(Rectangle other) =>
        Left + 0.01 < other.Right && other.Left + 0.01 < Right && Top + 0.01 < other.Bottom && other.Top + 0.01 < Bottom;

    /// <summary>Whether it lies on a canvas, to the hundredth of a pixel on the right.</summary>
    public bool IsWithin(double width, double height) => Left >= 0 && Right <= width + 0.01 && Top >= 0 && Bottom <= height;
}
