using System.Globalization;

namespace Simulator.Reports.Tables;

/// <summary>
/// Takes the rows of one table: cells in the order of the schema, an empty cell for what does not apply. A cell of the wrong type or
/// a row of the wrong length is a defect and throws. How the cells look in a file is for the sink behind it: CSV unless another is given.
/// </summary>
public sealed class TableWriter
{
    private readonly RowSink _sink;
    private readonly FieldType[] _types;
    private int _column;

    /// <summary>Starts a table as CSV by writing its header.</summary>
    /// <param name="schema">What the table is.</param>
    /// <param name="stream">Where the bytes go; it is not closed here.</param>
    public TableWriter(TableSchema schema, Stream stream)
        : this(schema, new CsvRows(stream))
    {
    }

    /// <summary>Starts a table in another form.</summary>
    /// <param name="schema">What the table is.</param>
    /// <param name="sink">Takes the cells.</param>
    internal TableWriter(TableSchema schema, RowSink sink)
    {
        Schema = schema;
        _sink = sink;
        _types = [.. schema.Columns.Select(c => c.Type)];
        sink.Header(schema);
    }

    /// <summary>What the table is.</summary>
    public TableSchema Schema { get; }

    /// <summary>Rows written so far, without the header.</summary>
    public int Rows { get; private set; }

    /// <summary>Writes a text cell; empty text is an empty cell.</summary>
    /// <param name="value">The text.</param>
    public void Text(string value)
    {
        Next(FieldType.Text);
        _sink.Text(value);
    }

    /// <summary>Writes a whole number into an integer cell.</summary>
    /// <param name="value">The number.</param>
    public void Integer(int value)
    {
        Next(FieldType.Integer);
        _sink.Integer(value);
    }

    /// <summary>Writes a calendar year into a year cell.</summary>
    /// <param name="value">The year.</param>
    public void Year(int value)
    {
        Next(FieldType.Year);
        _sink.Integer(value);
    }

    /// <summary>Writes a number.</summary>
    /// <param name="value">A finite number.</param>
    /// <exception cref="InvalidOperationException">The number is NaN or infinite: a value that does not exist has to be an empty cell.</exception>
    public void Number(double value)
    {
        if (!double.IsFinite(value))
        {
            throw new InvalidOperationException($"{Schema.Name}.{Schema.Columns[Math.Min(_column, _types.Length - 1)].Name}: {value.ToString(CultureInfo.InvariantCulture)} is not a number to write.");
        }

        Next(FieldType.Number);
        // Adding zero turns -0 into 0, which is the same number and reads better.
        _sink.Number(value + 0.0);
    }

    /// <summary>Writes a number, or an empty cell for NaN, which stands for "there is no such value" in the model's columns.</summary>
    /// <param name="value">A finite number or NaN.</param>
    /// <exception cref="InvalidOperationException">The number is infinite.</exception>
    public void NumberOrEmpty(double value)
    {
        if (double.IsNaN(value))
        {
            Empty();
        }
        else
        {
            Number(value);
        }
    }

    /// <summary>Writes an empty cell of any type: does not apply, or not published.</summary>
    public void Empty()
    {
        Next(_column < _types.Length ? _types[_column] : FieldType.Text);
        _sink.Empty();
    }

    /// <summary>Ends the row.</summary>
    /// <exception cref="InvalidOperationException">The row has another number of cells than the header.</exception>
    public void EndRow()
    {
        if (_column != _types.Length)
        {
            throw new InvalidOperationException($"{Schema.Name}: a row has {_column} cells, its header {_types.Length}.");
        }

        _sink.EndRow();
        _column = 0;
        Rows++;
    }

    /// <summary>Hands the last cells to the file. Without it the table is cut short.</summary>
    public void Complete()
    {
        if (_column != 0)
        {
            throw new InvalidOperationException($"{Schema.Name}: the last row was not ended.");
        }

        _sink.Complete();
    }

    private void Next(FieldType type)
    {
        if (_column >= _types.Length || _types[_column] != type)
        {
            throw new InvalidOperationException(_column >= _types.Length
                ? $"{Schema.Name}: a row has more cells than its header."
                : $"{Schema.Name}.{Schema.Columns[_column].Name} is {_types[_column]}, not {type}.");
        }

        _column++;
    }
}
