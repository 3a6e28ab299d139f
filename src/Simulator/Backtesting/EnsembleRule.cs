using Simulator.Alliance;
using Simulator.Engine;
using Simulator.Feasibility;
using Simulator.Pathways;
using Simulator.Uncertainty;

namespace Simulator.Backtesting;

/// <summary>
/// The model's own draws around a scenario: the same plan, year loop and shocks as everywhere, on the edition cut at the origin. What
/// is said is the median of the draws, and the draws are the forecast's sample.
/// </summary>
public sealed class EnsembleRule : ForecastRule
{
    /// <summary>How many worlds are drawn at each origin.</summary>
    public const int Draws = 1000;

    /// <summary>The key of the generator: that of a run that names none.</summary>
    public const ulong Seed = 1;

    private readonly bool _isPledge;

    private EnsembleRule(string id, string title, string meaning, bool isPledge)
        : base(id, title, meaning)
    {
        _isPledge = isPledge;
    }

    /// <summary>The draws around "nothing changes".</summary>
    internal static EnsembleRule Hold { get; } = new(
        "ensemble-hold",
        "Draws around \"nothing changes\"",
        "The model's own draws around the share of the origin: growth is shaken as it was known to be shaken, budgets follow late, nobody changes policy. Said is the median of the draws.",
        isPledge: false);

    /// <summary>The draws around the pledge of Wales.</summary>
    internal static EnsembleRule Wales { get; } = new(
        "ensemble-wales",
        "Draws around the Wales pledge",
        "The model's own draws around a straight line from the share of the origin to 2 percent in 2024. As much of the rise arrives, on average and with as much spread, as had arrived by the origin of the line of 2014; all of it while fewer than two years had passed. Said is the median of the draws.",
        isPledge: true);

    /// <inheritdoc/>
    public override bool Speaks(KnownHistory known) => known.Shocks is not null && (!_isPledge || known.Origin < WalesYear);

    /// <inheritdoc/>
    /// <exception cref="ArgumentException">No shocks are known at the origin, or the edition lacks what the economy needs.</exception>
    public override FittedRule Fit(KnownHistory known, int horizons)
    {
        ShockParameters shocks = known.Shocks ?? throw new ArgumentException("Draws need shocks that were known at the origin.", nameof(known));
        WalesDelivery delivery = WalesDelivery.Of(known);
        if (_isPledge)
        {
            shocks = shocks with { DeliveryPct = [.. shocks.DeliveryPct.Select(_ => delivery.Pct)], DeliverySd = delivery.Sd };
        }

        Edition edition = known.Edition(known.Origin + horizons);
        Plan plan = Plan.Compile(Scenario(edition), MacroPathBuilder.Build(edition, known.Origin + horizons));
        DrawnShares drawn = DrawnShares.Of(plan, shocks, Draws, Seed);
        return new FittedRule((member, horizon) => Percentiles.QuantileOfOrdered(drawn.OrderedPct(member, known.Origin + horizon), 50))
        {
            SamplePct = (member, horizon) => drawn.OrderedPct(member, known.Origin + horizon),
            Fitted =
            [
                new("growth_years", shocks.GrowthFactor.Count, "years of the common growth factor"),
                new("growth_persistence", shocks.GrowthPersistence, "part of a growth shock that is left a year later"),
                new("growth_spread_pp", known.Roster.WithForces.Average(m => shocks.GrowthSd[m]), "points, mean of members' own growth shocks"),
                .. _isPledge
                    ? new FittedValue[]
                    {
                        new("delivery_pct", delivery.Pct, "percent of the planned rise"),
                        new("delivery_spread", delivery.Sd, "standard deviation of the logarithm of delivery"),
                    }
                    : [],
            ],
        };
    }

    private Scenario Scenario(Edition edition) => new()
    {
        Id = Id,
        Title = Title,
        Paths = _isPledge
            ?
            [
                new PathRow
                {
                    Origin = new RowOrigin(Id, 1),
                    Members = edition.Roster.WithForces,
                    What = PathWhat.AtLeastPct,
                    Value = WalesPct,
                    From = edition.BaseYear,
                    To = WalesYear,
                },
            ]
            : [],
        Settings = [],
        Notes = [],
        NotComputed = [],
    };
}
