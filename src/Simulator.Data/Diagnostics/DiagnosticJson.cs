using System.Text;
using System.Text.Encodings.Web;
using System.Text.Json;

namespace Simulator.Data.Diagnostics;

/// <summary>Writes diagnostics for programs: the same facts as <see cref="DiagnosticText"/>, as JSON.</summary>
public static class DiagnosticJson
{
    private static readonly JsonWriterOptions Options = new()
    {
        Indented = true,
        NewLine = "\n",
        // Names such as "Türkiye" stay readable; the output is a file or a terminal, never a web page's script.
        Encoder = JavaScriptEncoder.UnsafeRelaxedJsonEscaping,
    };

    /// <summary>
    /// Writes one object: diagnostics (severity, code, title, file, line, column, length, column_name, source_line, message,
    /// label, help), errors, warnings, notices, files, rows. A line or column of 0 means the whole file.
    /// </summary>
    /// <param name="writer">Where to; a line feed ends the text.</param>
    /// <param name="diagnostics">What was found.</param>
    /// <param name="count">What was looked at.</param>
    public static void Write(TextWriter writer, IReadOnlyList<Diagnostic> diagnostics, InputCount count)
    {
        using MemoryStream stream = new();
        using (Utf8JsonWriter json = new(stream, Options))
        {
            json.WriteStartObject();
            json.WriteStartArray("diagnostics");
            foreach (Diagnostic diagnostic in diagnostics)
            {
                WriteOne(json, diagnostic);
            }

            json.WriteEndArray();
            json.WriteNumber("errors", diagnostics.Count(d => d.Severity == Severity.Error));
            json.WriteNumber("warnings", diagnostics.Count(d => d.Severity == Severity.Warning));
            json.WriteNumber("notices", diagnostics.Count(d => d.Severity == Severity.Notice));
            json.WriteNumber("files", count.Files);
            json.WriteNumber("rows", count.Rows);
            json.WriteEndObject();
        }

        writer.Write(Encoding.UTF8.GetString(stream.GetBuffer().AsSpan(0, (int)stream.Length)));
        writer.Write('\n');
    }

    private static void WriteOne(Utf8JsonWriter json, Diagnostic diagnostic)
    {
        json.WriteStartObject();
        json.WriteString("severity", DiagnosticText.Word(diagnostic.Severity));
        json.WriteString("code", diagnostic.Code);
        json.WriteString("title", DiagnosticCatalogue.Entry(diagnostic.Code).Title);
        json.WriteString("file", diagnostic.Spot.File);
        json.WriteNumber("line", diagnostic.Spot.Line);
        json.WriteNumber("column", diagnostic.Spot.Column);
        json.WriteNumber("length", diagnostic.Spot.Length);
        json.WriteString("column_name", diagnostic.Spot.ColumnName);
        json.WriteString("source_line", diagnostic.Spot.SourceLine);
        json.WriteString("message", diagnostic.Message);
        json.WriteString("label", diagnostic.Label);
        json.WriteString("help", diagnostic.Help);
        json.WriteEndObject();
    }
}
