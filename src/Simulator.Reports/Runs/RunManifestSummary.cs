using System.Text.Json;

namespace Simulator.Reports.Runs;

/// <summary>What a finished run says about itself, read back from its run.json.</summary>
/// <param name="Version">Version of the program that wrote it.</param>
/// <param name="RunId">Run id.</param>
/// <param name="Edition">Id of the edition.</param>
/// <param name="Options">Options as they were understood.</param>
/// <param name="Inputs">Files that went in.</param>
/// <param name="Outputs">Files that came out, derived files included.</param>
public sealed record RunManifestSummary(
    string Version,
    string RunId,
    string Edition,
    IReadOnlyList<RunOption> Options,
    IReadOnlyList<RunInput> Inputs,
    IReadOnlyList<RunFile> Outputs)
{
    /// <summary>The command that wrote the folder.</summary>
    public string Command { get; init; } = "";

    /// <summary>All that is said about the edition.</summary>
    public ManifestEdition EditionFacts { get; init; } = ManifestEdition.Empty;

    /// <summary>The summary of no manifest.</summary>
    public static RunManifestSummary Empty { get; } = new("", "", "", [], [], []);

    /// <summary>Reads run.json.</summary>
    /// <param name="bytes">Its content.</param>
    /// <param name="summary">What it says; empty when it is no manifest of this program.</param>
    /// <param name="isIntact">True when its seal holds.</param>
    /// <returns>True when it is a manifest of this program.</returns>
    public static bool TryRead(ReadOnlyMemory<byte> bytes, out RunManifestSummary summary, out bool isIntact)
    {
        summary = Empty;
        isIntact = false;
        try
        {
            using JsonDocument document = JsonDocument.Parse(bytes);
            JsonElement root = document.RootElement;
            if (root.ValueKind != JsonValueKind.Object || Text(root, "program") != RunJson.Program)
            {
                return false;
            }

            List<RunFile> outputs = [];
            foreach (JsonElement file in root.GetProperty("outputs").EnumerateArray())
            {
                outputs.Add(new RunFile(Text(file, "path"), file.GetProperty("bytes").GetInt64(), Text(file, "sha256")));
            }

            foreach (JsonElement file in root.GetProperty("derived").EnumerateArray())
            {
                outputs.Add(new RunFile(file.GetString() ?? "", 0, "", IsDerived: true));
            }

            summary = new RunManifestSummary(
                Text(root, "version"),
                Text(root, "run_id"),
                Text(root.GetProperty("edition"), "id"),
                [.. root.GetProperty("options").EnumerateObject().Select(o => new RunOption(o.Name, o.Value.GetString() ?? ""))],
                [.. root.GetProperty("inputs").EnumerateArray().Select(i => new RunInput(Text(i, "name"), i.GetProperty("bytes").GetInt64(), Text(i, "sha256")))],
                outputs)
            {
                Command = Text(root, "command"),
                EditionFacts = ManifestEdition.Read(root.GetProperty("edition")),
            };
        }
        catch (Exception error) when (error is JsonException or KeyNotFoundException or InvalidOperationException or FormatException)
        {
            return false;
        }

        isIntact = ManifestSeal.Holds(bytes.Span);
        return true;
    }

    private static string Text(JsonElement element, string name) => element.GetProperty(name).GetString() ?? "";
}
