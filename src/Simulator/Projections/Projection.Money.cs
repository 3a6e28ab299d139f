using Simulator.Alliance;

namespace Simulator.Projections;

/// <content>Money (model section 4): one amount in dollars at constant prices, told in any money and prices.</content>
public sealed partial class Projection
{
    /// <summary>
    /// Core spending, millions of the money asked for. Published years are NATO's own cells where NATO has them: table 1 for national
    /// money (current and price-year prices), table 2 for US dollars. Otherwise current = table 1 current(b) × real change since b ×
    /// deflator since b; base-year prices = table 1 current(b) × real change; price-year prices = table 1 constant(b) × real change;
    /// EUR and USD through exchange rates of the year (current) or the base year; USD at price-year prices is NATO's constant dollar.
    /// </summary>
    /// <param name="unit">Member or group.</param>
    /// <param name="year">Calendar year.</param>
    /// <param name="basis">Money and prices.</param>
    /// <returns>Millions; 0 for Iceland.</returns>
    /// <exception cref="ArgumentException">A group was asked for national money.</exception>
    public double SpendingM(Unit unit, int year, MoneyBasis basis)
    {
        RefuseNational(unit, basis);
        return Sum(SpendingColumnM(basis), unit, year);
    }

    /// <summary>Core spending in billions: <see cref="SpendingM(Unit, int, MoneyBasis)"/> over a thousand.</summary>
    /// <param name="unit">Member or group.</param>
    /// <param name="year">Calendar year.</param>
    /// <param name="basis">Money and prices.</param>
    /// <exception cref="ArgumentException">A group was asked for national money.</exception>
    public double SpendingBn(Unit unit, int year, MoneyBasis basis) => SpendingM(unit, year, basis) / 1000;

    /// <summary>What hold would cost in the unshocked economy: the base-year share of its GDP, at its prices and exchange rates, billions.</summary>
    /// <param name="unit">Member or group.</param>
    /// <param name="year">Calendar year, from the base year on.</param>
    /// <param name="basis">Money and prices.</param>
    /// <returns>Billions; NaN before the base year.</returns>
    /// <exception cref="ArgumentException">A group was asked for national money.</exception>
    public double HoldBn(Unit unit, int year, MoneyBasis basis)
    {
        RefuseNational(unit, basis);
        return Checked(year) < BaseYear ? double.NaN : Sum(HoldColumnM(basis), unit, year) / 1000;
    }

    /// <summary>Spending above what hold would cost in the unshocked economy, billions; negative where it is less.</summary>
    /// <param name="unit">Member or group.</param>
    /// <param name="year">Calendar year.</param>
    /// <param name="basis">Money and prices.</param>
    /// <returns>Billions; 0 in the base year; NaN before it.</returns>
    /// <exception cref="ArgumentException">A group was asked for national money.</exception>
    public double ExtraOverHoldBn(Unit unit, int year, MoneyBasis basis) => SpendingBn(unit, year, basis) - HoldBn(unit, year, basis);

    /// <summary>Sum of <see cref="ExtraOverHoldBn"/> from the year after the base year on, billions; with current prices a sum of unlike money.</summary>
    /// <param name="unit">Member or group.</param>
    /// <param name="year">Last calendar year of the sum.</param>
    /// <param name="basis">Money and prices.</param>
    /// <returns>Billions; 0 in the base year, which is left out; NaN before it.</returns>
    /// <exception cref="ArgumentException">A group was asked for national money.</exception>
    public double CumulativeExtraBn(Unit unit, int year, MoneyBasis basis)
    {
        RefuseNational(unit, basis);
        if (Checked(year) < BaseYear)
        {
            return double.NaN;
        }

        double sum = 0;
        for (int y = BaseYear + 1; y <= year; y++)
        {
            sum += ExtraOverHoldBn(unit, y, basis);
        }

        return sum;
    }

    /// <summary>Spending less that of the base year, billions.</summary>
    /// <param name="unit">Member or group.</param>
    /// <param name="year">Calendar year.</param>
    /// <param name="basis">Money and prices.</param>
    /// <returns>Billions; 0 in the base year; NaN before it.</returns>
    /// <exception cref="ArgumentException">A group was asked for national money.</exception>
    public double RiseSinceBaseBn(Unit unit, int year, MoneyBasis basis)
    {
        RefuseNational(unit, basis);
        return Checked(year) < BaseYear ? double.NaN : SpendingBn(unit, year, basis) - SpendingBn(unit, BaseYear, basis);
    }

    /// <summary>Rise of the share of real GDP since the base year.</summary>
    /// <param name="unit">Member or group.</param>
    /// <param name="year">Calendar year, from the base year on.</param>
    /// <returns>Points of GDP; negative for a fall.</returns>
    public double RiseSinceBasePp(Unit unit, int year) => SharePct(unit, year) - SharePct(unit, BaseYear);

    /// <summary>Spending less that of the year before, billions; a group's holds the spending of members that joined in the year.</summary>
    /// <param name="unit">Member or group.</param>
    /// <param name="year">Calendar year.</param>
    /// <param name="basis">Money and prices.</param>
    /// <returns>Billions; NaN in the first published year.</returns>
    /// <exception cref="ArgumentException">A group was asked for national money.</exception>
    public double ChangeOnYearBn(Unit unit, int year, MoneyBasis basis)
    {
        RefuseNational(unit, basis);
        return Checked(year) == FirstYear ? double.NaN : SpendingBn(unit, year, basis) - SpendingBn(unit, year - 1, basis);
    }

    /// <summary>Spending per inhabitant, units of the money; a group's inhabitants include Iceland's where it contains it.</summary>
    /// <param name="unit">Member or group.</param>
    /// <param name="year">Calendar year.</param>
    /// <param name="basis">Money and prices.</param>
    /// <returns>Currency units a head; NaN where population is unknown.</returns>
    /// <exception cref="ArgumentException">A group was asked for national money.</exception>
    public double PerHead(Unit unit, int year, MoneyBasis basis) => SpendingM(unit, year, basis) / PopulationM(unit, year);

    /// <summary>Extra over hold per inhabitant, units of the money.</summary>
    /// <param name="unit">Member or group.</param>
    /// <param name="year">Calendar year.</param>
    /// <param name="basis">Money and prices.</param>
    /// <returns>Currency units a head; NaN before the base year.</returns>
    /// <exception cref="ArgumentException">A group was asked for national money.</exception>
    public double ExtraPerHead(Unit unit, int year, MoneyBasis basis) =>
        ExtraOverHoldBn(unit, year, basis) * 1000 / PopulationM(unit, year);

    /// <summary>Core spending as percent of general government expenditure (WEO; the last ratio to GDP is held after it ends).</summary>
    /// <param name="unit">Member or group; a group is read over its members with armed forces, in current US dollars.</param>
    /// <param name="year">Calendar year.</param>
    /// <returns>Percent; NaN for Iceland alone and where the WEO edition does not reach.</returns>
    public double PctOfGovernmentSpending(Unit unit, int year) =>
        PctOfGovernment(unit, year, Government.Expenditure);

    /// <summary>Core spending as percent of general government revenue (WEO; the last ratio to GDP is held after it ends).</summary>
    /// <param name="unit">Member or group; a group is read over its members with armed forces, in current US dollars.</param>
    /// <param name="year">Calendar year.</param>
    /// <returns>Percent; NaN for Iceland alone and where the WEO edition does not reach.</returns>
    public double PctOfRevenue(Unit unit, int year) =>
        PctOfGovernment(unit, year, Government.Revenue);

    /// <summary>The money in which people are told a unit's amounts unless they ask: EUR, or USD where the USA belongs to it, at base-year prices.</summary>
    /// <param name="unit">Member or group.</param>
    public MoneyBasis DefaultMoney(Unit unit) =>
        Edition.Roster.TryMember("USA", out Member? usa) && unit.Members.Contains(usa.Index)
            ? new MoneyBasis(CurrencyChoice.Usd, PriceBasis.BaseYear)
            : new MoneyBasis(CurrencyChoice.Eur, PriceBasis.BaseYear);

    private double SpendingM(int member, int year, MoneyBasis basis)
    {
        if (!HasForces(member))
        {
            return 0;
        }

        if (year <= BaseYear)
        {
            switch (basis.Currency, basis.Prices)
            {
                case (CurrencyChoice.National, PriceBasis.Current):
                    return Edition.Nato.Value(NatoIndicator.NcuCurrentM, member, year);
                case (CurrencyChoice.National, PriceBasis.PriceYear):
                    return Edition.Nato.Value(NatoIndicator.NcuConstantM, member, year);
                case (CurrencyChoice.Usd, PriceBasis.Current):
                    return Edition.Nato.Value(NatoIndicator.UsdCurrentM, member, year);
                case (CurrencyChoice.Usd, PriceBasis.PriceYear):
                    return Edition.Nato.Value(NatoIndicator.UsdConstantM, member, year);
            }
        }

        return Told(member, SpendingConstUsdM(member, year), year, basis, shocked: true);
    }

    private double HoldM(int member, int year, MoneyBasis basis)
    {
        if (!HasForces(member) || year <= BaseYear)
        {
            return SpendingM(member, year, basis);
        }

        // The year loop's own formula with its own base-year share: a world that holds is nothing above hold, to the last bit.
        double holdConstUsdM = World.SharePct[member] * (Macro.GdpConstUsdM[Cell(member, year)] / 100);
        return Told(member, holdConstUsdM, year, basis, shocked: false);
    }

    // An amount of a year, given in NATO's constant dollars, told in another money, millions. All of a member's amounts are
    // proportional to it, so spending, hold and shortfall go the same way. Shocked: prices and rates of the world, else of the unshocked economy.
    internal double Told(int member, double constUsdM, int year, MoneyBasis basis, bool shocked)
    {
        if (basis is (CurrencyChoice.Usd, PriceBasis.PriceYear))
        {
            return constUsdM;
        }

        bool current = basis.Prices == PriceBasis.Current;
        int anchor = current && year < BaseYear ? year : BaseYear;
        NatoIndicator table = basis.Prices == PriceBasis.PriceYear ? NatoIndicator.NcuConstantM : NatoIndicator.NcuCurrentM;
        double ncuM = Edition.Nato.Value(table, member, anchor) * (constUsdM / Edition.Nato.Value(NatoIndicator.UsdConstantM, member, anchor));
        if (current && year > BaseYear)
        {
            int cell = Cell(member, year);
            ncuM *= _prices.DeflatorLevel[cell] * (shocked ? World.PriceFactor[cell] : 1);
        }

        string currency = Edition.Currency[member];
        if (basis.Currency == CurrencyChoice.National
            || (basis.Currency == CurrencyChoice.Eur && currency == "EUR")
            || (basis.Currency == CurrencyChoice.Usd && currency == "USD"))
        {
            return ncuM;
        }

        int rateYear = current ? year : BaseYear;
        double usdM = ncuM / _prices.NcuPerUsd(member, rateYear, shocked);
        return basis.Currency == CurrencyChoice.Usd ? usdM : usdM * _prices.EurPerUsd(rateYear, shocked);
    }

    private double PctOfGovernment(Unit unit, int year, Government what)
    {
        double[] governmentNcuM = GovernmentColumnNcuM(what);
        if (!unit.IsGroup)
        {
            double[] spendingNcuM = SpendingColumnM(new MoneyBasis(CurrencyChoice.National, PriceBasis.Current));
            return HasForces(unit.MemberIndex) ? 100 * Sum(spendingNcuM, unit, year) / Sum(governmentNcuM, unit, year) : double.NaN;
        }

        double governmentUsdM = 0;
        foreach (int m in Counted(unit, year).Intersect(Edition.Roster.WithForces))
        {
            governmentUsdM += governmentNcuM[Place(m, year)] / _prices.NcuPerUsd(m, year, shocked: true);
        }

        return 100 * Sum(SpendingColumnM(new MoneyBasis(CurrencyChoice.Usd, PriceBasis.Current)), unit, year) / governmentUsdM;
    }

    private double GovernmentNcuM(int member, int year, Government what)
    {
        if (year < BaseYear)
        {
            WeoIndicator ratio = what == Government.Expenditure ? WeoIndicator.ExpenditurePct : WeoIndicator.RevenuePct;
            return Edition.Weo.Value(ratio, member, year) / 100 * (1000 * PublishedNominalGdpNcuBn(member, year));
        }

        double[] ratioPct = what == Government.Expenditure ? Macro.GovernmentSpendingPct : Macro.GovernmentRevenuePct;
        return ratioPct[Cell(member, year)] / 100 * (1000 * NominalGdpNcuBn(member, year));
    }

    // WEO where the edition has levels, else table 5 at NATO's rate (model section 2).
    private double PublishedNominalGdpNcuBn(int member, int year) =>
        Edition.Weo.Has(WeoIndicator.NominalGdpNcuBn, member, year)
            ? Edition.Weo.Value(WeoIndicator.NominalGdpNcuBn, member, year)
            : Edition.Nato.Value(NatoIndicator.GdpUsdCurrentM, member, year) / 1000
                * _prices.NcuPerUsd(member, year, shocked: true);

    private static void RefuseNational(Unit unit, MoneyBasis basis)
    {
        if (unit.IsGroup && basis.Currency == CurrencyChoice.National)
        {
            throw MoneyBasis.NoNationalMoney(nameof(basis));
        }
    }
}
