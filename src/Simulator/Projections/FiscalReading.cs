using Simulator.Alliance;
using Simulator.Engine;

namespace Simulator.Projections;

/// <summary>What one financing means to people: tax per head, the cut of other public spending that equals it, flags (model section 6).</summary>
/// <param name="projection">The projection of the world.</param>
/// <param name="fiscal">One financing and reference of that world (<see cref="World.Fiscal"/>).</param>
public sealed class FiscalReading(Projection projection, FiscalWorld fiscal)
{
    private static readonly MoneyBasis NationalCurrent = new(CurrencyChoice.National, PriceBasis.Current);

    private readonly MemberSet _eu = projection.Edition.Roster.TryGroup("EU", out Group? eu) ? eu.Members : MemberSet.Empty;

    /// <summary>The financing and reference that is read.</summary>
    public FiscalWorld Fiscal { get; } = fiscal;

    /// <summary>Taxes or cuts that pay for what is not borrowed: o/100 × nominal GDP of this world.</summary>
    /// <param name="member">Roster index.</param>
    /// <param name="year">Calendar year, from the base year on.</param>
    /// <returns>Billion national currency at current prices; negative where spending falls.</returns>
    public double OffsetNcuBn(int member, int year) =>
        Fiscal.OffsetsPct[Cell(member, year)] / 100 * projection.NominalGdpNcuBn(member, year);

    /// <summary>The same as a tax on everybody.</summary>
    /// <param name="member">Roster index.</param>
    /// <param name="year">Calendar year, from the base year on.</param>
    /// <returns>National currency a head and year at current prices.</returns>
    public double TaxPerHeadNcu(int member, int year) =>
        OffsetNcuBn(member, year) * 1000 / projection.World.Macro.PopulationM[Cell(member, year)];

    /// <summary>
    /// The same as a cut of all other public spending: 100 × offsets ÷ (government expenditure − what holding the share of defence
    /// costs). Under a shock both keep their ratio to GDP.
    /// </summary>
    /// <param name="member">Roster index.</param>
    /// <param name="year">Calendar year, from the base year on.</param>
    /// <returns>Percent of that spending; NaN where the WEO edition has no government expenditure.</returns>
    public double EqualCutPct(int member, int year)
    {
        MacroPath macro = projection.World.Macro;
        int cell = Cell(member, year);
        double unshockedNcuBn = macro.NominalGdpNcuBn[cell];
        double otherNcuBn = (macro.GovernmentSpendingPct[cell] / 100 * unshockedNcuBn) - projection.HoldBn(Unit.Member(member), year, NationalCurrent);
        return 100 * OffsetNcuBn(member, year) / (otherNcuBn * (projection.NominalGdpNcuBn(member, year) / unshockedNcuBn));
    }

    /// <summary>The flags of the year, with the member's use of the escape clause at its projected share.</summary>
    /// <param name="member">Roster index.</param>
    /// <param name="year">Calendar year, from the base year on.</param>
    public FiscalFlags Flags(int member, int year)
    {
        int cell = Cell(member, year);
        double allowance = EscapeClause.AllowancePct(projection.Edition, member, year, projection.World.SharePct[cell]);
        return FiscalRules.Of(_eu.Contains(member), Fiscal.BalancePct[cell], Fiscal.DebtPct[cell], allowance);
    }

    private int Cell(int member, int year)
    {
        MacroPath macro = projection.World.Macro;
        ArgumentOutOfRangeException.ThrowIfLessThan(year, macro.BaseYear);
        ArgumentOutOfRangeException.ThrowIfGreaterThan(year, macro.LastYear);
        return ((year - macro.BaseYear) * macro.Members) + member;
    }
}
