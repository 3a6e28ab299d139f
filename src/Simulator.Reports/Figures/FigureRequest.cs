using System.Globalization;
using Simulator.Alliance;
using Simulator.Charts;
using Simulator.Data.Sources;
using Simulator.Pathways;
using Simulator.Projections;
using Simulator.Reports.Answers;
using Simulator.Reports.PathwayReports;

namespace Simulator.Reports.Figures;

/// <summary>What a figure is drawn from, and how it is told.</summary>
public sealed record FigureRequest
{
    /// <summary>The results; figures that compare draw all their scenarios.</summary>
    public required RunResults Results { get; init; }

    /// <summary>The scenario that is drawn: one of the results.</summary>
    public required Projection Scenario { get; init; }

    /// <summary>Run that the numbers come from.</summary>
    public required string RunId { get; init; }

    /// <summary>The member that is drawn, for figures of one member: a roster index.</summary>
    public int Member { get; init; }

    /// <summary>Members that stand out; empty where the figure chooses.</summary>
    public MemberSet Highlight { get; init; } = MemberSet.Empty;

    /// <summary>Year of the headline; an axis of years runs to the horizon of the results.</summary>
    public int Year { get; init; }

    /// <summary>Page that the figure is made for.</summary>
    public FigureFormat Format { get; init; } = FigureFormat.Free;

    /// <summary>Language of names, numbers and the chart's own words.</summary>
    public ChartLanguage Language { get; init; } = ChartLanguage.English;

    /// <summary>Names of members and groups in that language.</summary>
    public UnitNames Names { get; init; } = UnitNames.English;

    /// <summary>A title in place of the figure's own finding; empty to keep it.</summary>
    public string Title { get; init; } = "";

    /// <summary>A subtitle in place of the figure's own; empty to keep it.</summary>
    public string Subtitle { get; init; } = "";

    /// <summary>True to name the publishers alone under the figure.</summary>
    public bool HasShortCredit { get; init; }

    /// <summary>Fastest paths to 3, 3.5 and 5 percent on the edition, computed when a figure asks.</summary>
    public required Lazy<PathwayAnswers> Pathways { get; init; }

    /// <summary>Earlier complete editions, oldest first, read when a figure asks.</summary>
    public required Lazy<IReadOnlyList<Edition>> EarlierEditions { get; init; }

    /// <summary>Outlines of the members, read when a figure asks; none where the data folder has none.</summary>
    public Lazy<MemberOutlines> Outlines { get; init; } = new(() => MemberOutlines.None);

    /// <summary>The edition.</summary>
    public Edition Edition => Results.Edition;

    /// <summary>Name of a member in the language of the figure.</summary>
    /// <param name="member">Roster index.</param>
    public string NameOf(int member) => Names.Of(Edition.Roster.Members[member], Language.Code);

    /// <summary>Name of a group in the language of the figure.</summary>
    /// <param name="group">The group.</param>
    public string NameOf(Group group) => Names.Of(group, Language.Code);

    /// <summary>The words of a figure, with its credit.</summary>
    /// <param name="id">Short name of the figure.</param>
    /// <param name="title">The finding, at most ten words.</param>
    /// <param name="subtitle">What is shown, in which unit and prices.</param>
    /// <param name="note">What a reader must know to read it rightly; empty for nothing.</param>
    /// <param name="source">Sources besides those of the edition; empty for none.</param>
    public Caption Caption(string id, string title, string subtitle, string note = "", string source = "")
    {
        bool hasGrowthShock = Scenario.Scenario.Settings.Any(s => s.Setting == Setting.GrowthPp && s.Number != 0);
        string sources = source.Length == 0 ? Edition.SourceLine : $"{Edition.SourceLine}; {source}";
        string notes = !hasGrowthShock ? note : note.Length == 0 ? AnswerSheet.GrowthShock : $"{note} {AnswerSheet.GrowthShock}";
        Credit credit = HasShortCredit
            ? new Credit(sources, Note: notes)
            : new Credit(sources, Edition.Title, Date(Edition.CutOff), RunId, notes);
        return new Caption(id, Title.Length > 0 ? Title : title, Subtitle.Length > 0 ? Subtitle : subtitle, credit, Language);
    }

    // Written out, since 03-07 is read in two ways.
    private static string Date(string iso) =>
        DateOnly.TryParseExact(iso, "yyyy-MM-dd", CultureInfo.InvariantCulture, DateTimeStyles.None, out DateOnly date)
            ? date.ToString("d MMMM yyyy", CultureInfo.InvariantCulture)
            : iso;
}
