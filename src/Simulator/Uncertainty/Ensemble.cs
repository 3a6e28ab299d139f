using Simulator.Alliance;
using Simulator.Engine;
using Simulator.Projections;

namespace Simulator.Uncertainty;

/// <summary>
/// What any number of draws of one plan have in common: distributions of share, money and debt by member, group and year, read from
/// whole counts and sums. The same seed and number of draws give the same bits on any number of threads and any machine.
/// A share of draws says how the model's chance falls out; it is no probability of the world.
/// </summary>
public sealed class Ensemble
{
    private readonly Plan _plan;
    private readonly SeriesList _series;
    private readonly Histograms _histograms;
    private readonly IReadOnlyList<double> _targetsPct;

    private Ensemble(Plan plan, SeriesList series, Histograms histograms, EnsembleOptions options, EnsembleMoney money)
    {
        _plan = plan;
        _series = series;
        _histograms = histograms;
        _targetsPct = options.TargetsPct;
        DebtYear = options.DebtYear ?? plan.BaseYear + plan.Years - 1;
        Seed = options.Seed;
        Series = options.Series;
        MoneyName = money.Name;
    }

    /// <summary>Number of draws.</summary>
    public long Draws => _histograms.Draws;

    /// <summary>The key of the generator.</summary>
    public ulong Seed { get; }

    /// <summary>What is counted.</summary>
    public DrawnSeries Series { get; }

    /// <summary>The money and prices of amounts.</summary>
    public string MoneyName { get; }

    /// <summary>The year whose debt is held against that of five years before.</summary>
    public int DebtYear { get; }

    /// <summary>Targets for which allies are counted, percent of GDP.</summary>
    public IReadOnlyList<double> TargetsPct => _targetsPct;

    /// <summary>Members whose debt is counted: those for which the IMF path, the interest rate and the elasticity are known throughout.</summary>
    public MemberSet InDebt => new(_series.InDebt.Aggregate(0UL, (bits, m) => bits | (1UL << m)));

    /// <summary>Draws a plan's worlds.</summary>
    /// <param name="plan">The plan; debt is drawn where it was compiled with debt, under the scenario's own financing against hold.</param>
    /// <param name="parameters">How far chance moves things.</param>
    /// <param name="options">Draws, seed, threads, targets.</param>
    /// <param name="money">The money of amounts.</param>
    /// <param name="drawn">Told the number of draws done so far, from any thread and not always in order.</param>
    /// <param name="cancel">Interrupts between batches of draws.</param>
    /// <returns>The ensemble.</returns>
    /// <exception cref="ArgumentException">The parameters have faults (<see cref="ShockParameters.Faults"/>), draws, threads or the
    /// year of debt are out of range, or money has no factor for a member with forces.</exception>
    /// <exception cref="OperationCanceledException">The user interrupted.</exception>
    public static Ensemble Run(
        Plan plan, ShockParameters parameters, EnsembleOptions options, EnsembleMoney money, Action<long>? drawn = null, CancellationToken cancel = default)
    {
        ArgumentOutOfRangeException.ThrowIfLessThan(options.Draws, 1, nameof(options));
        ArgumentOutOfRangeException.ThrowIfGreaterThan(options.Draws, EnsembleOptions.MostDraws, nameof(options));
        ArgumentOutOfRangeException.ThrowIfLessThan(options.Threads, 1, nameof(options));
        ArgumentOutOfRangeException.ThrowIfLessThan(options.DebtYear ?? plan.BaseYear, plan.BaseYear, nameof(options));
        ArgumentOutOfRangeException.ThrowIfGreaterThan(options.DebtYear ?? plan.BaseYear, plan.BaseYear + plan.Years - 1, nameof(options));
        IReadOnlyList<string> faults = parameters.Faults(plan.Macro.Edition.Roster);
        if (faults.Count > 0)
        {
            throw new ArgumentException(string.Join(' ', faults), nameof(parameters));
        }

        KeptShocks? kept = plan.HasFiscal ? null : options.Store?.Of(options.Seed, parameters);
        SeriesList series = new(plan, money.PerConstUsd, options.Series);
        long batches = EnsembleWorker.Batches(options.Draws);
        EnsembleWorker[] workers = new EnsembleWorker[(int)Math.Min(options.Threads, batches)];
        long next = -1;
        long done = 0;
        void Work(int i)
        {
            EnsembleWorker worker = new(plan, parameters, options, series, kept);
            workers[i] = worker;
            for (long batch = Interlocked.Increment(ref next); batch < batches && !cancel.IsCancellationRequested; batch = Interlocked.Increment(ref next))
            {
                long draws = Interlocked.Add(ref done, worker.Batch(batch));
                drawn?.Invoke(draws);
            }

            worker.Histograms.Flush();
        }

        if (workers.Length == 1)
        {
            Work(0);
        }
        else
        {
            // Threads of their own: a pool may be busy, and one that waits holds up nobody's batch.
            Task.WaitAll([.. Enumerable.Range(0, workers.Length).Select(i =>
                Task.Factory.StartNew(() => Work(i), CancellationToken.None, TaskCreationOptions.LongRunning, TaskScheduler.Default))]);
        }

        cancel.ThrowIfCancellationRequested();
        Histograms all = workers[0].Histograms;
        foreach (EnsembleWorker worker in workers.Skip(1))
        {
            all.Add(worker.Histograms);
        }

        return new Ensemble(plan, series, all, options, money);
    }

    /// <summary>Core spending of a member with forces or of a group, percent of real GDP.</summary>
    /// <param name="unit">Member with forces, or group of the roster.</param>
    /// <param name="year">Calendar year from the base year on.</param>
    /// <exception cref="ArgumentException">The unit is not counted, or the year lies outside the run.</exception>
    public Distribution SharePct(Unit unit, int year) => Of(year, unit.IsGroup ? _series.GroupShare + Group(unit) : Armed(unit.MemberIndex));

    /// <summary>Core spending of a member with forces or of a group, millions of <see cref="MoneyName"/>.</summary>
    /// <param name="unit">Member with forces where the money of members is counted, or group of the roster.</param>
    /// <param name="year">Calendar year from the base year on.</param>
    /// <exception cref="ArgumentException">The unit is not counted, or the year lies outside the run.</exception>
    public Distribution SpendingM(Unit unit, int year) =>
        Of(year, unit.IsGroup ? _series.GroupMoney + Group(unit) : _series.Money + Place(_series.InMoney, unit.MemberIndex));

    /// <summary>Government debt of a member, percent of GDP of the world.</summary>
    /// <param name="member">Roster index, one of <see cref="InDebt"/>.</param>
    /// <param name="year">Calendar year from the base year on.</param>
    /// <exception cref="ArgumentException">The member's debt is not counted, or the year lies outside the run.</exception>
    public Distribution DebtPct(int member, int year) => Of(year, _series.Debt + Place(_series.InDebt, member));

    /// <summary>Share of draws in which a member's debt ratio is lower in <see cref="DebtYear"/> than five years before.</summary>
    /// <param name="member">Roster index, one of <see cref="InDebt"/>.</param>
    /// <returns>Percent of draws; NaN where five years before lie before the base year.</returns>
    /// <exception cref="ArgumentException">The member's debt is not counted.</exception>
    public double DebtFallsPct(int member)
    {
        long falls = _histograms.Falls[Place(_series.InDebt, member)];
        return DebtYear >= _plan.BaseYear + Histograms.FallYears ? 100.0 * falls / Draws : double.NaN;
    }

    /// <summary>Draws by the number of allies whose share, rounded half up to hundredths, reaches a target.</summary>
    /// <param name="target">Place in <see cref="TargetsPct"/>.</param>
    /// <param name="year">Calendar year from the base year on.</param>
    /// <returns>Number of draws with 0, 1, … allies at target, to all that have forces.</returns>
    /// <exception cref="ArgumentException">The year lies outside the run.</exception>
    public IReadOnlyList<long> AlliesAtTarget(int target, int year) => _histograms.AlliesAtTarget(Index(year), target).ToArray();

    private Distribution Of(int year, int series)
    {
        int t = Index(year);
        return new Distribution(
            _series.Bins[series], _histograms.Counts(t, series), Draws, _histograms.Sum(t, series), _histograms.SquareSum(t, series));
    }

    private int Index(int year) => year >= _plan.BaseYear && year < _plan.BaseYear + _plan.Years
        ? year - _plan.BaseYear
        : throw new ArgumentOutOfRangeException(nameof(year), year, "The year lies outside the run.");

    private int Armed(int member) => Place(_series.Armed, member);

    private static int Place(int[] members, int member)
    {
        int place = Array.BinarySearch(members, member);
        return place >= 0 ? place : throw new ArgumentException($"Nothing is counted for the member at place {member} of the roster.", nameof(member));
    }

    private int Group(Unit unit)
    {
        int place = Array.IndexOf(_series.Groups, unit.Members);
        return place >= 0 ? place : throw new ArgumentException("Nothing is counted for this group.", nameof(unit));
    }
}
