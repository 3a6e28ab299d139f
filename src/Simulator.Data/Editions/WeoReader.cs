using Simulator.Alliance;

namespace Simulator.Data.Editions;

/// <summary>Reads the IMF series of an edition: one row for each member and year, one column for each WEO code.</summary>
internal static class WeoReader
{
    private static readonly string[] Codes = [.. Enum.GetValues<WeoIndicator>().Select(CodeOf)];

    /// <summary>The IMF's code of an indicator.</summary>
    public static string CodeOf(WeoIndicator indicator) => indicator switch
    {
        WeoIndicator.RealGrowthPct => "NGDP_RPCH",
        WeoIndicator.NominalGdpNcuBn => "NGDP",
        WeoIndicator.NominalGdpUsdBn => "NGDPD",
        WeoIndicator.DeflatorIndex => "NGDP_D",
        WeoIndicator.InflationPct => "PCPIPCH",
        WeoIndicator.PopulationM => "LP",
        WeoIndicator.GrossDebtPct => "GGXWDG_NGDP",
        WeoIndicator.BalancePct => "GGXCNL_NGDP",
        WeoIndicator.PrimaryBalancePct => "GGXONLB_NGDP",
        WeoIndicator.RevenuePct => "GGR_NGDP",
        WeoIndicator.ExpenditurePct => "GGX_NGDP",
        WeoIndicator.StructuralBalancePct => "GGSB_NPGDP",
        _ => throw new ArgumentOutOfRangeException(nameof(indicator)),
    };

    /// <summary>The series, or null with problems.</summary>
    public static WeoSeries? Read(DataFolder folder, EditionEntry entry, Roster roster, List<DataProblem> problems)
    {
        int before = problems.Count;
        List<Cells> files = [];
        HashSet<string> wanted = [.. Codes.Except(entry.WeoLacks)];
        foreach (string file in new[] { entry.WeoMacroFile, entry.WeoFiscalFile }.Distinct())
        {
            if (ReadFile(folder, file, wanted, roster, problems) is { } cells)
            {
                wanted.ExceptWith(cells.Codes);
                files.Add(cells);
            }
        }

        if (problems.Count == before)
        {
            problems.AddRange(Codes.Where(wanted.Contains).Select(code =>
                new DataProblem(folder.PathOf(entry.WeoMacroFile), 1, 0, $"neither this file nor {entry.WeoFiscalFile} has a column {code}")));
        }

        if (problems.Count > before)
        {
            return null;
        }

        int firstYear = files.Min(f => f.Years.Min());
        int lastYear = files.Max(f => f.Years.Max());
        int years = lastYear - firstYear + 1;
        double[] values = new double[WeoSeries.IndicatorCount * years * roster.Count];
        Array.Fill(values, double.NaN);
        foreach (Cells file in files)
        {
            for (int row = 0; row < file.Years.Count; row++)
            {
                for (int c = 0; c < file.Codes.Length; c++)
                {
                    int indicator = Array.IndexOf(Codes, file.Codes[c]);
                    values[(((indicator * years) + file.Years[row] - firstYear) * roster.Count) + file.Members[row]] = file.Values[(row * file.Codes.Length) + c];
                }
            }
        }

        return new WeoSeries(entry.WeoTitle, firstYear, lastYear, roster.Count, values);
    }

    private static Cells? ReadFile(DataFolder folder, string file, HashSet<string> wanted, Roster roster, List<DataProblem> problems)
    {
        using DataTable? table = DataTable.Open(folder, file, problems);
        if (table is null)
        {
            return null;
        }

        Cells cells = new([.. Codes.Where(c => wanted.Contains(c) && table.Header.Contains(c))]);
        if (!table.Select(["iso3", "year", .. cells.Codes]))
        {
            return null;
        }

        HashSet<(int, int)> seen = [];
        while (table.Next())
        {
            int year = table.Year(1);
            if (!roster.TryMember(table.String(0), out Member? member))
            {
                table.Problem(0, $"\"{table.String(0)}\" is not a member");
                continue;
            }

            if (year > 0 && !seen.Add((member.Index, year)))
            {
                table.Problem(0, $"{member.Iso3} {year} stands twice");
            }

            cells.Members.Add(member.Index);
            cells.Years.Add(year);
            for (int c = 0; c < cells.Codes.Length; c++)
            {
                cells.Values.Add(table.Number(2 + c));
            }
        }

        if (cells.Years.Count == 0)
        {
            problems.Add(new DataProblem(folder.PathOf(file), 0, 0, "this file has no rows"));
        }

        return cells;
    }

    /// <summary>The rows of one file: the value of row r and code c stands at r × codes + c.</summary>
    private sealed record Cells(string[] Codes)
    {
        public List<int> Members { get; } = [];

        public List<int> Years { get; } = [];

        public List<double> Values { get; } = [];
    }
}
