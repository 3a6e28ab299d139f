namespace Simulator.Data.Editions;

/// <summary>One row of editions.csv: which files make an edition, and what it is.</summary>
public sealed record EditionEntry
{
    /// <summary>Id, such as "nato-2026".</summary>
    public required string Id { get; init; }

    /// <summary>Title for people.</summary>
    public required string Title { get; init; }

    /// <summary>What NATO measures in this release.</summary>
    public required string Measure { get; init; }

    /// <summary>File of NATO's tables, inside the data folder.</summary>
    public required string NatoFile { get; init; }

    /// <summary>File of the WEO's macro-economic series.</summary>
    public required string WeoMacroFile { get; init; }

    /// <summary>File of the WEO's fiscal series; may be the same file.</summary>
    public required string WeoFiscalFile { get; init; }

    /// <summary>Name of the WEO edition.</summary>
    public required string WeoTitle { get; init; }

    /// <summary>WEO codes that this edition is known not to hold; every other code of the model must be there.</summary>
    public required IReadOnlyList<string> WeoLacks { get; init; }

    /// <summary>File of the Commission's potential growth and interest rates; empty where the edition's date is before it was known.</summary>
    public required string LongtermFile { get; init; }

    /// <summary>File of the UN population projection.</summary>
    public required string PopulationFile { get; init; }

    /// <summary>File of national plans; empty where there is none for the edition.</summary>
    public required string PlansFile { get; init; }

    /// <summary>File of the plans that the IMF path is taken to hold; empty where there is none for the edition.</summary>
    public required string WeoContentFile { get; init; }

    /// <summary>File of the members that use the national escape clause; empty where the edition's date is before it.</summary>
    public required string EscapeClauseFile { get; init; }

    /// <summary>First of the years that NATO marks as estimates.</summary>
    public required int FirstEstimateYear { get; init; }

    /// <summary>Year of the constant prices and exchange rates.</summary>
    public required int PriceYear { get; init; }

    /// <summary>Date up to which figures are taken into account, ISO 8601.</summary>
    public required string CutOff { get; init; }

    /// <summary>True for the one edition that is used when none is named.</summary>
    public required bool IsDefault { get; init; }

    /// <summary>Credit line of the sources.</summary>
    public required string SourceLine { get; init; }

    /// <summary>Ids of sources.csv.</summary>
    public required IReadOnlyList<string> Sources { get; init; }
}
