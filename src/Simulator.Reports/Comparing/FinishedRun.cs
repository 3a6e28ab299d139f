using System.Globalization;
using CsvHelper;
using Simulator.Reports.Runs;

namespace Simulator.Reports.Comparing;

/// <summary>A figure of a finished run.</summary>
/// <param name="SharePct">Share of real GDP, percent.</param>
/// <param name="SpendingConstUsdM">Spending, million US dollars at the run's constant prices.</param>
public readonly record struct FinishedFigure(double SharePct, double SpendingConstUsdM);

/// <summary>The shares that a finished run left in its folder, read back.</summary>
public sealed class FinishedRun
{
    private static readonly string[] Tables = ["projections.csv", "groups.csv"];

    private readonly Dictionary<(string Scenario, string Unit, int Year), FinishedFigure> _figures = [];
    private readonly List<string> _units = [];

    private FinishedRun(string given, RunManifestSummary manifest, IReadOnlyList<RunInput> files)
    {
        Given = given;
        Manifest = manifest;
        Files = files;
    }

    /// <summary>The folder as the user gave it.</summary>
    public string Given { get; }

    /// <summary>What the run says about itself.</summary>
    public RunManifestSummary Manifest { get; }

    /// <summary>The files that were read, the manifest first.</summary>
    public IReadOnlyList<RunInput> Files { get; }

    /// <summary>Ids of the scenarios that have figures, in the order of the run; published years are not among them.</summary>
    public IReadOnlyList<string> Scenarios { get; private set; } = [];

    /// <summary>Codes of members, then ids of groups, in the order of the run.</summary>
    public IReadOnlyList<string> Units => _units;

    /// <summary>Last year that has figures.</summary>
    public int LastYear { get; private set; }

    /// <summary>First year that has figures.</summary>
    public int FirstYear { get; private set; } = int.MaxValue;

    /// <summary>Reads a folder.</summary>
    /// <param name="path">The folder as the user gave it.</param>
    /// <param name="problem">Why it cannot be read, as a sentence; empty when it can.</param>
    /// <returns>The run; null with a problem.</returns>
    public static FinishedRun? Read(string path, out string problem)
    {
        RunInspection found = RunFolder.Inspect(path);
        problem = !found.HasManifest ? $"\"{path}\" holds no finished run: it has no run.json."
            : !found.IsManifestIntact ? $"\"{path}\": run.json was changed since the run was written."
            : found.Manifest.Command != "run" ? $"\"{path}\" was written by natosim {found.Manifest.Command}; two results of natosim run are compared."
            : "";
        if (problem.Length > 0)
        {
            return null;
        }

        // What somebody put beside the run does not matter here; what the run wrote must be there as it was.
        List<string> touched = [.. found.Files.Where(f => f.State is RunFileState.Changed or RunFileState.Missing).Select(f => f.Path)];
        if (touched.Count > 0)
        {
            problem = $"\"{path}\" is not whole: {string.Join(", ", touched.Take(3))} changed or missing since the run was written.";
            return null;
        }

        try
        {
            string manifest = Path.Combine(path, RunFolder.ManifestName);
            byte[][] tables = [.. Tables.Select(t => File.ReadAllBytes(Path.Combine(path, t)))];
            FinishedRun run = new(path, found.Manifest, [RunInput.Of(manifest, File.ReadAllBytes(manifest)), .. Tables.Select((t, i) => RunInput.Of(t, tables[i]))]);
            HashSet<string> units = [];
            List<string> scenarios = [];
            run.Add(tables[0], "iso3", units, scenarios);
            run.Add(tables[1], "group", units, scenarios);
            run.Scenarios = scenarios;
            return run;
        }
        catch (Exception error) when (RunFolder.IsDiskProblem(error))
        {
            problem = $"\"{path}\" cannot be read: {RunStage.Plain(error)}";
            return null;
        }
        catch (FormatException error)
        {
            problem = $"\"{path}\" holds tables of another version: {error.Message}";
            return null;
        }
    }

    /// <summary>A figure of a scenario; the published one in published years.</summary>
    /// <param name="scenario">Id of the scenario, or <see cref="RunResults.HistoryId"/>.</param>
    /// <param name="unit">Code of a member or id of a group.</param>
    /// <param name="year">Calendar year.</param>
    /// <param name="figure">The figure when there is one.</param>
    public bool TryFigure(string scenario, string unit, int year, out FinishedFigure figure) =>
        _figures.TryGetValue((scenario, unit, year), out figure)
        || (year <= Manifest.EditionFacts.BaseYear && _figures.TryGetValue((RunResults.HistoryId, unit, year), out figure));

    private void Add(byte[] table, string unitColumn, HashSet<string> units, List<string> scenarios)
    {
        using CsvReader csv = CsvReader.Create(table, new CsvReaderOptions { HasHeader = false, Separator = ',' });
        if (!csv.Read())
        {
            throw new FormatException("a table is empty.");
        }

        List<string> header = [.. Enumerable.Range(0, csv.FieldCount).Select(csv.GetString)];
        int scenario = Place(header, "scenario");
        int unit = Place(header, unitColumn);
        int year = Place(header, "year");
        int share = Place(header, "share_pct");
        int spending = Place(header, "spending_const_usd_m");
        int leg = header.IndexOf("leg");
        while (csv.Read())
        {
            if ((leg >= 0 && csv.GetString(leg) != "core") || csv.GetString(share).Length == 0)
            {
                continue;
            }

            string id = csv.GetString(scenario);
            string code = csv.GetString(unit);
            int at = int.Parse(csv.GetString(year), NumberStyles.None, CultureInfo.InvariantCulture);
            _figures[(id, code, at)] = new FinishedFigure(Number(csv.GetString(share)), Number(csv.GetString(spending)));
            if (units.Add(code))
            {
                _units.Add(code);
            }

            if (id != RunResults.HistoryId && !scenarios.Contains(id))
            {
                scenarios.Add(id);
            }

            FirstYear = Math.Min(FirstYear, at);
            LastYear = Math.Max(LastYear, at);
        }
    }

    private static int Place(List<string> header, string column) =>
        header.IndexOf(column) is >= 0 and int place ? place : throw new FormatException($"there is no column {column}.");

    private static double Number(string text) =>
        text.Length == 0 ? double.NaN : double.Parse(text, NumberStyles.Float, CultureInfo.InvariantCulture);
}
