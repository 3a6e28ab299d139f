using System.Globalization;
using Simulator.Alliance;

namespace Simulator.Data.Editions;

/// <summary>
/// Reads the table of national plans. Points of a path are the rows of the core leg that are not superseded, lie after
/// the base year, give a share and are not the collective pledge; where the definition is national, the scaled share counts.
/// Rows of money and of the base year inform only.
/// </summary>
internal static class PlanReader
{
    private static readonly string[] Columns =
    [
        "iso3", "year", "share_pct", "kind", "leg", "nature", "superseded", "scaled_share_pct", "source_date",
    ];

    /// <summary>One plan for each member; plans without points where the edition has no file of plans.</summary>
    public static IReadOnlyList<NationalPlan> Read(DataFolder folder, string file, Roster roster, int baseYear, List<DataProblem> problems)
    {
        if (file.Length == 0)
        {
            return [.. roster.Members.Select(m => new NationalPlan(m.Index, [], false, "no table of national plans for this edition"))];
        }

        List<Row>[] rows = [.. roster.Members.Select(_ => new List<Row>())];
        using (DataTable? table = DataTable.Open(folder, file, Columns, problems))
        {
            while (table is not null && table.Next())
            {
                if (table.String(0) == "ALL")
                {
                    continue;
                }

                if (!roster.TryMember(table.String(0), out Member? member))
                {
                    table.Problem(0, $"\"{table.String(0)}\" is not a member");
                    continue;
                }

                rows[member.Index].Add(ReadRow(table));
            }
        }

        return [.. roster.Members.Select(m => Plan(m, rows[m.Index], baseYear, folder.PathOf(file), problems))];
    }

    private static Row ReadRow(DataTable table)
    {
        bool hasYear = table.Bytes(1).Length > 0;
        double share = table.Number(2);
        double scaled = table.Number(7);
        bool hasShare = !double.IsNaN(share);
        string superseded = table.String(6);
        if (superseded is not ("yes" or "no"))
        {
            table.Problem(6, $"superseded is \"{superseded}\"; yes or no is expected");
        }

        string leg = table.String(4);
        if (leg is not ("core" or "related" or "total"))
        {
            table.Problem(4, $"leg is \"{leg}\"; core, related or total is expected");
        }

        string nature = table.String(5);
        if (nature is not ("" or "law" or "plan" or "announcement" or "refusal" or "pledge"))
        {
            table.Problem(5, $"nature is \"{nature}\"; law, plan, announcement, refusal, pledge or blank is expected");
        }

        return new Row(
            hasYear ? table.Year(1) : 0,
            double.IsNaN(scaled) ? share : scaled,
            hasShare,
            table.String(2),
            table.String(7),
            hasShare ? Kind(table) : PlanPointKind.Exact,
            leg,
            nature,
            superseded == "yes",
            table.String(8),
            table.Line);
    }

    private static PlanPointKind Kind(DataTable table)
    {
        string kind = table.String(3);
        switch (kind)
        {
            case "exact":
                return PlanPointKind.Exact;
            case "approx":
                return PlanPointKind.Approx;
            case "at_least":
                return PlanPointKind.AtLeast;
            case "range_low":
                return PlanPointKind.RangeLow;
            default:
                table.Problem(3, $"kind is \"{kind}\"; exact, approx, at_least or range_low is expected");
                return PlanPointKind.Exact;
        }
    }

    private static NationalPlan Plan(Member member, List<Row> rows, int baseYear, string path, List<DataProblem> problems)
    {
        Row[] core = [.. rows.Where(r => r.Leg == "core" && !r.Superseded && r.HasShare && r.Nature != "pledge")];
        Row[] dated = [.. core.Where(r => r.Year > baseYear).OrderBy(r => r.Year)];
        for (int i = 1; i < dated.Length; i++)
        {
            if (dated[i].Year == dated[i - 1].Year)
            {
                problems.Add(new DataProblem(path, dated[i].Line, 0, $"{member.Iso3} has two points for {dated[i].Year} that are not superseded"));
            }
        }

        return new NationalPlan(
            member.Index,
            [.. dated.Select(r => new PlanPoint(r.Year, r.SharePct, r.Kind) { Nature = NatureOf(r) })],
            core.Any(r => r.Nature == "refusal"),
            Position(member, rows, core, dated));
    }

    private static PlanNature NatureOf(Row row) => row.Nature switch
    {
        "law" => PlanNature.Law,
        "plan" => PlanNature.Plan,
        _ => PlanNature.Announcement,
    };

    private static string Position(Member member, List<Row> rows, Row[] core, Row[] dated)
    {
        if (!member.HasForces)
        {
            Row? related = rows.FirstOrDefault(r => r.Leg == "related" && r.HasShare && !r.Superseded);
            return related is null ? "no armed forces" : "no armed forces; related leg: " + Words(related);
        }

        if (core.FirstOrDefault(r => r.Nature == "refusal") is { } refusal)
        {
            return "refuses 3.5 %: " + Words(refusal);
        }

        if (dated.Length > 0)
        {
            return string.Join("; ", dated.Select(Words));
        }

        Row? other = core.FirstOrDefault(r => r.Year == 0) ?? core.FirstOrDefault();
        return other is null
            ? "only the Hague pledge (no national path found)"
            : "the Hague pledge; no dated path: " + Words(other);
    }

    private static string Words(Row row)
    {
        string kind = row.Kind switch
        {
            PlanPointKind.Approx => "about ",
            PlanPointKind.AtLeast or PlanPointKind.RangeLow => "at least ",
            _ => string.Empty,
        };
        string when = row.Year == 0 ? "without a year" : "in " + row.Year.ToString(CultureInfo.InvariantCulture);
        string scaled = row.ScaledText.Length == 0 || row.ScaledText == row.ShareText ? string.Empty : row.ScaledText + " on NATO's definition; ";
        return $"{kind}{row.ShareText} % {when} ({scaled}{row.Nature}, {row.Date})";
    }

    private sealed record Row(
        int Year,
        double SharePct,
        bool HasShare,
        string ShareText,
        string ScaledText,
        PlanPointKind Kind,
        string Leg,
        string Nature,
        bool Superseded,
        string Date,
        int Line);
}
