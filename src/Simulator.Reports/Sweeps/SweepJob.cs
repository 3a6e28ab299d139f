using System.Globalization;
using System.Security.Cryptography;
using System.Text;
using Simulator.Alliance;
using Simulator.Reports.Runs;
using Simulator.Sweeps;
using Simulator.Uncertainty;

namespace Simulator.Reports.Sweeps;

/// <summary>A sweep made ready to run: what decides every byte of it, and its identity.</summary>
public sealed class SweepJob
{
    private SweepJob(SweepRequest request, MacroPath macro, SweepPlan plan, SweepSpace space, SweepOptions options)
    {
        Request = request;
        Macro = macro;
        Plan = plan;
        Options = options;
        Manifest = new RunManifest
        {
            Version = RunReport.Version,
            Command = SweepReport.Command,
            Edition = request.Edition,
            Inputs = request.Inputs,
            Options = ManifestOptions(request, space),
            Scenarios = [request.Base],
        };
        Identity = IdentityOf(Manifest);
        Run = new SweepRun(plan, space, options);
    }

    /// <summary>What was asked.</summary>
    public SweepRequest Request { get; }

    /// <summary>The unshocked economy.</summary>
    public MacroPath Macro { get; }

    /// <summary>The plan.</summary>
    public SweepPlan Plan { get; }

    /// <summary>Draws, seed, threads.</summary>
    public SweepOptions Options { get; }

    /// <summary>All worlds, ready to run.</summary>
    public SweepRun Run { get; }

    /// <summary>All worlds.</summary>
    public SweepSpace Space => Run.Space;

    /// <summary>The manifest of the results.</summary>
    public RunManifest Manifest { get; }

    /// <summary>SHA-256 over everything that decides a part: version, edition, files, options. 32 bytes.</summary>
    public byte[] Identity { get; }

    /// <summary>Makes a sweep ready.</summary>
    /// <param name="request">What to do.</param>
    /// <param name="faults">What is wrong with factors; empty when it is ready or something else is wrong.</param>
    /// <param name="problems">What is wrong with the choice, one sentence each.</param>
    /// <returns>The job; null when there are faults or problems.</returns>
    public static SweepJob? Prepare(SweepRequest request, out IReadOnlyList<SweepFault> faults, out IReadOnlyList<string> problems)
    {
        faults = [];
        List<string> found = [.. request.Choice.Problems()];
        problems = found;
        if (request.Outcomes.Count == 0)
        {
            found.Add("A sweep keeps nothing without an outcome: name one in the sweep file, or with --outcome.");
        }

        if (request.Factors.Count == 0)
        {
            found.Add("A sweep moves nothing without a factor.");
        }

        if (found.Count > 0)
        {
            return null;
        }

        IReadOnlyList<Factor> factors = request.Choice.Design == SweepDesign.Grid ? SweepChoice.ForGrid(request.Factors, request.Levels) : request.Factors;
        MacroPath macro = MacroPathBuilder.Build(request.Edition, SweepPlan.LastYearNeeded(request.Base, request.Outcomes));
        SweepPlan? plan = SweepPlan.Compile(request.Base, macro, factors, request.Outcomes, out faults);
        if (plan is null)
        {
            return null;
        }

        int dimensions = factors.Count * (request.Choice.Design == SweepDesign.Saltelli ? 2 : 1);
        if (request.Choice.Design is SweepDesign.Saltelli or SweepDesign.Sobol && dimensions > request.Directions.Value.Dimensions)
        {
            found.Add(string.Create(CultureInfo.InvariantCulture, $"This design needs {dimensions} dimensions; the table of directions has {request.Directions.Value.Dimensions}."));
            return null;
        }

        double points = request.Choice.Design == SweepDesign.Grid ? factors.Aggregate(1.0, (all, f) => all * f.Range.Kinds) : 1;
        if (points > SweepChoice.MostPoints)
        {
            found.Add(string.Create(CultureInfo.InvariantCulture, $"The grid has {points:0} points; at most 2^40 can be run. Take fewer levels, or another design."));
            return null;
        }

        SweepSpace space = request.Choice.Space(factors, request.Directions);
        ShockParameters? shocks = request.Choice.Draws == 0 ? null
            : (request.Uncertainty ?? throw new ArgumentException("Draws need the fitted uncertainty.", nameof(request))).Of(plan.MovedScenario, request.Edition);
        return new SweepJob(request, macro, plan, space, new SweepOptions
        {
            Draws = request.Choice.Draws,
            Shocks = shocks,
            Seed = request.Choice.Seed,
            Threads = request.Threads,
        });
    }

    private static List<RunOption> ManifestOptions(SweepRequest request, SweepSpace space)
    {
        List<RunOption> options =
        [
            new("sweep", request.SweepName),
            new("base", request.BaseText),
            new("outcomes", string.Join(' ', request.Outcomes.Select(OutcomeText))),
            .. request.Choice.ForManifest(space),
            new("keep", request.Keep.ToString().ToLowerInvariant()),
            new("charts", request.Charts ? "svg" : "none"),
        ];
        return options;
    }

    /// <summary>An outcome with its goal, as the command line takes it.</summary>
    internal static string OutcomeText(Outcome outcome) => outcome.Name
        + (double.IsNaN(outcome.GoalAtLeast) ? "" : ">=" + outcome.GoalAtLeast.ToString(CultureInfo.InvariantCulture))
        + (double.IsNaN(outcome.GoalAtMost) ? "" : "<=" + outcome.GoalAtMost.ToString(CultureInfo.InvariantCulture));

    // What is drawn or kept of a finished sweep decides no part of it.
    private static byte[] IdentityOf(RunManifest manifest)
    {
        StringBuilder text = new();
        text.Append("version ").Append(manifest.Version).Append("\nedition ").Append(manifest.Edition.Id).Append('\n');
        foreach (RunInput input in manifest.Inputs)
        {
            text.Append("input ").Append(input.Sha256).Append('\n');
        }

        foreach (RunOption option in manifest.Options.Where(o => o.Name is not ("keep" or "charts" or "sweep")))
        {
            text.Append("option ").Append(option.Name).Append(' ').Append(option.Value).Append('\n');
        }

        return SHA256.HashData(Encoding.UTF8.GetBytes(text.ToString()));
    }
}
