using Simulator.Charts;
using Simulator.Projections;
using Simulator.Reports;

namespace Simulator.Web.State;

/// <summary>
/// What an address asks for, read but not yet held against the data: everything that is seen is in it, so that a view is a link.
/// </summary>
internal sealed record ViewState
{
    /// <summary>The shipped scenario in which every member holds its share.</summary>
    public const string Hold = "hold-share";

    /// <summary>Most rows of an own scenario.</summary>
    public const int MostRows = 64;

    /// <summary>Most scenarios beside the own one.</summary>
    public const int MostOthers = 3;

    /// <summary>Most draws: an answer within a few seconds.</summary>
    public const long MostDraws = 100_000;

    /// <summary>Id of the scenario to start from.</summary>
    public string Base { get; init; } = Hold;

    /// <summary>Rows of the own scenario, each the cells members, what, value, from, to, shape.</summary>
    public IReadOnlyList<string[]> Rows { get; init; } = [];

    /// <summary>Title of the own scenario; empty to let it be named after the one that it starts from.</summary>
    public string Title { get; init; } = "";

    /// <summary>An uploaded scenario file; empty for none.</summary>
    public byte[] File { get; init; } = [];

    /// <summary>Edition that was chosen; empty to let the scenarios say.</summary>
    public string Edition { get; init; } = "";

    /// <summary>The headline year.</summary>
    public int Year { get; init; } = 2035;

    /// <summary>Last year projected; 0 to let the headline year and the scenarios say.</summary>
    public int To { get; init; }

    public AnswerCurrency Currency { get; init; }

    public PriceBasis Prices { get; init; } = PriceBasis.BaseYear;

    /// <summary>Code of the member that is looked at; empty for none.</summary>
    public string Member { get; init; } = "";

    /// <summary>Codes of members that stand out in figures.</summary>
    public IReadOnlyList<string> Highlight { get; init; } = [];

    /// <summary>Ids of scenarios beside the own one.</summary>
    public IReadOnlyList<string> With { get; init; } = [];

    /// <summary>Id of a figure; empty for none.</summary>
    public string Figure { get; init; } = "";

    /// <summary>Number of draws; 0 for none.</summary>
    public long Draws { get; init; }

    public ulong Seed { get; init; } = 1;

    /// <summary>Page of a figure.</summary>
    public FigureFormat Format { get; init; } = FigureFormat.Free;

    public Theme Theme { get; init; } = Theme.Light;

    public ChartLanguage Language { get; init; } = ChartLanguage.English;

    /// <summary>The year by which fastest paths are asked for.</summary>
    public int By { get; init; } = 2035;

    /// <summary>True when a file is to be saved, not shown.</summary>
    public bool IsDownload { get; init; }
}
