using System.Globalization;
using System.IO.Compression;
using System.Net;
using System.Text;
using System.Text.Json;
using Simulator.Data.Editions;

// Cultures, memory and two cores are shared by all tests of a process.
[assembly: CollectionBehavior(DisableTestParallelization = true)]

namespace Simulator.Web.Tests;

/// <summary>An explorer on a real socket, and a client of it.</summary>
internal sealed class Serving : IAsyncDisposable
{
    // Tests of limits start one with limits of their own; for all others no answer is late because the machine is busy.
    private static readonly TimeSpan Patience = TimeSpan.FromMinutes(2);

    private readonly RunningExplorer _explorer;

    private Serving(RunningExplorer explorer)
    {
        _explorer = explorer;
        Client = Another();
    }

    public Uri Address => _explorer.Address;

    public int Port => Address.Port;

    public HttpClient Client { get; }

    public static async Task<Serving> StartAsync(Func<ExplorerOptions, ExplorerOptions>? set = null)
    {
        ExplorerOptions options = new() { Folder = DataFolder.Shipped().Value, Timeout = Patience };
        DataResult<RunningExplorer> started = await Explorer.StartAsync(set is null ? options : set(options), CancellationToken.None);
        Assert.True(started.Ok, string.Join('\n', started.Problems));
        return new Serving(started.Value);
    }

    /// <summary>A client with connections of its own, which follows no redirect and asks no proxy.</summary>
    public HttpClient Another() => new(new SocketsHttpHandler { AllowAutoRedirect = false, UseProxy = false, UseCookies = false }) { BaseAddress = Address, Timeout = Patience };

    /// <summary>An answer that must be there, as JSON.</summary>
    public async Task<JsonElement> JsonAsync(string path)
    {
        (HttpStatusCode status, JsonElement answer) = await AskAsync(path);
        Assert.True(status == HttpStatusCode.OK, $"{path} gives {(int)status}: {answer}");
        return answer;
    }

    /// <summary>An answer with its status, as JSON.</summary>
    public async Task<(HttpStatusCode Status, JsonElement Answer)> AskAsync(string path)
    {
        (HttpStatusCode status, string text) = await AskRawAsync(path);
        return (status, Parsed(text, path));
    }

    /// <summary>Whatever comes, as text.</summary>
    public async Task<(HttpStatusCode Status, string Text)> AskRawAsync(string path)
    {
        using HttpResponseMessage response = await Client.GetAsync(new Uri(path, UriKind.Relative));
        return (response.StatusCode, await response.Content.ReadAsStringAsync());
    }

    public async Task<byte[]> BytesAsync(string path)
    {
        using HttpResponseMessage response = await Client.GetAsync(new Uri(path, UriKind.Relative));
        byte[] bytes = await response.Content.ReadAsByteArrayAsync();
        Assert.True(response.StatusCode == HttpStatusCode.OK, $"{path} gives {(int)response.StatusCode}: {Encoding.UTF8.GetString(bytes)}");
        return bytes;
    }

    public async Task<string> TextAsync(string path) => Encoding.UTF8.GetString(await BytesAsync(path));

    public static JsonElement Parsed(string text, string path)
    {
        try
        {
            using JsonDocument document = JsonDocument.Parse(text);
            return document.RootElement.Clone();
        }
        catch (JsonException)
        {
            Assert.Fail($"{path} answers no JSON: {text[..Math.Min(300, text.Length)]}");
            throw;
        }
    }

    public async ValueTask DisposeAsync()
    {
        Client.Dispose();
        await _explorer.DisposeAsync();
    }
}

/// <summary>One explorer for the tests that only ask.</summary>
public sealed class SharedExplorer : IAsyncLifetime
{
    internal Serving Serving { get; private set; } = null!;

    public async Task InitializeAsync() => Serving = await Serving.StartAsync();

    public async Task DisposeAsync() => await Serving.DisposeAsync();
}

[CollectionDefinition(Name)]
public sealed class ExplorerTests : ICollectionFixture<SharedExplorer>
{
    public const string Name = "explorer";
}

/// <summary>Writes addresses.</summary>
internal static class Query
{
    /// <summary>A path with parameters, each escaped.</summary>
    public static string Of(string path, params (string Name, string Value)[] parameters) =>
        path + (parameters.Length == 0 ? "" : "?") + string.Join('&', parameters.Select(p => $"{p.Name}={Uri.EscapeDataString(p.Value)}"));

    /// <summary>A file as an address holds it: base64url of its deflated bytes.</summary>
    public static string Packed(byte[] bytes)
    {
        using MemoryStream memory = new();
        using (DeflateStream deflate = new(memory, CompressionLevel.SmallestSize))
        {
            deflate.Write(bytes);
        }

        return Convert.ToBase64String(memory.ToArray()).TrimEnd('=').Replace('+', '-').Replace('/', '_');
    }

    public static string Packed(string text) => Packed(Encoding.UTF8.GetBytes(text));
}

/// <summary>Reads the tables that the command line writes.</summary>
internal static class CsvTable
{
    /// <summary>Rows by column name. No cell of the tables that are read here holds a line break.</summary>
    public static List<Dictionary<string, string>> Read(string path)
    {
        string[] lines = File.ReadAllText(path).Split('\n', StringSplitOptions.RemoveEmptyEntries);
        string[] header = Cells(lines[0]);
        return [.. lines.Skip(1).Select(line => header.Zip(Cells(line)).ToDictionary(c => c.First, c => c.Second))];
    }

    /// <summary>The number of a cell; null where it is empty.</summary>
    public static double? Number(string cell) => cell.Length == 0 ? null : double.Parse(cell, NumberStyles.Float, CultureInfo.InvariantCulture);

    private static string[] Cells(string line)
    {
        List<string> cells = [];
        StringBuilder cell = new();
        bool isQuoted = false;
        for (int i = 0; i < line.Length; i++)
        {
            if (line[i] == '"' && isQuoted && i + 1 < line.Length && line[i + 1] == '"')
            {
                cell.Append('"');
                i++;
            }
            else if (line[i] == '"')
            {
                isQuoted = !isQuoted;
            }
            else if (line[i] == ',' && !isQuoted)
            {
                cells.Add(cell.ToString());
                cell.Clear();
            }
            else
            {
                cell.Append(line[i]);
            }
        }

        cells.Add(cell.ToString());
        return [.. cells];
    }
}
