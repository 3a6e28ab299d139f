using System.CommandLine;
using Simulator.Data.Calibration;
using Simulator.Data.Editions;
using Simulator.Reports.Ranges;

namespace Simulator.Cli;

/// <summary>--draws, --seed and --without: the same words, meaning and refusals wherever scenarios are drawn.</summary>
/// <param name="what">What --draws is described with.</param>
internal sealed class DrawArguments(string what)
{
    /// <summary>--draws.</summary>
    public Option<ulong?> Number { get; } = Arguments.Whole("--draws", what);

    /// <summary>--seed.</summary>
    public Option<ulong?> Seed { get; } = Arguments.Whole("--seed", "Seed of the draws; the same seed and number give the same bytes. Default: 1.");

    /// <summary>--without.</summary>
    public Option<string[]> Without { get; } = Arguments.Choices("--without", "Shocks to leave out of the draws: the revision of NATO's base-year figure, or the part of plans that does not arrive.", [.. DrawOptions.Parts]);

    /// <summary>What the user chose.</summary>
    /// <param name="parsed">The command line.</param>
    /// <param name="problems">Receives what is wrong.</param>
    /// <returns>Null without --draws.</returns>
    public DrawOptions? Read(ParseResult parsed, List<string> problems)
    {
        string[] without = parsed.GetValue(Without) ?? [];
        if (parsed.GetValue(Number) is not { } draws)
        {
            problems.AddRange(parsed.GetValue(Seed) is null ? [] : ["--seed: needs --draws, the number of draws"]);
            problems.AddRange(without.Length == 0 ? [] : ["--without: needs --draws, the number of draws"]);
            return null;
        }

        // What does not fit is beyond every limit as well, and is told as such.
        return new DrawOptions { Draws = (long)Math.Min(draws, long.MaxValue), Seed = parsed.GetValue(Seed) ?? 1 }.Without(without);
    }

    /// <summary>Reads the fitted uncertainty where scenarios are drawn.</summary>
    /// <param name="shell">Where problems are told.</param>
    /// <param name="inputs">The data folder and the edition.</param>
    /// <param name="options">The user's choice; null where nothing is drawn.</param>
    /// <param name="parameters">The parameters; null where nothing is drawn.</param>
    /// <returns>False when the file cannot be read.</returns>
    public static bool TryUncertainty(Shell shell, ScenarioInputs inputs, DrawOptions? options, out UncertaintyParameters? parameters)
    {
        parameters = null;
        if (options is null)
        {
            return true;
        }

        DataResult<UncertaintyParameters> read = UncertaintyParameters.Load(inputs.Folder, inputs.Edition.Roster);
        if (!read.Ok)
        {
            shell.Complain(read.Problems);
            return false;
        }

        parameters = read.Value;
        return true;
    }
}
