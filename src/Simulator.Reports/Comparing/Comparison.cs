using Simulator.Alliance;
using Simulator.Projections;

namespace Simulator.Reports.Comparing;

/// <summary>What a run differs by from another in one year, for one unit.</summary>
/// <param name="SharePp">Difference of the share, points of GDP.</param>
/// <param name="SpendingBn">Difference of spending, billions.</param>
/// <param name="CumulativeBn">Sum of that difference from the year after the base year on, billions.</param>
/// <param name="DebtPp">Difference of the debt ratio when all extra spending is borrowed, points of GDP; NaN where there is none.</param>
public readonly record struct Difference(double SharePp, double SpendingBn, double CumulativeBn, double DebtPp);

/// <summary>A scenario against the reference.</summary>
/// <param name="Scenario">The projection of the scenario.</param>
/// <param name="Reference">The projection of the reference.</param>
/// <param name="Steps">The way from one to the other, cause by cause.</param>
public sealed record ComparedPair(Projection Scenario, Projection Reference, IReadOnlyList<CauseStep> Steps);

/// <summary>Scenarios of one edition against a reference.</summary>
public sealed class Comparison
{
    private const double BorrowedPct = 100;

    /// <summary>Compares.</summary>
    /// <param name="reference">The projection of the reference.</param>
    /// <param name="scenarios">The projections of the scenarios, on the same economy, in the order of the output; at least one.</param>
    /// <param name="options">The user's choices.</param>
    /// <exception cref="ArgumentException">There is no scenario, or one is not on the economy of the reference or does not reach the horizon.</exception>
    public Comparison(Projection reference, IReadOnlyList<Projection> scenarios, RunOptions options)
    {
        if (scenarios.Count == 0 || reference.LastYear < options.Horizon)
        {
            throw new ArgumentException("A comparison needs scenarios, and a reference that reaches its horizon.", nameof(scenarios));
        }

        Reference = reference;
        Options = options;
        Pairs = [.. scenarios.Select(s => new ComparedPair(s, reference, CauseSplit.Of(s, reference)))];
        Roster roster = reference.Edition.Roster;
        MemberSet chosen = options.Members.IsEmpty ? roster.All : options.Members;
        Members = [.. roster.Members.Where(m => chosen.Contains(m.Index)).Select(m => new ReportUnit(m.Iso3, m.Name, Unit.Member(m.Index)))];
        Groups = [.. roster.Groups.Select(g => new ReportUnit(g.Id, g.Title, Unit.Group(g)))];
    }

    /// <summary>The projection of the reference.</summary>
    public Projection Reference { get; }

    /// <summary>The user's choices.</summary>
    public RunOptions Options { get; }

    /// <summary>One pair for each scenario, in the order of the output.</summary>
    public IReadOnlyList<ComparedPair> Pairs { get; }

    /// <summary>The chosen members in roster order.</summary>
    public IReadOnlyList<ReportUnit> Members { get; }

    /// <summary>Every group in the order of the data.</summary>
    public IReadOnlyList<ReportUnit> Groups { get; }

    /// <summary>The edition.</summary>
    public Edition Edition => Reference.Edition;

    /// <summary>What two runs differ by, year by year from the year after the base year to the horizon.</summary>
    /// <param name="after">The run.</param>
    /// <param name="before">The run that it is held against.</param>
    /// <param name="unit">Member or group.</param>
    /// <returns>One difference for each projected year.</returns>
    public IReadOnlyList<Difference> Between(Projection after, Projection before, Unit unit)
    {
        MoneyBasis money = Options.Money(Edition, unit);
        Difference[] years = new Difference[Options.Horizon - Edition.BaseYear];
        double cumulativeBn = 0;
        for (int i = 0; i < years.Length; i++)
        {
            int year = Edition.BaseYear + 1 + i;
            double spendingBn = after.SpendingBn(unit, year, money) - before.SpendingBn(unit, year, money);
            cumulativeBn += spendingBn;
            years[i] = new Difference(
                after.SharePct(unit, year) - before.SharePct(unit, year),
                spendingBn,
                cumulativeBn,
                DebtPct(after, unit, year) - DebtPct(before, unit, year));
        }

        return years;
    }

    /// <summary>Debt when all extra spending over hold is borrowed, percent of GDP; a group's is weighted by GDP.</summary>
    /// <param name="projection">The run.</param>
    /// <param name="unit">Member or group.</param>
    /// <param name="year">Calendar year, from the base year on.</param>
    /// <returns>Percent; NaN where the run has no debt part or the IMF gives no debt.</returns>
    public static double DebtPct(Projection projection, Unit unit, int year) =>
        new FiscalSummary(projection).DebtPct(unit, year, BorrowedPct).Hold;
}
