using System.Runtime.Intrinsics;
using Simulator.Lanes;

namespace Simulator.Uncertainty;

/// <summary>Buffers of one thread for <see cref="DrawnShocks"/>, allocated once, and the parameters as plain arrays.</summary>
internal sealed class ShockScratch
{
    private readonly LaneBuffer _words;
    private readonly LaneBuffer _normals;
    private readonly LaneBuffer _deliveryNormals;
    private readonly LaneBuffer _revision;
    private readonly LaneBuffer _behind;
    private readonly LaneBuffer _delivery;
    private readonly LaneBuffer _factors = new(4);

    public ShockScratch(int members, ShockParameters parameters)
    {
        Parameters = parameters;
        _words = new LaneBuffer(2 * members);
        _normals = new LaneBuffer(2 * members);
        _deliveryNormals = new LaneBuffer(2 * members);
        _revision = new LaneBuffer(members);
        _behind = new LaneBuffer(members);
        _delivery = new LaneBuffer(members);
        GrowthFactorOfHistory = [.. parameters.GrowthFactor];
        DeflatorFactorOfHistory = [.. parameters.DeflatorFactor];
        GrowthLoading = [.. parameters.GrowthLoading];
        GrowthSd = [.. parameters.GrowthSd];
        DeflatorLoading = [.. parameters.DeflatorLoading];
        DeflatorSd = [.. parameters.DeflatorSd];
        BalanceSd = [.. parameters.BalanceSd];
        RateSd = [.. parameters.RateSd];
        DeliveryPct = [.. parameters.DeliveryPct];
        StartMean = [.. parameters.StartMean];
        StartSd = [.. parameters.StartSd];
    }

    public ShockParameters Parameters { get; }

    public long FirstDraw { get; private set; }

    public double[] GrowthFactorOfHistory { get; }

    public double[] DeflatorFactorOfHistory { get; }

    public double[] GrowthLoading { get; }

    public double[] GrowthSd { get; }

    public double[] DeflatorLoading { get; }

    public double[] DeflatorSd { get; }

    public double[] BalanceSd { get; }

    public double[] RateSd { get; }

    public double[] DeliveryPct { get; }

    public double[] StartMean { get; }

    public double[] StartSd { get; }

    public Span<Vector512<ulong>> Words => System.Runtime.InteropServices.MemoryMarshal.Cast<double, Vector512<ulong>>(_words.Numbers);

    public Span<Vector512<double>> Normals => _normals.Groups;

    public Span<Vector512<double>> DeliveryNormals => _deliveryNormals.Groups;

    /// <summary>r, by member.</summary>
    public Span<Vector512<double>> Revision => _revision.Groups;

    /// <summary>h: by how much budgets are behind GDP, by member.</summary>
    public Span<Vector512<double>> Behind => _behind.Groups;

    /// <summary>q, by member.</summary>
    public Span<Vector512<double>> Delivery => _delivery.Groups;

    /// <summary>F of an odd year in eight draws, then of the next.</summary>
    public Span<double> GrowthFactor => _factors.Numbers[..(2 * Lane.Count)];

    public Span<double> DeflatorFactor => _factors.Numbers[(2 * Lane.Count)..];

    public void Begin(long firstDraw)
    {
        FirstDraw = firstDraw;
        Behind.Clear();
        Delivery.Clear();
    }
}
