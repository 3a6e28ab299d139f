using Simulator.Alliance;

namespace Simulator.Data.Editions;

/// <summary>NATO's tables with the currencies in which they are kept.</summary>
/// <param name="Tables">The tables.</param>
/// <param name="Currency">ISO 4217 codes by member.</param>
internal sealed record NatoRows(NatoTables Tables, IReadOnlyList<string> Currency);

/// <summary>Reads a NATO release: one row for each member or total and year, one column for each indicator.</summary>
internal static class NatoReader
{
    public const string TotalCode = "NATO_TOTAL";
    public const string EurCanCode = "NATO_EUR_CAN";
    private const int KeyColumns = 3;

    private static readonly string[] Columns =
    [
        "iso3", "year", "currency", .. Enum.GetValues<NatoIndicator>().Select(ColumnOf),
    ];

    /// <summary>What a projection cannot start without, in the base year.</summary>
    private static readonly NatoIndicator[] Needed =
    [
        NatoIndicator.NcuCurrentM, NatoIndicator.NcuConstantM, NatoIndicator.UsdCurrentM, NatoIndicator.UsdConstantM,
        NatoIndicator.GdpUsdCurrentM, NatoIndicator.GdpUsdConstantM,
    ];

    /// <summary>Name of an indicator's column: the indicator's name in lower case with underscores, unit at the end.</summary>
    public static string ColumnOf(NatoIndicator indicator) =>
        string.Concat(indicator.ToString().Select((c, i) => char.IsAsciiLetterUpper(c) ? (i > 0 ? "_" : string.Empty) + char.ToLowerInvariant(c) : c.ToString()));

    /// <summary>The tables, or null with problems.</summary>
    public static NatoRows? Read(DataFolder folder, string file, RosterRows rows, List<DataProblem> problems)
    {
        Roster roster = rows.Roster;
        string path = folder.PathOf(file);
        string[] currency = new string[roster.Count];
        List<(int Unit, int Year)> keys = [];
        List<double> cells = [];
        HashSet<(int, int)> seen = [];
        int before = problems.Count;
        using (DataTable? table = DataTable.Open(folder, file, Columns, problems))
        {
            while (table is not null && table.Next())
            {
                int unit = Unit(table.String(0), roster);
                int year = table.Year(1);
                if (unit < 0)
                {
                    table.Problem(0, $"\"{table.String(0)}\" is neither a member nor {TotalCode} nor {EurCanCode}");
                    continue;
                }

                if (year > 0 && !seen.Add((unit, year)))
                {
                    table.Problem(0, $"{table.String(0)} {year} stands twice");
                }

                if (unit < roster.Count)
                {
                    ReadCurrency(table, unit, currency);
                }

                keys.Add((unit, year));
                for (int i = 0; i < NatoTables.IndicatorCount; i++)
                {
                    cells.Add(table.Number(KeyColumns + i));
                }
            }
        }

        if (problems.Count == before && keys.Count == 0)
        {
            problems.Add(new DataProblem(path, 0, 0, "this file has no rows"));
        }

        if (problems.Count > before)
        {
            return null;
        }

        NatoTables tables = Tables(roster, keys, cells, path, problems);
        foreach (Member member in roster.Members)
        {
            currency[member.Index] = string.IsNullOrEmpty(currency[member.Index]) ? rows.Currency[member.Index] : currency[member.Index];
            foreach (NatoIndicator indicator in Needed)
            {
                if (member.HasForces && !tables.Has(indicator, member.Index, tables.LastYear))
                {
                    problems.Add(new DataProblem(path, 0, 0, $"{ColumnOf(indicator)} of {member.Iso3} in {tables.LastYear} is missing; a projection starts from it"));
                }
            }
        }

        return problems.Count > before ? null : new NatoRows(tables, currency);
    }

    private static int Unit(string code, Roster roster) => code switch
    {
        TotalCode => roster.Count,
        EurCanCode => roster.Count + 1,
        _ => roster.TryMember(code, out Member? member) ? member.Index : -1,
    };

    private static void ReadCurrency(DataTable table, int unit, string[] currency)
    {
        string code = table.String(2);
        if (code.Length == 0)
        {
            return;
        }

        if (!string.IsNullOrEmpty(currency[unit]) && currency[unit] != code)
        {
            table.Problem(2, $"currency is {code} here and {currency[unit]} in an earlier row of the same member");
        }

        currency[unit] = code;
    }

    private static NatoTables Tables(Roster roster, List<(int Unit, int Year)> keys, List<double> cells, string path, List<DataProblem> problems)
    {
        int firstYear = keys.Min(k => k.Year);
        int lastYear = keys.Max(k => k.Year);
        int years = lastYear - firstYear + 1;
        int units = roster.Count + 2;
        double[] values = new double[NatoTables.IndicatorCount * years * units];
        Array.Fill(values, double.NaN);
        for (int row = 0; row < keys.Count; row++)
        {
            for (int i = 0; i < NatoTables.IndicatorCount; i++)
            {
                values[(((i * years) + keys[row].Year - firstYear) * units) + keys[row].Unit] = cells[(row * NatoTables.IndicatorCount) + i];
            }
        }

        DeriveGdp(NatoIndicator.GdpUsdConstantM);
        DeriveGdp(NatoIndicator.GdpUsdCurrentM);
        return new NatoTables(firstYear, lastYear, roster.Count, values);

        // A member without forces has no row, but its GDP is in the published total: it is the total less the others.
        void DeriveGdp(NatoIndicator indicator)
        {
            for (int year = firstYear; year <= lastYear; year++)
            {
                int at = (((int)indicator * years) + year - firstYear) * units;
                double rest = values[at + roster.Count];
                List<int> missing = [];
                foreach (int m in roster.JoinedBy(roster.All, year))
                {
                    if (double.IsNaN(values[at + m]))
                    {
                        missing.Add(m);
                    }
                    else
                    {
                        rest -= values[at + m];
                    }
                }

                if (missing.Count == 0)
                {
                    continue;
                }

                if (missing.Count > 1 || roster.Members[missing[0]].HasForces || double.IsNaN(rest) || rest <= 0)
                {
                    string names = string.Join(", ", missing.Select(m => roster.Members[m].Iso3));
                    problems.Add(new DataProblem(path, 0, 0, $"{ColumnOf(indicator)} of {names} in {year} is missing and does not follow from {TotalCode}"));
                    continue;
                }

                values[at + missing[0]] = rest;
            }
        }
    }
}
