using Simulator.Alliance;

namespace Simulator.Tests.Engine;

/// <summary>
/// Gives a small alliance what a fastest path asks of an edition: IMF balances for 2026-2031, shares of 2021, members of the
/// European Union and of the escape clause, and plans that the IMF path holds.
/// </summary>
internal sealed record SmallBudgets
{
    public const int LastBalanceYear = 2031;

    /// <summary>The IMF path's deficit, percent of GDP, by member and year from 2026; the last one stays.</summary>
    public required double[][] DeficitPct { get; init; }

    public MemberSet Union { get; init; }

    public MemberSet EscapeClauseUsers { get; init; }

    /// <summary>Share of 2021, percent, by member.</summary>
    public double[] SharePct2021 { get; init; } = [];

    public IReadOnlyList<WeoContentPoint> Plans { get; init; } = [];

    /// <summary>The same deficit in every year for each member.</summary>
    public static SmallBudgets Level(params double[] deficitPct) => new()
    {
        DeficitPct = [.. deficitPct.Select(d => Enumerable.Repeat(d, LastBalanceYear - SmallAlliance.BaseYear + 1).ToArray())],
    };

    /// <summary>The same economy on an edition with these budgets.</summary>
    public MacroPath On(MacroPath macro)
    {
        Edition old = macro.Edition;
        Group union = new("EU", "European Union", Union, "test");
        var edition = new Edition
        {
            Id = old.Id,
            Title = old.Title,
            Measure = old.Measure,
            CutOff = old.CutOff,
            SourceLine = old.SourceLine,
            FirstEstimateYear = old.FirstEstimateYear,
            PriceYear = old.PriceYear,
            Roster = new Roster(old.Roster.Members, [union]),
            Currency = old.Currency,
            Nato = Nato(old),
            Weo = Weo(old.Roster.Count),
            PotentialGrowthPct = old.PotentialGrowthPct,
            PopulationGrowthPct = old.PopulationGrowthPct,
            WeoContent = Plans,
            EscapeClauseUsers = EscapeClauseUsers,
            Plans = old.Plans,
            HasPlans = old.HasPlans,
            Remarks = old.Remarks,
        };
        return new MacroPath
        {
            Edition = edition,
            LastYear = macro.LastYear,
            GdpConstUsdM = macro.GdpConstUsdM,
            GrowthPct = macro.GrowthPct,
            DeflatorGrowthPct = macro.DeflatorGrowthPct,
            NominalGdpNcuBn = macro.NominalGdpNcuBn,
            NcuPerUsd = macro.NcuPerUsd,
            EurPerUsd = macro.EurPerUsd,
            PopulationM = macro.PopulationM,
            GovernmentSpendingPct = macro.GovernmentSpendingPct,
            GovernmentRevenuePct = macro.GovernmentRevenuePct,
            ImfDebtPct = macro.ImfDebtPct,
            ImfBalancePct = macro.ImfBalancePct,
            InterestRatePct = macro.InterestRatePct,
            Assumptions = macro.Assumptions,
        };
    }

    private NatoTables Nato(Edition old)
    {
        int units = old.Roster.Count + 2;
        int years = SmallAlliance.BaseYear - EscapeClause.ReferenceYear + 1;
        double[] values = Enumerable.Repeat(double.NaN, NatoTables.IndicatorCount * years * units).ToArray();
        foreach (NatoIndicator indicator in Enum.GetValues<NatoIndicator>())
        {
            for (int m = 0; m < old.Roster.Count; m++)
            {
                values[((((int)indicator * years) + years - 1) * units) + m] = old.Nato.Value(indicator, m, SmallAlliance.BaseYear);
            }
        }

        for (int m = 0; m < SharePct2021.Length; m++)
        {
            values[((int)NatoIndicator.SharePct * years * units) + m] = SharePct2021[m];
        }

        return new NatoTables(EscapeClause.ReferenceYear, SmallAlliance.BaseYear, old.Roster.Count, values);
    }

    private WeoSeries Weo(int members)
    {
        int years = LastBalanceYear - SmallAlliance.BaseYear + 1;
        double[] values = Enumerable.Repeat(double.NaN, WeoSeries.IndicatorCount * years * members).ToArray();
        for (int m = 0; m < DeficitPct.Length; m++)
        {
            for (int t = 0; t < years; t++)
            {
                values[((((int)WeoIndicator.BalancePct * years) + t) * members) + m] = -DeficitPct[m][t];
            }
        }

        return new WeoSeries("test", SmallAlliance.BaseYear, LastBalanceYear, members, values);
    }
}
