using System.Globalization;
using Simulator.Alliance;
using Simulator.Projections;
using Simulator.Reports.Ranges;
using Simulator.Reports.Runs;

namespace Simulator.Reports.Verifying;

/// <summary>The options of a finished run, read back from its manifest so that the run can be repeated.</summary>
internal sealed class ManifestOptions
{
    private ManifestOptions(RunOptions options, IReadOnlyList<string> scenarios, string against)
    {
        Options = options;
        Scenarios = scenarios;
        Against = against;
    }

    /// <summary>The user's choices.</summary>
    public RunOptions Options { get; }

    /// <summary>Ids of the scenarios, in the order of the output.</summary>
    public IReadOnlyList<string> Scenarios { get; }

    /// <summary>Id of the reference of a comparison; empty for a run.</summary>
    public string Against { get; }

    /// <summary>Reads the options.</summary>
    /// <param name="manifest">What the run says about itself.</param>
    /// <param name="edition">Its edition.</param>
    /// <param name="problems">Receives what cannot be read back, one sentence each.</param>
    public static ManifestOptions Read(RunManifestSummary manifest, Edition edition, List<string> problems)
    {
        RunOptions options = new();
        DrawOptions? draws = null;
        string[] scenarios = [];
        string against = "";
        foreach (RunOption option in manifest.Options)
        {
            (string name, string value) = option;
            switch (name)
            {
                case "scenarios":
                    scenarios = value.Split(' ', StringSplitOptions.RemoveEmptyEntries);
                    break;
                case "against":
                    against = value;
                    break;
                case "members" when value == "ALL" || value.Split(' ').All(c => edition.Roster.TryMember(c, out _)):
                    options = options with { Members = Members(value, edition) };
                    break;
                case "years" when value.Split(' ').All(IsYear):
                    options = options with { Years = [.. value.Split(' ').Select(Year)] };
                    break;
                case "to" when IsYear(value):
                    options = options with { To = Year(value) };
                    break;
                case "currency" when value is "default" or "national" or "EUR" or "USD":
                    options = options with { Currency = Currency(value) };
                    break;
                case "prices" when TryPrices(value, edition, out PriceBasis prices):
                    options = options with { Prices = prices };
                    break;
                case "line" when value == "as the scenario says":
                    break;
                case "line" when double.TryParse(value, NumberStyles.Float, CultureInfo.InvariantCulture, out double line):
                    options = options with { HasLine = true, LinePct = line };
                    break;
                case "charts" when value is "none" or "svg" or "svg,png" or "svg,pdf" or "svg,png,pdf":
                    options = options with
                    {
                        Charts = value != "none",
                        Png = value.Contains("png", StringComparison.Ordinal),
                        Pdf = value.Contains("pdf", StringComparison.Ordinal),
                    };
                    break;
                case "tables" when value is "csv" or "csv,xlsx":
                    options = options with { Workbook = value == "csv,xlsx" };
                    break;
                case "draws" or "seed" or "without" when DrawOptions.TryRead(option, ref draws):
                    break;
                default:
                    problems.Add($"run.json has the option {name} with the value \"{value}\", which this version does not know.");
                    break;
            }
        }

        return new ManifestOptions(options with { Draws = draws }, scenarios, against);
    }

    private static MemberSet Members(string value, Edition edition)
    {
        MemberSet members = MemberSet.Empty;
        foreach (string code in value == "ALL" ? [] : value.Split(' '))
        {
            members = members.Union(MemberSet.Of(edition.Roster.Member(code).Index));
        }

        return members;
    }

    private static AnswerCurrency Currency(string value) => value switch
    {
        "national" => AnswerCurrency.National,
        "EUR" => AnswerCurrency.Eur,
        "USD" => AnswerCurrency.Usd,
        _ => AnswerCurrency.ByUnit,
    };

    private static bool TryPrices(string value, Edition edition, out PriceBasis prices)
    {
        foreach (PriceBasis basis in new[] { PriceBasis.BaseYear, PriceBasis.PriceYear, PriceBasis.Current })
        {
            prices = basis;
            if (new MoneyBasis(CurrencyChoice.Eur, basis).PricesWord(edition) == value)
            {
                return true;
            }
        }

        prices = default;
        return false;
    }

    private static bool IsYear(string text) => int.TryParse(text, NumberStyles.None, CultureInfo.InvariantCulture, out _);

    private static int Year(string text) => int.Parse(text, NumberStyles.None, CultureInfo.InvariantCulture);
}
