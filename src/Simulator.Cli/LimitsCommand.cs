using System.CommandLine;
using System.Globalization;
using Simulator.Alliance;
using Simulator.Data.Editions;
using Simulator.Data.Sources;
using Simulator.Feasibility;
using Simulator.Pathways;
using Simulator.Reports.Answers;

namespace Simulator.Cli;

/// <summary>natosim limits: the percentiles behind the named sets of limits, recomputed from the data.</summary>
internal static class LimitsCommand
{
    private static readonly (FastestLimits Set, double Percentile)[] Sets = [(FastestLimits.Precedented, 75), (FastestLimits.Exceptional, 90)];

    public static Command Create(Shell shell)
    {
        Option<string?> data = CommonOptions.Data();
        Option<string?> edition = CommonOptions.Edition();
        Option<bool> csv = CommonOptions.Csv();
        Command command = new("limits", "Recompute the percentiles behind the limits of fastest paths, beside the limits in use.") { edition, data, csv };
        command.SetAction(parsed =>
        {
            if (!shell.TryOpenData(parsed.GetValue(data), out DataFolder? folder))
            {
                return ExitCode.BadInput;
            }

            DataResult<Edition> loaded = parsed.GetValue(edition) is { } id ? EditionStore.Load(folder, id) : EditionStore.LoadDefault(folder);
            if (!loaded.Ok)
            {
                shell.Complain(loaded.Problems);
                return ExitCode.BadInput;
            }

            CatalogueTable table = Table(loaded.Value);
            if (parsed.GetValue(csv))
            {
                PlainTable.WriteCsv(shell.Out, table);
            }
            else
            {
                PlainTable.Write(shell.Out, table);
            }

            return ExitCode.Done;
        });
        return command;
    }

    private static CatalogueTable Table(Edition edition)
    {
        EpisodeLibrary library = EpisodeLibrary.Of(edition);
        List<IReadOnlyList<string>> rows = [];
        foreach ((FastestLimits set, double percentile) in Sets)
        {
            foreach (LimitPercentile limit in LimitPercentiles.At(edition, library, percentile))
            {
                double shipped = Shipped(set, limit.Limit);
                bool isKnown = limit.Count > 0;
                rows.Add(
                [
                    set.Name,
                    SettingCatalogue.Of(limit.Limit).Name,
                    Text(percentile),
                    Text(limit.Count),
                    isKnown ? AnswerWords.Points(limit.Value) : "none",
                    AnswerWords.Points(shipped),
                    isKnown ? AnswerWords.Points(shipped - limit.Value) : "",
                ]);
            }
        }

        return new CatalogueTable(
            $"Limits of fastest paths: percentiles on {edition.Title} beside the limits in use",
            ["set", "limit", "percentile", "cases", "computed", "in use", "difference"],
            rows,
            [
                $"Steps and growth: allies' episodes that start in {Text(LimitPercentiles.EpisodesSince)} or later, of one year and of five, one-offs left out. "
                    + $"Offsets: changes of the structural balance {Text(LimitPercentiles.BalancesFrom)}-{Text(LimitPercentiles.BalancesTo)} over five years, told a year, and over ten years for all of them.",
                "Which percentile is a judgement. The limits in use are rounded and do not move with an edition; \"none\": the edition holds no such case.",
                EffortWords.Rule(library),
            ]);
    }

    private static double Shipped(FastestLimits set, Setting limit) => limit switch
    {
        Setting.MaxStepPp => set.MaxStepPp,
        Setting.MaxGrowthPct => set.MaxGrowthPct,
        Setting.Step5Pp => set.Step5Pp,
        Setting.Growth5Pct => set.Growth5Pct,
        Setting.OffsetsPpPerYear => set.OffsetsPpPerYear,
        _ => set.OffsetsMaxPp,
    };

    private static string Text(double number) => number.ToString(CultureInfo.InvariantCulture);
}
