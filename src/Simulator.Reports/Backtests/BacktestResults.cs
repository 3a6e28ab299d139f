using Simulator.Alliance;
using Simulator.Backtesting;
using Simulator.Data.Calibration;
using Simulator.Data.Editions;
using Simulator.Data.Sources;
using Simulator.Reports.Runs;

namespace Simulator.Reports.Backtests;

/// <summary>What a backtest is made from.</summary>
public sealed record BacktestRequest
{
    /// <summary>The edition that says what came.</summary>
    public required Edition Edition { get; init; }

    /// <summary>The complete edition published before it; null where there is none.</summary>
    public Edition? Before { get; init; }

    /// <summary>SIPRI's shares of GDP, percent, by roster.</summary>
    public required YearSeries SipriSharePct { get; init; }

    /// <summary>How far chance was known to move things at each origin.</summary>
    public required OriginShocks Shocks { get; init; }

    /// <summary>What older outlooks of the IMF said of growth.</summary>
    public required IReadOnlyList<GrowthForecast> Growth { get; init; }

    /// <summary>Files that were read.</summary>
    public required IReadOnlyList<RunInput> Inputs { get; init; }

    /// <summary>The folder of the results as the user gave it; empty to write nothing.</summary>
    public string OutputFolder { get; init; } = "";

    /// <summary>True to replace files that are not our own unmodified output.</summary>
    public bool Overwrite { get; init; }

    /// <summary>Reads all that a backtest is made from.</summary>
    /// <param name="folder">The data folder, from which nothing else was read.</param>
    /// <param name="editionId">The edition that says what came; null for the default one.</param>
    public static DataResult<BacktestRequest> Read(DataFolder folder, string? editionId)
    {
        DataResult<Edition> edition = editionId is null ? EditionStore.LoadDefault(folder) : EditionStore.Load(folder, editionId);
        DataResult<IReadOnlyList<EditionEntry>> list = EditionStore.List(folder);
        if (!edition.Ok || !list.Ok)
        {
            return new([.. edition.Problems, .. list.Problems]);
        }

        EditionEntry? earlier = list.Value.Where(e => string.CompareOrdinal(e.CutOff, edition.Value.CutOff) < 0).MaxBy(e => e.CutOff, StringComparer.Ordinal);
        DataResult<Edition>? before = earlier is null ? null : EditionStore.Load(folder, earlier.Id);
        DataResult<SipriHistory> sipri = SipriHistory.Load(folder, edition.Value.Roster);
        DataResult<IReadOnlyList<GrowthForecast>> growth = GrowthOutlooks.Load(folder, edition.Value);
        DataProblem[] problems = [.. before?.Problems ?? [], .. sipri.Problems, .. growth.Problems];
        return problems.Length > 0 ? new(problems) : new(new BacktestRequest
        {
            Edition = edition.Value,
            Before = before?.Value,
            SipriSharePct = sipri.Value.SharePct,
            Shocks = OriginShockFit.Of(edition.Value, before?.Value),
            Growth = growth.Value,
            Inputs = RunInput.Of([], folder),
        });
    }
}

/// <summary>A backtest: the record, its scores, what became of NATO's estimates and of the IMF's growth.</summary>
public sealed class BacktestResults
{
    private BacktestResults(BacktestRequest request, string runId)
    {
        Edition = request.Edition;
        Before = request.Before;
        RunId = runId;
        Now = new ShareHistory(request.Edition, request.SipriSharePct);
        ShareHistory? before = request.Before is null ? null : new ShareHistory(request.Before, request.SipriSharePct);
        Record = ForecastRecord.Of(Now, before, request.Shocks);
        Missing = request.Shocks.Missing;
        Means = new MeanRecord(Record, Now);
        Scores = RuleScore.Of(Record);
        Revisions = before is null ? [] : EstimateRevision.Between(before, Now);
        Growth = request.Growth;
        GrowthScores = GrowthScore.Of(request.Growth);
    }

    /// <summary>The edition that says what came.</summary>
    public Edition Edition { get; }

    /// <summary>The edition before it; null where there is none.</summary>
    public Edition? Before { get; }

    /// <summary>Run id.</summary>
    public string RunId { get; }

    /// <summary>Shares as the edition has them.</summary>
    public ShareHistory Now { get; }

    /// <summary>What was said and what came.</summary>
    public ForecastRecord Record { get; }

    /// <summary>Why the model's draws say nothing at an origin, one sentence for each reason; empty where they speak at every origin.</summary>
    public IReadOnlyList<string> Missing { get; }

    /// <summary>The record of the mean member.</summary>
    public MeanRecord Means { get; }

    /// <summary>Scores by rule and horizon.</summary>
    public IReadOnlyList<RuleScore> Scores { get; }

    /// <summary>What became of the shares that the edition before published; empty where there is none.</summary>
    public IReadOnlyList<EstimateRevision> Revisions { get; }

    /// <summary>What older outlooks said of growth.</summary>
    public IReadOnlyList<GrowthForecast> Growth { get; }

    /// <summary>How far they were off.</summary>
    public IReadOnlyList<GrowthScore> GrowthScores { get; }

    /// <summary>The score of a rule within the edition; null where it has none.</summary>
    /// <param name="ruleId">The rule.</param>
    /// <param name="horizon">Years after the origin.</param>
    /// <param name="withEstimates">Whether outturns that are still estimates count.</param>
    public RuleScore? ScoreOf(string ruleId, int horizon, bool withEstimates = false) => Scores.FirstOrDefault(s =>
        s.Basis == ForecastBasis.WithinEdition && s.RuleId == ruleId && s.Horizon == horizon && s.WithEstimates == withEstimates);

    /// <summary>Computes a backtest.</summary>
    /// <param name="request">What it is made from.</param>
    /// <param name="runId">Run id.</param>
    internal static BacktestResults Of(BacktestRequest request, string runId) => new(request, runId);
}
