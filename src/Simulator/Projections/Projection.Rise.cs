namespace Simulator.Projections;

/// <summary>What takes a unit's spending from the base year to a later one, billions of one money; each part is a difference of two told amounts.</summary>
/// <param name="StartBn">Spending of the base year, at its prices.</param>
/// <param name="GrowthBn">What growth of GDP adds at the share of the base year, in the unshocked economy, at base-year prices.</param>
/// <param name="ShareBn">Spending above that, at base-year prices; negative where it is less.</param>
/// <param name="ConstantBn">Spending of the year at base-year prices.</param>
/// <param name="PricesBn">What prices, and exchange rates with them, add since the base year.</param>
/// <param name="CurrentBn">Spending of the year at its own prices and exchange rates.</param>
public readonly record struct RiseSplit(double StartBn, double GrowthBn, double ShareBn, double ConstantBn, double PricesBn, double CurrentBn);

/// <content>The rise of spending since the base year, in parts (model section 4).</content>
public sealed partial class Projection
{
    /// <summary>
    /// Splits the way from the base year's spending to a later year's: growth of GDP at the held share, then the share, both at base-year
    /// prices, then prices. Start, growth and share add up to the amount at base-year prices, and prices lead from there to current prices.
    /// </summary>
    /// <param name="unit">Member or group.</param>
    /// <param name="year">Calendar year, from the base year on.</param>
    /// <param name="currency">Which money.</param>
    /// <exception cref="ArgumentException">A group was asked for national money.</exception>
    /// <exception cref="ArgumentOutOfRangeException">The year lies before the base year, or after the last.</exception>
    public RiseSplit SplitRise(Unit unit, int year, CurrencyChoice currency)
    {
        ArgumentOutOfRangeException.ThrowIfLessThan(Checked(year), BaseYear, nameof(year));
        MoneyBasis constant = new(currency, PriceBasis.BaseYear);
        double start = SpendingBn(unit, BaseYear, constant);
        double hold = HoldBn(unit, year, constant);
        double end = SpendingBn(unit, year, constant);
        double current = SpendingBn(unit, year, new MoneyBasis(currency, PriceBasis.Current));
        return new RiseSplit(start, hold - start, ExtraOverHoldBn(unit, year, constant), end, current - end, current);
    }
}
