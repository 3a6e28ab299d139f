using Simulator.Alliance;

namespace Simulator.Uncertainty;

/// <summary>
/// How far chance moves growth, prices, budgets and debt (model section 8): fitted numbers and named judgements, read from data.
/// Arrays are by roster index. A standard deviation of 0 switches a shock off exactly.
/// </summary>
public sealed record ShockParameters
{
    /// <summary>F: the common factor of growth, one value a year of history in order; resampled in blocks of two years, circularly.</summary>
    public required IReadOnlyList<double> GrowthFactor { get; init; }

    /// <summary>The deflator's own common factor, in the same form.</summary>
    public required IReadOnlyList<double> DeflatorFactor { get; init; }

    /// <summary>λ: points of growth for one unit of the growth factor, by member.</summary>
    public required IReadOnlyList<double> GrowthLoading { get; init; }

    /// <summary>σ: standard deviation of a member's own growth shock, points, by member.</summary>
    public required IReadOnlyList<double> GrowthSd { get; init; }

    /// <summary>Points of deflator growth for one unit of its factor, by member.</summary>
    public required IReadOnlyList<double> DeflatorLoading { get; init; }

    /// <summary>Standard deviation of a member's own deflator shock, points, by member.</summary>
    public required IReadOnlyList<double> DeflatorSd { get; init; }

    /// <summary>Standard deviation of the new balance shock of a year, points of GDP, by member.</summary>
    public required IReadOnlyList<double> BalanceSd { get; init; }

    /// <summary>Standard deviation of the new interest rate shock of a year, points, by member.</summary>
    public required IReadOnlyList<double> RateSd { get; init; }

    /// <summary>δ̄: percent of the planned rise that arrives on average, by member; 100 for a pure what-if.</summary>
    public required IReadOnlyList<double> DeliveryPct { get; init; }

    /// <summary>Mean of r, the relative revision of the base-year share, as a logarithm, by member.</summary>
    public required IReadOnlyList<double> StartMean { get; init; }

    /// <summary>Standard deviation of r, by member.</summary>
    public required IReadOnlyList<double> StartSd { get; init; }

    /// <summary>ρ of growth: part of a year's shock that is left in the next.</summary>
    public required double GrowthPersistence { get; init; }

    /// <summary>ρ of deflator growth.</summary>
    public required double DeflatorPersistence { get; init; }

    /// <summary>ρ of the balance.</summary>
    public required double BalancePersistence { get; init; }

    /// <summary>ρ of the interest rate.</summary>
    public required double RatePersistence { get; init; }

    /// <summary>Standard deviation of q, the logarithm of delivery, the same in every year.</summary>
    public required double DeliverySd { get; init; }

    /// <summary>ρ of q.</summary>
    public required double DeliveryPersistence { get; init; }

    /// <summary>How much of what budgets have not yet followed of GDP is left a year later (judgement: 0.7).</summary>
    public double BudgetLag { get; init; } = 0.7;

    /// <summary>True when plans arrive in another size than planned in some draw.</summary>
    public bool Delivers => DeliverySd > 0 || DeliveryPct.Any(d => d != 100);

    /// <summary>The same parameters without the revision of the start.</summary>
    public ShockParameters WithoutStart() => this with
    {
        StartMean = [.. StartMean.Select(_ => 0.0)],
        StartSd = [.. StartSd.Select(_ => 0.0)],
    };

    /// <summary>The same parameters with plans that arrive as planned.</summary>
    public ShockParameters WithoutDelivery() => this with { DeliverySd = 0, DeliveryPct = [.. DeliveryPct.Select(_ => 100.0)] };

    /// <summary>What is wrong with the parameters for a roster, one sentence each; empty when they can be drawn from.</summary>
    /// <param name="roster">The members that the arrays are about.</param>
    public IReadOnlyList<string> Faults(Roster roster)
    {
        List<string> faults = [];
        ByMember(nameof(GrowthLoading), GrowthLoading, double.NegativeInfinity);
        ByMember(nameof(GrowthSd), GrowthSd, 0);
        ByMember(nameof(DeflatorLoading), DeflatorLoading, double.NegativeInfinity);
        ByMember(nameof(DeflatorSd), DeflatorSd, 0);
        ByMember(nameof(BalanceSd), BalanceSd, 0);
        ByMember(nameof(RateSd), RateSd, 0);
        ByMember(nameof(DeliveryPct), DeliveryPct, 0);
        ByMember(nameof(StartMean), StartMean, double.NegativeInfinity);
        ByMember(nameof(StartSd), StartSd, 0);
        Factor(nameof(GrowthFactor), GrowthFactor);
        Factor(nameof(DeflatorFactor), DeflatorFactor);
        Persistence(nameof(GrowthPersistence), GrowthPersistence);
        Persistence(nameof(DeflatorPersistence), DeflatorPersistence);
        Persistence(nameof(BalancePersistence), BalancePersistence);
        Persistence(nameof(RatePersistence), RatePersistence);
        Persistence(nameof(DeliveryPersistence), DeliveryPersistence);
        Persistence(nameof(BudgetLag), BudgetLag);
        if (!(double.IsFinite(DeliverySd) && DeliverySd >= 0))
        {
            faults.Add($"{nameof(DeliverySd)} must be a number from 0 up.");
        }

        return faults;

        void ByMember(string name, IReadOnlyList<double> values, double low)
        {
            if (values.Count != roster.Count)
            {
                faults.Add(string.Create(System.Globalization.CultureInfo.InvariantCulture, $"{name} has {values.Count} values for {roster.Count} members."));
            }

            foreach (Member member in roster.Members.Take(values.Count).Where(m => !double.IsFinite(values[m.Index]) || values[m.Index] < low))
            {
                faults.Add($"{name} of {member.Iso3} is not a number in its range.");
            }
        }

        void Factor(string name, IReadOnlyList<double> values)
        {
            if (values.Count < 2 || !values.All(double.IsFinite))
            {
                faults.Add($"{name} needs at least two years, all of them numbers.");
            }
        }

        void Persistence(string name, double value)
        {
            if (!(Math.Abs(value) < 1))
            {
                faults.Add($"{name} must lie between −1 and 1.");
            }
        }
    }
}
