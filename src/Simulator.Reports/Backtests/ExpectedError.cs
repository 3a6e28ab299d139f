namespace Simulator.Reports.Backtests;

/// <summary>A mean absolute error that an independent calculation of the same rule found (model section 10).</summary>
/// <param name="RuleId">The rule.</param>
/// <param name="Horizon">Years after the origin.</param>
/// <param name="ErrorPp">Mean absolute error, points of GDP.</param>
/// <param name="Reason">Why ours may differ.</param>
internal sealed record ExpectedError(string RuleId, int Horizon, double ErrorPp, string Reason)
{
    private const string SameRule = "The same rule; only outturns that are final compare, those with estimates hold the rise of 2025 and 2026.";

    private const string Speed = "The speed is refitted at every origin on the years known, and the first origin has none.";

    private const string Window = "The trend here is the mean of the five last changes, SIPRI's before 2015; a shorter or fitted slope errs otherwise at long horizons.";

    /// <summary>All of them.</summary>
    public static IReadOnlyList<ExpectedError> All { get; } =
    [
        new("hold", 3, 0.27, SameRule), new("hold", 5, 0.37, SameRule),
        new("wales-line", 3, 0.29, SameRule), new("wales-line", 5, 0.35, SameRule),
        new("adjustment", 3, 0.25, Speed), new("adjustment", 5, 0.29, Speed),
        new("trend", 3, 0.32, Window), new("trend", 5, 0.43, Window),
    ];
}
