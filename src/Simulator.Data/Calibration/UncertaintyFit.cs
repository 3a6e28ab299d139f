using MathNet.Numerics.Statistics;
using Simulator.Alliance;
using Simulator.Data.Editions;

namespace Simulator.Data.Calibration;

/// <summary>The fitted uncertainty, with what it is held against.</summary>
/// <param name="Rows">The parameters.</param>
/// <param name="GdpChecks">Past errors about the level of real GDP beside the implied spread, by horizon, percent.</param>
/// <param name="DebtChecks">Past errors about government debt beside the spread of draws in which shares are held, by horizon, points of GDP.</param>
public sealed record Calibrated(IReadOnlyList<UncertaintyRow> Rows, IReadOnlyList<UncertaintyCheck> GdpChecks, IReadOnlyList<UncertaintyCheck> DebtChecks);

/// <summary>A horizon at which the implied spread is held against the errors of past outlooks.</summary>
/// <param name="Horizon">Years after the last actual year.</param>
/// <param name="Editions">Outlooks that could be checked.</param>
/// <param name="Errors">Member forecasts that could be checked.</param>
/// <param name="Mean">Mean error; positive when the outlooks said too much.</param>
/// <param name="Error">Root mean square error.</param>
/// <param name="Implied">Spread that the parameters imply: the root of the members' mean variance.</param>
public sealed record UncertaintyCheck(int Horizon, int Editions, int Errors, double Mean, double Error, double Implied);

/// <summary>Fits model section 8 to the shipped history.</summary>
public static class UncertaintyFit
{
    /// <summary>Part of a growth shock that budgets have not yet followed after a year (judgement).</summary>
    internal const double BudgetLag = 0.7;

    /// <summary>Persistence of the logarithm of delivery (judgement).</summary>
    internal const double DeliveryPersistence = 0.8;

    private const string Fitted = "fitted";
    private const string Judgement = UncertaintyTable.Judgement;

    // What four plans promised for 2025, percent of GDP (POLICY facts in data/plans.csv and published.csv; the outturn is NATO's estimate).
    private static readonly (string Iso3, double PlannedPct)[] Deliveries = [("DEU", 2.4), ("POL", 4.7), ("SVN", 2.0), ("ALB", 2.0)];

    private const int DeliveryYear = 2025;

    /// <summary>Fits the uncertainty.</summary>
    /// <param name="folder">The data folder.</param>
    /// <returns>The parameters and checks, or what is wrong with the data.</returns>
    public static DataResult<Calibrated> Of(DataFolder folder)
    {
        DataResult<Edition> loaded = EditionStore.LoadDefault(folder);
        DataResult<IReadOnlyList<EditionEntry>> list = EditionStore.List(folder);
        if (!loaded.Ok || !list.Ok)
        {
            return new([.. loaded.Problems, .. list.Problems]);
        }

        Edition edition = loaded.Value;
        List<DataProblem> problems = [];
        string[] earlier = [.. list.Value.Where(e => string.CompareOrdinal(e.CutOff, edition.CutOff) < 0).OrderBy(e => e.CutOff, StringComparer.Ordinal).Select(e => e.Id)];
        if (earlier.Length == 0)
        {
            problems.Add(new DataProblem(folder.PathOf(EditionStore.EditionsFile), 0, 0, "the start revision needs an edition before the default one"));
            return new(problems);
        }

        DataResult<Edition> before = EditionStore.Load(folder, earlier[^1]);
        if (!before.Ok)
        {
            return new(before.Problems);
        }

        try
        {
            return Fit(folder, edition, before.Value, problems);
        }
        catch (ArgumentException tooLittle)
        {
            return new([new DataProblem(folder.Root, 0, 0, tooLittle.Message)]);
        }
    }

    private static DataResult<Calibrated> Fit(DataFolder folder, Edition edition, Edition before, List<DataProblem> problems)
    {
        Roster roster = edition.Roster;
        int last = edition.BaseYear - 1;
        Func<int, bool> isPooled = EconomyShockFit.IsPooled(roster);
        EconomyShockFit economy = EconomyShockFit.Of(
                roster, last, (m, y) => edition.Weo.Value(WeoIndicator.RealGrowthPct, m, y), (m, y) => EconomyShockFit.DeflatorGrowthPct(edition.Weo, m, y))
            ?? throw new ArgumentException(FormattableString.Invariant($"A member has fewer than {AutoregressionFit.FewestYears} pairs of years of growth or prices through {last} in {edition.Weo.Title}."));
        (AutoregressionFit growthFit, AutoregressionFit deflatorFit) = (economy.Growth, economy.Deflator);
        DebtShockFit debt = DebtShockFit.Of(edition.Weo, economy.GrowthDeviations, last, isPooled);
        int[] counted = [.. Enumerable.Range(0, roster.Count).Where(isPooled)];
        IReadOnlyList<ForecastError> gdpErrors = ForecastErrors.OfGdp(folder, roster, edition.Weo, last, counted, problems);
        IReadOnlyList<ForecastError> debtErrors = ForecastErrors.OfDebt(folder, roster, edition.Weo, last, counted, problems);
        if (problems.Count > 0)
        {
            return new(problems);
        }

        List<UncertaintyRow> rows =
        [
            Common("growth_persistence", growthFit.Persistence, "", $"growth {EconomyShockFit.FirstGrowthYear}-{last} less each member's mean by decade, pooled with one effect a year, {EconomyShockFit.Apart} apart"),
            Common("deflator_persistence", deflatorFit.Persistence, "", $"growth of the GDP deflator {EconomyShockFit.FirstDeflatorYear}-{last}, likewise"),
            Common("balance_persistence", debt.BalancePersistence, "", "general government balance less its mean by decade, beside the growth shock of the year"),
            Common("balance_on_growth", debt.BalanceOnGrowth, "points of GDP per point", "what the growth shock of a year did to the balance of the year; taken out of the balance shock"),
            Common("rate_persistence", debt.RatePersistence, "", $"implicit interest rate less its mean by decade where debt is at least {DebtShockFit.LeastDebtPct} % of GDP"),
            Common("rate_spread", debt.RateSpread, "points", "spread of a year's shock to the implicit rate, one for all; market rates move more than implicit ones"),
            .. StartRevision(edition, before),
            .. Delivery(edition),
            Stated("budget_lag", BudgetLag, "", "part of a growth shock that budgets have not yet followed after a year"),
            Stated("growth_scale", 1, "", "factor on every growth shock; 1 leaves the fit as it is, see the check against past outlooks"),
        ];
        foreach (Member member in roster.Members)
        {
            rows.Add(Own("growth_loading", member, growthFit.Loading[member.Index], "", "on the common growth factor"));
            rows.Add(Own("growth_spread", member, growthFit.Spread[member.Index], "points", "own growth shock of a year"));
            rows.Add(Own("deflator_loading", member, deflatorFit.Loading[member.Index], "", "on the common deflator factor"));
            rows.Add(Own("deflator_spread", member, deflatorFit.Spread[member.Index], "points", "own deflator shock of a year"));
            rows.Add(Own("balance_spread", member, debt.BalanceSpread[member.Index], "points of GDP", "own balance shock of a year"));
        }

        rows.AddRange(Factor("growth_factor", growthFit));
        rows.AddRange(Factor("deflator_factor", deflatorFit));
        rows.AddRange(debtErrors.Where(e => e.Errors > 0).Select(e => new UncertaintyRow(
            UncertaintyTable.DebtErrorIn(e.Horizon), "", 0, e.RootMeanSquare, double.NaN, e.Errors, "points of GDP", Fitted,
            FormattableString.Invariant($"by how much {e.Editions} outlooks missed the change of debt over this many years: no part of any draw, beside which it is told"))));
        DataResult<UncertaintyParameters> parameters = UncertaintyParameters.Of(rows, roster, folder.PathOf(UncertaintyTable.FileName));
        if (!parameters.Ok)
        {
            return new(parameters.Problems);
        }

        double[] debtImplied = ImpliedDebt.SpreadsPp(edition, parameters.Value.Shocks, counted);
        return new(new Calibrated(
            rows,
            [.. gdpErrors.Select(e => Check(e, Math.Sqrt(counted.Average(m => ForecastErrors.ImpliedVariance(growthFit, m, e.Horizon)))))],
            [.. debtErrors.Select(e => Check(e, debtImplied[e.Horizon - 1]))]));

        static UncertaintyCheck Check(ForecastError e, double implied) => new(e.Horizon, e.Editions, e.Errors, e.Mean, e.RootMeanSquare, implied);
    }

    /// <summary>What the later edition made of the earlier one's last two years: logarithms, since the start is multiplied by exp(r).</summary>
    private static IEnumerable<UncertaintyRow> StartRevision(Edition edition, Edition before)
    {
        foreach ((string name, int year) in new[] { ("start_revision", before.BaseYear), ("start_revision_previous", before.BaseYear - 1) })
        {
            double[] revisions =
            [
                .. edition.Roster.WithForces
                    .Select(m => Math.Log(Share(edition, m, year) / Share(before, BeforeIndex(edition, before, m), year)))
                    .Where(double.IsFinite),
            ];
            if (revisions.Length < AutoregressionFit.FewestYears)
            {
                throw new ArgumentException($"Only {revisions.Length} members have a share of {year} in both editions.");
            }

            double spread = revisions.StandardDeviation();
            string note = $"log of the share of {year} in {edition.Id} over that in {before.Id}, where it was an estimate; the definition changed in between";
            yield return new(name + "_mean", "", 0, revisions.Mean(), spread / Math.Sqrt(revisions.Length), revisions.Length, "log", Fitted, note);
            yield return new(name + "_spread", "", 0, spread, spread / Math.Sqrt(2.0 * (revisions.Length - 1)), revisions.Length, "log", Fitted, note);
        }
    }

    private static int BeforeIndex(Edition edition, Edition before, int member) =>
        before.Roster.TryMember(edition.Roster.Members[member].Iso3, out Member? same) ? same.Index : throw new ArgumentException($"{before.Id} lacks {edition.Roster.Members[member].Iso3}.");

    private static double Share(Edition edition, int member, int year) => edition.Nato.Value(NatoIndicator.SharePct, member, year);

    private static IEnumerable<UncertaintyRow> Delivery(Edition edition)
    {
        List<double> ratios = [];
        foreach ((string iso3, double planned) in Deliveries)
        {
            if (!edition.Roster.TryMember(iso3, out Member? member))
            {
                throw new ArgumentException($"{edition.Id} lacks {iso3}.");
            }

            double start = Share(edition, member.Index, DeliveryYear - 1);
            double ratio = (Share(edition, member.Index, DeliveryYear) - start) / (planned - start);
            ratios.Add(ratio);
            yield return new(
                "delivery_case", iso3, DeliveryYear, ratio, double.NaN, 1, "part of the planned rise", Fitted,
                FormattableString.Invariant($"planned {planned} % of GDP in {DeliveryYear}, came {Share(edition, member.Index, DeliveryYear)} from {start}"));
        }

        foreach ((string nature, double part) in new[] { ("law", 0.8), ("plan", 0.6), ("announcement", 0.4) })
        {
            yield return Stated("delivery_" + nature, part, "part of the planned rise", "four cases are too few to fit by nature of the plan");
        }

        double spread = ratios.Select(r => Math.Log(r)).StandardDeviation();
        yield return new("delivery_spread", "", 0, spread, spread / Math.Sqrt(2.0 * (ratios.Count - 1)), ratios.Count, "log", Fitted, "spread of the four cases; stationary spread of q");
        yield return Stated("delivery_persistence", DeliveryPersistence, "", "a country that is late stays late; no series to fit it on");
    }

    private static IEnumerable<UncertaintyRow> Factor(string name, AutoregressionFit fit) => fit.Factor
        .OrderBy(f => f.Key).Where(f => double.IsFinite(f.Value))
        .Select(f => new UncertaintyRow(name, "", f.Key, f.Value, double.NaN, 0, "points", Fitted, "members' mean of what persistence leaves"));

    private static UncertaintyRow Common(string name, Estimate estimate, string unit, string note) =>
        new(name, "", 0, estimate.Value, estimate.StandardError, estimate.Observations, unit, Fitted, note);

    private static UncertaintyRow Own(string name, Member member, Estimate estimate, string unit, string note) =>
        new(name, member.Iso3, 0, estimate.Value, estimate.StandardError, estimate.Observations, unit, Fitted, note);

    private static UncertaintyRow Stated(string name, double value, string unit, string note) =>
        new(name, "", 0, value, double.NaN, 0, unit, Judgement, note);
}
