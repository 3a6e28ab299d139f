using System.Globalization;
using Simulator.Alliance;
using Simulator.Data.Sources;
using Simulator.Engine;
using Simulator.Pathways;
using Simulator.Projections;
using Simulator.Reports.Answers;
using Simulator.Reports.Runs;

namespace Simulator.Reports.Tests;

/// <summary>Scenarios and runs on <see cref="TinyAlliance"/>.</summary>
internal static class TinyRun
{
    private static readonly RowOrigin Origin = new("/somewhere/else/tiny.csv", 3);

    public static MemberSet Forces => TinyAlliance.Roster.WithForces;

    public static Scenario Hold { get; } = Scenario("hold-share", "Everyone holds");

    public static Scenario Core { get; } = Scenario("core", "3.5 % core by 2035", AtLeast(3.5, 2035));

    public static Scenario TwoLegs { get; } = new()
    {
        Id = "two-legs",
        Title = "Two legs; with \"quotes\", a comma and <angles> & more.",
        Paths =
        [
            AtLeast(3.5, 2035),
            new PathRow { Origin = Origin, Members = MemberSet.Of(TinyAlliance.Italy), What = PathWhat.SharePct, Leg = Leg.Related, Value = 1.5, From = 2026, To = 2035 },
        ],
        Settings =
        [
            new SettingRow { Origin = Origin, Setting = Setting.StartPct, Members = MemberSet.Of(TinyAlliance.Italy), Number = 0.5 },
            new SettingRow { Origin = Origin, Setting = Setting.GrowthPp, Members = TinyAlliance.Roster.All, Number = -1, From = 2027, To = 2028 },
        ],
        Notes = ["Italy alone has a second leg."],
        NotComputed = ["Debt and deficits are not computed yet."],
    };

    public static IReadOnlyList<Scenario> All { get; } = [Hold, Core, TwoLegs];

    public static SipriHistory Sipri { get; } = new(
        new YearSeries(2022, 2023, 5, [1.2, double.NaN, double.NaN, 1.5, 3.4, 1.3, 1.9, double.NaN, 1.6, 3.3]),
        new YearSeries(2023, 2023, 5, [30, 50, double.NaN, 20, 900]));

    public static CatalogueTable Sources { get; } = new(
        "Sources",
        ["id", "publisher", "title", "edition", "cut_off", "grade", "files", "terms", "address", "note"],
        [
            ["tiny", "NATO", "Tiny figures", "July 2026", "2026-07-03", "P", "nato/tiny.csv members.csv", "Credit NATO", "https://www.nato.int/", ""],
            ["other", "IMF", "Not read by the run", "1999", "", "P", "weo/1999.csv", "None", "", ""],
        ],
        ["Grades: P the publisher's own page."]);

    public static CatalogueTable Budgets { get; } = new(
        "National budgets beside NATO's figure",
        ["id", "iso3", "year", "national_bn", "currency", "nato_bn", "ratio", "scaled_bn", "scaled_share_pct", "superseded", "grade", "date", "source", "note"],
        [
            ["ITA-1", "ITA", "2026", "40", "EUR", "50.00", "1.250", "", "", "no", "P", "2026-01-02", "Budget <law> 2026", "base year"],
            ["ITA-2", "ITA", "2027", "41", "EUR", "", "", "51.25", "2.15", "yes", "P", "2026-01-02", "Old plan", ""],
            ["FRA-1", "FRA", "2027", "60", "EUR", "", "", "70.00", "2.30", "no", "P", "2026-01-02", "Loi", ""],
        ],
        ["ratio: NATO's figure over the national amount."]);

    public static Scenario Scenario(string id, string title, params PathRow[] paths) =>
        new() { Id = id, Title = title, Paths = paths, Settings = [], Notes = [], NotComputed = [] };

    public static PathRow AtLeast(double sharePct, int to) =>
        new() { Origin = Origin, Members = Forces, What = PathWhat.AtLeastPct, Value = sharePct, From = TinyAlliance.BaseYear, To = to };

    public static PathRow RealChange(double pct, int to) =>
        new() { Origin = Origin, Members = Forces, What = PathWhat.RealChangePct, Value = pct, From = TinyAlliance.BaseYear, To = to };

    public static Projection Project(Scenario scenario, int lastYear = 2035) =>
        new(Projector.Run(scenario, TinyAlliance.Edition, MacroPathBuilder.Build(TinyAlliance.Edition, lastYear)));

    public static RunResults Results(RunOptions options, params Scenario[] scenarios)
    {
        MacroPath macro = MacroPathBuilder.Build(TinyAlliance.Edition, options.Horizon);
        return new RunResults(TinyAlliance.Edition, [.. scenarios.Select(s => new Projection(Projector.Run(s, TinyAlliance.Edition, macro)))], Sipri, options);
    }

    public static RunRequest Request(string folder, RunOptions? options = null, IReadOnlyList<Scenario>? scenarios = null, bool overwrite = false) => new()
    {
        Edition = TinyAlliance.Edition,
        Scenarios = scenarios ?? All,
        Sipri = Sipri,
        Sources = Sources,
        Inputs = [RunInput.Of("/somewhere/else/tiny.csv", "scenario,members,what"u8)],
        Options = options ?? new RunOptions(),
        OutputFolder = folder,
        Overwrite = overwrite,
    };

    /// <summary>Runs and returns every file's content by path.</summary>
    public static SortedDictionary<string, byte[]> Files(string folder, RunOptions? options = null, IReadOnlyList<Scenario>? scenarios = null)
    {
        ReportOutcome<AnswerSheet> outcome = RunReport.Execute(Request(folder, options, scenarios), CancellationToken.None);
        Assert.True(outcome.IsDone, outcome.IsDone ? "" : outcome.Failure.Message);
        SortedDictionary<string, byte[]> files = new(StringComparer.Ordinal);
        foreach (RunFile file in outcome.Files)
        {
            files[file.Path] = File.ReadAllBytes(Path.Combine(folder, file.Path));
        }

        return files;
    }

    public static void Under(string culture, Action act)
    {
        CultureInfo before = CultureInfo.CurrentCulture;
        CultureInfo beforeUi = CultureInfo.CurrentUICulture;
        CultureInfo beforeDefault = CultureInfo.DefaultThreadCurrentCulture!;
        try
        {
            CultureInfo.CurrentCulture = CultureInfo.GetCultureInfo(culture);
            CultureInfo.CurrentUICulture = CultureInfo.CurrentCulture;
            CultureInfo.DefaultThreadCurrentCulture = CultureInfo.CurrentCulture;
            act();
        }
        finally
        {
            CultureInfo.CurrentCulture = before;
            CultureInfo.CurrentUICulture = beforeUi;
            CultureInfo.DefaultThreadCurrentCulture = beforeDefault;
        }
    }
}
