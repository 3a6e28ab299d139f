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

    /// <summary>Names of the columns of figures in files, in the order of <see cref="NatoIndicator"/>.</summary>
    public static IReadOnlyList<string> ColumnNames => Names;

    /// <summary>Names of the columns, in the order of <see cref="NatoIndicator"/>.</summary>
    private static readonly string[] Names =
    [
        "share_pct", "real_change_pct", "ncu_current_m", "ncu_constant_m", "usd_current_m", "usd_constant_m", "gdp_usd_current_m", "gdp_usd_constant_m",
        "gdp_per_head_const_usd_k", "per_head_const_usd", "personnel_thousand", "equipment_pct", "personnel_pct", "infrastructure_pct", "other_pct",
    ];

    /// <summary>What a projection cannot start without, in the base year.</summary>
    private static readonly NatoIndicator[] Needed =
    [
        NatoIndicator.NcuCurrentM, NatoIndicator.NcuConstantM, NatoIndicator.UsdCurrentM, NatoIndicator.UsdConstantM,
        NatoIndicator.GdpUsdCurrentM, NatoIndicator.GdpUsdConstantM,
    ];

    /// <summary>The tables, or null with problems.</summary>
    public static NatoRows? Read(DataFolder folder, string file, RosterRows rows, List<DataProblem> problems)
    {
        Roster roster = rows.Roster;
        string path = folder.PathOf(file);
        string[] currency = new string[roster.Count];
        int before = problems.Count;
        using DataTable? table = DataTable.Open(folder, file, ["iso3", "year", "currency", .. Names], problems);
        if (table is null)
        {
            return null;
        }

        MemberYearRows cells = MemberYearRows.Read(
            table,
            KeyColumns,
            Names.Length,
            roster.Count + 2,
            code => Unit(code, roster),
            $"a member, {TotalCode} or {EurCanCode}",
            (row, unit) => ReadCurrency(row, unit, currency));
        if (problems.Count > before)
        {
            return null;
        }

        NatoTables tables = Tables(roster, cells, path, problems);
        foreach (Member member in roster.Members)
        {
            currency[member.Index] = string.IsNullOrEmpty(currency[member.Index]) ? rows.Currency[member.Index] : currency[member.Index];
            foreach (NatoIndicator indicator in Needed)
            {
                if (member.HasForces && !tables.Has(indicator, member.Index, tables.LastYear))
                {
                    problems.Add(new DataProblem(path, 0, 0, $"{Names[(int)indicator]} of {member.Iso3} in {tables.LastYear} is missing; a projection starts from it"));
                }
            }
        }

        return problems.Count > before ? null : new NatoRows(tables, currency);
    }

    private static int Unit(string code, Roster roster) => code switch
    {
        TotalCode => roster.Count,
        EurCanCode => roster.Count + 1,
        _ => RosterReader.IndexOf(roster, code),
    };

    private static void ReadCurrency(DataTable table, int unit, string[] currency)
    {
        string code = table.String(2);
        if (code.Length == 0 || unit >= currency.Length)
        {
            return;
        }

        if (!string.IsNullOrEmpty(currency[unit]) && currency[unit] != code)
        {
            table.Problem(2, $"currency is {code} here and {currency[unit]} in an earlier row of the same member");
        }

        currency[unit] = code;
    }

    private static NatoTables Tables(Roster roster, MemberYearRows cells, string path, List<DataProblem> problems)
    {
        int firstYear = cells.FirstYear;
        int lastYear = cells.LastYear;
        int years = lastYear - firstYear + 1;
        int units = roster.Count + 2;
        double[] values = new double[Names.Length * years * units];
        Array.Fill(values, double.NaN);
        for (int i = 0; i < Names.Length; i++)
        {
            cells.Fill(i, values.AsSpan(i * years * units, years * units), firstYear, units);
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
                    problems.Add(new DataProblem(path, 0, 0, $"{Names[(int)indicator]} of {names} in {year} is missing and does not follow from {TotalCode}"));
                    continue;
                }

                values[at + missing[0]] = rest;
            }
        }
    }
}
