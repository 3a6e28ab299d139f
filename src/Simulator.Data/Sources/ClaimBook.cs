using Simulator.Data.Editions;

namespace Simulator.Data.Sources;

/// <summary>One claim that the project was founded on, with the question that it puts to the simulator.</summary>
/// <param name="Id">C01, C02 and so on, fixed for ever.</param>
/// <param name="Document">The text in which the claim stood.</param>
/// <param name="Text">What was said.</param>
/// <param name="Kind">demand, target, fact or context.</param>
/// <param name="Question">What a number can answer about it.</param>
/// <param name="Scenario">Id of the shipped scenario that is run for it.</param>
/// <param name="AnswerFrom">The table or page with the full answer.</param>
public sealed record FoundingClaim(string Id, string Document, string Text, string Kind, string Question, string Scenario, string AnswerFrom);

/// <summary>The founding claims, seeds/claims.csv.</summary>
public static class ClaimBook
{
    private static readonly string[] Columns = ["id", "document", "claim", "kind", "question_for_the_simulator", "scenario", "answer_from"];

    /// <summary>The claims that travel with the program, in the order of their file.</summary>
    /// <returns>The claims, or what is wrong with the file.</returns>
    public static DataResult<IReadOnlyList<FoundingClaim>> Shipped()
    {
        List<DataProblem> problems = [];
        List<FoundingClaim> claims = [];
        DataFolder seeds = new(Path.Combine(AppContext.BaseDirectory, "seeds"));
        using (DataTable? table = DataTable.Open(seeds, "claims.csv", Columns, problems))
        {
            while (table is not null && table.Next())
            {
                claims.Add(new FoundingClaim(
                    table.Required(0),
                    table.Required(1),
                    table.Required(2),
                    table.Required(3),
                    table.Required(4),
                    table.Required(5),
                    table.Required(6)));
            }
        }

        return problems.Count > 0 ? new(problems) : new(claims);
    }
}
