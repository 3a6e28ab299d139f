using System.Numerics;
using System.Runtime.CompilerServices;
using System.Runtime.InteropServices;
using System.Runtime.Intrinsics;
using Simulator.Engine;
using Simulator.Lanes;

namespace Simulator.Uncertainty;

/// <summary>
/// What is kept of any number of draws, in room that does not grow with them: whole counts and whole sums, so that halves add up to
/// the whole in any order. Bins of 32 blocks are noted first and counted series by series: a histogram is then in the cache.
/// </summary>
internal sealed class Histograms
{
    public const int BlocksInBatch = 32;
    public const int DrawsInBatch = BlocksInBatch * Lane.Count;

    /// <summary>The years over which a fall of debt is looked for.</summary>
    public const int FallYears = 5;

    // Squares are below 2^52, so 1,024 blocks fit into 63 bits.
    private const int BlocksBeforeCarry = 1024;

    private readonly Plan _plan;
    private readonly SeriesList _series;
    private readonly long[] _targetHundredths;
    private readonly ushort[] _noted;
    private readonly uint[] _counts;
    private readonly LaneBuffer _sums;
    private readonly LaneBuffer _squares;
    private readonly LaneBuffer _debtBefore;
    private readonly Int128[] _sum;
    private readonly Int128[] _squareSum;
    private readonly long[] _alliesAtTarget;
    private readonly long[] _falls;
    private readonly int _debtYear;
    private int _blocks;
    private int _notedDraws;
    private int _blocksSinceCarry;

    public Histograms(Plan plan, SeriesList series, EnsembleOptions options)
    {
        _plan = plan;
        _series = series;
        _debtYear = (options.DebtYear ?? plan.BaseYear + plan.Years - 1) - plan.BaseYear;
        _targetHundredths = [.. options.TargetsPct.Select(Projections.Rounding.Hundredths)];
        int all = plan.Years * series.Count;
        _noted = new ushort[all * DrawsInBatch];
        _counts = new uint[all * Bins.Count];
        _sums = new LaneBuffer(all);
        _squares = new LaneBuffer(all);
        _debtBefore = new LaneBuffer(series.InDebt.Length);
        _sum = new Int128[all];
        _squareSum = new Int128[all];
        _alliesAtTarget = new long[plan.Years * _targetHundredths.Length * (series.Armed.Length + 1)];
        _falls = new long[series.InDebt.Length];
    }

    public long Draws { get; private set; }

    public ReadOnlyMemory<uint> Counts(int t, int series) => _counts.AsMemory(((t * _series.Count) + series) * Bins.Count, Bins.Count);

    public Int128 Sum(int t, int series) => _sum[(t * _series.Count) + series];

    public Int128 SquareSum(int t, int series) => _squareSum[(t * _series.Count) + series];

    /// <summary>Draws by the number of allies at a target, 0 to all with forces.</summary>
    public ReadOnlySpan<long> AlliesAtTarget(int t, int target) =>
        _alliesAtTarget.AsSpan(((t * _targetHundredths.Length) + target) * (_series.Armed.Length + 1), _series.Armed.Length + 1);

    /// <summary>Draws in which debt is lower in the year asked for than five years before, by place in the list of members in debt.</summary>
    public ReadOnlySpan<long> Falls => _falls;

    /// <summary>Reads a year of a block.</summary>
    public void Year(int t, Block block, int live)
    {
        Vector512<long> isLive = Vector512.LessThan(Vector512.Create(0L, 1, 2, 3, 4, 5, 6, 7), Vector512.Create((long)live));
        Members(t, block, live, isLive);
        Totals(t, block, isLive);
        if (_series.InDebt.Length > 0)
        {
            Debts(t, block, isLive);
        }

        if (t == _plan.Years - 1)
        {
            Close(live);
        }
    }

    /// <summary>Takes over what is noted but not yet counted or added up; to be called before anything is read.</summary>
    public void Flush()
    {
        CountNoted();
        Carry();
    }

    /// <summary>Adds the draws of other histograms of the same plan.</summary>
    public void Add(Histograms other)
    {
        for (int i = 0; i < _counts.Length; i++)
        {
            _counts[i] += other._counts[i];
        }

        for (int i = 0; i < _sum.Length; i++)
        {
            _sum[i] += other._sum[i];
            _squareSum[i] += other._squareSum[i];
        }

        for (int i = 0; i < _alliesAtTarget.Length; i++)
        {
            _alliesAtTarget[i] += other._alliesAtTarget[i];
        }

        for (int i = 0; i < _falls.Length; i++)
        {
            _falls[i] += other._falls[i];
        }

        Draws += other.Draws;
    }

    [MethodImpl(MethodImplOptions.AggressiveOptimization)]
    private void Members(int t, Block block, int live, Vector512<long> isLive)
    {
        ReadOnlySpan<Vector512<double>> share = block.SharePct;
        ReadOnlySpan<Vector512<double>> spending = block.SpendingConstUsdM;
        int first = t * _series.Count;
        Span<Vector512<long>> atTarget = stackalloc Vector512<long>[_targetHundredths.Length];
        atTarget.Clear();
        for (int i = 0; i < _series.Armed.Length; i++)
        {
            int m = _series.Armed[i];
            Vector512<long> bin = Bins.OfShares(share[m]);
            Note(first + i, bin);
            Add(first + i, Bins.Share, share[m], isLive);
            for (int k = 0; k < atTarget.Length; k++)
            {
                // A mask is minus one.
                atTarget[k] -= Vector512.GreaterThanOrEqual(bin, Vector512.Create(_targetHundredths[k]));
            }
        }

        for (int i = 0; i < _series.InMoney.Length; i++)
        {
            int m = _series.InMoney[i];
            Amount(first + _series.Money + i, _series.Bins[_series.Money + i], spending[m] * Vector512.Create(_series.MoneyPerConstUsd[m]), isLive);
        }

        for (int k = 0; k < atTarget.Length; k++)
        {
            Span<long> row = _alliesAtTarget.AsSpan(((t * atTarget.Length) + k) * (_series.Armed.Length + 1), _series.Armed.Length + 1);
            foreach (long allies in MemoryMarshal.Cast<Vector512<long>, long>(atTarget).Slice(k * Lane.Count, live))
            {
                row[(int)allies]++;
            }
        }
    }

    /// <summary>Groups weigh by money: 100 × Σ spending / Σ GDP, in member order.</summary>
    [MethodImpl(MethodImplOptions.AggressiveOptimization)]
    private void Totals(int t, Block block, Vector512<long> isLive)
    {
        ReadOnlySpan<Vector512<double>> spending = block.SpendingConstUsdM;
        ReadOnlySpan<Vector512<double>> gdp = block.GdpConstUsdM;
        int first = t * _series.Count;
        for (int g = 0; g < _series.Groups.Length; g++)
        {
            Vector512<double> spent = Vector512<double>.Zero;
            Vector512<double> earned = Vector512<double>.Zero;
            Vector512<double> money = Vector512<double>.Zero;
            foreach (int m in _series.Groups[g])
            {
                spent += spending[m];
                earned += gdp[m];
                money += spending[m] * Vector512.Create(_series.MoneyPerConstUsd[m]);
            }

            Vector512<double> share = Vector512.Create(100.0) * spent / earned;
            Note(first + _series.GroupShare + g, Bins.OfShares(share));
            Add(first + _series.GroupShare + g, Bins.Share, share, isLive);
            Amount(first + _series.GroupMoney + g, _series.Bins[_series.GroupMoney + g], money, isLive);
        }
    }

    [MethodImpl(MethodImplOptions.AggressiveOptimization)]
    private void Debts(int t, Block block, Vector512<long> isLive)
    {
        ReadOnlySpan<Vector512<double>> debt = block.Fiscal.DebtPct.Groups;
        Span<Vector512<double>> before = _debtBefore.Groups;
        for (int i = 0; i < _series.InDebt.Length; i++)
        {
            int m = _series.InDebt[i];
            Amount((t * _series.Count) + _series.Debt + i, Bins.Debt, debt[m], isLive);
            if (t == _debtYear - FallYears)
            {
                before[i] = debt[m];
            }
            else if (t == _debtYear && t >= FallYears)
            {
                Vector512<double> falls = Vector512.LessThan(debt[m], before[i]) & isLive.AsDouble();
                _falls[i] += BitOperations.PopCount(falls.ExtractMostSignificantBits());
            }
        }
    }

    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    private void Amount(int at, Bins bins, Vector512<double> value, Vector512<long> isLive)
    {
        Note(at, bins.OfAmounts(value));
        Add(at, bins, value, isLive);
    }

    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    private void Note(int at, Vector512<long> bin)
    {
        Vector256<int> narrow = Vector512.Narrow(bin, bin).GetLower();
        Vector128<ushort> noted = Vector256.Narrow(narrow, narrow).GetLower().AsUInt16();
        noted.CopyTo(_noted.AsSpan((at * DrawsInBatch) + (_blocks * Lane.Count), Lane.Count));
    }

    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    private void Add(int at, Bins bins, Vector512<double> value, Vector512<long> isLive) => bins.Add(
        value,
        isLive,
        ref MemoryMarshal.Cast<double, Vector512<long>>(_sums.Numbers)[at],
        ref MemoryMarshal.Cast<double, Vector512<long>>(_squares.Numbers)[at]);

    private void Close(int live)
    {
        _blocks++;
        _notedDraws += live;
        _blocksSinceCarry++;
        if (_blocks == BlocksInBatch || live < Lane.Count)
        {
            CountNoted();
        }

        if (_blocksSinceCarry == BlocksBeforeCarry)
        {
            Carry();
        }
    }

    [MethodImpl(MethodImplOptions.AggressiveOptimization)]
    private void CountNoted()
    {
        for (int i = 0; i < _sum.Length; i++)
        {
            ReadOnlySpan<ushort> noted = _noted.AsSpan(i * DrawsInBatch, _notedDraws);
            Span<uint> counts = _counts.AsSpan(i * Bins.Count, Bins.Count);
            foreach (ushort bin in noted)
            {
                counts[bin]++;
            }
        }

        Draws += _notedDraws;
        _notedDraws = 0;
        _blocks = 0;
    }

    /// <summary>Takes the lanes' sums over into 128 bits.</summary>
    private void Carry()
    {
        Span<long> sums = MemoryMarshal.Cast<double, long>(_sums.Numbers);
        Span<long> squares = MemoryMarshal.Cast<double, long>(_squares.Numbers);
        for (int i = 0; i < sums.Length; i++)
        {
            _sum[i / Lane.Count] += sums[i];
            _squareSum[i / Lane.Count] += squares[i];
        }

        sums.Clear();
        squares.Clear();
        _blocksSinceCarry = 0;
    }
}

/// <summary>Hands every year of a block to histograms.</summary>
internal readonly struct HistogramReducer(Histograms histograms) : IReducer
{
    /// <inheritdoc/>
    public void Year(int t, Block block, int live) => histograms.Year(t, block, live);
}
