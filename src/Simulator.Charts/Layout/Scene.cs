using Simulator.Charts.Text;

namespace Simulator.Charts.Layout;

/// <summary>A place in pixels from the top left corner.</summary>
internal readonly record struct Spot(double X, double Y);

/// <summary>A rectangle in pixels.</summary>
internal readonly record struct Box(double Left, double Top, double Right, double Bottom)
{
    public double Width => Right - Left;

    public double Height => Bottom - Top;

    public bool Overlaps(Box other) => Left < other.Right && other.Left < Right && Top < other.Bottom && other.Top < Bottom;

    public bool Contains(Box other) =>
        other.Left >= Left && other.Right <= Right && other.Top >= Top && other.Bottom <= Bottom;

    public Box Grown(double by) => new(Left - by, Top - by, Right + by, Bottom + by);
}

internal enum Align
{
    Start,
    Middle,
    End,
}

/// <summary>One thing on the canvas, ready to be written.</summary>
internal abstract record Shape(string Tip);

internal sealed record TextShape(double X, double Baseline, string Text, double Size, string Fill, Align Align, bool Bold, string Tip = "")
    : Shape(Tip)
{
    /// <summary>The room that is kept for the text; wider than measured, see <see cref="FontMetrics.Reserve"/>.</summary>
    public Box Room
    {
        get
        {
            var width = FontMetrics.Room(Text, Size, Bold);
            var left = Align switch
            {
                Align.Start => X,
                Align.Middle => X - (width / 2),
                _ => X - width,
            };
            return new Box(left, Baseline - (FontMetrics.Ascent * Size), left + width, Baseline + (FontMetrics.Descent * Size));
        }
    }
}

/// <summary>A polyline, or a filled shape when closed. Empty colours mean none; a dash of zero length means a solid line.</summary>
internal sealed record PathShape(
    IReadOnlyList<Spot> Spots, bool Closed, string Fill, string Stroke, double Width, double Dash = 0, string Tip = "") : Shape(Tip);

internal sealed record CircleShape(Spot Centre, double Radius, string Fill, string Stroke, double Width, string Tip = "") : Shape(Tip);

/// <summary>Many dots of one colour, through which what lies below them shows.</summary>
internal sealed record CloudShape(IReadOnlyList<Spot> Centres, double Radius, string Fill, double Opacity, string Tip = "") : Shape(Tip);

/// <summary>A rectangle; one without colour is invisible and only carries its tip.</summary>
internal sealed record RectShape(Box Box, string Fill, string Tip = "") : Shape(Tip);

/// <summary>Diagonal hatching that fills refer to by <c>url(#id)</c>.</summary>
internal sealed record Hatch(string Id, string Ground, string Stripe, double Step);

/// <summary>Everything on the canvas, from back to front.</summary>
internal sealed class Scene(double width, string id)
{
    private readonly List<Shape> _shapes = [];
    private readonly List<Hatch> _hatches = [];

    public double Width { get; } = width;

    /// <summary>Height; known once the words above the panels are set.</summary>
    public double Height { get; set; }

    public string Id { get; } = id;

    public IReadOnlyList<Shape> Shapes => _shapes;

    public IReadOnlyList<Hatch> Hatches => _hatches;

    public void Add(Shape shape) => _shapes.Add(shape);

    /// <summary>Adds a shape behind all others.</summary>
    public void AddGround(Shape shape) => _shapes.Insert(0, shape);

    /// <summary>The fill that refers to hatching in these colours.</summary>
    public string HatchFill(string ground, string stripe, double step)
    {
        var known = _hatches.Find(h => h.Ground == ground && h.Stripe == stripe);
        if (known is null)
        {
            known = new Hatch($"{Id}-hatch-{_hatches.Count + 1}", ground, stripe, step);
            _hatches.Add(known);
        }

        return $"url(#{known.Id})";
    }
}
