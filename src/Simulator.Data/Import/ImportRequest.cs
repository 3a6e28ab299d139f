using Simulator.Data.Editions;

namespace Simulator.Data.Import;

/// <summary>What is to be made into an edition, and what the files themselves do not say.</summary>
public sealed record ImportRequest
{
    /// <summary>Path of NATO's workbook, xlsx.</summary>
    public required string NatoPath { get; init; }

    /// <summary>Path of the World Economic Outlook, CSV or the IMF's own export.</summary>
    public required string WeoPath { get; init; }

    /// <summary>Id of the new edition, such as "nato-2027".</summary>
    public required string Id { get; init; }

    /// <summary>The data folder that the new one is a copy of.</summary>
    public required DataFolder From { get; init; }

    /// <summary>Path of the new data folder; nothing may be there yet.</summary>
    public required string OutPath { get; init; }

    /// <summary>Date up to which NATO took figures into account, ISO 8601; empty where the notes of the workbook say it.</summary>
    public string CutOff { get; init; } = "";

    /// <summary>Month and year of the outlook, such as "April 2027"; empty where the file says it.</summary>
    public string WeoEdition { get; init; } = "";

    /// <summary>WEO codes of the model that the file is known not to hold.</summary>
    public IReadOnlyList<string> WeoLacks { get; init; } = [];

    /// <summary>Names in NATO's tables that no list knows, with the code of the member each stands for.</summary>
    public IReadOnlyList<KeyValuePair<string, string>> MemberNames { get; init; } = [];

    /// <summary>Address from which the workbook was downloaded; empty where it is not known.</summary>
    public string NatoAddress { get; init; } = "";

    /// <summary>True when the new edition becomes the one that is used when none is named.</summary>
    public bool MakeDefault { get; init; }
}

/// <summary>How an import ended.</summary>
public enum ImportEnd
{
    /// <summary>The new folder is there.</summary>
    Done,

    /// <summary>Something could not be understood; nothing was written.</summary>
    BadInput,

    /// <summary>The new folder cannot be made, or something is there already.</summary>
    CannotCreate,

    /// <summary>Writing failed; nothing was left.</summary>
    WriteFailed,
}

/// <summary>What became of an import.</summary>
/// <param name="End">How it ended.</param>
/// <param name="Findings">Everything out of the ordinary, in the order of the files.</param>
/// <param name="Summary">What the new edition is, one sentence each; empty where there is none.</param>
public sealed record ImportOutcome(ImportEnd End, IReadOnlyList<ImportFinding> Findings, IReadOnlyList<string> Summary);
