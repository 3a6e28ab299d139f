using System.Globalization;
using Microsoft.AspNetCore.Http;
using Microsoft.Extensions.Primitives;

namespace Simulator.Web.Serving;

/// <summary>
/// Lets in what comes from the explorer's own page, and from links to it. Pages of other sites can make a browser send requests to
/// 127.0.0.1: a foreign Host is a name that was pointed here (DNS rebinding), a foreign Origin a page that would read or write.
/// </summary>
internal sealed class Guard(RequestDelegate next)
{
    /// <summary>Content security policy of the explorer's own page and of all its answers.</summary>
    public const string Policy =
        "default-src 'none'; script-src 'self'; style-src 'self'; img-src 'self' blob: data:; connect-src 'self'; form-action 'none'; base-uri 'none'; frame-ancestors 'none'";

    private static readonly (string Name, string Value)[] Labels =
    [
        ("Content-Security-Policy", Policy),
        ("X-Content-Type-Options", "nosniff"),
        ("X-Frame-Options", "DENY"),
        ("Referrer-Policy", "no-referrer"),
        ("Cross-Origin-Resource-Policy", "same-origin"),
        ("Cross-Origin-Opener-Policy", "same-origin"),
        ("Permissions-Policy", "camera=(), geolocation=(), microphone=()"),
        ("Cache-Control", "no-store"),
    ];

    // Where Kestrel puts the length of a request that comes in chunks.
    private const string SetAside = "X-Content-Length";

    public async Task InvokeAsync(HttpContext context)
    {
        // At the last moment, since whoever refuses in the midst starts with an empty answer.
        context.Response.OnStarting(() =>
        {
            Label(context.Response.Headers);
            return Task.CompletedTask;
        });
        HttpRequest request = context.Request;
        if (!IsOurs(request.Host, context.Connection.LocalPort))
        {
            await Refusals.Write(context, 421, "Wrong host", "This server answers to 127.0.0.1 and localhost alone.");
        }
        else if (request.Headers.TransferEncoding.Count > 0 && request.Headers.ContainsKey(SetAside))
        {
            // A length and chunks as well: whoever stands between may read another end of the request than this server.
            await Refusals.Write(context, 400, "Ambiguous body", "A request says its length or comes in chunks, not both.");
        }
        else if (!HasOwnOrigin(request) || IsFromOtherSite(request))
        {
            await Refusals.Write(context, 403, "Wrong origin", "Requests from other sites are refused.");
        }
        else
        {
            await next(context);
        }
    }

    /// <summary>Adds what an answer does not say of itself.</summary>
    private static void Label(IHeaderDictionary headers)
    {
        foreach ((string name, string value) in Labels)
        {
            headers.TryAdd(name, value);
        }
    }

    private static bool IsOurs(HostString host, int port) =>
        host.Host is "127.0.0.1" or "localhost" && (host.Port ?? 80) == port;

    private static bool HasOwnOrigin(HttpRequest request)
    {
        StringValues origin = request.Headers.Origin;
        return origin.Count == 0 || (origin.Count == 1 && origin == string.Create(CultureInfo.InvariantCulture, $"http://{request.Host.Value}"));
    }

    // A link in a mail or on another site may open the page itself, but nothing of another site may fetch or embed.
    private static bool IsFromOtherSite(HttpRequest request)
    {
        string site = request.Headers["Sec-Fetch-Site"].ToString();
        bool isForeign = site.Length > 0 && site is not "same-origin" and not "none";
        bool isLink = HttpMethods.IsGet(request.Method) && request.Path == "/"
            && request.Headers["Sec-Fetch-Mode"] == "navigate" && request.Headers["Sec-Fetch-Dest"] == "document";
        return isForeign && !isLink;
    }
}
