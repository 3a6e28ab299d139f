using System.Reflection;
using System.Security.Cryptography;
using Microsoft.AspNetCore.Builder;
using Microsoft.AspNetCore.Http;
using Microsoft.AspNetCore.Routing;

namespace Simulator.Web.Serving;

/// <summary>The files of the page. They are part of the program: no request reads the disk.</summary>
internal static class Page
{
    private const string Prefix = "wwwroot/";
    private const string First = "index.html";

    private static readonly Dictionary<string, PageFile> Files = Read();

    /// <summary>Names of the files.</summary>
    public static IReadOnlyCollection<string> Names => Files.Keys;

    /// <summary>Serves the page at / and each of its files by its name.</summary>
    /// <param name="routes">The routes.</param>
    public static void Map(IEndpointRouteBuilder routes)
    {
        routes.MapMethods("/", ["GET", "HEAD"], context => Send(context, Files[First])).ExcludeFromDescription();
        foreach ((string name, PageFile file) in Files)
        {
            routes.MapMethods("/" + name, ["GET", "HEAD"], context => Send(context, file)).ExcludeFromDescription();
        }
    }

    private static async Task Send(HttpContext context, PageFile file)
    {
        IHeaderDictionary headers = context.Response.Headers;
        headers.CacheControl = "no-cache";
        headers.ETag = file.ETag;
        if (context.Request.Headers.IfNoneMatch == file.ETag)
        {
            context.Response.StatusCode = StatusCodes.Status304NotModified;
            return;
        }

        context.Response.ContentType = file.Type;
        context.Response.ContentLength = file.Bytes.Length;
        if (HttpMethods.IsGet(context.Request.Method))
        {
            await context.Response.Body.WriteAsync(file.Bytes, context.RequestAborted);
        }
    }

    private static Dictionary<string, PageFile> Read()
    {
        Assembly assembly = typeof(Page).Assembly;
        Dictionary<string, PageFile> files = new(StringComparer.Ordinal);
        foreach (string resource in assembly.GetManifestResourceNames().Where(n => n.StartsWith(Prefix, StringComparison.Ordinal)))
        {
            using Stream stream = assembly.GetManifestResourceStream(resource)!;
            byte[] bytes = new byte[stream.Length];
            stream.ReadExactly(bytes);
            string name = resource[Prefix.Length..].Replace('\\', '/');
            files.Add(name, new PageFile(bytes, TypeOf(name), $"\"{Convert.ToHexStringLower(SHA256.HashData(bytes))[..16]}\""));
        }

        return files;
    }

    private static string TypeOf(string name) => Path.GetExtension(name) switch
    {
        ".html" => "text/html; charset=utf-8",
        ".css" => "text/css; charset=utf-8",
        ".js" => "text/javascript; charset=utf-8",
        ".svg" => "image/svg+xml",
        _ => throw new InvalidOperationException($"The page has a file of an unknown type: {name}."),
    };

    private sealed record PageFile(byte[] Bytes, string Type, string ETag);
}
