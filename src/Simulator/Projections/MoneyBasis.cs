using System.Globalization;
using Simulator.Alliance;

namespace Simulator.Projections;

/// <summary>In the prices of which year an amount is told.</summary>
public enum PriceBasis
{
    /// <summary>Prices of the year itself, exchange rates of the year itself.</summary>
    Current,

    /// <summary>Prices and exchange rates of the edition's base year: the default for people.</summary>
    BaseYear,

    /// <summary>
    /// Prices of the edition's price year (NATO's constant prices). US dollars are at NATO's own exchange rates of that year,
    /// so that they equal table 2; euros are national amounts at the base year's rate.
    /// </summary>
    PriceYear,
}

/// <summary>In which money an amount is told.</summary>
public enum CurrencyChoice
{
    /// <summary>The member's own currency in this edition; a group has none.</summary>
    National,

    /// <summary>Euro.</summary>
    Eur,

    /// <summary>US dollar.</summary>
    Usd,
}

/// <summary>The money and the prices in which an amount is told; never left out beside an amount.</summary>
/// <param name="Currency">Which money.</param>
/// <param name="Prices">Which prices.</param>
public readonly record struct MoneyBasis(CurrencyChoice Currency, PriceBasis Prices)
{
    /// <summary>ISO 4217 code of the money for a unit.</summary>
    /// <param name="edition">The edition.</param>
    /// <param name="unit">The unit.</param>
    /// <exception cref="ArgumentException">A group was asked for national money.</exception>
    public string CurrencyCode(Edition edition, Unit unit) => Currency switch
    {
        CurrencyChoice.Eur => "EUR",
        CurrencyChoice.Usd => "USD",
        _ => unit.IsGroup ? throw NoNationalMoney(nameof(unit)) : edition.Currency[unit.MemberIndex],
    };

    /// <summary>The word of the column "prices": "current", or the year whose prices they are.</summary>
    /// <param name="edition">The edition.</param>
    public string PricesWord(Edition edition) => Prices switch
    {
        PriceBasis.BaseYear => edition.BaseYear.ToString(CultureInfo.InvariantCulture),
        PriceBasis.PriceYear => edition.PriceYear.ToString(CultureInfo.InvariantCulture),
        _ => "current",
    };

    internal static ArgumentException NoNationalMoney(string parameter) =>
        new("A group has no national currency; ask for EUR or USD.", parameter);
}
