using System.Reflection;
using Simulator.Alliance;
using Simulator.Data.Calibration;
using Simulator.Data.Editions;
using Simulator.Data.Scenarios;
using Simulator.Data.Sources;
using Simulator.Engine;
using Simulator.Projections;
using Simulator.Reports.Figures;
using Simulator.Reports.Ranges;

namespace Simulator.Reports.Tests.Figures;

/// <summary>Figures of the shipped scenarios on the shipped data, computed once for all tests.</summary>
internal static class ShippedRun
{
    private static readonly Lazy<(FigureSession Session, RunResults Results)> Run = new(Load);

    public static readonly string[] Scenarios = ["hague-core", "five-core", "us-third-out", "hold-share"];

    public static RunResults Results => Run.Value.Results;

    /// <summary>A request for a figure of one of <see cref="Scenarios"/>.</summary>
    public static FigureRequest Of(string id, string scenario, string member = "ITA")
    {
        (FigureSession session, RunResults results) = Run.Value;
        Projection projection = results.Projections.Single(p => p.Scenario.Id == scenario);
        return session.Of(Recipe(id), projection) with { Member = Member(member) };
    }

    public static int Member(string iso3) => Results.Edition.Roster.Members.Single(m => m.Iso3 == iso3).Index;

    public static FigureRecipe Recipe(string id) => FigureCatalogue.TryFind(id, out FigureRecipe? recipe) ? recipe : throw new ArgumentException(id, nameof(id));

    private static (FigureSession, RunResults) Load()
    {
        string root = typeof(ShippedRun).Assembly.GetCustomAttributes<AssemblyMetadataAttribute>().First(a => a.Key == "RepositoryRoot").Value!;
        DataFolder folder = DataFolder.Open(Path.Combine(root, "data")).Value;
        Edition edition = EditionStore.LoadDefault(folder).Value;
        ScenarioFile[] files =
        [
            .. new[] { "main", "transatlantic" }.Select(n => $"scenarios/{n}.csv").Select(n => ScenarioReader.Read(n, folder.Read(n).Value)),
        ];
        Simulator.Data.Scenarios.ScenarioSet set = ScenarioBinder.Bind([], files, edition, new BindOptions { ShippedIds = Scenarios });
        Assert.False(set.HasErrors, string.Join(' ', set.Diagnostics.Select(d => d.Message)));
        RunOptions options = new() { Draws = new DrawOptions { Draws = 400 } };
        MacroPath macro = MacroPathBuilder.Build(edition, options.Horizon);
        RunResults results = new(
            edition,
            [.. Scenarios.Select(id => new Projection(Projector.Run(set.Scenarios.Single(s => s.Id == id), edition, macro)))],
            SipriHistory.Load(folder, edition.Roster).Value,
            options);
        UncertaintyParameters uncertainty = UncertaintyParameters.Load(folder, edition.Roster).Value;
        results = results.With(ScenarioRange.Draw(results.Projections, uncertainty, options.Draws, options.Horizon, null, CancellationToken.None), uncertainty);
        Lazy<IReadOnlyList<Edition>> earlier = new(() => [EditionStore.Load(DataFolder.Open(folder.Root).Value, "nato-2024").Value]);
        return (new FigureSession(results, "0123456789ab", UnitNames.Load(folder, edition.Roster).Value, earlier), results);
    }
}
