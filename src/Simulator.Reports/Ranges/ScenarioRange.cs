using Simulator.Alliance;
using Simulator.Data.Calibration;
using Simulator.Engine;
using Simulator.Pathways;
using Simulator.Projections;
using Simulator.Uncertainty;

namespace Simulator.Reports.Ranges;

/// <summary>What the draws of one scenario say, beside the projection that they were drawn around.</summary>
/// <param name="Projection">The scenario without shocks.</param>
/// <param name="Ensemble">Its draws; money in millions of euro at base-year prices.</param>
/// <param name="Parameters">How far chance moved things.</param>
public sealed record ScenarioRange(Projection Projection, Ensemble Ensemble, ShockParameters Parameters)
{
    private static readonly double[] Targets = [2, 3.5, 5];

    private static readonly MoneyBasis Counted = new(CurrencyChoice.Eur, PriceBasis.BaseYear);

    /// <summary>Draws every scenario of a run, one after the other on all processors; their number changes no result.</summary>
    /// <param name="projections">The scenarios without shocks.</param>
    /// <param name="parameters">The fitted uncertainty.</param>
    /// <param name="options">What the user chose.</param>
    /// <param name="horizon">Last year that is shown: debt is held against that of five years before it.</param>
    /// <param name="progress">Told how far it is, from any thread; null to tell nobody.</param>
    /// <param name="cancel">Interrupts.</param>
    /// <param name="series">What is counted; what is left out changes no bit of the rest.</param>
    /// <param name="store">Keeps shocks from one call to the next; null to draw them.</param>
    /// <returns>One range for each projection, in their order.</returns>
    /// <exception cref="OperationCanceledException">The user interrupted.</exception>
    public static IReadOnlyList<ScenarioRange> Draw(
        IReadOnlyList<Projection> projections,
        UncertaintyParameters parameters,
        DrawOptions options,
        int horizon,
        Action<DrawProgress>? progress,
        CancellationToken cancel,
        DrawnSeries series = DrawnSeries.All,
        ShockStore? store = null)
    {
        List<ScenarioRange> ranges = [];
        foreach (Projection projection in projections)
        {
            long before = options.Draws * ranges.Count;
            string id = projection.Scenario.Id;
            ShockParameters shocks = options.Apply(parameters.Of(projection.Scenario, projection.Edition));
            Ensemble ensemble = Ensemble.Run(
                Plan.Compile(projection.Scenario, projection.Macro, series.HasFlag(DrawnSeries.Debt) && projection.Macro.HasFiscal),
                shocks,
                new EnsembleOptions
                {
                    Draws = options.Draws,
                    Seed = options.Seed,
                    Threads = Environment.ProcessorCount,
                    TargetsPct = TargetsOf(projection),
                    DebtYear = horizon,
                    Series = series,
                    Store = store,
                },
                EnsembleMoney.Of(projection, Counted, $"EUR million at {Counted.PricesWord(projection.Edition)} prices"),
                progress is null ? null : done => progress(new DrawProgress(id, before + done, options.Draws * projections.Count)),
                cancel);
            ranges.Add(new ScenarioRange(projection, ensemble, shocks));
        }

        return ranges;
    }

    /// <summary>The end of a unit's line, percent of GDP; of a group that of its members with forces where they share one, else NaN.</summary>
    /// <param name="unit">Member or group.</param>
    /// <param name="year">Calendar year.</param>
    public double TargetPct(Unit unit, int year)
    {
        Roster roster = Projection.Edition.Roster;
        double[] ends = [.. (unit.IsGroup ? unit.Members.Intersect(roster.WithForces) : MemberSet.Of(unit.MemberIndex)).Select(m => Projection.Scenario.Number(Setting.LinePct, m, year)).Distinct()];
        return ends.Length == 1 ? ends[0] : double.NaN;
    }

    /// <summary>The target by which allies are counted in sentences: the end of the line where all allies share one, else 3.5 percent.</summary>
    /// <param name="year">Calendar year.</param>
    public double ToldTargetPct(int year)
    {
        double shared = TargetPct(Unit.Group(Projection.Edition.Roster.WithForces), year);
        return double.IsNaN(shared) ? Targets[1] : shared;
    }

    /// <summary>True when shares and money of a unit were counted: a member with armed forces, or a group that has one.</summary>
    /// <param name="unit">Member, or group of the roster.</param>
    public bool Counts(Unit unit) => !unit.Members.Intersect(Projection.Edition.Roster.WithForces).IsEmpty;

    /// <summary>All that was counted of a member in a year: share and, unless left out, money of members with forces, debt where it is known.</summary>
    /// <param name="unit">Member.</param>
    /// <param name="year">Calendar year from the base year on.</param>
    public IEnumerable<(string What, Distribution Drawn)> Of(Unit unit, int year)
    {
        if (Counts(unit))
        {
            yield return ("share", Ensemble.SharePct(unit, year));
        }

        if (Counts(unit) && Ensemble.Series.HasFlag(DrawnSeries.MemberMoney))
        {
            yield return ("spending", Ensemble.SpendingM(unit, year));
        }

        if (Ensemble.InDebt.Contains(unit.MemberIndex))
        {
            yield return ("debt", Ensemble.DebtPct(unit.MemberIndex, year));
        }
    }

    /// <summary>Number of allies at a target, as a distribution.</summary>
    /// <param name="targetPct">One of the ensemble's targets.</param>
    /// <param name="year">Calendar year from the base year on.</param>
    /// <exception cref="ArgumentException">Nobody counted by this target.</exception>
    public CountDistribution AlliesAt(double targetPct, int year)
    {
        int place = Ensemble.TargetsPct.ToList().IndexOf(targetPct);
        return place >= 0
            ? new CountDistribution(Ensemble.AlliesAtTarget(place, year))
            : throw new ArgumentException("Allies were not counted by this target.", nameof(targetPct));
    }

    /// <summary>The factor from the ensemble's euro to the money in which a unit's answers are told, at base-year prices.</summary>
    /// <param name="unit">Member with forces, or group.</param>
    /// <param name="options">The user's choices.</param>
    /// <param name="money">The money.</param>
    public double Factor(Unit unit, RunOptions options, out MoneyBasis money)
    {
        // At base-year prices every money is the euro at one rate of the base year, for a group as for a member.
        money = options.Money(Projection.Edition, unit) with { Prices = PriceBasis.BaseYear };
        return Factor(unit, money);
    }

    /// <summary>The factor from the ensemble's euro to a money at base-year prices.</summary>
    /// <param name="unit">Member with forces, or group.</param>
    /// <param name="money">The money, at base-year prices.</param>
    public double Factor(Unit unit, MoneyBasis money) =>
        Projection.SpendingM(unit, Projection.BaseYear, money) / Projection.SpendingM(unit, Projection.BaseYear, Counted);

    private static IReadOnlyList<double> TargetsOf(Projection projection)
    {
        IEnumerable<double> ends = projection.Scenario.Settings.Where(s => s.Setting == Setting.LinePct).Select(s => s.Number);
        return [.. Targets.Concat(ends).Distinct().Order()];
    }
}
