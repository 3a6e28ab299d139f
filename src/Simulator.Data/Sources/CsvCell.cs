namespace Simulator.Data.Sources;

/// <summary>A cell of a small CSV file that is written as text; large tables have writers of their own.</summary>
public static class CsvCell
{
    /// <summary>The cell, in quotes where it holds a comma, a quote or a line break.</summary>
    /// <param name="cell">Its text.</param>
    public static string Of(string cell) =>
        cell.AsSpan().IndexOfAny(",\"\r\n") < 0 ? cell : "\"" + cell.Replace("\"", "\"\"", StringComparison.Ordinal) + "\"";
}
