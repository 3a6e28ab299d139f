using Simulator.Alliance;
using Simulator.Engine;

namespace Simulator.Uncertainty;

/// <summary>What is counted in every year of an ensemble: share and, where asked for, money of members with forces, debt where the IMF gives it, share and money of groups.</summary>
internal sealed class SeriesList
{
    public SeriesList(Plan plan, IReadOnlyList<double> moneyPerConstUsd, DrawnSeries counted)
    {
        Roster roster = plan.Macro.Edition.Roster;
        if (moneyPerConstUsd.Count != roster.Count || !roster.WithForces.All(m => double.IsFinite(moneyPerConstUsd[m]) && moneyPerConstUsd[m] > 0))
        {
            throw new ArgumentException("Money needs a positive factor for every member with forces.", nameof(moneyPerConstUsd));
        }

        MoneyPerConstUsd = [.. moneyPerConstUsd];
        Armed = [.. roster.WithForces];
        InMoney = counted.HasFlag(DrawnSeries.MemberMoney) ? Armed : [];
        InDebt = plan.HasFiscal && counted.HasFlag(DrawnSeries.Debt) ? [.. roster.All.Where(plan.KnowsDebtOf)] : [];
        Groups = [.. roster.Groups.Where(g => !g.Members.Intersect(roster.WithForces).IsEmpty).Select(g => g.Members)];
        GroupIds = [.. roster.Groups.Where(g => !g.Members.Intersect(roster.WithForces).IsEmpty).Select(g => g.Id)];
        double[] base0 = [.. roster.All.Select(m => roster.WithForces.Contains(m) ? plan.BaseSharePct[m] * plan.OnePercentOfGdpConstUsdM[m] * moneyPerConstUsd[m] : 0)];
        Bins =
        [
            .. Armed.Select(_ => Uncertainty.Bins.Share),
            .. InMoney.Select(m => Uncertainty.Bins.Around(base0[m])),
            .. InDebt.Select(_ => Uncertainty.Bins.Debt),
            .. Groups.Select(_ => Uncertainty.Bins.Share),
            .. Groups.Select(g => Uncertainty.Bins.Around(g.Sum(m => base0[m]))),
        ];
    }

    public double[] MoneyPerConstUsd { get; }

    /// <summary>Members with forces, ascending.</summary>
    public int[] Armed { get; }

    /// <summary>Members with forces whose money is counted, ascending: all or none.</summary>
    public int[] InMoney { get; }

    /// <summary>Members whose debt is known in every year, ascending.</summary>
    public int[] InDebt { get; }

    public MemberSet[] Groups { get; }

    public string[] GroupIds { get; }

    /// <summary>Bins of every series of a year.</summary>
    public Bins[] Bins { get; }

    public int Count => Bins.Length;

    public int Money => Armed.Length;

    public int Debt => Money + InMoney.Length;

    public int GroupShare => Debt + InDebt.Length;

    public int GroupMoney => GroupShare + Groups.Length;
}
