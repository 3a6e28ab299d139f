using Simulator.Engine;
using Simulator.Projections;

namespace Simulator.Tests.Projections;

/// <summary>Worlds with a fiscal part or backfill whose columns are written by hand, so that what is read out can be checked by hand.</summary>
internal static class HandMadeWorld
{
    /// <summary>The same world with other fiscal and backfill columns.</summary>
    public static Projection With(this Projection projection, IReadOnlyList<FiscalWorld>? fiscal = null, double[]? backfill = null, double[]? uncovered = null)
    {
        World world = projection.World;
        return new Projection(new World
        {
            Scenario = world.Scenario,
            Macro = world.Macro,
            SharePct = world.SharePct,
            PlannedSharePct = world.PlannedSharePct,
            RelatedSharePct = world.RelatedSharePct,
            GdpConstUsdM = world.GdpConstUsdM,
            PriceFactor = world.PriceFactor,
            SpendingConstUsdM = world.SpendingConstUsdM,
            Fiscal = fiscal ?? [],
            BackfillConstUsdM = backfill ?? [],
            UncoveredConstUsdM = uncovered ?? [],
        });
    }

    /// <summary>A fiscal world whose columns are told by member and year; what is not told is 0.</summary>
    public static FiscalWorld Fiscal(
        Projection projection,
        double borrowedPct,
        FiscalReference reference,
        Func<int, int, double>? extraSpending = null,
        Func<int, int, double>? extraDebt = null,
        Func<int, int, double>? extraDebtPp = null,
        Func<int, int, double>? offsetsPct = null)
    {
        return new FiscalWorld
        {
            BorrowedPct = borrowedPct,
            IsOwnFinancing = false,
            Reference = reference,
            ExtraSpendingNcuBn = Column(extraSpending),
            GdpEffectPct = Column(null),
            ExtraDebtNcuBn = Column(extraDebt),
            ShockDebtNcuBn = Column(null),
            ExtraDebtPp = Column(extraDebtPp),
            ShockDebtPp = Column(null),
            DebtPct = Column(null),
            BalancePct = Column(null),
            InterestPct = Column(null),
            OffsetsPct = Column(offsetsPct),
        };

        double[] Column(Func<int, int, double>? cell) =>
        [
            .. Enumerable.Range(0, projection.Macro.Years * projection.Macro.Members).Select(i =>
                cell?.Invoke(i % projection.Macro.Members, projection.Macro.BaseYear + (i / projection.Macro.Members)) ?? 0),
        ];
    }
}
