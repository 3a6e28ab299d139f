using System.Runtime.Intrinsics;
using Simulator.Lanes;

namespace Simulator.Engine;

/// <summary>
/// The shocks of one year in eight worlds, by member (model section 8). A source of shocks fills them, the year loop applies them:
/// no path is planned in a shocked economy, so they act on what is delivered and on money, GDP, prices and debt.
/// </summary>
public sealed class ShockBlock
{
    private readonly LaneBuffer _growthPp;
    private readonly LaneBuffer _inflationPp;
    private readonly LaneBuffer _budgetFactor;
    private readonly LaneBuffer _deliveryPct;
    private readonly LaneBuffer _balancePct;
    private readonly LaneBuffer _ratePp;
    private readonly LaneBuffer _gdpFactor;

    internal ShockBlock(int members)
    {
        _growthPp = new LaneBuffer(members);
        _inflationPp = new LaneBuffer(members);
        _budgetFactor = new LaneBuffer(members);
        _deliveryPct = new LaneBuffer(members);
        _balancePct = new LaneBuffer(members);
        _ratePp = new LaneBuffer(members);
        _gdpFactor = new LaneBuffer(members);
    }

    /// <summary>a: points added to the growth of real GDP; 0 in the base year.</summary>
    public Span<Vector512<double>> GrowthPp => _growthPp.Groups;

    /// <summary>Points added to the growth of the GDP deflator; 0 in the base year.</summary>
    public Span<Vector512<double>> InflationPp => _inflationPp.Groups;

    /// <summary>exp(r − h): the start as it will be revised, and budgets that follow GDP late; multiplies the share of GDP.</summary>
    public Span<Vector512<double>> BudgetFactor => _budgetFactor.Groups;

    /// <summary>Percent of the planned rise since the base year that arrives; read where <see cref="Delivers"/> is set.</summary>
    public Span<Vector512<double>> DeliveryPct => _deliveryPct.Groups;

    /// <summary>Points of GDP added to the government balance; read where debt is computed.</summary>
    public Span<Vector512<double>> BalancePct => _balancePct.Groups;

    /// <summary>Points added to the interest rate on extra debt; read where debt is computed.</summary>
    public Span<Vector512<double>> RatePp => _ratePp.Groups;

    /// <summary>True when plans may be delivered in part; otherwise they arrive as they are.</summary>
    public bool Delivers { get; set; }

    /// <summary>False for a source that leaves prices alone because nobody reads them; they are then those of the stated world.</summary>
    public bool MovesPrices { get; set; } = true;

    /// <summary>What the growth shocks so far have made of real GDP.</summary>
    internal Span<Vector512<double>> GdpFactor => _gdpFactor.Groups;

    internal void Begin()
    {
        _growthPp.Groups.Clear();
        _inflationPp.Groups.Clear();
        _balancePct.Groups.Clear();
        _ratePp.Groups.Clear();
        _budgetFactor.Groups.Fill(Vector512<double>.One);
        _deliveryPct.Groups.Fill(Vector512.Create(100.0));
        _gdpFactor.Groups.Fill(Vector512<double>.One);
        Delivers = false;
        MovesPrices = true;
    }
}
