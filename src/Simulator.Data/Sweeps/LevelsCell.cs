using System.Globalization;
using Simulator.Data.Diagnostics;

namespace Simulator.Data.Sweeps;

/// <summary>One part of a levels cell: parts stand between signs |.</summary>
/// <param name="Text">The part without blanks around it.</param>
/// <param name="Start">Its first character in the cell; of an empty part, the sign beside it.</param>
internal readonly record struct LevelText(string Text, int Start)
{
    /// <summary>How many parts of one cell are complained of; a cell that is no list at all is told of by its first parts.</summary>
    public const int MostFaults = 10;

    /// <summary>The parts of a cell; none of an empty one.</summary>
    public static List<LevelText> Of(string cell)
    {
        List<LevelText> parts = [];
        int start = 0;
        foreach (string part in cell.Length == 0 ? [] : cell.Split('|'))
        {
            parts.Add(new(part.Trim(), Math.Min(start + part.Length - part.TrimStart().Length, cell.Length - 1)));
            start += part.Length + 1;
        }

        return parts;
    }
}

/// <summary>Reads the levels of a factor that is a number.</summary>
internal sealed class LevelsCell(ParameterNumber number, SweepRow row, (double Low, double High) ends)
{
    // A grid of more steps than this is another design.
    private const int MostLevels = 1000;

    /// <summary>The mode of a triangular range; the default where none is written.</summary>
    public double Mode(double otherwise)
    {
        List<LevelText> parts = LevelText.Of(row.Text(SweepColumn.Levels));
        if (parts.Count == 0)
        {
            return otherwise;
        }

        if (parts.Count > 1)
        {
            row.Fail(DiagnosticCodes.LevelsUnfit, SweepColumn.Levels, "triangular takes one number in levels: the most likely value", help: "write one number; a list of values belongs to another distribution");
            return otherwise;
        }

        return TryInside(parts[0], out double mode) ? mode : otherwise;
    }

    /// <summary>What a grid goes through: the values written, or as many as the one number says, equally spaced from low to high.</summary>
    public SweepLevels Grid()
    {
        List<LevelText> parts = LevelText.Of(row.Text(SweepColumn.Levels));
        return parts.Count switch { 0 => SweepLevels.None, 1 => Counted(parts[0]), _ => Listed(parts) };
    }

    private SweepLevels Counted(LevelText part)
    {
        if (!row.TryNumber(SweepColumn.Levels, false, out double count, part.Start, part.Text.Length))
        {
            return SweepLevels.None;
        }

        if (count != Math.Floor(count) || count is < 2 or > MostLevels)
        {
            row.Fail(
                DiagnosticCodes.LevelsUnfit,
                SweepColumn.Levels,
                "one number in levels is how many values a grid goes through, from 2 to 1000",
                help: "write a whole number, or the values themselves with | between them");
            return SweepLevels.None;
        }

        if (!double.IsFinite(ends.Low))
        {
            return SweepLevels.None;
        }

        double[] values = [.. Enumerable.Range(0, (int)count).Select(i => i == (int)count - 1 ? ends.High : ends.Low + (i * (ends.High - ends.Low) / (count - 1)))];
        if (number.IsWhole && values.Any(v => v != Math.Floor(v)))
        {
            row.Fail(
                DiagnosticCodes.LevelsUnfit,
                SweepColumn.Levels,
                string.Create(CultureInfo.InvariantCulture, $"{count} equally spaced values from {ends.Low} to {ends.High} are not whole numbers"),
                help: "write the values themselves with | between them");
            return SweepLevels.None;
        }

        return new SweepLevels(values);
    }

    private SweepLevels Listed(List<LevelText> parts)
    {
        if (parts.Count > MostLevels)
        {
            row.Fail(DiagnosticCodes.LevelsUnfit, SweepColumn.Levels, FormattableString.Invariant($"there are {parts.Count} levels; a grid takes at most {MostLevels}"));
            return SweepLevels.None;
        }

        List<double> values = [];
        int faults = 0;
        foreach (LevelText part in parts.TakeWhile(_ => faults < LevelText.MostFaults))
        {
            if (!TryInside(part, out double value))
            {
                faults++;
                continue;
            }

            if (values.Contains(value))
            {
                row.Fail(DiagnosticCodes.DoubleLevel, SweepColumn.Levels, $"{part.Text} is there twice", help: "write every value once", start: part.Start, length: part.Text.Length);
                faults++;
            }

            values.Add(value);
        }

        return new SweepLevels(values);
    }

    private bool TryInside(LevelText part, out double value)
    {
        if (part.Text.Length == 0)
        {
            value = 0;
            return row.Fail(DiagnosticCodes.LevelsUnfit, SweepColumn.Levels, "a number is missing here", help: "one | stands between two numbers", start: part.Start, length: 1);
        }

        return number.TryRead(SweepColumn.Levels, out value, part.Start, part.Text.Length)
            && ((value >= ends.Low && value <= ends.High)
                || row.Fail(DiagnosticCodes.LevelOutside, SweepColumn.Levels, "the value lies outside low to high", help: "widen the range, or leave the value out", start: part.Start, length: part.Text.Length));
    }
}
