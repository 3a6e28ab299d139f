namespace Simulator.Backtesting;

/// <summary>What a rule said at an origin of the mean member, within an edition.</summary>
/// <param name="Origin">Last year known.</param>
/// <param name="SaidPct">Unweighted mean share said, percent of real GDP; the first for the year after the origin.</param>
public sealed record MeanPath(int Origin, IReadOnlyList<double> SaidPct);

/// <summary>The record of the mean member: the members of whom every rule spoke at every origin and of every year.</summary>
public sealed class MeanRecord
{
    private readonly Dictionary<string, MeanPath[]> _paths;

    /// <summary>Takes the means of a record.</summary>
    /// <param name="record">The record.</param>
    /// <param name="now">The shares that came.</param>
    public MeanRecord(ForecastRecord record, ShareHistory now)
    {
        ILookup<int, Forecast> byMember = record.Forecasts.Where(f => f.Basis == ForecastBasis.WithinEdition).ToLookup(f => f.Member);
        int full = byMember.Select(g => g.Count()).DefaultIfEmpty(0).Max();
        Members = [.. byMember.Where(g => g.Count() == full).Select(g => g.Key).Order()];
        _paths = Members.SelectMany(m => byMember[m]).GroupBy(f => f.RuleId).ToDictionary(
            g => g.Key,
            g => g.GroupBy(f => f.Origin).OrderBy(o => o.Key)
                .Select(o => new MeanPath(o.Key, [.. o.GroupBy(f => f.Horizon).OrderBy(h => h.Key).Select(h => h.Average(f => f.SaidPct))])).ToArray(),
            StringComparer.Ordinal);
        CamePct = [.. Enumerable.Range(now.FirstYear, now.LastYear - now.FirstYear + 1).Select(y => Members.Select(m => now.SharePct(m, y)).DefaultIfEmpty(double.NaN).Average())];
    }

    /// <summary>Roster indices of the members that count.</summary>
    public IReadOnlyList<int> Members { get; }

    /// <summary>Mean share that came, percent, from the edition's first year on.</summary>
    public IReadOnlyList<double> CamePct { get; }

    /// <summary>What a rule said at each origin, oldest first; empty where it never spoke.</summary>
    /// <param name="ruleId">The rule.</param>
    public IReadOnlyList<MeanPath> Of(string ruleId) => _paths.TryGetValue(ruleId, out MeanPath[]? paths) ? paths : [];
}
