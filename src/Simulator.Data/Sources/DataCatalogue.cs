using System.Globalization;
using Simulator.Alliance;
using Simulator.Data.Editions;

namespace Simulator.Data.Sources;

/// <summary>What the data folder holds and where it comes from, for "natosim data list", "sources" and "show".</summary>
public static class DataCatalogue
{
    /// <summary>The file that lists the sources.</summary>
    public const string SourcesFile = "sources.csv";

    private static readonly (string Name, NatoIndicator Indicator)[] MemberColumns =
    [
        ("share_pct", NatoIndicator.SharePct),
        ("real_change_pct", NatoIndicator.RealChangePct),
        ("ncu_current_m", NatoIndicator.NcuCurrentM),
        ("ncu_constant_m", NatoIndicator.NcuConstantM),
        ("usd_current_m", NatoIndicator.UsdCurrentM),
        ("usd_constant_m", NatoIndicator.UsdConstantM),
        ("gdp_usd_constant_m", NatoIndicator.GdpUsdConstantM),
        ("per_head_const_usd", NatoIndicator.PerHeadConstUsd),
        ("personnel_thousand", NatoIndicator.PersonnelThousand),
        ("equipment_pct", NatoIndicator.EquipmentPct),
    ];

    /// <summary>The editions: years, estimates, prices, cut-off, outlook.</summary>
    /// <param name="folder">The data folder.</param>
    /// <returns>One row for each edition, or what is wrong with their files.</returns>
    public static DataResult<CatalogueTable> List(DataFolder folder)
    {
        DataResult<IReadOnlyList<EditionEntry>> entries = EditionStore.List(folder);
        if (!entries.Ok)
        {
            return new(entries.Problems);
        }

        List<string[]> rows = [];
        List<DataProblem> problems = [];
        foreach (EditionEntry entry in entries.Value)
        {
            DataResult<Edition> edition = EditionStore.Load(folder, entry.Id);
            if (!edition.Ok)
            {
                problems.AddRange(edition.Problems);
                continue;
            }

            Edition e = edition.Value;
            rows.Add(
            [
                e.Id,
                entry.IsDefault ? "yes" : "no",
                e.Measure,
                Text(e.FirstYear) + "-" + Text(e.BaseYear),
                Text(e.FirstEstimateYear),
                Text(e.PriceYear),
                e.CutOff,
                e.Weo.Title,
                Text(e.Weo.LastYear),
                e.HasPlans ? "yes" : "no",
            ]);
        }

        return problems.Count > 0
            ? new(problems)
            : new(new CatalogueTable(
                "Editions",
                ["edition", "default", "measure", "years", "estimates_from", "price_year", "cut_off", "outlook", "outlook_to", "national_plans"],
                rows,
                ["Editions differ in definition, prices and date: figures of two editions never stand in one series."]));
    }

    /// <summary>The sources: publisher, edition, date, terms, grade of the copy that was read.</summary>
    /// <param name="folder">The data folder.</param>
    /// <returns>One row for each source, or what is wrong with sources.csv.</returns>
    public static DataResult<CatalogueTable> Sources(DataFolder folder)
    {
        string[] columns = ["id", "publisher", "title", "edition", "cut_off", "grade", "files", "terms", "address", "note"];
        List<DataProblem> problems = [];
        List<string[]> rows = [];
        using (DataTable? table = DataTable.Open(folder, SourcesFile, columns, problems))
        {
            while (table is not null && table.Next())
            {
                rows.Add([.. Enumerable.Range(0, columns.Length).Select(table.String)]);
            }
        }

        return problems.Count > 0
            ? new(problems)
            : new(new CatalogueTable("Sources", columns, rows, ["Grades: P the publisher's own page, S press or a copy, T a public transcription of the primary source, D derived here, unverified nothing found."]));
    }

    /// <summary>
    /// The figures of one member, or the rows of one file. A member's table is of the edition that
    /// <paramref name="filter"/> names, or the default one; a file's rows are those in which some field is
    /// <paramref name="filter"/>, or all.
    /// </summary>
    /// <param name="folder">The data folder.</param>
    /// <param name="name">Code of a member, or path of a file in the folder with or without .csv.</param>
    /// <param name="filter">Edition id, or the text of a field; empty for none.</param>
    /// <returns>The table, or the problem that there is nothing of this name or that a file is broken.</returns>
    public static DataResult<CatalogueTable> Show(DataFolder folder, string name, string filter)
    {
        DataResult<Roster> roster = EditionStore.LoadRoster(folder);
        if (!roster.Ok)
        {
            return new(roster.Problems);
        }

        if (roster.Value.TryMember(name.ToUpperInvariant(), out Member? member))
        {
            DataResult<Edition> edition = filter.Length == 0 ? EditionStore.LoadDefault(folder) : EditionStore.Load(folder, filter);
            return edition.Ok ? new(MemberTable(edition.Value, member)) : new(edition.Problems);
        }

        DataResult<string[]> files = Files(folder);
        if (!files.Ok)
        {
            return new(files.Problems);
        }

        string wanted = name.Replace('\\', '/');
        string? file = files.Value.FirstOrDefault(f => f == wanted || f == wanted + ".csv")
            ?? files.Value.FirstOrDefault(f => Path.GetFileNameWithoutExtension(f) == wanted);
        return file is null
            ? new([new DataProblem(folder.Root, 0, 0, $"\"{name}\" is neither a member nor a file of the data folder; there are {string.Join(", ", files.Value)}")])
            : FileTable(folder, file, filter);
    }

    private static CatalogueTable MemberTable(Edition edition, Member member)
    {
        List<string[]> rows = [];
        for (int year = edition.FirstYear; year <= edition.BaseYear; year++)
        {
            rows.Add(
            [
                Text(year),
                year >= edition.FirstEstimateYear ? "estimate" : "reported",
                .. MemberColumns.Select(c => Text(edition.Nato.Value(c.Indicator, member.Index, year))),
                Text(100 * edition.Nato.Value(NatoIndicator.UsdCurrentM, member.Index, year) / edition.Nato.Value(NatoIndicator.GdpUsdCurrentM, member.Index, year)),
            ]);
        }

        string title = $"{member.Name}, {edition.Measure}, {edition.Title}; national currency {edition.Currency[member.Index]}, constant prices of {Text(edition.PriceYear)}";
        return new CatalogueTable(
            title,
            ["year", "status", .. MemberColumns.Select(c => c.Name), "share_current_pct"],
            rows,
            ["Stated position: " + edition.Plans[member.Index].StatedPosition + ".", .. edition.Remarks, "Source: " + edition.SourceLine + "."]);
    }

    private static DataResult<CatalogueTable> FileTable(DataFolder folder, string file, string filter)
    {
        List<DataProblem> problems = [];
        List<string[]> rows = [];
        using DataTable? table = DataTable.Open(folder, file, problems);
        while (table is not null && table.Next())
        {
            string[] fields = table.Fields();
            if (filter.Length == 0 || Array.Exists(fields, f => f.Equals(filter, StringComparison.OrdinalIgnoreCase)))
            {
                rows.Add(fields);
            }
        }

        return table is null || problems.Count > 0
            ? new(problems)
            : new(new CatalogueTable(file, table.Header, rows, ["Fields and units: datapackage.json; terms and traps: README.md, both in " + folder.Root + "."]));
    }

    /// <summary>The CSV files of figures; scenario and sweep files have a format of their own and are left out.</summary>
    private static DataResult<string[]> Files(DataFolder folder)
    {
        try
        {
            return new(
            [
                .. Directory.EnumerateFiles(folder.Root, "*.csv", SearchOption.AllDirectories)
                    .Select(f => Path.GetRelativePath(folder.Root, f).Replace('\\', '/'))
                    .Where(f => !f.StartsWith("scenarios/", StringComparison.Ordinal) && !f.StartsWith("sweeps/", StringComparison.Ordinal))
                    .Order(StringComparer.Ordinal),
            ]);
        }
        catch (Exception e) when (e is IOException or UnauthorizedAccessException)
        {
            return new([new DataProblem(folder.Root, 0, 0, "this data folder cannot be read: " + e.Message)]);
        }
    }

    private static string Text(int number) => number.ToString(CultureInfo.InvariantCulture);

    private static string Text(double number) => double.IsNaN(number) ? string.Empty : number.ToString("0.####", CultureInfo.InvariantCulture);
}
