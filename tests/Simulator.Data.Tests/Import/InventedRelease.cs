using System.Globalization;
using System.Text;
using Simulator.Alliance;
using Simulator.Data.Tests.Editions;

namespace Simulator.Data.Tests.Import;

/// <summary>
/// A release of 2027 that nobody published, in the layout of the real workbooks: titles, units, a row of years, headings,
/// rows of members and totals, hidden left-overs, notes and page numbers; and an outlook to go with it.
/// </summary>
internal static class InventedRelease
{
    public const int FirstYear = 2014;
    public const int LastYear = 2027;
    public const int PriceYear = 2025;
    public const int FirstEstimate = 2026;
    public const int LabelColumn = 3;
    public const int FirstColumn = 4;
    public const int HeaderRow = 8;

    private static readonly Dictionary<string, string> Currencies = new()
    {
        ["ALB"] = "Leks",
        ["BGR"] = "Euros",
        ["CAN"] = "Canadian dollars",
        ["CZE"] = "Koruny",
        ["DNK"] = "Kroner",
        ["GBR"] = "Pounds",
        ["HUN"] = "Forint",
        ["MKD"] = "Denars",
        ["NOR"] = "Kroner",
        ["POL"] = "Zlotys",
        ["ROU"] = "New Lei",
        ["SWE"] = "Kronor",
        ["TUR"] = "Liras",
        ["USA"] = "US dollars",
    };

    public static IEnumerable<int> Years => Enumerable.Range(FirstYear, LastYear - FirstYear + 1);

    public static Member[] Members { get; } = [.. Shipped.Nato2026.Roster.Members.Where(m => m.HasForces).OrderBy(m => m.Name, StringComparer.Ordinal)];

    /// <summary>What the workbook prints for a member or total.</summary>
    public static double Figure(NatoIndicator indicator, string code, int year) => indicator switch
    {
        NatoIndicator.SharePct => Math.Round(100 * Sum(Spending, code, year) / Sum(Gdp, code, year), 2),
        NatoIndicator.RealChangePct => year == FirstYear ? 1.5 : Math.Round(100 * ((Sum(Spending, code, year) / Sum(Spending, code, year - 1)) - 1), 2),
        NatoIndicator.NcuCurrentM when code == "USA" => Figure(NatoIndicator.UsdCurrentM, code, year),
        NatoIndicator.NcuConstantM when code == "USA" => Figure(NatoIndicator.UsdConstantM, code, year),
        NatoIndicator.NcuCurrentM => Spending(code, year) * (year - 2000),
        NatoIndicator.NcuConstantM => Spending(code, year) * 25,
        NatoIndicator.UsdCurrentM => Sum(Spending, code, year) * (year - 2000) / 25,
        NatoIndicator.UsdConstantM => Sum(Spending, code, year),
        NatoIndicator.GdpUsdCurrentM => Sum(Gdp, code, year) * (year - 2000) / 25,
        NatoIndicator.GdpUsdConstantM => Sum(Gdp, code, year),
        NatoIndicator.GdpPerHeadConstUsdK => 30.25,
        NatoIndicator.PerHeadConstUsd => 612,
        NatoIndicator.PersonnelThousand => Sum(static (c, _) => c == "ISL" ? 0 : 10 + (c[0] - 'A'), code, year),
        NatoIndicator.EquipmentPct => 30.5,
        NatoIndicator.PersonnelPct => 40.25,
        NatoIndicator.InfrastructurePct => 4.25,
        _ => 25,
    };

    public static TestWorkbook Workbook()
    {
        TestWorkbook book = new();
        string[] prices = ["Current prices", $"Constant {PriceYear} prices "];
        string[] rates = ["Current prices and exchange rates", $"Constant {PriceYear} prices and exchange rates"];
        Add(book, "TABLE1", "Table 1 : Core defence expenditure", "Million national currency units", prices, [NatoIndicator.NcuCurrentM, NatoIndicator.NcuConstantM]);
        Add(book, "TABLE2", "Table 2 : Core defence expenditure", "Million US dollars", rates, [NatoIndicator.UsdCurrentM, NatoIndicator.UsdConstantM]);
        Add(book, "TABLE3", "Table 3 : Core defence expenditure as a share of GDP and annual real change", $"Based on {PriceYear} prices", ["Share of real GDP (%)", "Annual real change (%)"], [NatoIndicator.SharePct, NatoIndicator.RealChangePct]);
        TestSheet four = new();
        four.Text(2, 2, "Table 4 : Core defence expenditure real change 2014-2027e");
        book.Sheets.Add(("TABLE4", four));
        Add(book, "TABLE5", "Table 5 : GDP", "Million US dollars", rates, [NatoIndicator.GdpUsdCurrentM, NatoIndicator.GdpUsdConstantM]);
        Add(book, "TABLE6", "Table 6 : GDP per capita and core defence expenditure per capita", $"{PriceYear} prices and exchange rates", ["GDP per capita (thousand US dollars)", "Core defence expenditure per capita (US dollars)"], [NatoIndicator.GdpPerHeadConstUsdK, NatoIndicator.PerHeadConstUsd]);
        Add(book, "TABLE7", "Table 7 : Military personnel", "Thousands", [""], [NatoIndicator.PersonnelThousand]);
        Add(book, "TABLE8a", "Table 8a : Distribution of core defence expenditure by main category", "Percentage of total core defence expenditure", ["Equipment (a)", "Personnel (b)"], [NatoIndicator.EquipmentPct, NatoIndicator.PersonnelPct]);
        Add(book, "TABLE8b", "Table 8b : Distribution of core defence expenditure by main category", "Percentage of total core defence expenditure", ["Infrastructure (c)", "Other (d)"], [NatoIndicator.InfrastructurePct, NatoIndicator.OtherPct]);
        return book;
    }

    /// <summary>Row of a member or total in a table, by the place of its block.</summary>
    public static int RowOf(string code, int block = 0)
    {
        int place = code switch { "NATO_EUR_CAN" => Members.Length, "NATO_TOTAL" => Members.Length + 1, _ => Array.FindIndex(Members, m => m.Iso3 == code) };
        return HeaderRow + 3 + (block * (Members.Length + 4)) + place;
    }

    public static int ColumnOf(int year) => FirstColumn + year - FirstYear;

    public static string Cell(string code, int year, int block = 0) => TestSheet.Name(RowOf(code, block), ColumnOf(year));

    /// <summary>The outlook as the IMF exports it: tabs, a row for each country and series, years as columns, thousands with commas.</summary>
    public static string Outlook()
    {
        (string Code, string Scale, Func<int, string> Value)[] series =
        [
            ("NGDP_RPCH", "", _ => "2.1"), ("NGDP", "Billions", y => $"{(y - 2000) / 10},{(y - 2000) * 30 % 1000:000}.5"), ("NGDPD", "Billions", y => $"1,{100 + y - 2000}.25"),
            ("NGDP_D", "", y => Text(100 + (2 * (y - 2020)))), ("PCPIPCH", "", _ => "2.0"), ("LP", "Millions", y => Text(10 + ((y - 2010) / 8.0))),
            ("GGXWDG_NGDP", "", _ => "61.5"), ("GGXCNL_NGDP", "", _ => "-2.5"), ("GGXONLB_NGDP", "", _ => "-0.75"), ("GGR_NGDP", "", _ => "40"), ("GGX_NGDP", "", _ => "42.5"),
            ("GGSB_NPGDP", "", y => y < 2016 ? "n/a" : "-2.25"), ("LUR", "", _ => "--"),
        ];
        int[] years = [.. Enumerable.Range(FirstYear, 19)];
        StringBuilder text = new($"WEO Country Code\tISO\tWEO Subject Code\tCountry\tSubject Descriptor\tSubject Notes\tUnits\tScale\t{string.Join('\t', years)}\tEstimates Start After\n");
        foreach (string iso3 in Shipped.Nato2026.Roster.Members.Select(m => m.Iso3).Append("CHE").Append("UVK"))
        {
            foreach ((string code, string scale, Func<int, string> value) in series)
            {
                text.Append(CultureInfo.InvariantCulture, $"1\t{iso3}\t{code}\tCountry\tSeries\t\"Source, of one kind\"\tUnits\t{scale}\t{string.Join('\t', years.Select(value))}\t2026\n");
            }
        }

        return text.Append("\nInternational Monetary Fund, World Economic Outlook Database, April 2027\n").ToString();

        static string Text(double value) => value.ToString(CultureInfo.InvariantCulture);
    }

    private static void Add(TestWorkbook book, string name, string title, string unit, string[] headings, NatoIndicator[] indicators)
    {
        TestSheet sheet = new();
        sheet.Shared(4, 2, title);
        sheet.Text(6, 2, unit);
        foreach (int year in Years)
        {
            if (year < FirstEstimate)
            {
                sheet.Number(HeaderRow, ColumnOf(year), year);
            }
            else
            {
                sheet.Shared(HeaderRow, ColumnOf(year), year.ToString(CultureInfo.InvariantCulture) + "e");
            }
        }

        for (int block = 0; block < headings.Length; block++)
        {
            int top = RowOf(Members[0].Iso3, block) - 1;
            if (headings[block].Length > 0)
            {
                sheet.Shared(top, 2, headings[block]);
            }

            bool totals = indicators[block] is not (NatoIndicator.NcuCurrentM or NatoIndicator.NcuConstantM or NatoIndicator.EquipmentPct or NatoIndicator.PersonnelPct or NatoIndicator.InfrastructurePct or NatoIndicator.OtherPct);
            foreach (Member member in Members)
            {
                string label = member.Iso3 == "SVK" ? "Slovak Republic" : member.Iso3 == "POL" && name is "TABLE1" or "TABLE3" ? "Poland*" : member.Name;
                string currency = name == "TABLE1" ? $"   ({Currencies.GetValueOrDefault(member.Iso3, "Euros")})" : "";
                Row(RowOf(member.Iso3, block), LabelColumn, label + currency, member.Iso3, indicators[block]);
            }

            if (totals)
            {
                Row(RowOf("NATO_EUR_CAN", block), 2, "NATO Europe and Canada", "NATO_EUR_CAN", indicators[block]);
                Row(RowOf("NATO_TOTAL", block), 2, "NATO Total", "NATO_TOTAL", indicators[block]);
            }
            else
            {
                // What the real workbooks leave in hidden rows.
                sheet.HiddenRows.Add(RowOf("NATO_EUR_CAN", block));
                sheet.Raw(RowOf("NATO_EUR_CAN", block), FirstColumn, "e", "#REF!");
                sheet.Number(RowOf("NATO_EUR_CAN", block), FirstColumn + 1, 0);
            }
        }

        int bottom = RowOf("NATO_TOTAL", headings.Length - 1) + 3;
        sheet.Text(bottom, LabelColumn, "Notes: Figures for 2026 and 2027 are estimates. The cut-off date for information used in this report was 4 June 2027.");
        sheet.Text(bottom + 1, LabelColumn, "*  This Ally has a national law.");
        sheet.Text(bottom + 3, 2, "-7-");
        book.Sheets.Add((name, sheet));

        void Row(int row, int column, string label, string code, NatoIndicator indicator)
        {
            sheet.Shared(row, column, label);
            foreach (int year in Years)
            {
                sheet.Number(row, ColumnOf(year), Figure(indicator, code, year));
            }
        }
    }

    private static double Spending(string code, int year) => code == "ISL" ? 0 : Math.Round((500 + (100 * (code[0] - 'A')) + (10 * (code[2] - 'A'))) * (1 + (0.04 * (year - FirstYear))));

    private static double Gdp(string code, int year) => code == "ISL" ? 25_000 : Math.Round((20_000 + (5_000 * (code[1] - 'A'))) * (1 + (0.02 * (year - FirstYear))));

    // Totals count members from the year in which they joined, Iceland's GDP among them.
    private static double Sum(Func<string, int, double> of, string code, int year) => code switch
    {
        "NATO_TOTAL" => Shipped.Nato2026.Roster.Members.Where(m => m.Accession <= year).Sum(m => of(m.Iso3, year)),
        "NATO_EUR_CAN" => Shipped.Nato2026.Roster.Members.Where(m => m.Accession <= year && m.Iso3 != "USA").Sum(m => of(m.Iso3, year)),
        _ => of(code, year),
    };
}
