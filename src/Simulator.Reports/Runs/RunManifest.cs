using System.Buffers;
using System.Globalization;
using System.Security.Cryptography;
using System.Text;
using System.Text.Encodings.Web;
using System.Text.Json;
using Simulator.Alliance;
using Simulator.Data.Editions;
using Simulator.Data.Scenarios;
using Simulator.Pathways;

namespace Simulator.Reports.Runs;

/// <summary>A file that went into a run.</summary>
/// <param name="Name">File name without folders, so that the manifest is the same on every machine.</param>
/// <param name="Bytes">Length in bytes.</param>
/// <param name="Sha256">SHA-256 of the content, 64 lower-case hexadecimal digits.</param>
public sealed record RunInput(string Name, long Bytes, string Sha256)
{
    /// <summary>Describes a file by its content.</summary>
    /// <param name="path">Path or name; only its last part is kept.</param>
    /// <param name="content">The bytes as read.</param>
    public static RunInput Of(string path, ReadOnlySpan<byte> content) =>
        new(Path.GetFileName(path), content.Length, Convert.ToHexStringLower(SHA256.HashData(content)));

    /// <summary>Describes a scenario file that was read.</summary>
    /// <param name="file">The file.</param>
    public static RunInput Of(ScenarioFile file) => new(Path.GetFileName(file.Name), file.Length, file.Sha256);

    /// <summary>The inputs of a run: scenario files first, as named, then every other file of the data folder that was read.</summary>
    /// <param name="files">Scenario files that the run has rows of.</param>
    /// <param name="folder">The data folder.</param>
    public static IReadOnlyList<RunInput> Of(IEnumerable<ScenarioFile> files, DataFolder folder) =>
    [
        .. files.Select(Of),
        .. folder.FilesRead.Where(f => !ShippedScenarios.IsOne(f.Key)).Select(f => Of(f.Key, f.Value) with { Name = "data/" + f.Key }),
    ];
}

/// <summary>One option of a run as it was understood.</summary>
/// <param name="Name">Name of the option, without dashes.</param>
/// <param name="Value">Value as text, invariant.</param>
public readonly record struct RunOption(string Name, string Value);

/// <summary>
/// What a run was: everything that decides its bytes, and the hashes of what came out. Holds no time, no machine name and no
/// absolute path, so that two runs of one manifest have the same bytes. Written as run.json.
/// </summary>
public sealed class RunManifest
{
    /// <summary>Version of the program.</summary>
    public required string Version { get; init; }

    /// <summary>The command that was run; verify repeats it.</summary>
    public string Command { get; init; } = "run";

    /// <summary>The edition.</summary>
    public required Edition Edition { get; init; }

    /// <summary>Files read: scenario files in the order given, then data files.</summary>
    public required IReadOnlyList<RunInput> Inputs { get; init; }

    /// <summary>Options in a fixed order.</summary>
    public required IReadOnlyList<RunOption> Options { get; init; }

    /// <summary>The scenarios, in the order of the output.</summary>
    public required IReadOnlyList<Scenario> Scenarios { get; init; }

    /// <summary>Run id: the first 12 hexadecimal digits of SHA-256 over edition, input hashes and options.</summary>
    public string RunId => IdOf(Edition.Id, Inputs, Options);

    /// <summary>Makes a run id.</summary>
    /// <param name="edition">Id of the edition.</param>
    /// <param name="inputs">Files read.</param>
    /// <param name="options">Options.</param>
    /// <returns>12 lower-case hexadecimal digits.</returns>
    public static string IdOf(string edition, IReadOnlyList<RunInput> inputs, IReadOnlyList<RunOption> options)
    {
        StringBuilder text = new();
        text.Append("edition ").Append(edition).Append('\n');
        foreach (RunInput input in inputs)
        {
            text.Append("input ").Append(input.Sha256).Append('\n');
        }

        foreach (RunOption option in options)
        {
            text.Append("option ").Append(option.Name).Append(' ').Append(option.Value).Append('\n');
        }

        return Convert.ToHexStringLower(SHA256.HashData(Encoding.UTF8.GetBytes(text.ToString())))[..12];
    }

    /// <summary>Writes run.json.</summary>
    /// <param name="outputs">The files of the run, run.json itself left out.</param>
    /// <returns>UTF-8 JSON with a seal: the hash of these bytes while the seal holds zeros.</returns>
    public byte[] ToJson(IReadOnlyList<RunFile> outputs) => ToJson(
        Version,
        Command,
        new ManifestEdition(Edition.Id, Edition.Title, Edition.Measure, Edition.CutOff, Edition.BaseYear, Edition.PriceYear, Edition.SourceLine),
        Options,
        Inputs,
        json =>
        {
            foreach (Scenario scenario in Scenarios)
            {
                ScenarioJson.Write(json, scenario, Edition.Roster);
            }
        },
        outputs);

    /// <summary>Writes the run.json of any command.</summary>
    /// <param name="version">Version of the program.</param>
    /// <param name="command">The command.</param>
    /// <param name="edition">The edition.</param>
    /// <param name="options">Options in a fixed order.</param>
    /// <param name="inputs">Files read.</param>
    /// <param name="scenarios">Writes the items of the list of scenarios.</param>
    /// <param name="outputs">The files of the run, run.json itself left out.</param>
    internal static byte[] ToJson(
        string version,
        string command,
        ManifestEdition edition,
        IReadOnlyList<RunOption> options,
        IReadOnlyList<RunInput> inputs,
        Action<Utf8JsonWriter> scenarios,
        IReadOnlyList<RunFile> outputs)
    {
        ArrayBufferWriter<byte> buffer = new(1 << 16);
        using (Utf8JsonWriter json = new(buffer, RunJson.Options))
        {
            json.WriteStartObject();
            json.WriteString("program", RunJson.Program);
            json.WriteString("version", version);
            json.WriteString("run_id", IdOf(edition.Id, inputs, options));
            json.WriteString(ManifestSeal.Name, ManifestSeal.Blank);
            json.WriteString("command", command);
            edition.Write(json);
            json.WriteStartObject("options");
            foreach (RunOption option in options)
            {
                json.WriteString(option.Name, option.Value);
            }

            json.WriteEndObject();
            json.WriteStartArray("inputs");
            foreach (RunInput input in inputs)
            {
                WriteFile(json, "name", input.Name, input.Bytes, input.Sha256);
            }

            json.WriteEndArray();
            json.WriteStartArray("scenarios");
            scenarios(json);
            json.WriteEndArray();
            json.WriteStartArray("outputs");
            foreach (RunFile file in outputs.Where(f => !f.IsDerived))
            {
                WriteFile(json, "path", file.Path, file.Bytes, file.Sha256);
            }

            json.WriteEndArray();
            RunJson.Texts(json, "derived", outputs.Where(f => f.IsDerived).Select(f => f.Path));
            json.WriteEndObject();
        }

        byte[] bytes = [.. buffer.WrittenSpan, (byte)'\n'];
        ManifestSeal.Close(bytes);
        return bytes;
    }

    private static void WriteFile(Utf8JsonWriter json, string label, string name, long bytes, string sha256)
    {
        json.WriteStartObject();
        json.WriteString(label, name);
        json.WriteNumber("bytes", bytes);
        json.WriteString("sha256", sha256);
        json.WriteEndObject();
    }
}

/// <summary>What a manifest says about the edition of a run.</summary>
/// <param name="Id">Id.</param>
/// <param name="Title">Title.</param>
/// <param name="Measure">What NATO measures in the release.</param>
/// <param name="CutOff">Cut-off date of the release.</param>
/// <param name="BaseYear">Base year.</param>
/// <param name="PriceYear">Year of the constant prices.</param>
/// <param name="SourceLine">Credit line.</param>
public sealed record ManifestEdition(string Id, string Title, string Measure, string CutOff, int BaseYear, int PriceYear, string SourceLine)
{
    /// <summary>The edition of no manifest.</summary>
    public static ManifestEdition Empty { get; } = new("", "", "", "", 0, 0, "");

    internal static ManifestEdition Read(JsonElement json) => new(
        Text(json, "id"),
        Text(json, "title"),
        Text(json, "measure"),
        Text(json, "cut_off"),
        json.GetProperty("base_year").GetInt32(),
        json.GetProperty("price_year").GetInt32(),
        Text(json, "source"));

    internal void Write(Utf8JsonWriter json)
    {
        json.WriteStartObject("edition");
        json.WriteString("id", Id);
        json.WriteString("title", Title);
        json.WriteString("measure", Measure);
        json.WriteString("cut_off", CutOff);
        json.WriteNumber("base_year", BaseYear);
        json.WriteNumber("price_year", PriceYear);
        json.WriteString("source", SourceLine);
        json.WriteEndObject();
    }

    private static string Text(JsonElement json, string name) => json.GetProperty(name).GetString() ?? "";
}

/// <summary>How JSON files of a run are written.</summary>
internal static class RunJson
{
    /// <summary>Name of the program.</summary>
    public const string Program = "natosim";

    /// <summary>Indented, LF, and names such as Türkiye as they are: the files are read by people and by JSON readers, never put into a page.</summary>
    public static JsonWriterOptions Options { get; } = new()
    {
        Indented = true,
        IndentSize = 2,
        NewLine = "\n",
        Encoder = JavaScriptEncoder.UnsafeRelaxedJsonEscaping,
    };

    /// <summary>Writes a list of texts.</summary>
    public static void Texts(Utf8JsonWriter json, string name, IEnumerable<string> texts)
    {
        json.WriteStartArray(name);
        foreach (string text in texts)
        {
            json.WriteStringValue(text);
        }

        json.WriteEndArray();
    }
}

/// <summary>The seal of a manifest: SHA-256 of its bytes while the seal's 64 digits are zeros.</summary>
internal static class ManifestSeal
{
    /// <summary>Name of the field.</summary>
    public const string Name = "manifest_sha256";

    /// <summary>What stands in the field while the hash is taken.</summary>
    public static string Blank { get; } = new('0', 64);

    /// <summary>Puts the hash in the place of the zeros.</summary>
    public static void Close(byte[] bytes)
    {
        int at = Place(bytes);
        string hash = Convert.ToHexStringLower(SHA256.HashData(bytes));
        Encoding.ASCII.GetBytes(hash, bytes.AsSpan(at, 64));
    }

    /// <summary>True when nothing but the seal changed since it was closed.</summary>
    public static bool Holds(ReadOnlySpan<byte> bytes)
    {
        int at = Place(bytes);
        if (at < 0)
        {
            return false;
        }

        string said = Encoding.ASCII.GetString(bytes.Slice(at, 64));
        byte[] blank = bytes.ToArray();
        blank.AsSpan(at, 64).Fill((byte)'0');
        return Convert.ToHexStringLower(SHA256.HashData(blank)) == said;
    }

    private static int Place(ReadOnlySpan<byte> bytes)
    {
        byte[] label = Encoding.ASCII.GetBytes(string.Create(CultureInfo.InvariantCulture, $"\"{Name}\": \""));
        int at = bytes.IndexOf(label);
        return at < 0 || at + label.Length + 64 > bytes.Length ? -1 : at + label.Length;
    }
}
