using Simulator.Data.Diagnostics;
using Simulator.Data.Scenarios;
using Simulator.Sweeps;
using Simulator.Sweeps.Designs;

namespace Simulator.Data.Sweeps;

/// <summary>The values of a factor that a grid goes through, as its levels cell names them.</summary>
/// <param name="Values">The values in the order written, in the unit of the factor; empty where the cell names none. Words need none: a grid takes each.</param>
public sealed record SweepLevels(IReadOnlyList<double> Values)
{
    /// <summary>A factor without levels for a grid.</summary>
    public static SweepLevels None { get; } = new([]);

    /// <summary>True where the file names values for a grid.</summary>
    public bool AreGiven => Values.Count > 0;

    /// <summary>The range that a grid reads instead of the factor's own.</summary>
    /// <exception cref="InvalidOperationException">The file names no values.</exception>
    public LevelsRange Range => AreGiven ? new LevelsRange(Values) : throw new InvalidOperationException("The factor has no levels for a grid.");
}

/// <summary>What a sweep file says: what is moved between which ends, what is kept of every world, and all that is wrong with it.</summary>
public sealed class SweepFile
{
    private readonly IReadOnlyList<Spot> _factorSpots;

    internal SweepFile(
        WrittenTable table, IReadOnlyList<FactorWritten> factors, IReadOnlyList<Outcome> outcomes, IReadOnlyList<Diagnostic> diagnostics)
    {
        Name = table.Name;
        Sha256 = table.Sha256;
        Length = table.Length;
        Factors = [.. factors.Select(f => f.Factor)];
        Levels = [.. factors.Select(f => f.Levels)];
        _factorSpots = [.. factors.Select(f => f.Spot)];
        Outcomes = outcomes;
        Diagnostics = diagnostics;
        Count = new InputCount(1, table.Rows.Count);
    }

    /// <summary>Name of the file as the user gave it.</summary>
    public string Name { get; }

    /// <summary>SHA-256 of the bytes as they stand on disk, 64 lower-case hex digits; empty when the file could not be read.</summary>
    public string Sha256 { get; }

    /// <summary>Length of the file on disk in bytes; 0 when it could not be read.</summary>
    public long Length { get; }

    /// <summary>What is moved, in file order; rows with an error are left out.</summary>
    public IReadOnlyList<Factor> Factors { get; }

    /// <summary>What a grid goes through, one for each of <see cref="Factors"/>.</summary>
    public IReadOnlyList<SweepLevels> Levels { get; }

    /// <summary>What is kept of every world, in file order; may be empty, since the command line may name outcomes.</summary>
    public IReadOnlyList<Outcome> Outcomes { get; }

    /// <summary>Everything that was found, by line and column.</summary>
    public IReadOnlyList<Diagnostic> Diagnostics { get; }

    /// <summary>How many files and rows were read, for the line that counts problems.</summary>
    public InputCount Count { get; }

    /// <summary>True when a diagnostic is an error; then nothing should be computed.</summary>
    public bool HasErrors => Diagnostics.Any(d => d.IsError);

    /// <summary>A fault that shows only where the factors meet a scenario, told at the factor's row.</summary>
    /// <param name="fault">A fault of <see cref="SweepPlan.Compile"/> with the factors of this file, in their order.</param>
    /// <returns>An error at the factor's parameter; for the whole file where no single factor is at fault.</returns>
    public Diagnostic Explain(SweepFault fault) => new(
        DiagnosticCodes.CannotMove,
        fault.Factor < 0 ? Spot.WholeFile(Name) : _factorSpots[fault.Factor],
        fault.Sentence.TrimEnd('.'));
}

/// <summary>A factor with its levels and the place of its parameter.</summary>
internal sealed record FactorWritten(Factor Factor, SweepLevels Levels, Spot Spot);
