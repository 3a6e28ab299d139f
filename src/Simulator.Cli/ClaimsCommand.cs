using System.CommandLine;
using Simulator.Alliance;
using Simulator.Data.Editions;
using Simulator.Data.Sources;
using Simulator.Engine;
using Simulator.Projections;
using Simulator.Reports.Answers;
using Simulator.Reports.Claims;

namespace Simulator.Cli;

/// <summary>natosim claims: the founding questions, each with its answer in one sentence.</summary>
internal static class ClaimsCommand
{
    // C09 asks about ten and fifteen years.
    private const int Horizon = 2040;

    public static Command Create(Shell shell)
    {
        Option<string?> data = CommonOptions.Data();
        Option<string?> edition = CommonOptions.Edition();
        Command command = new("claims", "Answer the claims that the project was founded on, each in one sentence.") { data, edition };
        command.SetAction(parsed =>
        {
            DataResult<IReadOnlyList<FoundingClaim>> claims = ClaimBook.Shipped();
            if (!claims.Ok)
            {
                shell.Complain(claims.Problems);
                return ExitCode.BadInput;
            }

            string[] needed = [.. ClaimAnswers.Scenarios];
            ScenarioInputs? inputs = ScenarioInputs.Read(shell, needed, parsed.GetValue(data), parsed.GetValue(edition), out int exit);
            if (inputs is null)
            {
                return exit;
            }

            if (!shell.Accepts(inputs.Set))
            {
                return ExitCode.BadInput;
            }

            DataResult<SipriHistory> sipri = SipriHistory.Load(inputs.Folder, inputs.Edition.Roster);
            if (!sipri.Ok)
            {
                shell.Complain(sipri.Problems);
                return ExitCode.BadInput;
            }

            MacroPath macro = MacroPathBuilder.Build(inputs.Edition, Horizon);
            ClaimEvidence evidence = new(
                inputs.Edition,
                sipri.Value,
                id => new Projection(Projector.Run(inputs.Set.Scenarios.First(s => s.Id == id), inputs.Edition, macro)));
            Print(shell.Out, claims.Value, evidence);
            return ExitCode.Done;
        });
        return command;
    }

    private static void Print(TextWriter writer, IReadOnlyList<FoundingClaim> claims, ClaimEvidence evidence)
    {
        int complete = 0;
        foreach (FoundingClaim claim in claims)
        {
            ClaimAnswer answer = ClaimAnswers.Answer(claim, evidence);
            complete += answer.Complete ? 1 : 0;
            Paragraph(writer, claim.Id, claim.Text);
            Paragraph(writer, "", answer.Sentence);
            writer.WriteLine();
        }

        writer.WriteLine($"{complete} of {claims.Count} claims answered in full; edition {evidence.Edition.Id}: {evidence.Edition.SourceLine}.");
    }

    private static void Paragraph(TextWriter writer, string label, string text)
    {
        IReadOnlyList<string> lines = AnswerWords.Wrap(text, AnswerText.DefaultWidth - 5, 0);
        for (int i = 0; i < lines.Count; i++)
        {
            writer.WriteLine((i == 0 ? label : "").PadRight(5) + lines[i]);
        }
    }
}
