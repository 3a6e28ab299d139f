using Simulator.Alliance;
using Simulator.Pathways;
using Simulator.Projections;
using Simulator.Reports.Ranges;

namespace Simulator.Reports.Answers;

/// <summary>A member that is short of the line in the headline year.</summary>
/// <param name="Iso3">Its code.</param>
/// <param name="Name">Its name.</param>
/// <param name="ShortPp">Points of GDP short, two decimals.</param>
/// <param name="ShortBn">Billions short, in the money of the answer.</param>
public sealed record ShortMember(string Iso3, string Name, double ShortPp, double ShortBn);

/// <summary>A chosen member in a year, in its own money.</summary>
/// <param name="Name">Its name.</param>
/// <param name="Year">The year.</param>
/// <param name="SharePct">Share of GDP.</param>
/// <param name="LinePct">The line; NaN for Iceland.</param>
/// <param name="SpendingBn">Spending.</param>
/// <param name="ExtraBn">Extra over hold.</param>
/// <param name="PerHead">Spending per inhabitant.</param>
/// <param name="GrowthPct">Real growth a year that it takes; NaN for Iceland.</param>
/// <param name="Currency">ISO 4217 code.</param>
/// <param name="Prices">The word of the column "prices".</param>
public sealed record MemberAnswer(string Name, int Year, double SharePct, double LinePct, double SpendingBn, double ExtraBn, double PerHead, double GrowthPct, string Currency, string Prices);

/// <summary>What a member takes over of another ally's fall in the headline year.</summary>
/// <param name="Name">Its name.</param>
/// <param name="EurBn">EUR billion at base-year prices.</param>
/// <param name="EurPerHead">EUR per inhabitant at base-year prices.</param>
/// <param name="PartBeforePct">Its part of the alliance's spending in the base year, percent, constant US dollars.</param>
/// <param name="PartAfterPct">The same in the headline year.</param>
public sealed record BackfillShare(string Name, double EurBn, double EurPerHead, double PartBeforePct, double PartAfterPct);

/// <summary>The answer of one scenario: a sentence, its numbers, who is short, and what a reader has to know.</summary>
public sealed record ScenarioAnswer
{
    /// <summary>Id of the scenario.</summary>
    public required string Id { get; init; }

    /// <summary>Title of the scenario.</summary>
    public required string Title { get; init; }

    /// <summary>The finding in one sentence, with money and prices.</summary>
    public required string Headline { get; init; }

    /// <summary>Extra over hold of the European allies in the headline year, billions of <see cref="AnswerSheet.Currency"/>.</summary>
    public required double ExtraBn { get; init; }

    /// <summary>The same per inhabitant, units of currency.</summary>
    public required double ExtraPerHead { get; init; }

    /// <summary>Allies at the line in the headline year.</summary>
    public required int AtLine { get; init; }

    /// <summary>Allies with armed forces: the "of 31".</summary>
    public required int Counted { get; init; }

    /// <summary>Money short of the line over all allies, billions.</summary>
    public required double ShortBn { get; init; }

    /// <summary>Real growth a year that the European allies' spending takes from the base year to the headline year, percent.</summary>
    public required double RequiredRealGrowthPct { get; init; }

    /// <summary>Extra debt of the European allies in the headline year if all of the extra spending is borrowed, points of GDP under both references; none when debt was not run.</summary>
    public required FiscalRange ExtraDebtPp { get; init; }

    /// <summary>Who takes over what another ally spends less, most first; empty without backfill.</summary>
    public required IReadOnlyList<BackfillShare> Backfill { get; init; }

    /// <summary>What was asked to be taken over and nobody could take over, billion US dollars at the edition's constant prices.</summary>
    public required double UncoveredConstUsdBn { get; init; }

    /// <summary>Members short of the line, by money, most first.</summary>
    public required IReadOnlyList<ShortMember> Short { get; init; }

    /// <summary>Names of members whose place at the line hangs on a rounding: within 0.01 points of it, and not there before rounding.</summary>
    public required IReadOnlyList<string> KnifeEdge { get; init; }

    /// <summary>The sentence about them; empty when there are none.</summary>
    public string KnifeEdgeRemark => KnifeEdge.Count == 0 ? "" : $"Within 0.01 points of the line, so that a rounding decides: {string.Join(", ", KnifeEdge)}.";

    /// <summary>Of which ally the scenario asks the steepest five years of real growth, and how that compares; empty where five years are not there.</summary>
    public required string HardestPressed { get; init; }

    /// <summary>Chosen members; empty when no member was chosen.</summary>
    public required IReadOnlyList<MemberAnswer> Members { get; init; }

    /// <summary>What is left out of the scenario and how it is to be read, one sentence each.</summary>
    public required IReadOnlyList<string> Caveats { get; init; }

    /// <summary>Notes of the scenario's author.</summary>
    public required IReadOnlyList<string> Notes { get; init; }

    /// <summary>What the draws say of the headline year, one sentence each; empty without draws.</summary>
    public IReadOnlyList<string> Range { get; init; } = [];

    /// <summary>The numbers in one line.</summary>
    /// <param name="sheet">The sheet that the answer belongs to.</param>
    public string Numbers(AnswerSheet sheet)
    {
        string perHead = AnswerWords.RoundedBn(ExtraBn) switch
        {
            > 0 => $"{AnswerWords.PerHead(ExtraPerHead, sheet.Currency)} a head; ",
            < 0 => $"{AnswerWords.PerHead(-ExtraPerHead, sheet.Currency)} a head less; ",
            _ => "",
        };
        string allies = AtLine == Counted
            ? $"all {Counted} allies at the line"
            : $"{AtLine} of {Counted} allies at the line, {AnswerWords.Bn(ShortBn, sheet.Currency)} short";
        string growth = RequiredRealGrowthPct < 0
            ? $"spending falls {AnswerWords.Percent(-RequiredRealGrowthPct)} a year in real terms"
            : $"it takes {AnswerWords.Percent(RequiredRealGrowthPct)} real growth a year";
        return $"{perHead}{allies}; {Debt}{growth}.";
    }

    // The range is told only where its ends differ as told.
    private string Debt
    {
        get
        {
            if (!ExtraDebtPp.HasValue)
            {
                return "";
            }

            if (AnswerWords.RoundedPoints(ExtraDebtPp.High) < 0)
            {
                (string least, string most) = (AnswerWords.Tenths(-ExtraDebtPp.High), AnswerWords.Tenths(-ExtraDebtPp.Low));
                return $"debt {AnswerWords.Tenths(-ExtraDebtPp.Hold)} points of GDP lower{(least == most ? "" : $" ({least} to {most})")}; ";
            }

            (string low, string high) = (AnswerWords.DebtPoints(ExtraDebtPp.Low), AnswerWords.DebtPoints(ExtraDebtPp.High));
            string range = low == high ? "" : $" ({low} to {high})";
            return $"extra debt if borrowed {AnswerWords.DebtPoints(ExtraDebtPp.Hold)} points of GDP{range}; ";
        }
    }
}

/// <summary>The answer sheet of a run, for the terminal and for pages.</summary>
public sealed record AnswerSheet
{
    /// <summary>What is said with every growth shock.</summary>
    public const string GrowthShock = "Counts can rise because GDP falls.";

    /// <summary>Run id.</summary>
    public required string RunId { get; init; }

    /// <summary>Title of the edition.</summary>
    public required string Edition { get; init; }

    /// <summary>Base year.</summary>
    public required int BaseYear { get; init; }

    /// <summary>The headline year.</summary>
    public required int Year { get; init; }

    /// <summary>ISO 4217 code of the headline's money.</summary>
    public required string Currency { get; init; }

    /// <summary>The word of the column "prices".</summary>
    public required string Prices { get; init; }

    /// <summary>The answers in the order of the scenarios.</summary>
    public required IReadOnlyList<ScenarioAnswer> Scenarios { get; init; }

    /// <summary>What a reader has to know about the figures of the edition and about this version, one sentence each.</summary>
    public required IReadOnlyList<string> Remarks { get; init; }

    /// <summary>What the ranges are and are not, one or two sentences each; empty without draws.</summary>
    public IReadOnlyList<string> RangeRemarks { get; init; } = [];

    /// <summary>What was assumed about the economy because a source does not reach, one sentence each.</summary>
    public required IReadOnlyList<string> Assumptions { get; init; }

    /// <summary>Reads the answers out of the results of a run.</summary>
    /// <param name="results">The results.</param>
    /// <param name="runId">Run id.</param>
    public static AnswerSheet Of(RunResults results, string runId)
    {
        Edition edition = results.Edition;
        Unit europe = AllianceUnits.Europe(edition.Roster);
        MoneyBasis money = results.Options.Money(edition, europe);
        return new AnswerSheet
        {
            RunId = runId,
            Edition = edition.Title,
            BaseYear = edition.BaseYear,
            Year = results.Options.HeadlineYear,
            Currency = money.CurrencyCode(edition, europe),
            Prices = money.PricesWord(edition),
            Scenarios = [.. results.Projections.Select(p => Answer(results, p, europe, money))],
            Remarks = [.. results.Projections.Any(p => p.World.Fiscal.Count > 0) ? new[] { FiscalWords.DebtRemark, FiscalWords.EffectRemark } : [], EffortWords.Rule(results.Episodes), .. edition.Remarks],
            RangeRemarks = RangeWords.Remarks(results),
            Assumptions = results.History.Macro.Assumptions,
        };
    }

    /// <summary>The sentence of a scenario.</summary>
    /// <param name="title">Title of the scenario.</param>
    /// <param name="extraBn">Extra over hold of the European allies, billions.</param>
    /// <param name="currency">ISO 4217 code.</param>
    /// <param name="prices">The word of the column "prices".</param>
    /// <param name="year">The headline year.</param>
    public static string HeadlineOf(string title, double extraBn, string currency, string prices, int year)
    {
        double told = AnswerWords.RoundedBn(extraBn);
        string amount = told switch
        {
            > 0 => $"{AnswerWords.Bn(extraBn, currency)} more in {Text(year)} than",
            < 0 => $"{AnswerWords.Bn(-extraBn, currency)} less in {Text(year)} than",
            _ => $"no more in {Text(year)} than",
        };
        return $"Under \"{title.TrimEnd('.', ' ')}\", European allies spend {amount} at today's shares ({AnswerWords.Prices(prices)})";
    }

    private static ScenarioAnswer Answer(RunResults results, Projection projection, Unit europe, MoneyBasis money)
    {
        Roster roster = results.Edition.Roster;
        int year = results.Options.HeadlineYear;
        Unit allies = Unit.Group(roster.WithForces);
        Scenario scenario = projection.Scenario;
        double extra = projection.ExtraOverHoldBn(europe, year, money);
        string currency = money.CurrencyCode(results.Edition, europe);
        List<ShortMember> shortMembers = [];
        List<string> knifeEdge = [];
        int atLine = 0;
        foreach (int m in roster.WithForces)
        {
            Unit unit = Unit.Member(m);
            double pp = projection.ShortPp(unit, year);
            atLine += pp == 0 ? 1 : 0;
            bool isListed = results.Options.Members.IsEmpty || results.Options.Members.Contains(m);
            if (pp > 0 && isListed)
            {
                shortMembers.Add(new ShortMember(roster.Members[m].Iso3, roster.Members[m].Name, pp, projection.ShortOfLineBn(unit, year, money)));
            }

            if (isListed && IsDecidedByRounding(projection, unit, year, pp))
            {
                knifeEdge.Add(roster.Members[m].Name);
            }
        }

        return new ScenarioAnswer
        {
            Id = scenario.Id,
            Title = scenario.Title,
            Headline = HeadlineOf(scenario.Title, extra, currency, money.PricesWord(results.Edition), year),
            ExtraBn = extra,
            ExtraPerHead = projection.ExtraPerHead(europe, year, money),
            AtLine = atLine,
            Counted = projection.MembersCounted(allies, year),
            ShortBn = projection.ShortOfLineBn(allies, year, money),
            RequiredRealGrowthPct = projection.RequiredRealGrowthPct(europe, year),
            ExtraDebtPp = new FiscalSummary(projection).ExtraDebtPp(europe, year, 100),
            Backfill = [.. Payers(results, projection)],
            UncoveredConstUsdBn = new BackfillReading(projection).UncoveredConstUsdM(year) / 1000,
            Short = [.. shortMembers.OrderByDescending(s => s.ShortBn).ThenBy(s => s.Iso3, StringComparer.Ordinal)],
            KnifeEdge = knifeEdge,
            HardestPressed = EffortWords.HardestPressed(results, projection),
            Members = [.. Chosen(results, projection)],
            Range = [.. results.Ranges.Where(r => r.Projection == projection).SelectMany(r => RangeWords.Of(r, results))],
            Caveats = [.. scenario.NotComputed, .. HasGrowthShock(scenario) ? new[] { GrowthShock } : []],
            Notes = scenario.Notes,
        };
    }

    // A path that is meant to end on the line ends there but for the last digits of its sums; that is no knife edge.
    private static bool IsDecidedByRounding(Projection projection, Unit unit, int year, double shortPp)
    {
        const double slackPp = 1e-9;
        double below = projection.LinePct(unit, year) - projection.SharePct(unit, year);
        return below > slackPp && shortPp <= 0.01;
    }

    private static IEnumerable<MemberAnswer> Chosen(RunResults results, Projection projection)
    {
        if (results.Options.Members.IsEmpty)
        {
            yield break;
        }

        foreach (ReportUnit member in results.Members)
        {
            MoneyBasis money = results.Options.Money(results.Edition, member.Unit);
            foreach (int year in results.Options.Years)
            {
                yield return new MemberAnswer(
                    member.Name,
                    year,
                    projection.SharePct(member.Unit, year),
                    projection.LinePct(member.Unit, year),
                    projection.SpendingBn(member.Unit, year, money),
                    projection.ExtraOverHoldBn(member.Unit, year, money),
                    projection.PerHead(member.Unit, year, money),
                    projection.RequiredRealGrowthPct(member.Unit, year),
                    money.CurrencyCode(results.Edition, member.Unit),
                    money.PricesWord(results.Edition));
            }
        }
    }

    private static IEnumerable<BackfillShare> Payers(RunResults results, Projection projection)
    {
        BackfillReading backfill = new(projection);
        int year = results.Options.HeadlineYear;
        MoneyBasis eur = new(CurrencyChoice.Eur, PriceBasis.BaseYear);
        Unit allies = Unit.Group(results.Edition.Roster.All);
        double PartPct(Unit unit, int y) => 100 * projection.SpendingConstUsdM(unit, y) / projection.SpendingConstUsdM(allies, y);
        return results.Members
            .Where(m => backfill.CoveredConstUsdM(m.Unit, year) > 0)
            .Select(m => new BackfillShare(
                m.Name,
                backfill.CoveredBn(m.Unit, year, eur),
                backfill.PerHead(m.Unit, year, eur),
                PartPct(m.Unit, projection.BaseYear),
                PartPct(m.Unit, year)))
            .OrderByDescending(s => s.EurBn);
    }

    private static bool HasGrowthShock(Scenario scenario) => scenario.Settings.Any(s => s.Setting == Setting.GrowthPp && s.Number != 0);

    private static string Text(int year) => year.ToString(System.Globalization.CultureInfo.InvariantCulture);
}
