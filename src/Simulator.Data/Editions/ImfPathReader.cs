using Simulator.Alliance;

namespace Simulator.Data.Editions;

/// <summary>Reads what an edition says about the fiscal side of the IMF path: plans inside it, and users of the escape clause.</summary>
internal static class ImfPathReader
{
    /// <summary>Plans that the path is taken to hold, in file order; none where the edition names no file.</summary>
    public static IReadOnlyList<WeoContentPoint> Content(DataFolder folder, string file, Roster roster, List<DataProblem> problems)
    {
        List<WeoContentPoint> points = [];
        if (file.Length == 0)
        {
            return points;
        }

        using DataTable? table = DataTable.Open(folder, file, ["iso3", "year", "share_pct", "basis"], problems);
        while (table is not null && table.Next())
        {
            int member = Member(table, roster);
            int year = table.Year(1);
            double sharePct = table.Number(2);
            if (table.Bytes(2).IsEmpty || sharePct < 0)
            {
                table.Problem(2, "share_pct is blank or negative; a share of GDP in percent is expected");
            }

            if (points.Exists(p => p.Member == member && p.Year >= year))
            {
                table.Problem(1, "the years of a member stand in rising order, each once");
            }

            points.Add(new WeoContentPoint(member, year, sharePct, table.Required(3)));
        }

        return points;
    }

    /// <summary>Members that use the national escape clause; none where the edition names no file.</summary>
    public static MemberSet EscapeClauseUsers(DataFolder folder, string file, Roster roster, List<DataProblem> problems)
    {
        MemberSet users = MemberSet.Empty;
        if (file.Length == 0)
        {
            return users;
        }

        using DataTable? table = DataTable.Open(folder, file, ["iso3"], problems);
        while (table is not null && table.Next())
        {
            int member = Member(table, roster);
            users = member < 0 ? users : users.Union(MemberSet.Of(member));
        }

        return users;
    }

    private static int Member(DataTable table, Roster roster)
    {
        string iso3 = table.Required(0);
        int member = RosterReader.IndexOf(roster, iso3);
        if (member < 0)
        {
            table.Problem(0, $"\"{iso3}\" is not a member");
        }

        return member;
    }
}
