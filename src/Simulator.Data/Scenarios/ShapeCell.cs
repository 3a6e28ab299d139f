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

    /// <summary>True for shapes that arrive by their own pace and take no year of arrival.</summary>
    public static bool HasOwnPace(Shape shape) => shape is Shape.Step or Shape.Growth or Shape.Close or Shape.Fastest;

    /// <summary>Reads a shape; reports on the row what is wrong.</summary>
    /// <returns>False when something was wrong.</returns>
    public static bool TryRead(RowInHand row, out Shape shape, out double number)
    {
        shape = Shape.Linear;
        number = 0;
        string text = row.Text(ScenarioColumn.Shape);
        if (text.Length == 0)
        {
            return true;
        }

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
                return !double.IsNaN(otherwise)
                    || row.Fail(DiagnosticCodes.ShapeNumber, ScenarioColumn.Shape, $"shape {known} needs a number: {unit}", help: $"write {known} {Example(found)}");
            }

            int at = text.Length - rest.Length;
            if (!takes)
            {
                return row.Fail(DiagnosticCodes.ShapeNumber, ScenarioColumn.Shape, $"shape {known} takes no number", help: $"write {known}", start: at);
            }

            if (NumberCell.Read(rest, row.File.Decimals, found is Shape.Step or Shape.Growth or Shape.Close, out number, out _) is { } fault)
            {
                return row.Fail(fault.Code, ScenarioColumn.Shape, fault.Message, fault.Label, fault.Help, at);
            }

            return (number >= low && number <= high)
                || row.Fail(DiagnosticCodes.ShapeNumber, ScenarioColumn.Shape, $"the number of shape {known} is outside {NumberCell.Show(low, row.File.Decimals)} to {NumberCell.Show(high, row.File.Decimals)}", unit, start: at);
        }

        string nearest = NearestName.Question(name, Shapes.Select(s => s.Name));
        return row.Fail(
            DiagnosticCodes.UnknownShape,
            ScenarioColumn.Shape,
            $"unknown shape {NearestName.Short(name)}",
            help: nearest.Length > 0 ? nearest : "shapes are " + string.Join(", ", Shapes.Select(s => s.Name)),
            length: name.Length);
    }

    private static string Example(Shape shape) => shape == Shape.Step ? "0.2" : "10";
}
