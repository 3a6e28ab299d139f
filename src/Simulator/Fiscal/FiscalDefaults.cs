namespace Simulator.Fiscal;

/// <summary>Defaults of the debt step that are not one number of the table of settings.</summary>
public static class FiscalDefaults
{
    /// <summary>Multiplier of the low preset.</summary>
    public const double MultiplierLow = 0.3;

    /// <summary>Multiplier of the central preset, the default (Ramey and Zubairy 2018).</summary>
    public const double MultiplierCentral = 0.7;

    /// <summary>Multiplier of the high preset.</summary>
    public const double MultiplierHigh = 1.5;

    /// <summary>The financings that every output shows, percent of extra spending that is borrowed (the IMF finds two thirds in past booms).</summary>
    public static IReadOnlyList<double> ShownBorrowedPct { get; } = [100, 67, 0];

    /// <summary>The part of extra spending that goes abroad: USA 5, FRA 10, others 30 (judgement: the size of the home industry).</summary>
    /// <param name="iso3">ISO 3166-1 alpha-3 code.</param>
    /// <returns>Percent.</returns>
    public static double ImportPct(string iso3) => iso3 switch
    {
        "USA" => 5,
        "FRA" => 10,
        _ => 30,
    };
}
