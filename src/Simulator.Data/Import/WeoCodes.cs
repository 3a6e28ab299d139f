using System.Diagnostics.CodeAnalysis;

namespace Simulator.Data.Import;

/// <summary>One series of the World Economic Outlook.</summary>
/// <param name="Code">The IMF's code.</param>
/// <param name="Description">What it is.</param>
/// <param name="Unit">Its unit in the files of the data folder.</param>
/// <param name="Scale">The scale in which the IMF's export gives it; empty where it has none.</param>
internal sealed record WeoCode(string Code, string Description, string Unit, string Scale);

/// <summary>The series that the data folder keeps, in the order of its columns.</summary>
internal static class WeoCodes
{
    private const string Billions = "Billions";

    /// <summary>The series.</summary>
    public static IReadOnlyList<WeoCode> Known { get; } =
    [
        new("NGDP_RPCH", "Real GDP growth", "percent", ""),
        new("NGDP", "Nominal GDP", "billion national currency units, current prices", Billions),
        new("NGDPD", "Nominal GDP", "billion US dollars, current prices", Billions),
        new("NGDP_R", "Real GDP", "billion national currency units, prices of the national base year", Billions),
        new("NGDP_D", "GDP deflator", "index, national base year = 100", ""),
        new("PCPI", "Consumer prices, mean of the year", "index", ""),
        new("PCPIPCH", "Consumer price inflation, mean of the year", "percent", ""),
        new("LUR", "Unemployment rate", "percent of the labour force", ""),
        new("NGAP_NPGDP", "Output gap", "percent of potential GDP", ""),
        new("PPPEX", "Purchasing power parity", "national currency units per international dollar", ""),
        new("PPPGDP", "GDP at purchasing power parity", "billion international dollars, current prices", Billions),
        new("BCA_NGDPD", "Current account balance", "percent of GDP", ""),
        new("NID_NGDP", "Total investment", "percent of GDP", ""),
        new("LP", "Population", "million persons", "Millions"),
        new("GGXWDG_NGDP", "General government gross debt", "percent of GDP", ""),
        new("GGXWDN_NGDP", "General government net debt", "percent of GDP", ""),
        new("GGXCNL_NGDP", "General government balance (net lending)", "percent of GDP", ""),
        new("GGXONLB_NGDP", "General government primary balance", "percent of GDP", ""),
        new("GGR_NGDP", "General government revenue", "percent of GDP", ""),
        new("GGX_NGDP", "General government expenditure", "percent of GDP", ""),
        new("GGSB_NPGDP", "General government structural balance", "percent of potential GDP", ""),
    ];

    /// <summary>Finds a series by its code.</summary>
    public static bool TryFind(string code, [NotNullWhen(true)] out WeoCode? known)
    {
        known = Known.FirstOrDefault(k => k.Code == code);
        return known is not null;
    }
}
