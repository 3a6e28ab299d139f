using Simulator.Alliance;

namespace Simulator.Data.Import;

/// <summary>What a workbook of NATO says: figures by unit, indicator and year, as printed, to four decimals.</summary>
internal sealed class NatoRelease
{
    private readonly SortedDictionary<string, Dictionary<(NatoIndicator Indicator, int Year), decimal>> _figures = new(StringComparer.Ordinal);

    /// <summary>What is measured, in small letters: the title of table 1.</summary>
    public string Measure { get; set; } = "";

    /// <summary>Year of the constant prices; 0 until it was read.</summary>
    public int PriceYear { get; set; }

    /// <summary>The years of the tables, ascending.</summary>
    public IReadOnlyList<int> Years { get; set; } = [];

    /// <summary>First of the years that are marked as estimates.</summary>
    public int FirstEstimateYear { get; set; }

    /// <summary>A date up to which figures were taken into account, ISO 8601; empty where the notes name none.</summary>
    public string CutOff { get; set; } = "";

    /// <summary>Notes below the tables; many tables bear the same.</summary>
    public HashSet<string> Notes { get; } = new(StringComparer.Ordinal);

    /// <summary>Currency of the national columns, ISO 4217, by member.</summary>
    public Dictionary<string, string> Currency { get; } = new(StringComparer.Ordinal);

    /// <summary>Codes of members and totals that have a figure or a row, in the order of files.</summary>
    public IEnumerable<string> Units => _figures.Keys;

    /// <summary>Makes room for a member or total.</summary>
    public void AddUnit(string code) => _figures.TryAdd(code, []);

    /// <summary>Keeps a figure; false when there is one already.</summary>
    public bool TryAdd(string code, NatoIndicator indicator, int year, decimal value) => _figures[code].TryAdd((indicator, year), value);

    /// <summary>Looks for a figure.</summary>
    public bool TryGet(string code, NatoIndicator indicator, int year, out decimal value)
    {
        value = 0;
        return _figures.TryGetValue(code, out Dictionary<(NatoIndicator, int), decimal>? unit) && unit.TryGetValue((indicator, year), out value);
    }

    /// <summary>True when the member or total has any figure.</summary>
    public bool HasFigures(string code) => _figures.TryGetValue(code, out Dictionary<(NatoIndicator, int), decimal>? unit) && unit.Count > 0;
}
