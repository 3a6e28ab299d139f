using Microsoft.Data.Sqlite;
using Simulator.Reports.Runs;
using Simulator.Reports.Tables;

namespace Simulator.Reports.Sweeps;

/// <summary>worlds.sqlite: the table of every world as a database, for samples that no spreadsheet opens.</summary>
internal static class WorldsDatabase
{
    // The same settings give the same bytes; the file is thrown away when writing fails, so nothing guards it meanwhile.
    private const string Settings = "PRAGMA page_size=4096; PRAGMA journal_mode=OFF; PRAGMA synchronous=OFF; PRAGMA locking_mode=EXCLUSIVE;";

    public static void Write(StagingFolder folder, SweepJob job, CancellationToken cancel) =>
        folder.WriteFile(WorldsFile.NameOf(KeepWorlds.Sqlite), path => Fill(path, job, cancel));

    private static void Fill(string path, SweepJob job, CancellationToken cancel)
    {
        SqliteConnectionStringBuilder source = new() { DataSource = path, Pooling = false };
        using SqliteConnection database = new(source.ConnectionString);
        database.Open();
        Do(database, Settings);
        TableSchema schema = WorldsFile.Schema(job);
        Do(database, $"CREATE TABLE worlds ({string.Join(", ", schema.Columns.Select((c, i) => $"{Quoted(c.Name)} {(i == 0 ? "INTEGER PRIMARY KEY" : c.Type == FieldType.Text ? "TEXT NOT NULL" : "REAL NOT NULL")}"))}) STRICT");
        using (SqliteTransaction all = database.BeginTransaction())
        {
            using SqliteCommand insert = database.CreateCommand();
            insert.CommandText = $"INSERT INTO worlds VALUES ({string.Join(", ", schema.Columns.Select((_, i) => "$" + i))})";
            SqliteParameter[] cells = [.. schema.Columns.Select((_, i) => insert.Parameters.AddWithValue("$" + i, 0.0))];
            insert.Prepare();
            WorldsFile.Each(
                job,
                (_, first, worlds, valueOf, outcomeOf) =>
                {
                    for (int w = 0; w < worlds; w++)
                    {
                        cells[0].Value = first + w;
                        for (int f = 0; f < job.Plan.Factors.Count; f++)
                        {
                            double value = valueOf(f)[w];
                            cells[1 + f].Value = job.Plan.Factors[f].IsCategorical ? job.Plan.Factors[f].Words[(int)value] : value;
                        }

                        for (int o = 0; o < job.Plan.Outcomes.Count; o++)
                        {
                            cells[1 + job.Plan.Factors.Count + o].Value = outcomeOf(o)[w];
                        }

                        insert.ExecuteNonQuery();
                    }
                },
                cancel);
            all.Commit();
        }
    }

    private static void Do(SqliteConnection database, string statement)
    {
        using SqliteCommand command = database.CreateCommand();
        command.CommandText = statement;
        command.ExecuteNonQuery();
    }

    private static string Quoted(string name) => "\"" + name.Replace("\"", "\"\"", StringComparison.Ordinal) + "\"";
}
