namespace Simulator.Reports.Tables;

/// <summary>What a column of a table holds.</summary>
public enum FieldType
{
    /// <summary>Text.</summary>
    Text,

    /// <summary>A whole number.</summary>
    Integer,

    /// <summary>A number, written so that it reads back to the same double.</summary>
    Number,

    /// <summary>A calendar year.</summary>
    Year,
}

/// <summary>One column of a table, as datapackage.json describes it.</summary>
/// <param name="Name">Name in the header.</param>
/// <param name="Type">What it holds.</param>
/// <param name="Unit">Unit of the number in words; empty for text and years.</param>
/// <param name="Description">One sentence: what it is, and when a cell is empty.</param>
public sealed record Column(string Name, FieldType Type, string Unit, string Description);

/// <summary>What a table is: its name, its columns in order and the columns that identify a row.</summary>
public sealed class TableSchema
{
    /// <summary>Describes a table.</summary>
    /// <param name="name">Name without the ending, such as "money".</param>
    /// <param name="title">Title for people.</param>
    /// <param name="description">What a row is, and what a reader has to know.</param>
    /// <param name="columns">Columns in the order of the header.</param>
    /// <param name="key">Names of the columns that together identify a row.</param>
    /// <exception cref="ArgumentException">A name occurs twice, or a key column does not exist.</exception>
    public TableSchema(string name, string title, string description, IReadOnlyList<Column> columns, IReadOnlyList<string> key)
    {
        HashSet<string> names = new(StringComparer.Ordinal);
        foreach (Column column in columns)
        {
            if (!names.Add(column.Name))
            {
                throw new ArgumentException($"Column {column.Name} occurs twice in {name}.", nameof(columns));
            }
        }

        foreach (string part in key)
        {
            if (!names.Contains(part))
            {
                throw new ArgumentException($"Key column {part} does not exist in {name}.", nameof(key));
            }
        }

        Name = name;
        Title = title;
        Description = description;
        Columns = columns;
        Key = key;
    }

    /// <summary>Name without the ending; the file is Name.csv.</summary>
    public string Name { get; }

    /// <summary>Title for people.</summary>
    public string Title { get; }

    /// <summary>What a row is, and what a reader has to know.</summary>
    public string Description { get; }

    /// <summary>Columns in the order of the header.</summary>
    public IReadOnlyList<Column> Columns { get; }

    /// <summary>Columns that together identify a row.</summary>
    public IReadOnlyList<string> Key { get; }
}

/// <summary>A table that can write its rows.</summary>
public interface ITable
{
    /// <summary>What the table is.</summary>
    TableSchema Schema { get; }

    /// <summary>Writes every row, in the table's stable order.</summary>
    /// <param name="rows">Where the rows go; made for this table's schema.</param>
    void Write(TableWriter rows);
}
