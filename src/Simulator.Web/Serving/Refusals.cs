using Microsoft.AspNetCore.Http;
using Simulator.Web.Answers;
using Simulator.Web.State;

namespace Simulator.Web.Serving;

/// <summary>Says no in the form that every refusal has.</summary>
internal static class Refusals
{
    /// <summary>A refusal as a result of an endpoint.</summary>
    /// <param name="refusal">Why.</param>
    public static IResult Of(Refusal refusal) => Results.Json(
        new RefusalAnswer(refusal.Title, refusal.Detail, [.. refusal.Diagnostics.OrderByDescending(d => d.Diagnostic.Severity).Take(Answering.MostDiagnostics).Select(Answering.Diagnostic)]), AnswerJson.Options, statusCode: refusal.Status);

    /// <summary>Writes a refusal outside endpoints.</summary>
    /// <param name="context">The request.</param>
    /// <param name="status">HTTP status.</param>
    /// <param name="title">In two or three words.</param>
    /// <param name="detail">One sentence.</param>
    public static Task Write(HttpContext context, int status, string title, string detail)
    {
        context.Response.StatusCode = status;
        return context.Response.WriteAsJsonAsync(new RefusalAnswer(title, detail, []), AnswerJson.Options, CancellationToken.None);
    }

    /// <summary>What a status means when nothing else was said.</summary>
    /// <param name="status">HTTP status of 400 or more.</param>
    public static (string Title, string Detail) Words(int status) => status switch
    {
        404 => ("Not here", "There is no such page. The description of the API is at /openapi.json."),
        405 => ("Wrong method", "This address does not take this method."),
        413 => ("Too large", "The body is larger than this server takes; check and run larger files with: natosim check FILE, natosim run FILE."),
        415 => ("Wrong type", "Send the file as text/csv or application/octet-stream."),
        429 => ("Too many requests", "More requests wait than this server takes; try again in a moment."),
        503 or 504 => ("Too slow", "The answer took longer than this server allows; ask for fewer draws, or use the command line."),
        500 => ("A defect", "This is a defect of natosim, not of your input; the terminal that runs it shows more."),
        _ => ("Bad request", "The request cannot be read."),
    };
}
