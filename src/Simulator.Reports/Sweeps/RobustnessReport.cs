using System.Globalization;
using System.Text;
using Simulator.Alliance;
using Simulator.Charts;
using Simulator.Charts.Svg;
using Simulator.Reports.Answers;
using Simulator.Reports.Runs;
using Simulator.Reports.Tables;
using Simulator.Sweeps;
using static Simulator.Reports.Tables.FieldType;

namespace Simulator.Reports.Sweeps;

/// <summary>What each factor alone does to the outcomes of a scenario.</summary>
public sealed class RobustnessAnswers
{
    internal RobustnessAnswers(SweepRequest request, IReadOnlyList<TornadoBar> bars, IReadOnlyList<double> stated, RunManifest manifest)
    {
        Request = request;
        Bars = bars;
        Stated = stated;
        Manifest = manifest;
    }

    /// <summary>What was asked.</summary>
    public SweepRequest Request { get; }

    /// <summary>Bars of the factors that can move the scenario, by outcome.</summary>
    public IReadOnlyList<TornadoBar> Bars { get; }

    /// <summary>Every outcome as the scenario states it.</summary>
    public IReadOnlyList<double> Stated { get; }

    /// <summary>The manifest.</summary>
    public RunManifest Manifest { get; }

    /// <summary>Bars of an outcome that move it, the longest first.</summary>
    /// <param name="outcome">Place of the outcome.</param>
    public IReadOnlyList<TornadoBar> Ranked(int outcome) =>
        [.. Bars.Where(b => b.Outcome == outcome && b.Swing > 0).OrderByDescending(b => b.Swing).ThenBy(b => b.Factor)];
}

/// <summary>Each factor low and high, one tornado, one sentence: no statistics are needed to read it.</summary>
public static class RobustnessReport
{
    /// <summary>The name of the command, as manifests have it.</summary>
    public const string Command = "robustness";

    /// <summary>What the numbers are; printed with them.</summary>
    public const string Reading = "One factor at a time goes to its low and its high end while all else stays as the scenario states it; two that move together can do more, or less (natosim sweep).";

    private const int Width = AnswerText.DefaultWidth;
    private const int NameWidth = 40;
    private const int CellWidth = 20;

    /// <summary>Runs every factor at its ends, and writes the folder when one is named.</summary>
    /// <param name="request">What to do; design, points and draws are not read.</param>
    /// <param name="cancel">Interrupts; nothing is left half-written.</param>
    public static ReportOutcome<RobustnessAnswers> Execute(SweepRequest request, CancellationToken cancel)
    {
        bool writes = request.OutputFolder.Length > 0;
        if (writes)
        {
            RunFolderOutcome early = RunFolder.Check(request.OutputFolder, Names(request), request.Overwrite);
            if (!early.IsWritten)
            {
                return ReportOutcome<RobustnessAnswers>.Failed(early.Failure);
            }
        }

        MacroPath macro = MacroPathBuilder.Build(request.Edition, SweepPlan.LastYearNeeded(request.Base, request.Outcomes));
        SweepPlan? plain = SweepPlan.Compile(request.Base, macro, [], request.Outcomes, out IReadOnlyList<SweepFault> faults);
        if (plain is null)
        {
            return ReportOutcome<RobustnessAnswers>.Failed(new RunFailure(RunFailureKind.Input, string.Join(' ', faults.Select(f => f.Sentence + ".")), ""));
        }

        RunManifest manifest = new()
        {
            Version = RunReport.Version,
            Command = Command,
            Edition = request.Edition,
            Inputs = request.Inputs,
            Options =
            [
                new("sweep", request.SweepName),
                new("base", request.BaseText),
                new("outcomes", string.Join(' ', request.Outcomes.Select(SweepJob.OutcomeText))),
                new("charts", request.Charts ? "svg" : "none"),
            ],
            Scenarios = [request.Base],
        };
        SweepOptions options = new();
        RobustnessAnswers answers = new(
            request, Tornado.Run(request.Base, macro, request.Factors, request.Outcomes, options), SweepRun.Of(plain, options, [[]])[0], manifest);
        if (!writes)
        {
            return ReportOutcome<RobustnessAnswers>.Done(answers, manifest.RunId, []);
        }

        RunFolderOutcome written = RunFolder.Write(request.OutputFolder, request.Overwrite, folder => WriteAll(folder, answers), cancel);
        return written.IsWritten
            ? ReportOutcome<RobustnessAnswers>.Done(answers, manifest.RunId, written.Files)
            : ReportOutcome<RobustnessAnswers>.Failed(written.Failure);
    }

    /// <summary>The one sentence: which factor moves an outcome most.</summary>
    /// <param name="answers">The answers.</param>
    /// <param name="outcome">Place of the outcome.</param>
    public static string Largest(RobustnessAnswers answers, int outcome)
    {
        Outcome what = answers.Request.Outcomes[outcome];
        string name = SweepWords.Short(what, answers.Request.Edition.Roster);
        IReadOnlyList<TornadoBar> ranked = answers.Ranked(outcome);
        if (ranked.Count == 0)
        {
            return $"No factor of {answers.Request.SweepName} moves {name}.";
        }

        TornadoBar first = ranked[0];
        Factor factor = answers.Request.Factors[first.Factor];
        string rest = ranked.Count == 1 ? "nothing else moves it" : $"{answers.Request.Factors[ranked[1].Factor].Name} comes next";
        return $"{SweepWords.Capital(name)} depends most on {factor.Name}: {SweepWords.ValueWithUnit(what, first.Low)} at {first.LowText}, {SweepWords.ValueWithUnit(what, first.High)} at {first.HighText}, {SweepWords.ValueWithUnit(what, first.Stated)} as stated; {rest}.";
    }

    /// <summary>The answers for a terminal of 100 columns.</summary>
    /// <param name="answers">The answers.</param>
    /// <returns>Text with LF line ends.</returns>
    public static string Text(RobustnessAnswers answers)
    {
        StringBuilder text = new();
        AnswerWords.Paragraph(text, $"{answers.Request.Base.Title} ({answers.Request.Base.Id}), each factor of {answers.Request.SweepName} alone. {answers.Request.Edition.Title}. Run {answers.Manifest.RunId}.", Width);
        for (int o = 0; o < answers.Request.Outcomes.Count; o++)
        {
            Outcome outcome = answers.Request.Outcomes[o];
            text.Append('\n');
            AnswerWords.Paragraph(text, Largest(answers, o), Width);
            IReadOnlyList<TornadoBar> ranked = answers.Ranked(o);
            if (ranked.Count == 0)
            {
                continue;
            }

            text.Append(CultureInfo.InvariantCulture, $"{"",NameWidth}{"low end",CellWidth}{"high end",CellWidth}{"swing",10}\n");
            foreach (TornadoBar bar in ranked)
            {
                string name = answers.Request.Factors[bar.Factor].Name;
                if (name.Length >= NameWidth)
                {
                    text.Append(name).Append('\n');
                    name = "";
                }

                text.Append(CultureInfo.InvariantCulture, $"{name,-NameWidth}{End(outcome, bar.Low, bar.LowText),CellWidth}{End(outcome, bar.High, bar.HighText),CellWidth}{SweepWords.Value(outcome, bar.Swing),10}\n");
            }
        }

        text.Append('\n');
        foreach (string remark in Remarks(answers))
        {
            AnswerWords.Paragraph(text, "- " + remark, Width);
        }

        return text.ToString();
    }

    private static IEnumerable<string> Remarks(RobustnessAnswers answers)
    {
        yield return Reading;
        yield return "Swing is the distance between the lowest and the highest of the two ends and the stated value, in the unit of the outcome.";
        string[] idle = [.. answers.Request.Factors.Where((_, f) => answers.Bars.Where(b => b.Factor == f).All(b => b.Swing == 0)).Select(f => f.Name)];
        if (idle.Length > 0)
        {
            yield return $"Without effect here, or without a row to move in this scenario: {string.Join(", ", idle)}.";
        }
    }

    private static string End(Outcome outcome, double value, string factorText) =>
        $"{SweepWords.Value(outcome, value)} ({factorText})";

    private static List<string> Names(SweepRequest request)
    {
        List<string> names = ["robustness.csv", DataPackage.FileName, RunFolder.ManifestName];
        if (request.Charts)
        {
            names.AddRange(SweepFigures.TornadoNames(request.Outcomes).SelectMany(n => new[] { $"charts/{n}.svg", $"charts/{n}.csv" }));
        }

        return names;
    }

    private static void WriteAll(StagingFolder folder, RobustnessAnswers answers)
    {
        RobustnessTable table = new(answers);
        RunReport.WriteTable(folder, table);
        RunFile file = folder.Files.Single();
        if (answers.Request.Charts)
        {
            foreach (Figure figure in SweepFigures.Tornadoes(answers))
            {
                folder.Write($"charts/{figure.Id}.svg", Encoding.UTF8.GetBytes(SvgRenderer.Render(figure, Theme.Light)));
                folder.Write($"charts/{figure.Id}.csv", Encoding.UTF8.GetBytes(figure.Data.ToCsv()));
            }
        }

        Edition edition = answers.Request.Edition;
        folder.Write(DataPackage.FileName, DataPackage.ToJson(
            $"Each factor of {answers.Request.SweepName} alone on {answers.Request.Base.Id}, by natosim, run {answers.Manifest.RunId}, on {edition.Title}. {edition.Measure}.",
            edition.SourceLine,
            [.. edition.Remarks, Reading],
            [],
            answers.Manifest.RunId,
            [(table.Schema, file)]));
        folder.Write(RunFolder.ManifestName, answers.Manifest.ToJson(folder.Files));
    }
}

/// <summary>robustness.csv: what each factor alone makes of each outcome.</summary>
internal sealed class RobustnessTable(RobustnessAnswers answers) : ITable
{
    public TableSchema Schema { get; } = new(
        "robustness",
        "Each factor low and high",
        $"One row for each outcome and factor that can move the scenario. {RobustnessReport.Reading}",
        [
            new("outcome", FieldType.Text, "", "Name of the outcome: variable:unit:year."),
            new("factor", FieldType.Text, "", "Name of the factor."),
            new("stated", Number, "unit of the outcome", "The outcome as the scenario states it."),
            new("low_result", Number, "unit of the outcome", "The outcome at the factor's low end; of words, the lowest of any."),
            new("low_value", FieldType.Text, "", "The value or word behind low_result."),
            new("high_result", Number, "unit of the outcome", "The outcome at the factor's high end; of words, the highest of any."),
            new("high_value", FieldType.Text, "", "The value or word behind high_result."),
            new("swing", Number, "unit of the outcome", "Distance between the lowest and the highest of the three."),
        ],
        ["outcome", "factor"]);

    public void Write(TableWriter rows)
    {
        foreach (TornadoBar bar in answers.Bars)
        {
            rows.Text(answers.Request.Outcomes[bar.Outcome].Name);
            rows.Text(answers.Request.Factors[bar.Factor].Name);
            rows.Number(bar.Stated);
            rows.Number(bar.Low);
            rows.Text(bar.LowText);
            rows.Number(bar.High);
            rows.Text(bar.HighText);
            rows.Number(bar.Swing);
            rows.EndRow();
        }
    }
}
