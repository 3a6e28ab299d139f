using System.Collections.Concurrent;
using System.Runtime.InteropServices;

namespace Simulator.Uncertainty;

/// <summary>
/// Keeps the shocks of draws for the next plan. A draw's shocks depend on seed and draw alone and not on the scenario, so who asks about
/// one scenario after another from one seed, as levers do, need not draw them each time: nearly half of the time of an ensemble without
/// debt. Numbers have the same bits with a store and without. Any number of threads may use one store.
/// </summary>
/// <param name="mostBytes">Room for shocks; draws that find none left are drawn each time.</param>
public sealed class ShockStore(long mostBytes)
{
    private readonly Lock _lock = new();
    private double[] _lastAsked = [];
    private double[] _keptFor = [];
    private KeptShocks? _kept;

    /// <summary>Bytes of shocks that are kept.</summary>
    public long Bytes => Volatile.Read(ref _kept)?.Bytes ?? 0;

    /// <summary>
    /// The shocks of a seed and of parameters; null when nobody asked for the same before, since keeping what is not asked for again
    /// would cost time and room. Shocks of another seed are given up when one is asked for twice in a row.
    /// </summary>
    internal KeptShocks? Of(ulong seed, ShockParameters parameters)
    {
        double[] asked = Numbers(seed, parameters);
        lock (_lock)
        {
            bool isAgain = Same(asked, _lastAsked);
            _lastAsked = asked;
            if (Same(asked, _keptFor) || !isAgain)
            {
                return Same(asked, _keptFor) ? _kept : null;
            }

            // Runs that still use the old ones keep no more of them: memory is that of one store.
            _kept?.Close();
            _keptFor = asked;
            return _kept = new KeptShocks(mostBytes, parameters.Delivers);
        }
    }

    // All that moves a shock that is kept: prices, balance and rate are not.
    private static double[] Numbers(ulong seed, ShockParameters p) =>
    [
        BitConverter.UInt64BitsToDouble(seed), p.GrowthFactor.Count, p.GrowthLoading.Count,
        .. p.GrowthFactor, .. p.GrowthLoading, .. p.GrowthSd, .. p.DeliveryPct, .. p.StartMean, .. p.StartSd,
        p.GrowthPersistence, p.DeliverySd, p.DeliveryPersistence, p.BudgetLag,
    ];

    private static bool Same(double[] left, double[] right) =>
        MemoryMarshal.Cast<double, long>(left).SequenceEqual(MemoryMarshal.Cast<double, long>(right));
}

/// <summary>Shocks of one seed, batch by batch of draws.</summary>
internal sealed class KeptShocks(long mostBytes, bool delivers)
{
    // Kept in steps of years, so that a later end of the line does not draw all of them anew each time.
    private const int YearStep = 10;

    private readonly ConcurrentDictionary<long, KeptBatch> _batches = new();
    private readonly Lock _lock = new();
    private long _bytes;
    private volatile bool _isClosed;

    public long Bytes => Volatile.Read(ref _bytes);

    /// <summary>Keeps nothing more.</summary>
    public void Close() => _isClosed = true;

    /// <summary>The shocks of a batch; null when they are not there.</summary>
    /// <param name="batch">Number of the batch.</param>
    /// <param name="blocks">Blocks that are needed of it.</param>
    /// <param name="years">Years that are needed.</param>
    public KeptBatch? Find(long batch, int blocks, int years) =>
        _batches.TryGetValue(batch, out KeptBatch? kept) && kept.Holds(blocks, years) ? kept : null;

    /// <summary>Room for a batch that is to be drawn; null when there is none left.</summary>
    /// <param name="blocks">Blocks that are drawn of it.</param>
    /// <param name="years">Years that are needed; room is for some more.</param>
    /// <param name="members">Members of the roster.</param>
    public KeptBatch? Room(int blocks, int years, int members)
    {
        years = (years + YearStep - 1) / YearStep * YearStep;
        return _isClosed || Bytes + KeptBatch.BytesOf(blocks, years, members, delivers) > mostBytes ? null : new KeptBatch(blocks, years, members, delivers);
    }

    /// <summary>Takes a batch over once all of it is there.</summary>
    /// <param name="batch">Number of the batch.</param>
    /// <param name="kept">Its shocks.</param>
    public void Keep(long batch, KeptBatch kept)
    {
        lock (_lock)
        {
            _batches.TryGetValue(batch, out KeptBatch? before);
            long bytes = _bytes + kept.Bytes - (before?.Bytes ?? 0);
            if (!_isClosed && bytes <= mostBytes && before?.Holds(kept.Blocks, kept.Years) != true)
            {
                _batches[batch] = kept;
                Volatile.Write(ref _bytes, bytes);
            }
        }
    }
}
