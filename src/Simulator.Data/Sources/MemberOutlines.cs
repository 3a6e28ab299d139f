using System.Collections.Immutable;
using Simulator.Alliance;
using Simulator.Data.Editions;

namespace Simulator.Data.Sources;

/// <summary>A corner of an outline, kilometres east and north of the middle of its map.</summary>
/// <param name="EastKm">Kilometres east.</param>
/// <param name="NorthKm">Kilometres north.</param>
public readonly record struct Corner(double EastKm, double NorthKm);

/// <summary>Outlines of the members, for maps: of Europe in one equal-area projection, of North America in another (Natural Earth, simplified).</summary>
public sealed class MemberOutlines
{
    /// <summary>The file in the data folder.</summary>
    public const string FileName = "outlines.csv";

    private readonly ImmutableArray<ImmutableArray<ImmutableArray<Corner>>> _rings;

    private MemberOutlines(ImmutableArray<ImmutableArray<ImmutableArray<Corner>>> rings) => _rings = rings;

    /// <summary>No outlines, for data folders without them.</summary>
    public static MemberOutlines None { get; } = new([]);

    /// <summary>Whether there are any.</summary>
    public bool IsEmpty => _rings.IsEmpty;

    /// <summary>The outlines of a member, the largest first; empty where there are none.</summary>
    /// <param name="member">Roster index.</param>
    public ImmutableArray<ImmutableArray<Corner>> Of(int member) => _rings.IsEmpty ? [] : _rings[member];

    /// <summary>Reads the outlines.</summary>
    /// <param name="folder">The data folder.</param>
    /// <param name="roster">The members.</param>
    /// <returns>The outlines, or what is wrong with their file.</returns>
    public static DataResult<MemberOutlines> Load(DataFolder folder, Roster roster)
    {
        List<DataProblem> problems = [];
        var rings = new List<List<Corner>>[roster.Count];
        for (int m = 0; m < rings.Length; m++)
        {
            rings[m] = [];
        }

        using (DataTable? table = DataTable.Open(folder, FileName, ["iso3", "ring", "corner", "x_km", "y_km"], problems))
        {
            while (table is not null && table.Next())
            {
                Add(table, roster, rings);
            }
        }

        return problems.Count > 0
            ? new(problems)
            : new(new MemberOutlines([.. rings.Select(member => member.Select(ring => ring.ToImmutableArray()).ToImmutableArray())]));
    }

    private static void Add(DataTable table, Roster roster, List<List<Corner>>[] rings)
    {
        if (!roster.TryMember(table.Required(0), out Member? member))
        {
            table.Problem(0, $"{table.String(0)} is not a member");
            return;
        }

        List<List<Corner>> own = rings[member.Index];
        if (table.Number(2) == 1)
        {
            own.Add([]);
        }

        if (own.Count == 0 || table.Number(1) != own.Count || table.Number(2) != own[^1].Count + 1)
        {
            table.Problem(1, "rings and corners are numbered from 1 without a gap");
            return;
        }

        Corner corner = new(table.Number(3), table.Number(4));
        if (!double.IsFinite(corner.EastKm) || !double.IsFinite(corner.NorthKm))
        {
            table.Problem(3, "a corner needs both places");
            return;
        }

        own[^1].Add(corner);
    }
}
