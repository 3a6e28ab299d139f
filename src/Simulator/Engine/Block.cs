using System.Runtime.Intrinsics;
using Simulator.Lanes;
using Simulator.Pathways;

namespace Simulator.Engine;

/// <summary>
/// The scratch of one thread: eight worlds side by side, allocated once and used for any number of runs of a plan.
/// A reducer reads the year that has just been computed from it, by member; each group holds the eight worlds.
/// </summary>
public sealed class Block
{
    private readonly int _members;
    private readonly int _plannedStride;
    private readonly bool _isDelayed;
    private readonly bool _isShocked;
    private readonly bool _isDrawn;
    private readonly bool _hasOwnShare;
    private readonly LaneBuffer _columns;
    private readonly LaneBuffer _starts;
    private readonly LaneBuffer _operationStart;
    private readonly LaneBuffer _operationState;
    private readonly LaneBuffer[] _planned;
    private readonly LaneBuffer[] _delayed;
    private readonly LaneBuffer[] _path;
    private readonly LaneBuffer[] _share;
    private readonly LaneBuffer _gdpFactor;
    private readonly LaneBuffer _priceFactor;
    private readonly LaneBuffer _gdp;
    private readonly LaneBuffer _spending;
    private readonly LaneBuffer _fiscalRoom;
    private readonly LaneBuffer _fiscalCeiling;
    private readonly LaneBuffer _fastestShares;
    private readonly LaneBuffer _backfill;
    private readonly LaneBuffer _uncovered;
    private readonly LaneBuffer _highest;
    private readonly LaneBuffer _capacity;
    private readonly LaneBuffer _weight;
    private readonly LaneBuffer _isFull;

    /// <summary>Makes the scratch for a plan.</summary>
    /// <param name="plan">The plan.</param>
    /// <param name="isDrawn">True when the worlds are drawn, so that shocks need room.</param>
    public Block(Plan plan, bool isDrawn = false)
    {
        _isDrawn = isDrawn;
        Drawn = new ShockBlock(isDrawn ? plan.Members : 0);
        _members = plan.Members;
        int legs = plan.HasRelated ? 2 : 1;

        // Earlier years of the plan are kept only where a modifier looks back at them: the current year alone stays in L1.
        bool keeps = plan.HasDelay || !plan.Delivery.IsEmpty;
        _isDelayed = plan.HasDelay;
        _isShocked = plan.HasShocks;
        _plannedStride = keeps ? plan.Members : 0;
        int history = keeps ? plan.Years * plan.Members : plan.Members;
        _columns = new LaneBuffer(plan.ColumnValues.Length);
        _starts = new LaneBuffer(2 * plan.Members);
        _operationStart = new LaneBuffer(plan.OperationMember.Length);
        _operationState = new LaneBuffer(plan.OperationMember.Length);
        _planned = Legs(legs, history);
        _delayed = Legs(_isDelayed ? legs : 0, history);
        _path = Legs(legs, plan.Members);
        _hasOwnShare = isDrawn || plan.SharesLeaveThePath;
        _share = Legs(_hasOwnShare ? legs : 0, plan.Members);
        _gdpFactor = new LaneBuffer(plan.Members);
        _priceFactor = new LaneBuffer(plan.Members);
        _gdp = new LaneBuffer(plan.Members);
        _spending = new LaneBuffer(plan.Members);
        HasFiscal = plan.HasFiscal;
        Fiscal = new FiscalBlock(plan.HasFiscal ? plan.Members : 0);

        int ceilings = (plan.Fastest?.Content.Years ?? 0) * plan.Members;
        bool isFastest = plan.CoreRows.Any(r => r.Shape == Shape.Fastest);
        _fiscalRoom = new LaneBuffer(ceilings);
        _fiscalCeiling = new LaneBuffer(ceilings);
        _fastestShares = new LaneBuffer(isFastest ? FastestBounds.Back * plan.OperationMember.Length : 0);
        int fillers = plan.HasBackfill ? plan.Members : 0;
        _backfill = new LaneBuffer(fillers);
        _uncovered = new LaneBuffer(plan.HasBackfill ? 1 : 0);
        _highest = new LaneBuffer(fillers);
        _capacity = new LaneBuffer(fillers);
        _weight = new LaneBuffer(fillers);
        _isFull = new LaneBuffer(fillers);
    }

    /// <summary>The plan's columns, one value for each world; a source of worlds fills them before the first year.</summary>
    public Span<Vector512<double>> Columns => _columns.Groups;

    /// <summary>True when growth or prices of the worlds may differ from the unshocked economy.</summary>
    public bool HasShocks => _isShocked || _isDrawn;

    /// <summary>Core spending, percent of real GDP of the world, by member.</summary>
    public ReadOnlySpan<Vector512<double>> SharePct => WorldShare(0);

    /// <summary>Related spending, percent of GDP, by member, NaN for members without a related path; empty when the plan has no related leg.</summary>
    public ReadOnlySpan<Vector512<double>> RelatedSharePct => _path.Length == 2 ? WorldShare(1) : [];

    /// <summary>Real GDP of the world, million US dollars at constant prices, by member.</summary>
    public ReadOnlySpan<Vector512<double>> GdpConstUsdM => _gdp.Groups;

    /// <summary>Real core spending, million US dollars at constant prices, by member.</summary>
    public ReadOnlySpan<Vector512<double>> SpendingConstUsdM => _spending.Groups;

    /// <summary>Price level over that of the unshocked economy, by member; 1 where prices are not shocked.</summary>
    public ReadOnlySpan<Vector512<double>> PriceFactor => _priceFactor.Groups;

    /// <summary>What each member takes over of others' fall, million US dollars of the world at constant prices; empty when nobody does.</summary>
    public ReadOnlySpan<Vector512<double>> BackfillConstUsdM => _backfill.Groups;

    /// <summary>What nobody could take over of the year's fall, million US dollars of the world at constant prices, one group; empty when nobody takes over anything.</summary>
    public ReadOnlySpan<Vector512<double>> UncoveredConstUsdM => _uncovered.Groups;

    internal Span<Vector512<double>> Backfill => _backfill.Groups;

    internal Span<Vector512<double>> Uncovered => _uncovered.Groups;

    /// <summary>The highest share that caps allow in the year, by member; infinity without caps.</summary>
    internal Span<Vector512<double>> Highest => _highest.Groups;

    internal Span<Vector512<double>> Capacity => _capacity.Groups;

    internal Span<Vector512<double>> Weight => _weight.Groups;

    /// <summary>Masks of the members that stand at their capacity.</summary>
    internal Span<Vector512<double>> IsFull => _isFull.Groups;

    /// <summary>F, the share that a year's budget carries [t × members + member], through the years of the IMF content.</summary>
    internal Span<Vector512<double>> FiscalRoom => _fiscalRoom.Groups;

    /// <summary>The lowest F of a year and all later ones.</summary>
    internal Span<Vector512<double>> FiscalCeiling => _fiscalCeiling.Groups;

    /// <summary>The last five shares of each operation's fastest way [year mod 5 × operations + operation].</summary>
    internal Span<Vector512<double>> FastestShares => _fastestShares.Groups;

    /// <summary>True when debt and balance of the worlds are computed.</summary>
    public bool HasFiscal { get; }

    internal FiscalBlock Fiscal { get; }

    /// <summary>True when the worlds are drawn.</summary>
    internal bool IsDrawn => _isDrawn;

    /// <summary>The year's shocks; without room where worlds are not drawn.</summary>
    internal ShockBlock Drawn { get; }

    internal Span<Vector512<double>> Gdp => _gdp.Groups;

    internal Span<Vector512<double>> Spending => _spending.Groups;

    /// <summary>What the shocks that a scenario states have made of real GDP; those of a draw are in <see cref="Drawn"/>.</summary>
    internal Span<Vector512<double>> GdpFactors => _gdpFactor.Groups;

    internal Span<Vector512<double>> PriceFactors => _priceFactor.Groups;

    internal Span<Vector512<double>> OperationStart => _operationStart.Groups;

    internal Span<Vector512<double>> OperationState => _operationState.Groups;

    /// <summary>Core spending as planned in year t, before modifiers, percent of unshocked real GDP, by member.</summary>
    /// <param name="t">The year just computed, as index from the base year.</param>
    public ReadOnlySpan<Vector512<double>> PlannedSharePct(int t) => Planned(0, t);

    /// <summary>The share of the base year on a leg, by member.</summary>
    internal Span<Vector512<double>> Start(int leg) => _starts.Groups.Slice(leg * _members, _members);

    internal Span<Vector512<double>> Planned(int leg, int t) => _planned[leg].Groups.Slice(t * _plannedStride, _members);

    /// <summary>The path after delay; the planned path where nobody is delayed.</summary>
    internal Span<Vector512<double>> Delayed(int leg, int t) =>
        _isDelayed ? _delayed[leg].Groups.Slice(t * _plannedStride, _members) : Planned(leg, t);

    internal ReadOnlySpan<double> PlannedNumbers(int leg) => _planned[leg].Numbers;

    internal Span<double> DelayedNumbers(int leg) => _delayed[leg].Numbers;

    /// <summary>The path after all modifiers, percent of unshocked real GDP; through a year it still holds the year before.</summary>
    internal Span<Vector512<double>> Path(int leg) => _path[leg].Groups;

    /// <summary>The share of this world's GDP: the path itself unless chance moves it or a budget keeps its real money under a growth shock.</summary>
    internal Span<Vector512<double>> WorldShare(int leg) => _hasOwnShare ? _share[leg].Groups : _path[leg].Groups;

    private static LaneBuffer[] Legs(int legs, int length)
    {
        var buffers = new LaneBuffer[legs];
        for (int i = 0; i < legs; i++)
        {
            buffers[i] = new LaneBuffer(length);
        }

        return buffers;
    }
}
