namespace Simulator.Reports.Tables;

/// <summary>The form that a table takes in a file. Called by <see cref="TableWriter"/> alone, which has checked every cell.</summary>
internal abstract class RowSink
{
    /// <summary>Starts the table.</summary>
    /// <param name="schema">What the table is.</param>
    public abstract void Header(TableSchema schema);

    /// <summary>Takes a text; empty text is an empty cell.</summary>
    /// <param name="value">The text.</param>
    public abstract void Text(string value);

    /// <summary>Takes a whole number or a year.</summary>
    /// <param name="value">The number.</param>
    public abstract void Integer(int value);

    /// <summary>Takes a finite number.</summary>
    /// <param name="value">The number.</param>
    public abstract void Number(double value);

    /// <summary>Takes an empty cell.</summary>
    public abstract void Empty();

    /// <summary>Ends a row.</summary>
    public abstract void EndRow();

    /// <summary>Ends the table.</summary>
    public abstract void Complete();
}
