using System.Diagnostics.CodeAnalysis;
using Simulator.Engine;

namespace Simulator.Projections;

/// <summary>
/// Economy and debt of one world under every financing and reference together, by member, group and year (model section 6). Amounts
/// are nominal: at current prices and exchange rates of the world. Pure; may be read by several threads. Years run from the base year to the last projected one.
/// </summary>
public sealed class FiscalSummary
{
    private readonly Projection _projection;

    /// <summary>Reads a world.</summary>
    /// <param name="projection">The world as money and shares are read from it.</param>
    public FiscalSummary(Projection projection) => _projection = projection;

    /// <summary>True when the world was run with economy and debt.</summary>
    public bool IsComputed => _projection.World.Fiscal.Count > 0;

    /// <summary>One world for each financing and reference, in the order of the output: 100, 67 and 0 percent, then the scenario's own.</summary>
    public IReadOnlyList<FiscalWorld> Worlds => _projection.World.Fiscal;

    /// <summary>Finds one of the three standard financings under a reference.</summary>
    /// <param name="borrowedPct">100, 67 or 0.</param>
    /// <param name="reference">The reference.</param>
    /// <param name="world">The world; null when there is none.</param>
    /// <returns>True when it was computed.</returns>
    public bool TryWorld(double borrowedPct, FiscalReference reference, [NotNullWhen(true)] out FiscalWorld? world)
    {
        world = Worlds.FirstOrDefault(w => !w.IsOwnFinancing && w.BorrowedPct == borrowedPct && w.Reference == reference);
        return world is not null;
    }

    /// <summary>True when the IMF path holds a part of what a member spends more in this scenario, so that the two references differ.</summary>
    /// <param name="member">Roster index.</param>
    public bool ReferencesDiffer(int member)
    {
        if (!TryWorld(100, FiscalReference.Hold, out FiscalWorld? hold) || !TryWorld(100, FiscalReference.ImfPath, out FiscalWorld? imf))
        {
            return false;
        }

        for (int year = _projection.BaseYear; year <= _projection.LastYear; year++)
        {
            int cell = _projection.Cell(member, year);
            if (hold.ExtraSpendingNcuBn[cell] != imf.ExtraSpendingNcuBn[cell])
            {
                return true;
            }
        }

        return false;
    }

    /// <summary>Extra debt that defence makes, points of GDP, under both references. A group's is the mean of its members' points, weighted by nominal GDP in US dollars of the year.</summary>
    /// <param name="unit">Member or group.</param>
    /// <param name="year">Calendar year, from the base year on.</param>
    /// <param name="borrowedPct">100, 67 or 0.</param>
    /// <returns>Points; none where the world has no fiscal part, or the IMF gives no debt for the unit.</returns>
    public FiscalRange ExtraDebtPp(Unit unit, int year, double borrowedPct) =>
        Range(borrowedPct, w => Weighted(w, f => f.ExtraDebtPp, unit, year));

    /// <summary>Extra debt that the growth shock alone makes, points of GDP; a group's as <see cref="ExtraDebtPp"/>.</summary>
    /// <param name="unit">Member or group.</param>
    /// <param name="year">Calendar year, from the base year on.</param>
    /// <returns>Points; NaN where the world has no fiscal part, or the IMF gives no debt for the unit.</returns>
    public double ShockDebtPp(Unit unit, int year) =>
        TryWorld(100, FiscalReference.Hold, out FiscalWorld? world) ? Weighted(world, f => f.ShockDebtPp, unit, year) : double.NaN;

    /// <summary>Debt, percent of GDP; a group's as <see cref="ExtraDebtPp"/>.</summary>
    /// <param name="unit">Member or group.</param>
    /// <param name="year">Calendar year, from the base year on.</param>
    /// <param name="borrowedPct">100, 67 or 0.</param>
    public FiscalRange DebtPct(Unit unit, int year, double borrowedPct) =>
        Range(borrowedPct, w => Weighted(w, f => f.DebtPct, unit, year));

    /// <summary>Balance, percent of GDP; a group's as <see cref="ExtraDebtPp"/>.</summary>
    /// <param name="unit">Member or group.</param>
    /// <param name="year">Calendar year, from the base year on.</param>
    /// <param name="borrowedPct">100, 67 or 0.</param>
    public FiscalRange BalancePct(Unit unit, int year, double borrowedPct) =>
        Range(borrowedPct, w => Weighted(w, f => f.BalancePct, unit, year));

    /// <summary>Interest on the extra debt, percent of GDP; a group's as <see cref="ExtraDebtPp"/>.</summary>
    /// <param name="unit">Member or group.</param>
    /// <param name="year">Calendar year, from the base year on.</param>
    /// <param name="borrowedPct">100, 67 or 0.</param>
    public FiscalRange InterestPct(Unit unit, int year, double borrowedPct) =>
        Range(borrowedPct, w => Weighted(w, f => f.InterestPct, unit, year));

    /// <summary>Effect of the extra spending and its financing on the level of GDP, percent; a group's as <see cref="ExtraDebtPp"/>.</summary>
    /// <param name="unit">Member or group.</param>
    /// <param name="year">Calendar year, from the base year on.</param>
    /// <param name="borrowedPct">100, 67 or 0.</param>
    public FiscalRange GdpEffectPct(Unit unit, int year, double borrowedPct) =>
        Range(borrowedPct, w => Weighted(w, f => f.GdpEffectPct, unit, year));

    /// <summary>Taxes or cuts, percent of GDP; a group's as <see cref="ExtraDebtPp"/>.</summary>
    /// <param name="unit">Member or group.</param>
    /// <param name="year">Calendar year, from the base year on.</param>
    /// <param name="borrowedPct">100, 67 or 0.</param>
    public FiscalRange OffsetsPct(Unit unit, int year, double borrowedPct) =>
        Range(borrowedPct, w => Weighted(w, f => f.OffsetsPct, unit, year));

    /// <summary>Extra debt that defence makes, billions at current prices: a group's is the sum of its members' at exchange rates of the year.</summary>
    /// <param name="unit">Member or group.</param>
    /// <param name="year">Calendar year, from the base year on.</param>
    /// <param name="borrowedPct">100, 67 or 0.</param>
    /// <param name="currency">Which money.</param>
    /// <exception cref="ArgumentException">A group was asked for national money.</exception>
    public FiscalRange ExtraDebtBn(Unit unit, int year, double borrowedPct, CurrencyChoice currency)
    {
        if (unit.IsGroup && currency == CurrencyChoice.National)
        {
            throw MoneyBasis.NoNationalMoney(nameof(currency));
        }

        return Range(borrowedPct, w =>
        {
            double sum = 0;
            foreach (int m in _projection.Counted(unit, year))
            {
                sum += w.ExtraDebtNcuBn[_projection.Cell(m, year)] * FromNcu(m, year, currency);
            }

            return sum;
        });
    }

    private FiscalRange Range(double borrowedPct, Func<FiscalWorld, double> read)
    {
        if (!TryWorld(borrowedPct, FiscalReference.Hold, out FiscalWorld? hold))
        {
            return FiscalRange.None;
        }

        double upper = read(hold);
        return new FiscalRange(upper, TryWorld(borrowedPct, FiscalReference.ImfPath, out FiscalWorld? imf) ? read(imf) : upper);
    }

    // A member without a figure takes no part, neither above nor below the bar.
    private double Weighted(FiscalWorld world, Func<FiscalWorld, double[]> column, Unit unit, int year)
    {
        double[] values = column(world);
        if (!unit.IsGroup)
        {
            return values[_projection.Cell(unit.MemberIndex, year)];
        }

        double sum = 0;
        double weights = 0;
        foreach (int m in _projection.Counted(unit, year))
        {
            double value = values[_projection.Cell(m, year)];
            if (!double.IsNaN(value))
            {
                double gdpUsdBn = _projection.NominalGdpNcuBn(m, year) / _projection.NcuPerUsd(m, year);
                sum += value * gdpUsdBn;
                weights += gdpUsdBn;
            }
        }

        return weights > 0 ? sum / weights : double.NaN;
    }

    private double FromNcu(int member, int year, CurrencyChoice currency) => currency switch
    {
        CurrencyChoice.National => 1,
        CurrencyChoice.Usd => 1 / _projection.NcuPerUsd(member, year),
        _ => _projection.EurPerUsd(year) / _projection.NcuPerUsd(member, year),
    };
}
