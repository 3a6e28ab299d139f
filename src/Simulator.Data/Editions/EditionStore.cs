using Simulator.Alliance;

namespace Simulator.Data.Editions;

/// <summary>Lists and loads the editions of a data folder. A new edition needs files and a row of editions.csv, no code.</summary>
public static class EditionStore
{
    /// <summary>The file that lists the editions.</summary>
    public const string EditionsFile = "editions.csv";

    /// <summary>The file of remarks that a user of an edition has to know.</summary>
    public const string RemarksFile = "edition-remarks.csv";

    private static readonly string[] EntryColumns =
    [
        "id", "title", "measure", "nato_file", "weo_macro_file", "weo_fiscal_file", "weo_title", "weo_lacks", "longterm_file",
        "population_file", "plans_file", "first_estimate_year", "price_year", "cut_off", "is_default", "source_line", "sources",
        "weo_content_file", "escape_clause_file",
    ];

    private static readonly string[] LongtermColumns = ["potential_growth_pct", "implicit_interest_rate_pct", "long_term_yield_pct"];

    /// <summary>The editions of a folder, in file order.</summary>
    /// <param name="folder">The data folder.</param>
    /// <returns>At least one entry of which exactly one is the default, or what is wrong with editions.csv.</returns>
    public static DataResult<IReadOnlyList<EditionEntry>> List(DataFolder folder)
    {
        List<DataProblem> problems = [];
        List<EditionEntry> entries = [];
        using (DataTable? table = DataTable.Open(folder, EditionsFile, EntryColumns, problems))
        {
            while (table is not null && table.Next())
            {
                EditionEntry entry = Entry(table);
                if (entries.Exists(e => e.Id == entry.Id))
                {
                    table.Problem(0, $"edition {entry.Id} stands twice");
                }

                entries.Add(entry);
            }
        }

        if (problems.Count == 0 && entries.Count(e => e.IsDefault) != 1)
        {
            problems.Add(new DataProblem(folder.PathOf(EditionsFile), 0, 0, "exactly one edition must be the default (is_default true)"));
        }

        return problems.Count > 0 ? new(problems) : new((IReadOnlyList<EditionEntry>)entries);
    }

    /// <summary>Loads the default edition of a folder.</summary>
    /// <param name="folder">The data folder.</param>
    /// <returns>The edition, or everything that is wrong with its files.</returns>
    public static DataResult<Edition> LoadDefault(DataFolder folder)
    {
        DataResult<IReadOnlyList<EditionEntry>> entries = List(folder);
        return entries.Ok ? Load(folder, entries.Value.First(e => e.IsDefault)) : new(entries.Problems);
    }

    /// <summary>Loads one edition. Only its own files are read.</summary>
    /// <param name="folder">The data folder.</param>
    /// <param name="id">Id of the edition, exactly as in editions.csv.</param>
    /// <returns>The edition, or everything that is wrong: no such edition, or problems of its files.</returns>
    public static DataResult<Edition> Load(DataFolder folder, string id)
    {
        DataResult<IReadOnlyList<EditionEntry>> entries = List(folder);
        if (!entries.Ok)
        {
            return new(entries.Problems);
        }

        EditionEntry? entry = entries.Value.FirstOrDefault(e => e.Id == id);
        return entry is not null
            ? Load(folder, entry)
            : new([new DataProblem(folder.PathOf(EditionsFile), 0, 0, $"there is no edition \"{id}\"; there are {string.Join(", ", entries.Value.Select(e => e.Id))}")]);
    }

    /// <summary>Reads members and groups only, which are the same for every edition.</summary>
    /// <param name="folder">The data folder.</param>
    /// <returns>The roster, or what is wrong with members.csv and groups.csv.</returns>
    public static DataResult<Roster> LoadRoster(DataFolder folder)
    {
        List<DataProblem> problems = [];
        RosterRows? rows = RosterReader.Read(folder, problems);
        return rows is not null && problems.Count == 0 ? new(rows.Roster) : new(problems);
    }

    private static DataResult<Edition> Load(DataFolder folder, EditionEntry entry)
    {
        List<DataProblem> problems = [];
        RosterRows? rows = RosterReader.Read(folder, problems);
        if (rows is null || problems.Count > 0)
        {
            return new(problems);
        }

        Roster roster = rows.Roster;
        NatoRows? nato = NatoReader.Read(folder, entry.NatoFile, rows, problems);
        WeoSeries? weo = WeoReader.Read(folder, entry, roster, problems);
        YearSeries[]? longterm = entry.LongtermFile.Length == 0
            ? [.. LongtermColumns.Select(_ => YearSeries.Empty(roster.Count))]
            : YearSeriesReader.Read(folder, entry.LongtermFile, LongtermColumns, roster, problems);
        YearSeries? population = YearSeriesReader.Read(folder, entry.PopulationFile, "medium_thousand", roster, problems);
        IReadOnlyList<NationalPlan> plans = nato is null
            ? []
            : PlanReader.Read(folder, entry.PlansFile, roster, nato.Tables.LastYear, problems);
        IReadOnlyList<WeoContentPoint> weoContent = ImfPathReader.Content(folder, entry.WeoContentFile, roster, problems);
        MemberSet escapeClauseUsers = ImfPathReader.EscapeClauseUsers(folder, entry.EscapeClauseFile, roster, problems);
        IReadOnlyList<string> remarks = Remarks(folder, entry.Id, problems);
        if (nato is null || weo is null || longterm is null || population is null || problems.Count > 0)
        {
            return new(problems);
        }

        if (weo.LastYear <= nato.Tables.LastYear || weo.FirstYear > nato.Tables.LastYear)
        {
            return new([new DataProblem(folder.PathOf(entry.WeoMacroFile), 0, 0, $"the series end in {weo.LastYear}, but projections start after {nato.Tables.LastYear}")]);
        }

        return new(new Edition
        {
            Id = entry.Id,
            Title = entry.Title,
            Measure = entry.Measure,
            CutOff = entry.CutOff,
            SourceLine = entry.SourceLine,
            FirstEstimateYear = entry.FirstEstimateYear,
            PriceYear = entry.PriceYear,
            Roster = roster,
            Currency = nato.Currency,
            Nato = nato.Tables,
            Weo = weo,
            PotentialGrowthPct = longterm[0],
            ImplicitInterestRatePct = longterm[1],
            LongTermYieldPct = longterm[2],
            WeoContent = weoContent,
            EscapeClauseUsers = escapeClauseUsers,
            PopulationGrowthPct = YearSeriesReader.Growth(population, roster.Count),
            Plans = plans,
            HasPlans = entry.PlansFile.Length > 0,
            Remarks = remarks,
        });
    }

    private static EditionEntry Entry(DataTable table) => new()
    {
        Id = table.Required(0),
        Title = table.Required(1),
        Measure = table.Required(2),
        NatoFile = table.Required(3),
        WeoMacroFile = table.Required(4),
        WeoFiscalFile = table.Required(5),
        WeoTitle = table.Required(6),
        WeoLacks = table.String(7).Split(' ', StringSplitOptions.RemoveEmptyEntries),
        LongtermFile = table.String(8),
        PopulationFile = table.Required(9),
        PlansFile = table.String(10),
        FirstEstimateYear = table.Year(11),
        PriceYear = table.Year(12),
        CutOff = table.Required(13),
        IsDefault = table.Flag(14),
        SourceLine = table.Required(15),
        Sources = table.Required(16).Split(' ', StringSplitOptions.RemoveEmptyEntries),
        WeoContentFile = table.String(17),
        EscapeClauseFile = table.String(18),
    };

    private static List<string> Remarks(DataFolder folder, string id, List<DataProblem> problems)
    {
        List<string> remarks = [];
        using DataTable? table = DataTable.Open(folder, RemarksFile, ["edition", "remark"], problems);
        while (table is not null && table.Next())
        {
            if (table.String(0) == id)
            {
                remarks.Add(table.Required(1));
            }
        }

        return remarks;
    }
}
