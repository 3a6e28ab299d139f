namespace Simulator.Reports.Workbooks;

/// <summary>Names of sheets as spreadsheet programs allow them: at most 31 characters, none of []:*?/\, no apostrophe at an end, each once whatever the case.</summary>
internal sealed class SheetNames
{
    private const int Longest = 31;

    private readonly HashSet<string> _taken = new(StringComparer.OrdinalIgnoreCase);

    /// <summary>The name for a sheet, different from all that were given before.</summary>
    /// <param name="wanted">What the sheet should be called.</param>
    public string Take(string wanted)
    {
        string plain = new string([.. wanted.Select(c => "[]:*?/\\".Contains(c, StringComparison.Ordinal) || char.IsControl(c) ? ' ' : c)]).Trim().Trim('\'');
        plain = plain.Length == 0 ? "Sheet" : plain;
        string name = Cut(plain, "");
        for (int n = 2; !_taken.Add(name); n++)
        {
            name = Cut(plain, " " + n.ToString(System.Globalization.CultureInfo.InvariantCulture));
        }

        return name;
    }

    /// <summary>A name as it stands in a reference to a cell.</summary>
    /// <param name="name">Name of the sheet.</param>
    public static string InReference(string name) => "'" + name.Replace("'", "''", StringComparison.Ordinal) + "'";

    private static string Cut(string name, string ending) =>
        (name.Length + ending.Length <= Longest ? name : name[..(Longest - ending.Length)].TrimEnd().TrimEnd('\'')) + ending;
}
