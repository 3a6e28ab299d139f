using System.Buffers;
using System.Text.Json;
using Simulator.Reports.Ranges;
using Simulator.Reports.Tables;

namespace Simulator.Reports.Runs;

/// <summary>The description of a run's tables as a Frictionless tabular data package: fields, types, units, keys, hashes.</summary>
public static class DataPackage
{
    /// <summary>Name of the file.</summary>
    public const string FileName = "datapackage.json";

    /// <summary>Writes datapackage.json.</summary>
    /// <param name="results">The results of the run.</param>
    /// <param name="runId">Run id.</param>
    /// <param name="tables">The tables, in the order of the output, each with the file that holds it.</param>
    /// <returns>UTF-8 JSON.</returns>
    public static byte[] ToJson(RunResults results, string runId, IReadOnlyList<(TableSchema Schema, RunFile File)> tables) => ToJson(
        $"Result tables of natosim, run {runId}, on {results.Edition.Title}. {results.Edition.Measure}; years from {results.Edition.FirstEstimateYear} to {results.Edition.BaseYear} are NATO's estimates, later years are projections.",
        results.Edition.SourceLine,
        [.. results.Edition.Remarks, .. RangeWords.Remarks(results)],
        results.History.Macro.Assumptions,
        runId,
        tables);

    /// <summary>Writes the datapackage.json of any command.</summary>
    /// <param name="description">What the tables are.</param>
    /// <param name="source">Credit line of the sources.</param>
    /// <param name="remarks">What a user of the edition has to know.</param>
    /// <param name="assumptions">What was assumed about the economy.</param>
    /// <param name="runId">Run id.</param>
    /// <param name="tables">The tables, in the order of the output, each with the file that holds it.</param>
    /// <returns>UTF-8 JSON.</returns>
    internal static byte[] ToJson(
        string description,
        string source,
        IEnumerable<string> remarks,
        IEnumerable<string> assumptions,
        string runId,
        IReadOnlyList<(TableSchema Schema, RunFile File)> tables)
    {
        ArrayBufferWriter<byte> buffer = new(1 << 15);
        using (Utf8JsonWriter json = new(buffer, RunJson.Options))
        {
            json.WriteStartObject();
            json.WriteString("profile", "tabular-data-package");
            json.WriteString("name", $"natosim-run-{runId}");
            json.WriteString("title", "NATO defence spending scenarios");
            json.WriteString("description", $"{description} An empty cell means that a value does not exist, or is not published; the field says which.");
            json.WriteStartArray("sources");
            json.WriteStartObject();
            json.WriteString("title", source);
            json.WriteEndObject();
            json.WriteEndArray();
            RunJson.Texts(json, "remarks", remarks);
            RunJson.Texts(json, "assumptions", assumptions);
            json.WriteStartArray("resources");
            foreach ((TableSchema schema, RunFile file) in tables)
            {
                WriteResource(json, schema, file);
            }

            json.WriteEndArray();
            json.WriteEndObject();
        }

        return [.. buffer.WrittenSpan, (byte)'\n'];
    }

    private static void WriteResource(Utf8JsonWriter json, TableSchema schema, RunFile file)
    {
        json.WriteStartObject();
        json.WriteString("profile", "tabular-data-resource");
        json.WriteString("name", schema.Name);
        json.WriteString("path", file.Path);
        json.WriteString("title", schema.Title);
        json.WriteString("description", schema.Description);
        json.WriteString("format", "csv");
        json.WriteString("mediatype", "text/csv");
        json.WriteString("encoding", "utf-8");
        json.WriteNumber("bytes", file.Bytes);
        json.WriteString("hash", "sha256:" + file.Sha256);
        json.WriteStartObject("dialect");
        json.WriteString("delimiter", ",");
        json.WriteString("lineTerminator", "\n");
        json.WriteEndObject();
        json.WriteStartObject("schema");
        json.WriteStartArray("fields");
        foreach (Column column in schema.Columns)
        {
            json.WriteStartObject();
            json.WriteString("name", column.Name);
            json.WriteString("type", column.Type switch
            {
                FieldType.Text => "string",
                FieldType.Integer => "integer",
                FieldType.Year => "year",
                _ => "number",
            });
            if (column.Unit.Length > 0)
            {
                json.WriteString("unit", column.Unit);
            }

            json.WriteString("description", column.Description);
            json.WriteEndObject();
        }

        json.WriteEndArray();
        RunJson.Texts(json, "missingValues", [""]);
        RunJson.Texts(json, "primaryKey", schema.Key);
        json.WriteEndObject();
        json.WriteEndObject();
    }
}
