using Simulator.Alliance;

namespace Simulator.Projections;

/// <summary>
/// Who takes over what another ally spends less (model section 7, "Backfill"), read out of one world. What is covered and what is not
/// are exact in NATO's constant dollars, in which the year loop shares out; other money is told from these member by member.
/// </summary>
public sealed class BackfillReading
{
    private readonly Projection _projection;

    /// <summary>Reads a world.</summary>
    /// <param name="projection">The world as money and shares are read from it.</param>
    public BackfillReading(Projection projection) => _projection = projection;

    /// <summary>True when the world was run with backfill.</summary>
    public bool IsComputed => _projection.World.BackfillConstUsdM.Length > 0;

    /// <summary>The part of the others' fall that a unit takes over, million US dollars at constant prices and exchange rates of the price year.</summary>
    /// <param name="unit">Member or group.</param>
    /// <param name="year">Calendar year, from the base year on.</param>
    /// <returns>Millions; 0 in a world without backfill.</returns>
    public double CoveredConstUsdM(Unit unit, int year)
    {
        double sum = 0;
        foreach (int m in IsComputed ? _projection.Counted(unit, year) : MemberSet.Empty)
        {
            sum += _projection.World.BackfillConstUsdM[_projection.Cell(m, year)];
        }

        return sum;
    }

    /// <summary>The part of the fall asked for that nobody could take over, million US dollars at constant prices and exchange rates of the price year.</summary>
    /// <param name="year">Calendar year, from the base year on.</param>
    /// <returns>Millions; 0 in a world without backfill.</returns>
    public double UncoveredConstUsdM(int year) =>
        IsComputed ? _projection.World.UncoveredConstUsdM[year - _projection.BaseYear] : 0;

    /// <summary>What a unit takes over, percent of its real GDP.</summary>
    /// <param name="unit">Member or group.</param>
    /// <param name="year">Calendar year, from the base year on.</param>
    public double PctOfGdp(Unit unit, int year) => 100 * CoveredConstUsdM(unit, year) / _projection.GdpConstUsdM(unit, year);

    /// <summary>What a unit takes over, billions in another money; a group's is the sum of its members'.</summary>
    /// <param name="unit">Member or group.</param>
    /// <param name="year">Calendar year, from the base year on.</param>
    /// <param name="basis">Money and prices.</param>
    /// <exception cref="ArgumentException">A group was asked for national money.</exception>
    public double CoveredBn(Unit unit, int year, MoneyBasis basis)
    {
        if (unit.IsGroup && basis.Currency == CurrencyChoice.National)
        {
            throw MoneyBasis.NoNationalMoney(nameof(basis));
        }

        double sum = 0;
        foreach (int m in IsComputed ? _projection.Counted(unit, year).Intersect(_projection.Edition.Roster.WithForces) : MemberSet.Empty)
        {
            sum += _projection.Told(m, _projection.World.BackfillConstUsdM[_projection.Cell(m, year)], year, basis, shocked: true) / 1000;
        }

        return sum;
    }

    /// <summary>What a unit takes over per inhabitant, units of the money.</summary>
    /// <param name="unit">Member or group.</param>
    /// <param name="year">Calendar year, from the base year on.</param>
    /// <param name="basis">Money and prices.</param>
    /// <exception cref="ArgumentException">A group was asked for national money.</exception>
    public double PerHead(Unit unit, int year, MoneyBasis basis) =>
        CoveredBn(unit, year, basis) * 1000 / _projection.PopulationM(unit, year);
}
