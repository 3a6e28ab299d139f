using System.Globalization;
using Simulator.Data.Diagnostics;
using Simulator.Pathways;

namespace Simulator.Data.Scenarios;

/// <summary>Reads the shape of a path row: "linear", "front 3", "step 0.2".</summary>
internal static class ShapeCell
{
    // For each shape: its name, whether it takes a number, and the range of it. Front and back are 2 unless written.
    private static readonly (string Name, Shape Shape, bool Takes, double Default, double Low, double High, string Unit)[] Shapes =
    [
        ("linear", Shape.Linear, false, 0, 0, 0, ""),
        ("front", Shape.Front, true, 2, 1, 20, "a power of at least 1"),
        ("back", Shape.Back, true, 2, 1, 20, "a power of at least 1"),
        ("s-curve", Shape.SCurve, false, 0, 0, 0, ""),
        ("geometric", Shape.Geometric, false, 0, 0, 0, ""),
        ("step", Shape.Step, true, double.NaN, 0.001, 15, "points of GDP a year"),
        ("growth", Shape.Growth, true, double.NaN, 0.001, 500, "percent a year"),
        ("close", Shape.Close, true, double.NaN, 0.001, 100, "percent of the remaining distance a year"),
        ("fastest", Shape.Fastest, false, 0, 0, 0, ""),
    ];

    /// <summary>Every name.</summary>
    public static IReadOnlyList<string> Names { get; } = [.. Shapes.Select(s => s.Name)];

    /// <summary>True for shapes that arrive by their own pace and take no year of arrival.</summary>
    public static bool HasOwnPace(Shape shape) => shape is Shape.Step or Shape.Growth or Shape.Close or Shape.Fastest;

    /// <summary>Reads the shape of a row, linear where none is written; reports on the row what is wrong.</summary>
    /// <returns>False when something was wrong.</returns>
    public static bool TryRead(RowInHand row, out Shape shape, out double number)
    {
        shape = Shape.Linear;
        number = 0;
        string text = row.Text(ScenarioColumn.Shape);
        return text.Length == 0 || Read(text, row.Decimals, out shape, out number) is not { } fault || row.Fail(ScenarioColumn.Shape, fault);
    }

    /// <summary>Reads a shape.</summary>
    /// <param name="text">Trimmed, not empty.</param>
    /// <param name="decimals">How the file writes numbers.</param>
    /// <param name="shape">The shape.</param>
    /// <param name="number">Its number; 0 where it takes none.</param>
    /// <returns>Null when the text is a shape, else why not.</returns>
    public static CellFault? Read(string text, DecimalMark decimals, out Shape shape, out double number)
    {
        shape = Shape.Linear;
        number = 0;
        int blank = text.AsSpan().IndexOfAny(' ', '\t', '\u00A0');
        string name = blank < 0 ? text : text[..blank];
        string rest = blank < 0 ? "" : text[blank..].Trim();
        foreach ((string known, Shape found, bool takes, double otherwise, double low, double high, string unit) in Shapes)
        {
            if (!name.Equals(known, StringComparison.OrdinalIgnoreCase))
            {
                continue;
            }

            shape = found;
            if (rest.Length == 0)
            {
                number = otherwise;
                return double.IsNaN(otherwise)
                    ? new(DiagnosticCodes.ShapeNumber, $"shape {known} needs a number: {unit}", $"write {known} {Example(found)}")
                    : null;
            }

            int at = text.Length - rest.Length;
            if (!takes)
            {
                return new(DiagnosticCodes.ShapeNumber, $"shape {known} takes no number", $"write {known}", at);
            }

            if (NumberCell.Read(rest, decimals, found is Shape.Step or Shape.Growth or Shape.Close, out number, out _) is { } fault)
            {
                return new(fault.Code, fault.Message, fault.Help, at, Label: fault.Label);
            }

            return number >= low && number <= high
                ? null
                : new(DiagnosticCodes.ShapeNumber, $"the number of shape {known} is outside {NumberCell.Show(low, decimals)} to {NumberCell.Show(high, decimals)}", "", at, Label: unit);
        }

        string nearest = NearestName.Question(name, Shapes.Select(s => s.Name));
        return new(
            DiagnosticCodes.UnknownShape,
            $"unknown shape {NearestName.Short(name)}",
            nearest.Length > 0 ? nearest : "shapes are " + string.Join(", ", Shapes.Select(s => s.Name)),
            0,
            name.Length);
    }

    /// <summary>A shape in the usual writing, with its number where it has one: "front 2".</summary>
    public static string Show(Shape shape, double number)
    {
        (string name, _, bool takes, _, _, _, _) = Shapes.Single(s => s.Shape == shape);
        return takes ? name + " " + number.ToString(CultureInfo.InvariantCulture) : name;
    }

    private static string Example(Shape shape) => shape == Shape.Step ? "0.2" : "10";
}
