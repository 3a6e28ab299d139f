using System.Globalization;
using Simulator.Alliance;
using Simulator.Data.Editions;

namespace Simulator.Data.Sources;

/// <summary>
/// National budgets beside NATO's figure of the same year, for "natosim data reconcile": the amounts of the table of national plans,
/// the ratio of the two in published years, and what that ratio makes of the amounts of later years.
/// </summary>
public static class BudgetReconciliation
{
    private static readonly string[] Columns =
    [
        "id", "iso3", "year", "amount_bn", "currency", "superseded", "national_base_share_2026", "grade", "source_title", "source_date", "note",
    ];

    private static readonly string[] Header =
    [
        "id", "iso3", "year", "national_bn", "currency", "nato_bn", "ratio", "scaled_bn", "scaled_share_pct", "superseded", "grade", "date", "source", "note",
    ];

    /// <summary>
    /// The reconciliation. nato_bn is NATO's table 1 of the year (published years only), ratio = nato_bn ÷ national_bn. For later years
    /// scaled_bn = national_bn × NATO's base-year amount ÷ the national base-year amount, and scaled_share_pct = s(b)·[amount(t)/amount(b)]/[N(t)/N(b)]
    /// with N the IMF's nominal GDP: the share that budget_bn with definition national gives (model section 5).
    /// </summary>
    /// <param name="folder">The data folder.</param>
    /// <param name="editionId">Edition; empty for the default one.</param>
    /// <returns>One row for each amount in the order of the table of plans, or what is wrong with the files.</returns>
    public static DataResult<CatalogueTable> Of(DataFolder folder, string editionId)
    {
        DataResult<IReadOnlyList<EditionEntry>> entries = EditionStore.List(folder);
        if (!entries.Ok)
        {
            return new(entries.Problems);
        }

        DataResult<Edition> loaded = editionId.Length == 0 ? EditionStore.LoadDefault(folder) : EditionStore.Load(folder, editionId);
        if (!loaded.Ok)
        {
            return new(loaded.Problems);
        }

        Edition edition = loaded.Value;
        string file = entries.Value.Single(e => e.Id == edition.Id).PlansFile;
        if (file.Length == 0)
        {
            return new([new DataProblem(folder.Root, 0, 0, $"edition {edition.Id} has no table of national plans, so there is no budget to set beside NATO's figure")]);
        }

        List<DataProblem> problems = [];
        List<Amount> amounts = Read(folder, file, edition, problems);
        if (problems.Count > 0)
        {
            return new(problems);
        }

        MacroPath macro = MacroPathBuilder.Build(edition, Math.Max(edition.BaseYear + 1, amounts.Select(a => a.Year).DefaultIfEmpty(0).Max()));
        return new(new CatalogueTable(
            $"National budgets beside NATO's figure, {edition.Title}; billions of national currency, current prices",
            Header,
            [.. amounts.Select(a => Row(a, edition, macro))],
            [
                $"ratio: NATO's figure over the national amount of the same year. scaled_bn and scaled_share_pct: the amount of a later year times NATO's figure of {Text(edition.BaseYear)} over the national amount of {Text(edition.BaseYear)}, over the nominal GDP of {edition.Weo.Title}; it supposes that what the budget leaves out grows with the budget.",
                "superseded yes: a later document has taken the place of the amount. Grades: P the publisher's own page, S press or a copy, T a public transcription of the primary source, D derived here. Addresses: natosim data show plans.",
            ]));
    }

    /// <summary>The reconciliation of an edition that has no table of national plans: no row, and a note that says so.</summary>
    /// <param name="edition">The edition.</param>
    public static CatalogueTable Without(Edition edition) =>
        new($"National budgets beside NATO's figure, {edition.Title}", Header, [], [$"Edition {edition.Id} has no table of national plans."]);

    private static List<Amount> Read(DataFolder folder, string file, Edition edition, List<DataProblem> problems)
    {
        List<Amount> amounts = [];
        using DataTable? table = DataTable.Open(folder, file, Columns, problems);
        while (table is not null && table.Next())
        {
            if (table.Bytes(3).Length == 0)
            {
                continue;
            }

            if (!edition.Roster.TryMember(table.String(1), out Member? member))
            {
                table.Problem(1, $"\"{table.String(1)}\" is not a member");
                continue;
            }

            string currency = table.String(4);
            if (currency != edition.Currency[member.Index])
            {
                table.Problem(4, $"the amount is in {currency}, and NATO's figure for {member.Iso3} in {edition.Currency[member.Index]}");
            }

            double amount = table.Number(3);
            if (!(amount > 0))
            {
                table.Problem(3, "an amount above 0 is expected");
            }

            amounts.Add(new Amount(
                table.String(0),
                member,
                table.Year(2),
                amount,
                currency,
                table.String(5),
                table.Number(6),
                table.String(7),
                table.String(9),
                table.String(8),
                table.String(10)));
        }

        return amounts;
    }

    private static string[] Row(Amount amount, Edition edition, MacroPath macro)
    {
        int m = amount.Member.Index;
        int b = edition.BaseYear;
        bool isPublished = amount.Year >= edition.FirstYear && amount.Year <= b;
        double natoBn = isPublished ? edition.Nato.Value(NatoIndicator.NcuCurrentM, m, amount.Year) / 1000 : double.NaN;
        double change = amount.Year > b ? amount.Bn / amount.BaseBn : double.NaN;
        double scaledBn = change * edition.Nato.Value(NatoIndicator.NcuCurrentM, m, b) / 1000;
        double gdpChange = amount.Year > b ? macro.NominalGdpNcuBn[((amount.Year - b) * macro.Members) + m] / macro.NominalGdpNcuBn[m] : double.NaN;
        double baseSharePct = 100 * edition.Nato.Value(NatoIndicator.UsdConstantM, m, b) / edition.Nato.Value(NatoIndicator.GdpUsdConstantM, m, b);
        return
        [
            amount.Id,
            amount.Member.Iso3,
            Text(amount.Year),
            amount.Bn.ToString(CultureInfo.InvariantCulture),
            amount.Currency,
            Number(natoBn, "0.00"),
            Number(natoBn / amount.Bn, "0.000"),
            Number(scaledBn, "0.00"),
            Number(baseSharePct * change / gdpChange, "0.00"),
            amount.Superseded,
            amount.Grade,
            amount.Date,
            amount.Source,
            amount.Note,
        ];
    }

    private static string Text(int number) => number.ToString(CultureInfo.InvariantCulture);

    private static string Number(double value, string format) => double.IsNaN(value) ? "" : value.ToString(format, CultureInfo.InvariantCulture);

    // BaseBn: the national amount of the base year; NaN where the table has none on the same definition.
    private sealed record Amount(string Id, Member Member, int Year, double Bn, string Currency, string Superseded, double BaseBn, string Grade, string Date, string Source, string Note);
}
