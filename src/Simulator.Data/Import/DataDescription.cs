using System.Globalization;
using System.Security.Cryptography;
using System.Text.Encodings.Web;
using System.Text.Json;
using System.Text.Json.Nodes;

namespace Simulator.Data.Import;

/// <summary>The description of a data folder, datapackage.json (Frictionless): changed files and new ones.</summary>
internal sealed class DataDescription
{
    /// <summary>Its name in the folder.</summary>
    public const string FileName = "datapackage.json";

    private static readonly JsonSerializerOptions Options = new()
    {
        WriteIndented = true,
        IndentSize = 2,
        NewLine = "\n",
        Encoder = JavaScriptEncoder.UnsafeRelaxedJsonEscaping,
    };

    private readonly JsonObject _package;
    private readonly JsonArray _resources;

    private DataDescription(JsonObject package, JsonArray resources)
    {
        _package = package;
        _resources = resources;
    }

    /// <summary>Reads the description; null where the text is none.</summary>
    public static DataDescription? Read(byte[] json)
    {
        try
        {
            return JsonNode.Parse(json) is JsonObject package && package["resources"] is JsonArray resources ? new DataDescription(package, resources) : null;
        }
        catch (JsonException)
        {
            return null;
        }
    }

    /// <summary>True when a file is described.</summary>
    public bool Has(string path) => Find(path) is not null;

    /// <summary>Brings size and hash of a file up to date.</summary>
    public void Update(string path, byte[] content)
    {
        JsonObject resource = Find(path) ?? throw new InvalidOperationException(path + " is not described.");
        resource["bytes"] = content.Length;
        resource["hash"] = "sha256:" + Convert.ToHexStringLower(SHA256.HashData(content));
    }

    /// <summary>Describes a new NATO release in the words of an earlier one.</summary>
    /// <param name="like">Path of the earlier file.</param>
    /// <param name="oldPriceYear">The price year of the earlier one.</param>
    /// <param name="resource">The new file.</param>
    /// <param name="release">The new figures.</param>
    public void AddNato(string like, int oldPriceYear, NewResource resource, NatoRelease release)
    {
        JsonObject added = (JsonObject)Find(like)!.DeepClone();
        Fill(added, resource);
        foreach (JsonNode? node in (JsonArray)added["schema"]!["fields"]!)
        {
            JsonObject field = (JsonObject)node!;
            if (field["unit"] is { } unit)
            {
                field["unit"] = unit.GetValue<string>().Replace(
                    string.Create(CultureInfo.InvariantCulture, $"constant {oldPriceYear} prices"),
                    string.Create(CultureInfo.InvariantCulture, $"constant {release.PriceYear} prices"),
                    StringComparison.Ordinal);
            }

            if (field["name"]!.GetValue<string>() == "year")
            {
                Years(field, release.Years[0], release.Years[^1]);
            }
        }

        _resources.Add((JsonNode)added);
    }

    /// <summary>Describes a new outlook.</summary>
    /// <param name="like">Path of an earlier one.</param>
    /// <param name="resource">The new file.</param>
    /// <param name="weo">The new figures.</param>
    public void AddWeo(string like, NewResource resource, WeoFile weo)
    {
        JsonObject added = (JsonObject)Find(like)!.DeepClone();
        Fill(added, resource);
        JsonArray fields = (JsonArray)added["schema"]!["fields"]!;
        JsonObject[] keys = [.. fields.Take(2).Select(f => (JsonObject)f!.DeepClone())];
        Years(keys[1], weo.Years.First, weo.Years.Last);
        fields.Clear();
        foreach (JsonObject key in keys)
        {
            fields.Add((JsonNode)key);
        }

        foreach (WeoCode code in WeoCodes.Known.Where(k => weo.Codes.Contains(k.Code)))
        {
            fields.Add((JsonNode)new JsonObject { ["name"] = code.Code, ["type"] = "number", ["description"] = code.Description, ["unit"] = code.Unit });
        }

        _resources.Add((JsonNode)added);
    }

    /// <summary>The description as text, with a line end at its end.</summary>
    public string Text() => _package.ToJsonString(Options) + "\n";

    private static void Fill(JsonObject added, NewResource resource)
    {
        added["name"] = resource.Name;
        added["path"] = resource.Path;
        added["title"] = resource.Title;
        added["description"] = resource.Description;
        added["bytes"] = resource.Content.Length;
        added["hash"] = "sha256:" + Convert.ToHexStringLower(SHA256.HashData(resource.Content));
        added["sources"] = new JsonArray(new JsonObject { ["title"] = resource.SourceTitle, ["path"] = resource.SourceAddress, ["id"] = resource.SourceId });
        added["licenses"] = new JsonArray(new JsonObject { ["name"] = "other", ["title"] = resource.Terms });
    }

    private static void Years(JsonObject field, int first, int last)
    {
        JsonObject constraints = field["constraints"] as JsonObject ?? [];
        constraints["minimum"] = first;
        constraints["maximum"] = last;
        field["constraints"] ??= constraints;
    }

    private JsonObject? Find(string path) => _resources.OfType<JsonObject>().FirstOrDefault(r => r["path"] is JsonValue value && value.TryGetValue(out string? text) && text == path);
}

/// <summary>A file that a description gets.</summary>
/// <param name="Name">Name of the resource.</param>
/// <param name="Path">Path in the folder.</param>
/// <param name="Title">Title for people.</param>
/// <param name="Description">What it holds.</param>
/// <param name="Content">Its bytes.</param>
/// <param name="SourceId">Id in sources.csv.</param>
/// <param name="SourceTitle">Title of the source.</param>
/// <param name="SourceAddress">Address of the source.</param>
/// <param name="Terms">Terms of use.</param>
internal sealed record NewResource(
    string Name, string Path, string Title, string Description, byte[] Content, string SourceId, string SourceTitle, string SourceAddress, string Terms);
