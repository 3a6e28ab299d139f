using System.ComponentModel;
using System.Diagnostics;
using System.Globalization;
using System.Text;

namespace Simulator.Reports.Pictures;

/// <summary>A picture, or why there is none.</summary>
public sealed class Picture
{
    private readonly byte[]? _bytes;

    private Picture(byte[]? bytes, string problem)
    {
        _bytes = bytes;
        Problem = problem;
    }

    /// <summary>Whether there is a picture.</summary>
    public bool IsMade => _bytes is not null;

    /// <summary>Why there is none, one sentence with the program's own words; empty when there is one.</summary>
    public string Problem { get; }

    /// <summary>The file's bytes.</summary>
    /// <exception cref="InvalidOperationException">There is no picture.</exception>
    public ReadOnlyMemory<byte> Bytes => _bytes ?? throw new InvalidOperationException("There is no picture: " + Problem);

    internal static Picture Made(byte[] bytes) => new(bytes, "");

    internal static Picture Failed(string problem) => new(null, problem);
}

/// <summary>
/// Turns our SVG into pixels or a page of vectors with a program of the machine. The bytes depend on that program and its fonts, so
/// pictures are named in a manifest as derived and never hashed.
/// </summary>
/// <param name="tool">The program.</param>
public sealed class PictureMaker(PictureTool tool)
{
    /// <summary>Pixels per inch of pictures for print.</summary>
    public const int PrintPixelsPerInch = 300;

    private const int CssPixelsPerInch = 96;

    private static readonly TimeSpan Longest = TimeSpan.FromSeconds(60);

    // A page that is shown in a browser must not look for anything on a network.
    private static readonly string[] Quiet =
    [
        "--headless", "--disable-gpu", "--disable-quic", "--no-first-run", "--disable-background-networking", "--disable-component-update",
        "--disable-sync", "--hide-scrollbars", "--disable-extensions",
    ];

    /// <summary>Makes one picture.</summary>
    /// <param name="svg">The SVG document.</param>
    /// <param name="size">Its size: pixels, and whether it is meant for print.</param>
    /// <param name="format">What to make.</param>
    /// <param name="cancel">Stops the program.</param>
    /// <exception cref="OperationCanceledException">It was stopped.</exception>
    public Picture Make(string svg, PictureSize size, PictureFormat format, CancellationToken cancel)
    {
        string folder = Directory.CreateTempSubdirectory("natosim-picture-").FullName;
        try
        {
            string target = Path.Combine(folder, format == PictureFormat.Png ? "figure.png" : "figure.pdf");
            string source = Path.Combine(folder, tool.Kind == PictureToolKind.Chromium ? "figure.html" : "figure.svg");
            File.WriteAllText(source, tool.Kind == PictureToolKind.Chromium ? Page(svg, size) : svg, new UTF8Encoding(false));
            string problem = Run(Arguments(source, target, size, format, folder), cancel);
            return problem.Length == 0 && File.Exists(target) && new FileInfo(target).Length > 0
                ? Picture.Made(File.ReadAllBytes(target))
                : Picture.Failed($"{tool.Path} made no {(format == PictureFormat.Png ? "PNG" : "PDF")}: {(problem.Length > 0 ? problem : "it said nothing")}");
        }
        finally
        {
            Directory.Delete(folder, recursive: true);
        }
    }

    private List<string> Arguments(string source, string target, PictureSize size, PictureFormat format, string folder)
    {
        string pixels = Text(size.IsPrint ? size.Width * PrintPixelsPerInch / CssPixelsPerInch : size.Width);
        return tool.Kind switch
        {
            PictureToolKind.RsvgConvert when format == PictureFormat.Png => ["-f", "png", "-w", pixels, "--keep-aspect-ratio", "-o", target, source],
            PictureToolKind.RsvgConvert => ["-f", "pdf", "-o", target, source],
            PictureToolKind.Inkscape when format == PictureFormat.Png => ["--export-type=png", "--export-width=" + pixels, "--export-filename=" + target, source],
            PictureToolKind.Inkscape => ["--export-type=pdf", "--export-filename=" + target, source],
            _ => Browser(source, target, size, format, folder),
        };
    }

    private static List<string> Browser(string source, string target, PictureSize size, PictureFormat format, string folder)
    {
        List<string> arguments = [.. Quiet, "--user-data-dir=" + Path.Combine(folder, "profile")];
        if (OperatingSystem.IsLinux() && Environment.UserName == "root")
        {
            // Chromium refuses to start its sandbox as root.
            arguments.Add("--no-sandbox");
        }

        if (format == PictureFormat.Png)
        {
            double scale = size.IsPrint ? (double)PrintPixelsPerInch / CssPixelsPerInch : 1;
            arguments.Add("--force-device-scale-factor=" + scale.ToString(CultureInfo.InvariantCulture));
            arguments.Add($"--window-size={Text(size.Width)},{Text(size.Height)}");
            arguments.Add("--screenshot=" + target);
        }
        else
        {
            arguments.Add("--no-pdf-header-footer");
            arguments.Add("--print-to-pdf=" + target);
        }

        arguments.Add(new Uri(source).AbsoluteUri);
        return arguments;
    }

    private static string Page(string svg, PictureSize size)
    {
        string width = size.Width.ToString(CultureInfo.InvariantCulture);
        string height = size.Height.ToString(CultureInfo.InvariantCulture);
        return $"<!doctype html><meta charset=\"utf-8\"><style>@page{{size:{width}px {height}px;margin:0}}html,body{{margin:0}}svg{{display:block;width:{width}px;height:{height}px}}</style>{svg}";
    }

    /// <summary>Runs the program; returns what it complained about, or nothing.</summary>
    private string Run(List<string> arguments, CancellationToken cancel)
    {
        ProcessStartInfo start = new(tool.Path, arguments) { RedirectStandardError = true, RedirectStandardOutput = true, UseShellExecute = false };
        try
        {
            using Process process = Process.Start(start) ?? throw new InvalidOperationException("A program that was started is a process.");
            Task<string> errors = process.StandardError.ReadToEndAsync(CancellationToken.None);
            Task<string> output = process.StandardOutput.ReadToEndAsync(CancellationToken.None);
            using CancellationTokenSource late = CancellationTokenSource.CreateLinkedTokenSource(cancel);
            late.CancelAfter(Longest);
            try
            {
                process.WaitForExitAsync(late.Token).GetAwaiter().GetResult();
            }
            catch (OperationCanceledException)
            {
                process.Kill(entireProcessTree: true);
                cancel.ThrowIfCancellationRequested();
                return $"it did not end within {Text(Longest.TotalSeconds)} seconds";
            }

            output.GetAwaiter().GetResult();
            return process.ExitCode == 0 ? "" : $"it ended with {process.ExitCode.ToString(CultureInfo.InvariantCulture)}: {OneLine(errors.GetAwaiter().GetResult())}";
        }
        catch (Win32Exception refused)
        {
            return refused.Message;
        }
    }

    private static string OneLine(string text) => string.Join(' ', text.Split((char[]?)null, StringSplitOptions.RemoveEmptyEntries));

    private static string Text(double number) => Math.Ceiling(number - 1e-6).ToString(CultureInfo.InvariantCulture);
}

/// <summary>Size of a picture.</summary>
/// <param name="Width">Width in pixels of 1/96 inch.</param>
/// <param name="Height">Height in pixels of 1/96 inch.</param>
/// <param name="IsPrint">Whether it is printed, and needs the pixels of print.</param>
public readonly record struct PictureSize(double Width, double Height, bool IsPrint);
