using Simulator.Alliance;

namespace Simulator.Data.Editions;

/// <summary>Reads the IMF series of an edition: one row for each member and year, one column for each WEO code.</summary>
internal static class WeoReader
{
    /// <summary>The codes that the model knows, in the order of <see cref="WeoIndicator"/>.</summary>
    public static IReadOnlyList<string> ModelCodes => Codes;

    /// <summary>The IMF's codes, in the order of <see cref="WeoIndicator"/>.</summary>
    private static readonly string[] Codes =
    [
        "NGDP_RPCH", "NGDP", "NGDPD", "NGDP_D", "PCPIPCH", "LP", "GGXWDG_NGDP", "GGXCNL_NGDP", "GGXONLB_NGDP", "GGR_NGDP", "GGX_NGDP", "GGSB_NPGDP",
    ];

    /// <summary>The series, or null with problems.</summary>
    public static WeoSeries? Read(DataFolder folder, EditionEntry entry, Roster roster, List<DataProblem> problems)
    {
        int before = problems.Count;
        HashSet<string> wanted = new(Codes, StringComparer.Ordinal);
        wanted.ExceptWith(entry.WeoLacks);
        List<(string[] Codes, MemberYearRows Rows)> files = [];
        ReadFile(folder, entry.WeoMacroFile, wanted, roster, files, problems);
        if (entry.WeoFiscalFile != entry.WeoMacroFile)
        {
            ReadFile(folder, entry.WeoFiscalFile, wanted, roster, files, problems);
        }

        if (problems.Count == before)
        {
            foreach (string code in wanted)
            {
                problems.Add(new DataProblem(folder.PathOf(entry.WeoMacroFile), 1, 0, $"neither this file nor {entry.WeoFiscalFile} has a column {code}"));
            }
        }

        if (problems.Count > before)
        {
            return null;
        }

        int firstYear = int.MaxValue;
        int lastYear = int.MinValue;
        foreach ((_, MemberYearRows rows) in files)
        {
            firstYear = Math.Min(firstYear, rows.FirstYear);
            lastYear = Math.Max(lastYear, rows.LastYear);
        }

        int block = (lastYear - firstYear + 1) * roster.Count;
        double[] values = new double[Codes.Length * block];
        Array.Fill(values, double.NaN);
        foreach ((string[] codes, MemberYearRows rows) in files)
        {
            for (int c = 0; c < codes.Length; c++)
            {
                rows.Fill(c, values.AsSpan(Array.IndexOf(Codes, codes[c]) * block, block), firstYear, roster.Count);
            }
        }

        return new WeoSeries(entry.WeoTitle, firstYear, lastYear, roster.Count, values);
    }

    private static void ReadFile(
        DataFolder folder, string file, HashSet<string> wanted, Roster roster, List<(string[] Codes, MemberYearRows Rows)> files, List<DataProblem> problems)
    {
        using DataTable? table = DataTable.Open(folder, file, problems);
        if (table is null)
        {
            return;
        }

        string[] codes = [.. table.Header.Where(wanted.Contains)];
        wanted.ExceptWith(codes);
        if (table.Select(["iso3", "year", .. codes]))
        {
            files.Add((codes, MemberYearRows.Read(table, 2, codes.Length, roster.Count, code => RosterReader.IndexOf(roster, code), "a member", static (_, _) => { })));
        }
    }
}
