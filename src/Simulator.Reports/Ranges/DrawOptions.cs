using System.Globalization;
using Simulator.Reports.Runs;
using Simulator.Uncertainty;

namespace Simulator.Reports.Ranges;

/// <summary>How a run is drawn: the part of its options that decides every number of a range.</summary>
public sealed record DrawOptions
{
    /// <summary>Fewest draws: the outermost quantiles that are shown leave five draws of a hundred beyond them.</summary>
    public const long FewestDraws = 100;

    private const string Start = "start";
    private const string Delivery = "delivery";

    /// <summary>Words that name a shock which can be switched off.</summary>
    public static IReadOnlyList<string> Parts { get; } = [Start, Delivery];

    /// <summary>Number of draws, <see cref="FewestDraws"/> to <see cref="EnsembleOptions.MostDraws"/>.</summary>
    public required long Draws { get; init; }

    /// <summary>The key of the generator: the same seed and number of draws give the same bytes.</summary>
    public ulong Seed { get; init; } = 1;

    /// <summary>False to leave out that NATO will revise the base-year share.</summary>
    public bool RevisesStart { get; init; } = true;

    /// <summary>False to let plans arrive as planned.</summary>
    public bool Delivers { get; init; } = true;

    /// <summary>The same choice without the shocks that words of <see cref="Parts"/> name.</summary>
    /// <param name="parts">Words; others are passed over.</param>
    public DrawOptions Without(IReadOnlyCollection<string> parts) => this with
    {
        RevisesStart = RevisesStart && !parts.Contains(Start),
        Delivers = Delivers && !parts.Contains(Delivery),
    };

    /// <summary>What is wrong with the choice, one sentence each; empty when nothing is.</summary>
    public IReadOnlyList<string> Problems() => Draws is >= FewestDraws and <= EnsembleOptions.MostDraws
        ? []
        : [string.Create(CultureInfo.InvariantCulture, $"The number of draws {Draws} is outside {FewestDraws} to {EnsembleOptions.MostDraws}.")];

    /// <summary>The parameters of a scenario as this choice uses them.</summary>
    /// <param name="parameters">The parameters as fitted.</param>
    public ShockParameters Apply(ShockParameters parameters)
    {
        ShockParameters chosen = RevisesStart ? parameters : parameters.WithoutStart();
        return Delivers ? chosen : chosen.WithoutDelivery();
    }

    /// <summary>The choice as the manifest keeps it.</summary>
    public IReadOnlyList<RunOption> ForManifest() =>
    [
        new("draws", Draws.ToString(CultureInfo.InvariantCulture)),
        new("seed", Seed.ToString(CultureInfo.InvariantCulture)),
        new("without", Off.Count == 0 ? "none" : string.Join(' ', Off)),
    ];

    /// <summary>Reads one option of a manifest back.</summary>
    /// <param name="option">The option.</param>
    /// <param name="options">The choice so far, null before "draws" was read; receives what the option says.</param>
    /// <returns>False when the option is none of these, or says what cannot be.</returns>
    internal static bool TryRead(RunOption option, ref DrawOptions? options)
    {
        switch (option.Name)
        {
            case "draws" when long.TryParse(option.Value, NumberStyles.None, CultureInfo.InvariantCulture, out long draws):
                options = new DrawOptions { Draws = draws };
                return options.Problems().Count == 0;
            case "seed" when options is not null && ulong.TryParse(option.Value, NumberStyles.None, CultureInfo.InvariantCulture, out ulong seed):
                options = options with { Seed = seed };
                return true;
            case "without" when options is not null && (option.Value == "none" || option.Value.Split(' ').All(Parts.Contains)):
                options = options.Without(option.Value.Split(' '));
                return true;
            default:
                return false;
        }
    }

    private List<string> Off => [.. new[] { RevisesStart ? "" : Start, Delivers ? "" : Delivery }.Where(w => w.Length > 0)];
}

/// <summary>How far drawing has come.</summary>
/// <param name="Scenario">Id of the scenario that is drawn.</param>
/// <param name="Drawn">Draws done, over all scenarios.</param>
/// <param name="All">Draws of the whole run.</param>
public readonly record struct DrawProgress(string Scenario, long Drawn, long All);
