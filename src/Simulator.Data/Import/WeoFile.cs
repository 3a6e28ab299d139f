namespace Simulator.Data.Import;

/// <summary>What an export of the IMF's World Economic Outlook says of the members: text of numbers by member, year and WEO code.</summary>
internal sealed class WeoFile
{
    private readonly Dictionary<(string Iso3, int Year, string Code), string> _figures = [];

    /// <summary>Name of the outlook as month and year, such as "April 2027"; empty where the file does not say.</summary>
    public string Title { get; set; } = "";

    /// <summary>Codes found, in the order of <see cref="WeoCodes"/>.</summary>
    public IEnumerable<string> Codes => WeoCodes.Known.Where(k => _figures.Keys.Any(f => f.Code == k.Code)).Select(k => k.Code);

    /// <summary>Members found, in order.</summary>
    public IEnumerable<string> Members => _figures.Keys.Select(f => f.Iso3).Distinct().Order(StringComparer.Ordinal);

    /// <summary>First and last year with a figure.</summary>
    public (int First, int Last) Years => (_figures.Keys.Min(f => f.Year), _figures.Keys.Max(f => f.Year));

    /// <summary>True when nothing was found.</summary>
    public bool IsEmpty => _figures.Count == 0;

    /// <summary>Keeps a figure; false when there is one already.</summary>
    public bool TryAdd(string iso3, int year, string code, string number) => _figures.TryAdd((iso3, year, code), number);

    /// <summary>The text of a figure; empty where there is none.</summary>
    public string Figure(string iso3, int year, string code) => _figures.GetValueOrDefault((iso3, year, code)) ?? "";
}
