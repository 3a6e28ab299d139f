using Simulator.Data.Sources;
using Simulator.Pathways;
using Simulator.Projections;

namespace Simulator.Reports.Claims;

/// <summary>The answer to a founding claim.</summary>
/// <param name="Claim">The claim.</param>
/// <param name="Sentence">The answer in one sentence, from results of this run.</param>
/// <param name="Complete">False when a part of the answer needs what this version does not compute; the sentence says so.</param>
public sealed record ClaimAnswer(FoundingClaim Claim, string Sentence, bool Complete);

/// <summary>Answers each founding claim in one sentence from real results; the year of the question is 2035 unless it says otherwise.</summary>
public static partial class ClaimAnswers
{
    private const int Year = 2035;
    private static readonly MoneyBasis Eur = new(CurrencyChoice.Eur, PriceBasis.BaseYear);
    private static readonly MoneyBasis Usd = new(CurrencyChoice.Usd, PriceBasis.BaseYear);

    private static readonly Dictionary<string, (bool Complete, Func<ClaimEvidence, string> Say)> Ways = new(StringComparer.Ordinal)
    {
        ["C01"] = (true, EuropePrimary),
        ["C02"] = (true, FiveWithinADecade),
        ["C03"] = (true, FastestFive),
        ["C04"] = (true, SinceTheFirstYear),
        ["C05"] = (true, TradeWar),
        ["C06"] = (true, ShortOfTheLine),
        ["C07"] = (true, TransatlanticSplit),
        ["C08"] = (true, Ceasefire),
        ["C09"] = (true, TenAndFifteenYears),
        ["C10"] = (true, UsStepsBack),
        ["C11"] = (true, Accessions),
        ["C12"] = (true, UsInTotalAndEquipment),
        ["C13"] = (true, ThreePercent),
        ["C14"] = (true, PlansBesideTargets),
        ["C15"] = (true, Personnel),
        ["C16"] = (true, YearsOfCuts),
        ["C17"] = (true, UsPartSince1949),
    };

    /// <summary>Ids of the shipped scenarios that the answers read.</summary>
    public static IReadOnlyList<string> Scenarios { get; } =
    [
        "hold-share", "announced", "announced-then-hague", "three-by-2035", "hague-core", "five-core", "fastest-five",
        "europe-primary", "us-third-out", "trade-war", "trade-war-plan", "ceasefire",
    ];

    /// <summary>Answers a claim.</summary>
    /// <param name="claim">The claim.</param>
    /// <param name="evidence">What it is answered from.</param>
    /// <returns>The answer; for a claim that the program does not know, a sentence that says so.</returns>
    public static ClaimAnswer Answer(FoundingClaim claim, ClaimEvidence evidence) =>
        Ways.TryGetValue(claim.Id, out (bool Complete, Func<ClaimEvidence, string> Say) way)
            ? new ClaimAnswer(claim, way.Say(evidence), way.Complete)
            : new ClaimAnswer(claim, "Not answered: this version knows no way to answer this claim.", false);

    private static string EuropePrimary(ClaimEvidence e)
    {
        Projection p = e.Of("europe-primary");
        Unit europe = e.Group("EUROPE");
        Unit france = e.Member("FRA");
        int[] most = [.. e.Edition.Roster.Group("EUROPE").Members.OrderByDescending(m => p.ExtraOverHoldBn(Unit.Member(m), Year, Eur)).Take(3)];
        return $"European allies spend EUR {Bn(p.ExtraOverHoldBn(europe, Year, Eur))} bn more in {Year} than at today's shares ({e.Edition.BaseYear} prices), "
            + $"most of it {List(most.Select(m => $"{e.Name(m)} {Bn(p.ExtraOverHoldBn(Unit.Member(m), Year, Eur))}"))}; "
            + $"France spends EUR {Bn(p.SpendingBn(france, Year, Eur))} bn, {Pct(p.SharePct(france, Year))} of GDP against {Pct(p.SharePct(france, e.Edition.BaseYear))} in {e.Edition.BaseYear}.";
    }

    private static string SinceTheFirstYear(ClaimEvidence e)
    {
        Projection p = e.Of("hold-share");
        (int first, int b) = (p.FirstYear, p.BaseYear);
        double Rise(int m) => Rounding.HalfUp(p.SharePct(Unit.Member(m), b), 2) - Rounding.HalfUp(p.SharePct(Unit.Member(m), first), 2);
        int[] order = [.. e.Edition.Roster.WithForces.OrderByDescending(Rise)];
        int[] fell = [.. order.Where(m => Rise(m) < 0)];
        Unit others = e.Group("NATO_EUR_CAN");
        return $"From {first} to {b} (estimate) Europe and Canada went from {Pct(p.SharePct(others, first))} to {Pct(p.SharePct(others, b))} of GDP; the share rose in {order.Count(m => Rise(m) > 0)} of {order.Length} allies, "
            + $"most in {List(order.Take(3).Select(m => $"{e.Name(m)} ({Points(Rise(m))})"))}, and fell in {List(fell.Select(m => $"{e.Name(m)} ({Points(Rise(m))})"))}.";
    }

    private static string TradeWar(ClaimEvidence e)
    {
        Projection before = e.Of("announced-then-hague");
        Projection gdp = e.Of("trade-war");
        Projection plan = e.Of("trade-war-plan");
        Unit europe = e.Group("EUROPE");
        FiscalSummary debt = new(gdp);
        double lost = before.SpendingBn(europe, Year, Eur) - gdp.SpendingBn(europe, Year, Eur);
        return $"Three years of slower growth take EUR {Bn(lost)} bn off European spending in {Year} ({e.Edition.BaseYear} prices) when budgets follow GDP, at the same {Pct(gdp.SharePct(europe, Year))} of GDP; "
            + $"when the planned money stands the share is {Pct(plan.SharePct(europe, Year))}; the slower growth alone adds {Tenths(debt.ShockDebtPp(europe, Year))} points of GDP to Europe's debt by {Year}, "
            + $"beside {Tenths(debt.ExtraDebtPp(europe, Year, 100).Low)} to {Tenths(debt.ExtraDebtPp(europe, Year, 100).High)} points for defence if all of it is borrowed.";
    }

    private static string ShortOfTheLine(ClaimEvidence e)
    {
        Projection plans = e.Of("announced");
        Projection pledge = e.Of("announced-then-hague");
        Unit allies = e.Group("NATO");
        int[] shortOnPlans = [.. Short(plans, e)];
        int[] shortOnPledge = [.. Short(pledge, e)];
        int[] most = [.. shortOnPlans.OrderByDescending(m => plans.ShortOfLineBn(Unit.Member(m), Year, Eur)).Take(3)];
        return $"On national plans alone {shortOnPlans.Length} of {e.Edition.Roster.WithForces.Count} allies are short of the line in {Year}, by EUR {Bn(plans.ShortOfLineBn(allies, Year, Eur))} bn together ({e.Edition.BaseYear} prices), "
            + $"most of it {List(most.Select(m => $"{e.Name(m)} {Bn(plans.ShortOfLineBn(Unit.Member(m), Year, Eur))}"))}; "
            + $"with the Hague pledge kept {List(shortOnPledge.Select(e.Name))} are still short, by EUR {Bn(pledge.ShortOfLineBn(allies, Year, Eur))} bn.";
    }

    private static string TransatlanticSplit(ClaimEvidence e)
    {
        Projection p = e.Of("europe-primary");
        Unit all = e.Group("ALL");
        return $"When Europe carries the conventional load the US part of the alliance's spending falls from {Pct1(p.UsPartPct(all, p.BaseYear))} in {p.BaseYear} to {Pct1(p.UsPartPct(all, Year))} in {Year}; "
            + $"at today's shares it would be {Pct1(e.Of("hold-share").UsPartPct(all, Year))} (worldwide US spending).";
    }

    private static string Ceasefire(ClaimEvidence e)
    {
        Projection without = e.Of("announced-then-hague");
        Projection with = e.Of("ceasefire");
        Unit others = e.Group("NATO_EUR_CAN");
        Unit allies = e.Group("NATO");
        return $"If plans slip two years and six tenths arrive, Europe and Canada spend {Pct(with.SharePct(others, Year))} of GDP in {Year} instead of {Pct(without.SharePct(others, Year))}, EUR {Bn(without.SpendingBn(others, Year, Eur) - with.SpendingBn(others, Year, Eur))} bn less ({e.Edition.BaseYear} prices), "
            + $"and {with.MembersAt(allies, Year, 3.5)} instead of {without.MembersAt(allies, Year, 3.5)} allies reach 3.5 %.";
    }

    private static string TenAndFifteenYears(ClaimEvidence e)
    {
        Projection p = e.Of("announced-then-hague");
        Unit all = e.Group("ALL");
        Unit others = e.Group("NATO_EUR_CAN");
        return $"On national plans and then the pledge the alliance spends USD {Bn(p.SpendingBn(all, 2035, Usd))} bn in 2035 and {Bn(p.SpendingBn(all, 2040, Usd))} bn in 2040 ({e.Edition.BaseYear} prices), {Pct(p.SharePct(all, 2035))} and {Pct(p.SharePct(all, 2040))} of GDP; "
            + $"Europe and Canada are {Pct1(100 - p.UsPartPct(all, 2040))} of it in 2040, {Pct(p.SharePct(others, 2040))} of their GDP.";
    }

    private static string UsStepsBack(ClaimEvidence e)
    {
        Projection p = e.Of("us-third-out");
        Unit usa = e.Member("USA");
        Unit europe = e.Group("EUROPE");
        BackfillReading backfill = new(p);
        double fall = -p.RiseSinceBaseBn(usa, 2032, Eur);
        int[] most = [.. e.Edition.Roster.Group("EUROPE").Members.OrderByDescending(m => backfill.CoveredBn(Unit.Member(m), 2032, Eur)).Take(3)];
        Projection aid = e.Of("europe-primary");
        double aidPct = aid.Scenario.Paths.First(r => r.What == PathWhat.ShareAddPp).Value;
        double gdpEurBn = 100 * p.SpendingBn(europe, 2032, Eur) / p.SharePct(europe, 2032);
        return $"A US third less is EUR {Bn(fall)} bn a year less in 2032 than in {p.BaseYear} ({p.BaseYear} prices); Europe's half of it is EUR {Bn(backfill.CoveredBn(europe, 2032, Eur))} bn, {Pct(backfill.PctOfGdp(europe, 2032))} of its GDP, on top of national plans, "
            + $"most of it {List(most.Select(m => $"{e.Name(m)} {Bn(backfill.CoveredBn(Unit.Member(m), 2032, Eur))} (EUR {Whole(backfill.PerHead(Unit.Member(m), 2032, Eur))} a head)"))}; "
            + $"aid to Ukraine in the place of the US would be EUR {Bn(aidPct / 100 * gdpEurBn)} bn more a year ({Pct(aidPct)} of GDP); US spending is worldwide, and the shares are at market exchange rates.";
    }
}
