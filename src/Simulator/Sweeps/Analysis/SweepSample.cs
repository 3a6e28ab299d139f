namespace Simulator.Sweeps.Analysis;

/// <summary>What kind of numbers a factor takes.</summary>
public enum FactorKind
{
    /// <summary>Any number in a range.</summary>
    Continuous,

    /// <summary>Whole numbers in a range, such as years.</summary>
    WholeNumber,

    /// <summary>One of several alternatives without an order; a point holds the number of its level, from 0.</summary>
    Categorical,
}

/// <summary>A factor of a sweep: what is moved, and over which range or alternatives.</summary>
/// <param name="Name">Its name in the scenario file.</param>
/// <param name="Kind">What kind of numbers it takes.</param>
/// <param name="Low">Lowest value, in the factor's unit; 0 for alternatives.</param>
/// <param name="High">Highest value; the last level's number for alternatives.</param>
/// <param name="Levels">The names of the alternatives; empty for numbers.</param>
public sealed record SampleFactor(string Name, FactorKind Kind, double Low, double High, IReadOnlyList<string> Levels)
{
    /// <summary>A factor with any number in a range.</summary>
    /// <param name="name">Its name.</param>
    /// <param name="low">Lowest value.</param>
    /// <param name="high">Highest value.</param>
    public static SampleFactor Continuous(string name, double low, double high) => new(name, FactorKind.Continuous, low, high, []);

    /// <summary>A factor with whole numbers in a range.</summary>
    /// <param name="name">Its name.</param>
    /// <param name="low">Lowest value.</param>
    /// <param name="high">Highest value.</param>
    public static SampleFactor WholeNumber(string name, int low, int high) => new(name, FactorKind.WholeNumber, low, high, []);

    /// <summary>A factor with alternatives.</summary>
    /// <param name="name">Its name.</param>
    /// <param name="levels">The names of the alternatives, at least one.</param>
    public static SampleFactor Categorical(string name, IReadOnlyList<string> levels) =>
        new(name, FactorKind.Categorical, 0, levels.Count - 1, levels);

    /// <summary>Most alternatives of a factor.</summary>
    public const int MostLevels = 1000;

    internal bool IsSound => double.IsFinite(Low) && double.IsFinite(High) && Low <= High
        && (Kind == FactorKind.Categorical ? Low == 0 && High == Levels.Count - 1 && Levels.Count <= MostLevels : Levels.Count == 0);

    internal bool Allows(double value) =>
        value >= Low && value <= High && (Kind == FactorKind.Continuous || value == Math.Floor(value));
}

/// <summary>
/// Worlds of a sweep as points: the value of each factor and of each outcome in every world, column by column. Every number is
/// finite and every factor within its range, or there is no sample.
/// </summary>
public sealed class SweepSample
{
    private readonly double[][] _factors;
    private readonly double[][] _outcomes;

    /// <summary>A sample that takes over its columns; nobody may change them afterwards.</summary>
    /// <param name="factors">The factors, at least one.</param>
    /// <param name="outcomes">The names of the outcomes.</param>
    /// <param name="factorColumns">For each factor its value at every point.</param>
    /// <param name="outcomeColumns">For each outcome its value at every point.</param>
    /// <exception cref="ArgumentException">
    /// Columns are missing or differ in length, there is no point, a factor has no range or alternatives, one is outside its range or not a whole number, or an outcome is
    /// NaN or infinite; the message names the column and the point.
    /// </exception>
    public SweepSample(
        IReadOnlyList<SampleFactor> factors, IReadOnlyList<string> outcomes, double[][] factorColumns, double[][] outcomeColumns)
    {
        if (factors.Count == 0 || factors.Count != factorColumns.Length || outcomes.Count != outcomeColumns.Length)
        {
            throw new ArgumentException(
                $"{factorColumns.Length} columns for {factors.Count} factors, {outcomeColumns.Length} for {outcomes.Count} outcomes.", nameof(factorColumns));
        }

        Factors = factors;
        Outcomes = outcomes;
        Points = factorColumns[0].Length;
        if (Points == 0 || factorColumns.Concat(outcomeColumns).Any(c => c.Length != Points))
        {
            throw new ArgumentException("The columns of a sample are of one length, at least one point.", nameof(factorColumns));
        }

        for (int f = 0; f < factors.Count; f++)
        {
            SampleFactor factor = factors[f];
            if (!factor.IsSound)
            {
                throw new ArgumentException(
                    $"Factor '{factor.Name}' has neither a range nor one to {SampleFactor.MostLevels} alternatives.", nameof(factors));
            }

            int at = Array.FindIndex(factorColumns[f], v => !factor.Allows(v));
            if (at >= 0)
            {
                throw new ArgumentException($"Factor '{factor.Name}' at point {at} is not a value of its range.", nameof(factorColumns));
            }
        }

        for (int o = 0; o < outcomes.Count; o++)
        {
            int at = Array.FindIndex(outcomeColumns[o], v => !double.IsFinite(v));
            if (at >= 0)
            {
                throw new ArgumentException($"Outcome '{outcomes[o]}' at point {at} is NaN or infinite.", nameof(outcomeColumns));
            }
        }

        _factors = factorColumns;
        _outcomes = outcomeColumns;
    }

    /// <summary>The factors.</summary>
    public IReadOnlyList<SampleFactor> Factors { get; }

    /// <summary>The names of the outcomes.</summary>
    public IReadOnlyList<string> Outcomes { get; }

    /// <summary>Number of points, at least 1.</summary>
    public int Points { get; }

    /// <summary>The value of a factor at a point, in its unit; the number of its level for alternatives.</summary>
    /// <param name="factor">Index of the factor.</param>
    /// <param name="point">Index of the point.</param>
    public double Factor(int factor, int point) => _factors[factor][point];

    /// <summary>A factor at every point.</summary>
    /// <param name="factor">Index of the factor.</param>
    public ReadOnlySpan<double> Factor(int factor) => _factors[factor];

    /// <summary>An outcome at every point, in its unit.</summary>
    /// <param name="outcome">Index of the outcome.</param>
    public ReadOnlySpan<double> Outcome(int outcome) => _outcomes[outcome];

    /// <summary>Which points have an outcome at or above a bound: the cases of interest of scenario discovery.</summary>
    /// <param name="outcome">Index of the outcome.</param>
    /// <param name="bound">In the unit of the outcome.</param>
    public bool[] AtLeast(int outcome, double bound) => Array.ConvertAll(_outcomes[outcome], v => v >= bound);

    /// <summary>Which points have an outcome below a bound.</summary>
    /// <param name="outcome">Index of the outcome.</param>
    /// <param name="bound">In the unit of the outcome.</param>
    public bool[] Below(int outcome, double bound) => Array.ConvertAll(_outcomes[outcome], v => v < bound);
}
