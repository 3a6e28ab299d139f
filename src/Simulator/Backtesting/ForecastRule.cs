namespace Simulator.Backtesting;

/// <summary>A rule by which someone could have told future shares from what was known at an origin.</summary>
public abstract class ForecastRule
{
    /// <summary>The pledge of Wales, percent of GDP.</summary>
    public const double WalesPct = 2;

    /// <summary>The year by which the pledge of Wales was to be met.</summary>
    public const int WalesYear = 2024;

    /// <summary>How many annual changes a rule looks back on where it looks back.</summary>
    public const int YearsBack = 5;

    private protected ForecastRule(string id, string title, string meaning)
    {
        Id = id;
        Title = title;
        Meaning = meaning;
    }

    /// <summary>The rules, the one that others are held against first.</summary>
    public static IReadOnlyList<ForecastRule> All { get; } = [new HoldRule(), new WalesLineRule(), new AdjustmentRule(), new TrendRule(), EnsembleRule.Hold, EnsembleRule.Wales];

    /// <summary>Id, as tables have it.</summary>
    public string Id { get; }

    /// <summary>Name for people.</summary>
    public string Title { get; }

    /// <summary>What the rule says, one sentence.</summary>
    public string Meaning { get; }

    /// <summary>False where the rule has nothing to say.</summary>
    /// <param name="known">What is known.</param>
    public virtual bool Speaks(KnownHistory known) => true;

    /// <summary>Fits the rule to what is known.</summary>
    /// <param name="known">What is known.</param>
    /// <param name="horizons">How many years after the origin will be asked for, at least 1.</param>
    public abstract FittedRule Fit(KnownHistory known, int horizons);
}

/// <summary>A rule with the numbers that it took from what was known.</summary>
/// <param name="SayPct">Share of a member (roster index) so many years after the origin, percent; NaN where the rule cannot tell.</param>
public sealed record FittedRule(Func<int, int, double> SayPct)
{
    /// <summary>The numbers fitted for all members; empty where there are none.</summary>
    public IReadOnlyList<FittedValue> Fitted { get; init; } = [];

    /// <summary>The rule's own sample of a member's share so many years after the origin, percent, ascending; null where it has none but its past errors.</summary>
    public Func<int, int, IReadOnlyList<double>>? SamplePct { get; init; }
}

/// <summary>A number that a rule took from what was known.</summary>
/// <param name="Name">What it is called.</param>
/// <param name="Value">The number.</param>
/// <param name="Unit">Its unit, in words.</param>
public readonly record struct FittedValue(string Name, double Value, string Unit);

/// <summary>Nothing changes: the share of the origin.</summary>
public sealed class HoldRule : ForecastRule
{
    internal HoldRule()
        : base("hold", "Nothing changes", "The share stays where it is at the origin.")
    {
    }

    /// <inheritdoc/>
    public override FittedRule Fit(KnownHistory known, int horizons) => new((member, _) => known.SharePct(member, known.Origin));
}

/// <summary>The pledge of Wales taken at its word.</summary>
public sealed class WalesLineRule : ForecastRule
{
    internal WalesLineRule()
        : base("wales-line", "Straight line to the Wales pledge", "A member below 2 percent goes in a straight line from its share at the origin to 2 percent in 2024 and stays there; a member at or above 2 percent keeps its share.")
    {
    }

    /// <inheritdoc/>
    public override bool Speaks(KnownHistory known) => known.Origin < WalesYear;

    /// <inheritdoc/>
    public override FittedRule Fit(KnownHistory known, int horizons) => new(
        (member, horizon) =>
        {
            double share = known.SharePct(member, known.Origin);
            int years = WalesYear - known.Origin;
            return share >= WalesPct ? share : share + ((WalesPct - share) * Math.Min(horizon, years) / years);
        });
}

/// <summary>Each year a part of what is missing to the pledge of Wales, the part that was made up in the past.</summary>
public sealed class AdjustmentRule : ForecastRule
{
    internal AdjustmentRule()
        : base(
            "adjustment",
            "Partial adjustment",
            "A member below 2 percent makes up the same part of what is missing every year: the part that all members together made up in the years known (least squares; NATO's changes, at the first origin the five changes of SIPRI up to it; no part where shares fell). A member at or above 2 percent keeps its share.")
    {
    }

    /// <inheritdoc/>
    public override FittedRule Fit(KnownHistory known, int horizons)
    {
        double speed = Speed(known);
        return new(
            (member, horizon) =>
            {
                double share = known.SharePct(member, known.Origin);
                for (int year = 0; year < horizon; year++)
                {
                    share += speed * Missing(share);
                }

                return share;
            })
        {
            Fitted = [new("speed", speed, "part of what is missing, a year")],
        };
    }

    private static double Speed(KnownHistory known)
    {
        int first = known.Origin > known.FirstYear ? known.FirstYear + 1 : known.Origin - YearsBack + 1;
        double squares = 0;
        double products = 0;
        foreach (int member in known.Roster.WithForces)
        {
            for (int year = first; year <= known.Origin; year++)
            {
                double missing = Missing(known.ShareBeforePct(member, year));
                double change = known.ChangePp(member, year);
                if (double.IsFinite(missing) && double.IsFinite(change))
                {
                    squares += missing * missing;
                    products += missing * change;
                }
            }
        }

        // Where nobody was below the pledge there is nothing to make up.
        return squares > 0 ? Math.Max(0, products / squares) : 0;
    }

    private static double Missing(double sharePct) => Math.Max(0, WalesPct - sharePct);
}

/// <summary>What went on goes on.</summary>
public sealed class TrendRule : ForecastRule
{
    internal TrendRule()
        : base("trend", "Trend", "The share goes on by its own mean annual change of the last five years known (NATO's changes, before them SIPRI's), not below zero.")
    {
    }

    /// <inheritdoc/>
    public override FittedRule Fit(KnownHistory known, int horizons) => new(
        (member, horizon) =>
        {
            double[] changes = [.. Enumerable.Range(known.Origin - YearsBack + 1, YearsBack).Select(y => known.ChangePp(member, y)).Where(double.IsFinite)];
            return changes.Length == 0 ? double.NaN : Math.Max(0, known.SharePct(member, known.Origin) + (horizon * changes.Average()));
        });
}
