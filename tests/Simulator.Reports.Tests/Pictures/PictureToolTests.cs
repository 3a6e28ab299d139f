using System.Buffers.Binary;
using System.Text;
using Simulator.Reports.Pictures;

namespace Simulator.Reports.Tests.Pictures;

public sealed class PictureToolTests : IDisposable
{
    private const string Svg = "<svg xmlns=\"http://www.w3.org/2000/svg\" width=\"300\" height=\"200\" viewBox=\"0 0 300 200\"><rect width=\"300\" height=\"200\" fill=\"#123456\"/></svg>\n";

    private static readonly PictureSize Screen = new(300, 200, IsPrint: false);

    private readonly ScratchFolder _folder = new();

    public void Dispose() => _folder.Dispose();

    [Fact]
    public void Rsvg_convert_comes_before_Inkscape_and_a_browser_wherever_they_are()
    {
        string early = Place("early", "chromium");
        string late = Place("late", "inkscape");
        string path = $"{early}{Path.PathSeparator}{late}";
        PictureTool usual = new(PictureToolKind.RsvgConvert, Path.Combine(Place("usual", "rsvg-convert"), "rsvg-convert"));
        Assert.Equal(usual, PictureTool.Find(path, [usual], isWindows: false));
        Assert.Equal(new PictureTool(PictureToolKind.Inkscape, Path.Combine(late, "inkscape")), PictureTool.Find(path, [], isWindows: false));
        Assert.Equal(new PictureTool(PictureToolKind.Chromium, Path.Combine(early, "chromium")), PictureTool.Find(early, [], isWindows: false));
        Assert.Null(PictureTool.Find("", [], isWindows: false));
        Assert.Null(PictureTool.Find(path, [], isWindows: true));
    }

    [ScriptFact]
    public void A_program_that_fails_is_quoted_and_nothing_is_left()
    {
        string[] before = Left();
        PictureTool tool = Script("rsvg-convert", "echo 'no fonts   here' >&2\necho 'second line' >&2\nexit 3");
        Picture picture = new PictureMaker(tool).Make(Svg, Screen, PictureFormat.Png, CancellationToken.None);
        Assert.False(picture.IsMade);
        Assert.Equal($"{tool.Path} made no PNG: it ended with 3: no fonts here second line", picture.Problem);
        Assert.Throws<InvalidOperationException>(() => picture.Bytes);
        Assert.Equal(before, Left());
    }

    [ScriptFact]
    public void A_program_that_writes_nothing_has_failed()
    {
        PictureTool tool = Script("inkscape", "exit 0");
        Picture picture = new PictureMaker(tool with { Kind = PictureToolKind.Inkscape }).Make(Svg, Screen, PictureFormat.Pdf, CancellationToken.None);
        Assert.Equal($"{tool.Path} made no PDF: it said nothing", picture.Problem);
    }

    [ScriptFact]
    public void A_program_that_is_stopped_is_stopped()
    {
        using CancellationTokenSource soon = new(TimeSpan.FromMilliseconds(200));
        PictureTool tool = Script("rsvg-convert", "sleep 30");
        Assert.ThrowsAny<OperationCanceledException>(() => new PictureMaker(tool).Make(Svg, Screen, PictureFormat.Png, soon.Token));
    }

    [ScriptFact]
    public void Each_program_is_asked_in_its_own_way()
    {
        Assert.Equal("-f png -w 300 --keep-aspect-ratio -o figure.png figure.svg", Asked(PictureToolKind.RsvgConvert, Screen, PictureFormat.Png));
        Assert.Equal("-f png -w 938 --keep-aspect-ratio -o figure.png figure.svg", Asked(PictureToolKind.RsvgConvert, Screen with { IsPrint = true }, PictureFormat.Png)); // 300 / 96 × 300 = 937.5
        Assert.Equal("-f pdf -o figure.pdf figure.svg", Asked(PictureToolKind.RsvgConvert, Screen, PictureFormat.Pdf));
        Assert.Equal("--export-type=pdf --export-filename=figure.pdf figure.svg", Asked(PictureToolKind.Inkscape, Screen, PictureFormat.Pdf));
        string browser = Asked(PictureToolKind.Chromium, Screen, PictureFormat.Png);
        Assert.Contains("--headless", browser, StringComparison.Ordinal);
        Assert.Contains("--window-size=300,200 --screenshot=figure.png", browser, StringComparison.Ordinal);
    }

    [PictureToolFact]
    public void The_program_of_this_machine_makes_pixels_and_vectors_of_the_size_asked_for()
    {
        PictureMaker maker = new(PictureTool.Find()!);
        ReadOnlySpan<byte> png = maker.Make(Svg, Screen, PictureFormat.Png, CancellationToken.None).Bytes.Span;
        ReadOnlySpan<byte> signature = [0x89, (byte)'P', (byte)'N', (byte)'G'];
        Assert.True(png.StartsWith(signature));
        Assert.Equal((300, 200), (BinaryPrimitives.ReadInt32BigEndian(png[16..]), BinaryPrimitives.ReadInt32BigEndian(png[20..])));
        ReadOnlySpan<byte> pdf = maker.Make(Svg, Screen, PictureFormat.Pdf, CancellationToken.None).Bytes.Span;
        Assert.True(pdf.StartsWith("%PDF"u8));
        Assert.DoesNotContain("/Subtype /Image", Encoding.Latin1.GetString(pdf), StringComparison.Ordinal);
    }

    private string Asked(PictureToolKind kind, PictureSize size, PictureFormat format)
    {
        PictureTool tool = Script("ask", "echo \"$@\" >&2\nexit 1");
        string problem = new PictureMaker(tool with { Kind = kind }).Make(Svg, size, format, CancellationToken.None).Problem;
        return System.Text.RegularExpressions.Regex.Replace(problem[(problem.IndexOf("with 1: ", StringComparison.Ordinal) + 8)..], "/[^ ]*/natosim-picture-[^/ ]*/", "");
    }

    private string Place(string folder, string program)
    {
        string path = _folder[folder];
        Directory.CreateDirectory(path);
        File.WriteAllText(Path.Combine(path, program), "");
        return path;
    }

    private PictureTool Script(string name, string body)
    {
        string path = Path.Combine(_folder.Root, name);
        File.WriteAllText(path, "#!/bin/sh\n" + body + "\n");
        if (!OperatingSystem.IsWindows())
        {
            File.SetUnixFileMode(path, UnixFileMode.UserRead | UnixFileMode.UserWrite | UnixFileMode.UserExecute);
        }

        return new PictureTool(PictureToolKind.RsvgConvert, path);
    }

    /// <summary>A test with an invented program, which is a shell script.</summary>
    private sealed class ScriptFactAttribute : FactAttribute
    {
        public ScriptFactAttribute() => Skip = OperatingSystem.IsWindows() ? "the invented program is a shell script" : null;
    }

    /// <summary>A test with a real program.</summary>
    private sealed class PictureToolFactAttribute : FactAttribute
    {
        public PictureToolFactAttribute() => Skip = PictureTool.Find() is null ? "this machine has no program that turns SVG into pictures" : null;
    }

    private static string[] Left() => [.. Directory.GetDirectories(Path.GetTempPath(), "natosim-picture-*").Order(StringComparer.Ordinal)];
}
