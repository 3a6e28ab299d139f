using System.Globalization;
using System.Text.RegularExpressions;
using Simulator.Alliance;
using Simulator.Data.Editions;
using Simulator.Data.Sources;

namespace Simulator.Data.Import;

/// <summary>A new edition before it is written: its figures, and its rows in the lists of the data folder.</summary>
internal sealed partial class EditionDraft
{
    private static readonly string[] SourceColumns = ["id", "publisher", "title", "edition", "address", "terms", "files"];
    private readonly ImportRequest _request;
    private readonly NatoRelease _release;
    private readonly WeoFile _weo;
    private readonly EditionEntry _model;
    private readonly Edition _before;
    private readonly bool _carriesLater;
    private readonly List<SourceRow> _sources;

    private EditionDraft(ImportRequest request, NatoRelease release, WeoFile weo, EditionEntry model, Edition before, List<SourceRow> sources)
    {
        _request = request;
        _release = release;
        _weo = weo;
        _model = model;
        _before = before;
        _sources = sources;

        // Plans and long-run growth were collected for the newest edition; an edition of an earlier year could not have known them.
        _carriesLater = release.Years[^1] >= before.BaseYear;
    }

    /// <summary>Path of the new NATO file.</summary>
    public string NatoFile => $"nato/{_request.Id}.csv";

    /// <summary>Path of the new WEO file.</summary>
    public string WeoFilePath => $"weo/{_request.Id}.csv";

    private string WeoSourceId => "weo-" + _request.Id;

    private string WeoTitle => _request.WeoEdition.Length > 0 ? _request.WeoEdition : _weo.Title;

    private string CutOff => _request.CutOff.Length > 0 ? _request.CutOff : _release.CutOff;

    private string Span => string.Create(CultureInfo.InvariantCulture, $"{_release.Years[0]}-{_release.Years[^1]}");

    /// <summary>What the new edition is, one sentence each.</summary>
    public IReadOnlyList<string> Summary =>
    [
        $"{_request.Id}: {_release.Measure} of {Text(_release.Units.Count(u => _release.HasFigures(u) && !NatoNames.IsTotal(u)))} members and two totals, {Span}, estimates from {Text(_release.FirstEstimateYear)}, prices of {Text(_release.PriceYear)}",
        $"outlook: IMF WEO {WeoTitle}, {Text(_weo.Members.Count())} members, {Text(_weo.Years.First)}-{Text(_weo.Years.Last)}, {string.Join(' ', _weo.Codes)}",
        _carriesLater ? $"national plans, long-run growth and population are those of {_model.Id}" : $"population is that of {_model.Id}; its national plans and long-run growth are later than this release and are not used",
    ];

    /// <summary>Puts the parts together; null when an error was noted.</summary>
    public static EditionDraft? Make(ImportRequest request, NatoRelease release, WeoFile weo, ImportLog log, List<DataProblem> problems)
    {
        DataResult<IReadOnlyList<EditionEntry>> entries = EditionStore.List(request.From);
        DataResult<Edition> before = EditionStore.LoadDefault(request.From);
        List<SourceRow> sources = [];
        using (DataTable? table = DataTable.Open(request.From, DataCatalogue.SourcesFile, SourceColumns, problems))
        {
            while (table is not null && table.Next())
            {
                sources.Add(new SourceRow(table.String(0), table.String(1), table.String(2), table.String(3), table.String(4), table.String(5), table.String(6).Split(' ')));
            }
        }

        problems.AddRange(entries.Problems);
        problems.AddRange(before.Problems);
        if (problems.Count > 0)
        {
            return null;
        }

        EditionEntry model = entries.Value.First(e => e.IsDefault);
        EditionDraft draft = new(request, release, weo, model, before.Value, sources);
        draft.Check(log);
        return log.HasErrors ? null : draft;
    }

    /// <summary>The row of editions.csv.</summary>
    public Dictionary<string, string> EditionRow() => new(StringComparer.Ordinal)
    {
        ["id"] = _request.Id,
        ["title"] = $"NATO {Text(_release.Years[^1])} with IMF {WeoTitle}",
        ["measure"] = _release.Measure,
        ["nato_file"] = NatoFile,
        ["weo_macro_file"] = WeoFilePath,
        ["weo_fiscal_file"] = WeoFilePath,
        ["weo_title"] = "IMF WEO " + WeoTitle,
        ["weo_lacks"] = string.Join(' ', Lacks()),
        ["longterm_file"] = _carriesLater ? _model.LongtermFile : "",
        ["population_file"] = _model.PopulationFile,
        ["plans_file"] = _carriesLater ? _model.PlansFile : "",
        ["first_estimate_year"] = Text(_release.FirstEstimateYear),
        ["price_year"] = Text(_release.PriceYear),
        ["cut_off"] = CutOff,
        ["is_default"] = _request.MakeDefault ? "true" : "false",
        ["source_line"] = string.Join("; ", [$"NATO, {NatoTitle()}", $"IMF, World Economic Outlook, {WeoTitle}", .. Kept().Where(s => s.Publisher != "this project").Select(s => $"{s.Publisher}, {s.Title}")]),
        ["sources"] = string.Join(' ', [_request.Id, WeoSourceId, .. Kept().Select(s => s.Id)]),
    };

    /// <summary>The rows of edition-remarks.csv.</summary>
    public List<Dictionary<string, string>> RemarkRows()
    {
        List<string> remarks =
        [
            $"{Text(_release.FirstEstimateYear)} to {Text(_release.Years[^1])} are estimates by NATO; the last years of a release are revised by the next.",
            $"This edition measures {_release.Measure} at {Text(_release.PriceYear)} prices. Figures of two editions never stand in one series.",
            _carriesLater
                ? $"National plans, potential growth and population are those that were collected for {_model.Id}; points of plans up to {Text(_release.Years[^1])} are past and not used."
                : $"National plans and potential growth were collected after this release and are not used; population is that of {_model.Id}.",
        ];
        if (_before.WeoContent.Count > 0)
        {
            remarks.Add($"Which plans the IMF path of {WeoTitle} holds already is not known yet; the list of {_model.Id} is for its own outlook and is not used.");
        }

        string[] lacks = Lacks();
        if (lacks.Length > 0)
        {
            remarks.Add($"The IMF edition is held without {string.Join(", ", lacks)}.");
        }

        string[] without = [.. _before.Roster.Members.Where(m => !_release.HasFigures(m.Iso3)).Select(m => m.Name)];
        if (without.Length > 0)
        {
            remarks.Add($"{string.Join(", ", without)}: no row in NATO's tables; its GDP is the published total less the sum of the other members.");
        }

        return [.. remarks.Select((r, i) => new Dictionary<string, string>(StringComparer.Ordinal) { ["edition"] = _request.Id, ["position"] = Text(i + 1), ["remark"] = r })];
    }

    /// <summary>The rows of sources.csv.</summary>
    public List<Dictionary<string, string>> SourceRows()
    {
        SourceRow nato = NatoSource();
        SourceRow weo = WeoSource();
        return
        [
            Row(_request.Id, nato, NatoTitle(), Text(_release.Years[^1]), CutOff, NatoAddress(), _request.NatoAddress.Length > 0 ? "P" : "S", NatoFile,
                $"Tables 1, 2, 3, 5, 6, 7, 8a, 8b read from the workbook {Path.GetFileName(_request.NatoPath)} by natosim data import; figures to {Text(FigureCell.Decimals)} decimals."),
            Row(WeoSourceId, weo, weo.Title, WeoTitle, "", weo.Address, "S", WeoFilePath, $"Series of members read from {Path.GetFileName(_request.WeoPath)} by natosim data import."),
        ];

        static Dictionary<string, string> Row(string id, SourceRow like, string title, string edition, string cutOff, string address, string grade, string file, string note) => new(StringComparer.Ordinal)
        {
            ["id"] = id,
            ["publisher"] = like.Publisher,
            ["title"] = title,
            ["edition"] = edition,
            ["cut_off"] = cutOff,
            ["address"] = address,
            ["terms"] = like.Terms,
            ["grade"] = grade,
            ["files"] = file,
            ["note"] = note,
        };
    }

    /// <summary>Adds the two files to a description.</summary>
    public void Describe(DataDescription description, byte[] nato, byte[] weo)
    {
        SourceRow natoSource = NatoSource();
        SourceRow weoSource = WeoSource();
        string capital = char.ToUpperInvariant(_release.Measure[0]) + _release.Measure[1..];
        description.AddNato(
            _model.NatoFile,
            _before.PriceYear,
            new NewResource(
                _request.Id,
                NatoFile,
                $"NATO release of {Text(_release.Years[^1])}",
                $"{capital} {Span} at {Text(_release.PriceYear)} prices; the years from {Text(_release.FirstEstimateYear)} are estimates.",
                nato,
                _request.Id,
                $"{natoSource.Publisher}, {NatoTitle()}, {Text(_release.Years[^1])}",
                NatoAddress(),
                natoSource.Terms),
            _release);
        description.AddWeo(
            _model.WeoMacroFile,
            new NewResource(
                "weo-" + _request.Id,
                WeoFilePath,
                $"IMF outlook of {WeoTitle}",
                $"Series of the members, {Text(_weo.Years.First)} to {Text(_weo.Years.Last)}, for edition {_request.Id}.",
                weo,
                WeoSourceId,
                $"{weoSource.Publisher}, {weoSource.Title}, {WeoTitle}",
                weoSource.Address,
                weoSource.Terms),
            _weo);
    }

    private void Check(ImportLog log)
    {
        if (CutOff.Length == 0)
        {
            log.Error(_request.NatoPath, "no note of the workbook names the cut-off date of its figures; say it: --cut-off 2027-06-30");
        }
        else if (!DateOnly.TryParseExact(CutOff, "yyyy-MM-dd", CultureInfo.InvariantCulture, DateTimeStyles.None, out _))
        {
            log.Error(_request.NatoPath, $"the cut-off date \"{CutOff}\" is not a date such as 2027-06-30");
        }

        if (WeoTitle.Length == 0)
        {
            log.Error(_request.WeoPath, "the file does not name its edition; say it: --weo-edition \"April 2027\"");
        }
        else if (!MonthAndYear().IsMatch(WeoTitle))
        {
            log.Error(_request.WeoPath, $"the edition \"{WeoTitle}\" is not a month and a year such as April 2027");
        }

        string[] lacks = Lacks();
        foreach (string code in lacks.Except(_request.WeoLacks))
        {
            log.Error(_request.WeoPath, $"there is no series {code}; if this outlook really has none, say so: --weo-lacks {string.Join(',', lacks)}");
        }

        foreach (string code in _request.WeoLacks.Except(lacks))
        {
            log.Error(_request.WeoPath, WeoReader.ModelCodes.Contains(code) ? $"the file has the series {code}, though --weo-lacks names it" : $"{code} is no series that the model knows, though --weo-lacks names it");
        }

        foreach (Member member in _before.Roster.Members.Where(m => !_weo.Members.Contains(m.Iso3)))
        {
            log.Error(_request.WeoPath, $"there is no series of {member.Name} ({member.Iso3})");
        }

        foreach (Member member in _before.Roster.Members.Where(m => _release.Currency.TryGetValue(m.Iso3, out string? c) && c != _before.Currency[m.Index]))
        {
            log.Warn(_request.NatoPath, $"{member.Iso3} is in {_release.Currency[member.Iso3]}; in {_before.Id} it is in {_before.Currency[member.Index]}");
        }

        if (_release.PriceYear != _before.PriceYear || _release.Measure != _before.Measure)
        {
            log.Note(_request.NatoPath, $"{_release.Measure} at prices of {Text(_release.PriceYear)}; {_before.Id} has {_before.Measure} at prices of {Text(_before.PriceYear)}");
        }
    }

    private string[] Lacks() => [.. WeoReader.ModelCodes.Except(_weo.Codes)];

    private SourceRow NatoSource() => SourceOf(_model.NatoFile);

    private SourceRow WeoSource() => SourceOf(_model.WeoMacroFile);

    private SourceRow SourceOf(string file) =>
        _sources.Find(s => s.Files.Contains(file) && _model.Sources.Contains(s.Id))
        ?? _sources.Find(s => s.Files.Contains(file))
        ?? new SourceRow("", "unknown", "unknown", "", "unknown", "unknown", []);

    private IEnumerable<SourceRow> Kept()
    {
        string[] files = _carriesLater ? [_model.LongtermFile, _model.PopulationFile, _model.PlansFile] : [_model.PopulationFile];
        return _sources.Where(s => _model.Sources.Contains(s.Id) && s.Files.Intersect(files).Any());
    }

    private string NatoTitle()
    {
        string title = NatoSource().Title;
        return YearSpan().IsMatch(title) ? YearSpan().Replace(title, $"({Span})") : $"{title} ({Span})";
    }

    private string NatoAddress() => _request.NatoAddress.Length > 0 ? _request.NatoAddress : Path.GetFileName(_request.NatoPath);

    private static string Text(int number) => number.ToString(CultureInfo.InvariantCulture);

    [GeneratedRegex(@"\([0-9]{4}-[0-9]{4}\)", RegexOptions.CultureInvariant)]
    private static partial Regex YearSpan();

    [GeneratedRegex("^(January|February|March|April|May|June|July|August|September|October|November|December) [0-9]{4}$", RegexOptions.CultureInvariant)]
    private static partial Regex MonthAndYear();

    private sealed record SourceRow(string Id, string Publisher, string Title, string Edition, string Address, string Terms, IReadOnlyList<string> Files);
}
