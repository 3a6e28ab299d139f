using System.Globalization;
using Simulator.Data.Editions;
using Simulator.Sweeps.Designs;

namespace Simulator.Data.Sweeps;

/// <summary>Reads the direction numbers of Sobol' sequences (Joe and Kuo 2008). Only a sweep that needs them reads them.</summary>
public static class SobolDirectionsReader
{
    /// <summary>The file in the data folder.</summary>
    public const string FileName = "sobol-directions.csv";

    private const string InitialColumn = "m";

    /// <summary>Reads the direction numbers of all dimensions of the file.</summary>
    /// <param name="folder">The data folder.</param>
    /// <returns>The direction numbers, or what is wrong with their file.</returns>
    public static DataResult<SobolDirections> Load(DataFolder folder)
    {
        DataResult<IReadOnlyList<SobolRow>> rows = Rows(folder);
        return rows.Ok ? new(SobolDirections.Of(rows.Value)) : new(rows.Problems);
    }

    /// <summary>Reads the rows of the file.</summary>
    /// <param name="folder">The data folder.</param>
    /// <returns>At least one row, numbered from 1 without a gap and each without a fault, or what is wrong with the file.</returns>
    public static DataResult<IReadOnlyList<SobolRow>> Rows(DataFolder folder)
    {
        List<DataProblem> problems = [];
        List<SobolRow> rows = [];
        using (DataTable? table = DataTable.Open(folder, FileName, problems))
        {
            // As many initial numbers as the file has columns for: m1, m2 and so on.
            int most = 1;
            while (table is not null && table.Header.Contains(Initial(most + 1)))
            {
                most++;
            }

            if (table is not null && table.Select([.. new[] { "dimension", "primitive_polynomial" }, .. Enumerable.Range(1, most).Select(Initial)]))
            {
                while (table.Next())
                {
                    Add(table, most, rows, problems);
                }

                if (rows.Count == 0 && problems.Count == 0)
                {
                    table.Problem("this file has no dimension");
                }
            }
        }

        return problems.Count > 0 ? new(problems) : new(rows);
    }

    private static void Add(DataTable table, int most, List<SobolRow> rows, List<DataProblem> problems)
    {
        int before = problems.Count;
        uint dimension = Whole(table, 0);
        uint polynomial = Whole(table, 1);
        List<uint> initial = [];
        for (int k = 1; k <= most && !table.Bytes(k + 1).IsEmpty; k++)
        {
            initial.Add(Whole(table, k + 1));
        }

        for (int k = initial.Count + 1; k <= most; k++)
        {
            if (!table.Bytes(k + 1).IsEmpty)
            {
                table.Problem(k + 1, "an initial number stands behind a blank");
            }
        }

        if (problems.Count > before)
        {
            return;
        }

        if (dimension != rows.Count + 1)
        {
            table.Problem(0, "dimensions are numbered from 1 without a gap");
        }

        SobolRow row = new((int)dimension, polynomial, initial);
        foreach (string fault in row.Faults())
        {
            table.Problem(1, fault);
        }

        rows.Add(row);
    }

    /// <summary>A whole number above zero, or 0 with a problem.</summary>
    private static uint Whole(DataTable table, int column)
    {
        double number = table.Number(column);
        if (number >= 1 && number <= int.MaxValue && number == Math.Floor(number))
        {
            return (uint)number;
        }

        // What is no number at all has its problem already; a blank has not.
        if (!double.IsNaN(number) || table.Bytes(column).IsEmpty)
        {
            table.Problem(column, "a whole number from 1 is expected");
        }

        return 0;
    }

    private static string Initial(int k) => InitialColumn + k.ToString(CultureInfo.InvariantCulture);
}
