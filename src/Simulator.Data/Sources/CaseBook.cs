using Simulator.Data.Editions;

namespace Simulator.Data.Sources;

/// <summary>What a case of the selftest is for.</summary>
public enum CaseKind
{
    /// <summary>A figure of somebody else: a difference is explained, and is no failure.</summary>
    Published,

    /// <summary>A figure that this program must give: one of NATO's own, or one worked out by hand or by an independent calculation.</summary>
    Conformance,
}

/// <summary>One figure to hold ours against, and how ours is found.</summary>
public sealed record FigureCase
{
    /// <summary>Id; inline rows make a scenario of this id.</summary>
    public required string Id { get; init; }

    /// <summary>What the case is for.</summary>
    public required CaseKind Kind { get; init; }

    /// <summary>Who published the figure; empty for figures of our own.</summary>
    public required string Publisher { get; init; }

    /// <summary>What is asked, in words, with the unit.</summary>
    public required string Title { get; init; }

    /// <summary>Id of the edition.</summary>
    public required string Edition { get; init; }

    /// <summary>Id of a shipped scenario; empty where <see cref="Rows"/> say it.</summary>
    public required string Scenario { get; init; }

    /// <summary>Rows of a scenario of its own, "members|what|value|from|to|shape|leg", separated by semicolons; empty for a shipped scenario.</summary>
    public required string Rows { get; init; }

    /// <summary>What is read out of the result.</summary>
    public required string Measure { get; init; }

    /// <summary>The number that the measure needs, such as a threshold; NaN where it needs none.</summary>
    public required double Argument { get; init; }

    /// <summary>Members and groups, separated by blanks.</summary>
    public required string Unit { get; init; }

    /// <summary>Calendar year.</summary>
    public required int Year { get; init; }

    /// <summary>EUR, USD or national; empty for figures that are no money.</summary>
    public required string Currency { get; init; }

    /// <summary>current, base or price-year; empty for figures that are no money.</summary>
    public required string Prices { get; init; }

    /// <summary>The figure to hold against, in the unit of the measure.</summary>
    public required double Theirs { get; init; }

    /// <summary>Decimals to which both figures are told and, for conformance, must agree.</summary>
    public required int Decimals { get; init; }

    /// <summary>Why the two differ, or where the figure comes from, in a sentence or two.</summary>
    public required string Reason { get; init; }
}

/// <summary>The cases of the selftest, published-cases.csv.</summary>
public static class CaseBook
{
    /// <summary>The file of the cases.</summary>
    public const string CasesFile = "published-cases.csv";

    /// <summary>The file of the published figures that cases refer to.</summary>
    public const string PublishedFile = "published.csv";

    private static readonly string[] Columns =
    [
        "id", "kind", "published_id", "title", "edition", "scenario", "rows", "measure", "argument", "unit", "year", "currency", "prices", "theirs", "decimals", "reason",
    ];

    /// <summary>Reads the cases of a data folder.</summary>
    /// <param name="folder">The data folder.</param>
    /// <returns>The cases in file order, or what is wrong with their files.</returns>
    public static DataResult<IReadOnlyList<FigureCase>> Load(DataFolder folder)
    {
        List<DataProblem> problems = [];
        Dictionary<string, string> publishers = Publishers(folder, problems);
        List<FigureCase> cases = [];
        using (DataTable? table = DataTable.Open(folder, CasesFile, Columns, problems))
        {
            while (table is not null && table.Next())
            {
                cases.Add(Case(table, publishers));
            }
        }

        return problems.Count > 0 ? new(problems) : new(cases);
    }

    private static FigureCase Case(DataTable table, Dictionary<string, string> publishers)
    {
        string kind = table.Required(1);
        if (kind is not ("published" or "conformance"))
        {
            table.Problem(1, $"kind is \"{kind}\"; published or conformance is expected");
        }

        string published = table.String(2);
        string publisher = "";
        if ((kind == "published" || published.Length > 0) && !publishers.TryGetValue(published, out publisher!))
        {
            publisher = "";
            table.Problem(2, $"{PublishedFile} has no row \"{published}\"");
        }

        if (table.String(5).Length > 0 == table.String(6).Length > 0)
        {
            table.Problem(5, "a case has a scenario or rows, one of the two");
        }

        double decimals = table.Number(14);
        if (decimals is not (0 or 1 or 2 or 3 or 4 or 5 or 6))
        {
            table.Problem(14, "decimals is a whole number from 0 to 6");
            decimals = 0;
        }

        return new FigureCase
        {
            Id = table.Required(0),
            Kind = kind == "published" ? CaseKind.Published : CaseKind.Conformance,
            Publisher = publisher,
            Title = table.Required(3),
            Edition = table.Required(4),
            Scenario = table.String(5),
            Rows = table.String(6),
            Measure = table.Required(7),
            Argument = table.Number(8),
            Unit = table.Required(9),
            Year = table.Year(10),
            Currency = table.String(11),
            Prices = table.String(12),
            Theirs = table.Number(13),
            Decimals = (int)decimals,
            Reason = table.Required(15),
        };
    }

    private static Dictionary<string, string> Publishers(DataFolder folder, List<DataProblem> problems)
    {
        Dictionary<string, string> publishers = new(StringComparer.Ordinal);
        using DataTable? table = DataTable.Open(folder, PublishedFile, ["id", "publisher"], problems);
        while (table is not null && table.Next())
        {
            publishers[table.Required(0)] = table.Required(1);
        }

        return publishers;
    }
}
