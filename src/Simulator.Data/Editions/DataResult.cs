using System.Globalization;

namespace Simulator.Data.Editions;

/// <summary>Something that is wrong with the data folder or a file in it.</summary>
/// <param name="File">Path of the file or folder, as opened.</param>
/// <param name="Line">Line from 1; 0 where the whole file is meant.</param>
/// <param name="Column">Column from 1, in Unicode code points; 0 where the whole line or file is meant.</param>
/// <param name="Message">What is wrong and what was expected.</param>
public sealed record DataProblem(string File, int Line, int Column, string Message)
{
    /// <summary>The problem on one line: file, position where there is one, message.</summary>
    public override string ToString()
    {
        string position = (Line, Column) switch
        {
            (0, _) => string.Empty,
            (_, 0) => ":" + Line.ToString(CultureInfo.InvariantCulture),
            _ => ":" + Line.ToString(CultureInfo.InvariantCulture) + ":" + Column.ToString(CultureInfo.InvariantCulture),
        };
        return File + position + ": " + Message;
    }
}

/// <summary>What a reader found: a value, or the problems that prevent one.</summary>
/// <typeparam name="T">What is read.</typeparam>
public sealed class DataResult<T>
    where T : class
{
    private readonly T? _value;

    /// <summary>A reading that went well.</summary>
    /// <param name="value">What was read.</param>
    public DataResult(T value)
    {
        _value = value;
        Problems = [];
    }

    /// <summary>A reading that failed.</summary>
    /// <param name="problems">Why; at least one.</param>
    /// <exception cref="ArgumentException">There is no problem.</exception>
    public DataResult(IReadOnlyList<DataProblem> problems)
    {
        if (problems.Count == 0)
        {
            throw new ArgumentException("A failed reading says why.", nameof(problems));
        }

        Problems = problems;
    }

    /// <summary>True when there is a value.</summary>
    public bool Ok => _value is not null;

    /// <summary>What was read.</summary>
    /// <exception cref="InvalidOperationException">The reading failed.</exception>
    public T Value => _value ?? throw new InvalidOperationException("The data could not be read: " + Problems[0]);

    /// <summary>What is wrong; empty when there is a value.</summary>
    public IReadOnlyList<DataProblem> Problems { get; }
}
