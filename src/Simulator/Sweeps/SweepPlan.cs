using Simulator.Alliance;
using Simulator.Engine;
using Simulator.Pathways;
using Simulator.Projections;
using Simulator.Uncertainty;

namespace Simulator.Sweeps;

/// <summary>One combination of words of the categorical factors: a plan of its own, and which of its columns each factor moves.</summary>
/// <param name="Plan">The plan.</param>
/// <param name="Swept">The columns that are moved.</param>
internal sealed record SweepVariant(Plan Plan, (int Factor, int Column)[] Swept);

/// <summary>
/// A scenario, what a sweep moves in it and what it keeps of every world, made ready for the year loop. Numbers are columns. Words
/// (shapes, definitions, named limits) make a plan for each of their combinations; every world runs in the one plan that it needs,
/// packed eight to a block with others of the same, and since a lane's result depends on that lane alone, its company changes
/// nothing. Immutable; shared by threads.
/// </summary>
public sealed class SweepPlan
{
    /// <summary>The largest number of combinations of words.</summary>
    public const int MostVariants = 512;

    private readonly double[] _eurPerConstUsd;
    private readonly double[] _usdPerConstUsd;
    private readonly int[] _categorical;

    private SweepPlan(Scenario scenario, MacroPath macro, IReadOnlyList<Factor> factors, IReadOnlyList<Outcome> outcomes, SweepVariant[] variants)
    {
        Scenario = scenario;
        Macro = macro;
        Factors = factors;
        Outcomes = outcomes;
        Variants = variants;
        _categorical = [.. Enumerable.Range(0, factors.Count).Where(f => factors[f].IsCategorical)];
        RevisionOfMember = [.. macro.Edition.Roster.Members.Select(m => Revision(m.Index))];
        MovesStart = RevisionOfMember.Any(f => f >= 0);
        LineHundredths = Lines();
        var projection = new Projection(Projector.Run(scenario, macro.Edition, macro));
        _eurPerConstUsd = PerConstUsd(projection, CurrencyChoice.Eur);
        _usdPerConstUsd = PerConstUsd(projection, CurrencyChoice.Usd);
    }

    /// <summary>The scenario that the sweep starts from.</summary>
    public Scenario Scenario { get; }

    /// <summary>The unshocked economy; it ends in the last year that an outcome reads, or later.</summary>
    public MacroPath Macro { get; }

    /// <summary>What is moved.</summary>
    public IReadOnlyList<Factor> Factors { get; }

    /// <summary>What is kept.</summary>
    public IReadOnlyList<Outcome> Outcomes { get; }

    /// <summary>True when the figure of the base year is moved; draws then leave their own revision of it out.</summary>
    public bool MovesStart { get; }

    /// <summary>True when debt is computed.</summary>
    public bool HasDebt => Variants[0].Plan.HasFiscal;

    /// <summary>The base scenario with the sweep's settings in it: what says whether delivery is stated.</summary>
    public Scenario MovedScenario => Variants[0].Plan.Scenario;

    /// <summary>Number of combinations of words, each with a plan of its own.</summary>
    public int Combinations => Variants.Length;

    internal SweepVariant[] Variants { get; }

    /// <summary>The factor that revises a member's base-year figure; −1 for none.</summary>
    internal int[] RevisionOfMember { get; }

    /// <summary>The comparison line in whole hundredths [t × members + member]; below every share for members without forces.</summary>
    internal double[] LineHundredths { get; }

    /// <summary>The last year for which a sweep needs an economy.</summary>
    /// <param name="scenario">The scenario.</param>
    /// <param name="outcomes">What is kept.</param>
    public static int LastYearNeeded(Scenario scenario, IEnumerable<Outcome> outcomes) =>
        Math.Max(Plan.LastYearNeeded(scenario), outcomes.Max(o => o.LastYear));

    /// <summary>Makes a sweep ready.</summary>
    /// <param name="scenario">The scenario that it starts from.</param>
    /// <param name="macro">The unshocked economy through <see cref="LastYearNeeded"/>, with debt where an outcome needs it.</param>
    /// <param name="factors">What is moved; may be empty, for the scenario as it stands.</param>
    /// <param name="outcomes">What is kept, at least one.</param>
    /// <param name="faults">Why it cannot be run as written; empty when it can.</param>
    /// <returns>The plan; null when there are faults.</returns>
    /// <exception cref="ArgumentException">There is no outcome, the economy ends too early, or it lacks the debt that an outcome needs.</exception>
    public static SweepPlan? Compile(
        Scenario scenario, MacroPath macro, IReadOnlyList<Factor> factors, IReadOnlyList<Outcome> outcomes, out IReadOnlyList<SweepFault> faults)
    {
        bool withDebt = outcomes.Any(o => o.NeedsDebt);
        if (outcomes.Count == 0 || macro.LastYear < LastYearNeeded(scenario, outcomes) || (withDebt && !macro.HasFiscal))
        {
            throw new ArgumentException("A sweep needs an outcome, and an economy that reaches to the last year of its outcomes, with debt where one reads it.", nameof(macro));
        }

        List<SweepFault> found = FactorFaults(factors);
        faults = found;
        if (found.Count > 0)
        {
            return null;
        }

        MemberSet inDebt = withDebt ? macro.Edition.Roster.All : MemberSet.Empty;
        List<SweepVariant> variants = [];
        HashSet<int> moved = [];
        foreach (int[] levels in LevelsOf(factors))
        {
            SweptScenario swept = SweptScenario.Of(scenario, factors, levels, inDebt);
            moved.UnionWith(swept.Found);
            found.AddRange(swept.Faults.Where(f => !found.Contains(f)));
            if (swept.Faults.Count == 0)
            {
                variants.Add(Variant(swept, macro, withDebt));
            }
        }

        for (int f = 0; f < factors.Count; f++)
        {
            if (!moved.Contains(f) && factors[f].Parameter.Part != SweptPart.StartRevision && found.All(x => x.Factor != f))
            {
                found.Add(new(f, $"{scenario.Id} has no row that {factors[f].Name} could move"));
            }
        }

        return found.Count > 0 ? null : Checked(new SweepPlan(scenario, macro, factors, outcomes, [.. variants]), found);
    }

    /// <summary>Categorical factors, in order; the last moves fastest in the numbers of variants.</summary>
    internal ReadOnlySpan<int> Categorical => _categorical;

    /// <summary>EUR or USD at base-year prices for one US dollar at the edition's constant prices, by member.</summary>
    internal double[] PerConstUsd(CurrencyChoice currency) => currency == CurrencyChoice.Eur ? _eurPerConstUsd : _usdPerConstUsd;

    private static List<SweepFault> FactorFaults(IReadOnlyList<Factor> factors)
    {
        List<SweepFault> faults = [];
        for (int f = 0; f < factors.Count; f++)
        {
            faults.AddRange(factors[f].Range.Faults().Select(fault => new SweepFault(f, $"{factors[f].Name}: {fault}")));
        }

        double combinations = factors.Where(f => f.IsCategorical).Aggregate(1.0, (all, f) => all * f.Words.Count);
        if (combinations > MostVariants)
        {
            faults.Add(new(-1, string.Create(
                System.Globalization.CultureInfo.InvariantCulture, $"the words of the categorical factors have {combinations} combinations; at most {MostVariants} can be run")));
        }

        return faults;
    }

    /// <summary>Every combination of levels of the categorical factors; the last factor moves fastest.</summary>
    private static List<int[]> LevelsOf(IReadOnlyList<Factor> factors)
    {
        List<int[]> all = [];
        int[] levels = new int[factors.Count];
        while (true)
        {
            all.Add([.. levels]);
            int f = factors.Count - 1;
            while (f >= 0 && (!factors[f].IsCategorical || ++levels[f] == factors[f].Words.Count))
            {
                levels[f--] = 0;
            }

            if (f < 0)
            {
                return all;
            }
        }
    }

    private static SweepVariant Variant(SweptScenario swept, MacroPath macro, bool withDebt)
    {
        Plan plan = Plan.Compile(swept.Scenario, macro, withDebt);
        List<(int Factor, int Column)> columns = [];
        foreach ((int factor, SettingRow row) in swept.SettingRows)
        {
            columns.AddRange(plan.SettingColumns.Where(c => ReferenceEquals(c.Row, row)).Select(c => (factor, c.Column)));
        }

        foreach ((int factor, PathRow row, RowNumber number) in swept.PathNumbers)
        {
            PlanRow compiled = plan.PathRows.Single(p => ReferenceEquals(p.Row, row)).Compiled;
            columns.Add((factor, number switch
            {
                RowNumber.Value => compiled.Value,
                RowNumber.From => compiled.From,
                _ => compiled.To,
            }));
        }

        return new SweepVariant(plan, [.. columns]);
    }

    /// <summary>Debt can be read only where the IMF path, the interest rate and the elasticity are known throughout.</summary>
    private static SweepPlan? Checked(SweepPlan sweep, List<SweepFault> found)
    {
        foreach (Outcome outcome in sweep.Outcomes.Where(o => o.NeedsDebt && !sweep.Variants[0].Plan.KnowsDebtOf(o.Unit.MemberIndex)))
        {
            found.Add(new(-1, $"{outcome.Name}: the outlook of {sweep.Macro.Edition.Id} gives no debt of {outcome.UnitId} in some year"));
        }

        return found.Count > 0 ? null : sweep;
    }

    private int Revision(int member)
    {
        for (int f = Factors.Count - 1; f >= 0; f--)
        {
            if (Factors[f].Parameter.Part == SweptPart.StartRevision && Factors[f].Members.Contains(member))
            {
                return f;
            }
        }

        return -1;
    }

    private double[] Lines()
    {
        double[] lines = new double[Macro.Years * Macro.Members];
        Array.Fill(lines, double.NegativeInfinity);
        foreach (int m in Macro.Edition.Roster.WithForces)
        {
            for (int t = 0; t < Macro.Years; t++)
            {
                double line = ComparisonLine.SharePct(
                    Variants[0].Plan.BaseSharePct[m], Scenario.Number(Setting.LinePct, m, Macro.BaseYear), Macro.BaseYear, Macro.BaseYear + t);
                lines[(t * Macro.Members) + m] = Rounding.Hundredths(line);
            }
        }

        return lines;
    }

    private static double[] PerConstUsd(Projection projection, CurrencyChoice currency) =>
        [.. EnsembleMoney.Of(projection, new MoneyBasis(currency, PriceBasis.BaseYear), currency.ToString()).PerConstUsd];
}
