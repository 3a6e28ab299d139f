using Simulator.Alliance;

namespace Simulator.Pathways;

/// <summary>One setting row of a scenario, checked and resolved.</summary>
public sealed record SettingRow
{
    /// <summary>Where it was written.</summary>
    public required RowOrigin Origin { get; init; }

    /// <summary>Which setting.</summary>
    public required Setting Setting { get; init; }

    /// <summary>Members for whom it holds; all members for settings of the whole scenario.</summary>
    public required MemberSet Members { get; init; }

    /// <summary>The number, or the index of the word in the definition's choices; 0 for text and members.</summary>
    public double Number { get; init; }

    /// <summary>The text as written, trimmed (title, ids, choice words, member expressions); empty for numbers.</summary>
    public string Text { get; init; } = "";

    /// <summary>The members named by the value of backfill_for; empty otherwise.</summary>
    public MemberSet ValueMembers { get; init; }

    /// <summary>First year for which it holds; 0 when none was written.</summary>
    public int From { get; init; }

    /// <summary>Last year for which it holds; 0 when none was written.</summary>
    public int To { get; init; }
}

/// <summary>What one scenario means: members resolved, inherited rows first, every value checked.</summary>
public sealed class Scenario
{
    /// <summary>Id, such as "hague-core".</summary>
    public required string Id { get; init; }

    /// <summary>Title for people.</summary>
    public required string Title { get; init; }

    /// <summary>Path rows in the order in which they apply.</summary>
    public required IReadOnlyList<PathRow> Paths { get; init; }

    /// <summary>Setting rows in file order; a later row wins for the members and years that it names.</summary>
    public required IReadOnlyList<SettingRow> Settings { get; init; }

    /// <summary>Notes that the author wrote beside rows, in order, with what they belong to; stated assumptions and sources.</summary>
    public required IReadOnlyList<string> Notes { get; init; }

    /// <summary>What of the scenario could not be computed on its edition, one sentence each; empty when all is computed.</summary>
    public required IReadOnlyList<string> NotComputed { get; init; }

    /// <summary>The number that holds for a member in a year: of the last row that names both, else the catalogue's default.</summary>
    /// <param name="setting">A setting with a number or a choice (then the index of the word).</param>
    /// <param name="member">Roster index.</param>
    /// <param name="year">Calendar year.</param>
    /// <returns>The number in the setting's unit; NaN where the default is not a number.</returns>
    public double Number(Setting setting, int member, int year)
    {
        SettingRow? row = Find(setting, member, year);
        return row is null ? SettingCatalogue.Of(setting).Default : row.Number;
    }

    /// <summary>The last row that sets something for a member in a year, or null when the default holds.</summary>
    /// <param name="setting">The setting.</param>
    /// <param name="member">Roster index.</param>
    /// <param name="year">Calendar year.</param>
    public SettingRow? Find(Setting setting, int member, int year)
    {
        for (int i = Settings.Count - 1; i >= 0; i--)
        {
            SettingRow row = Settings[i];
            if (row.Setting == setting && row.Members.Contains(member)
                && (row.From == 0 || year >= row.From) && (row.To == 0 || year <= row.To))
            {
                return row;
            }
        }

        return null;
    }

    /// <summary>True when a row of the scenario sets this for any member.</summary>
    /// <param name="setting">The setting.</param>
    public bool Sets(Setting setting) => Settings.Any(r => r.Setting == setting);
}
