using System.Globalization;
using System.Text;
using Simulator.Charts;
using Simulator.Charts.Svg;
using Simulator.Reports.Pictures;
using Simulator.Reports.Runs;

namespace Simulator.Reports.Figures;

/// <summary>What a single figure is asked for.</summary>
public sealed record ChartRequest
{
    /// <summary>Scenarios, edition and options; its folder is not used.</summary>
    public required RunRequest Run { get; init; }

    /// <summary>The figure.</summary>
    public required FigureRecipe Recipe { get; init; }

    /// <summary>Changes how the figure is told: page, language, title, highlighted members.</summary>
    public required Func<FigureRequest, FigureRequest> Tell { get; init; }

    /// <summary>Its colours.</summary>
    public Theme Theme { get; init; } = Theme.Light;
}

/// <summary>A figure that was drawn.</summary>
/// <param name="Figure">What it shows.</param>
/// <param name="Svg">The drawing.</param>
public sealed record Chart(Figure Figure, SvgDocument Svg)
{
    /// <summary>The size that pictures of it take.</summary>
    public PictureSize Size => new(Svg.Width, Svg.Height, Figure.Size.InMillimetres);
}

/// <summary>Small versions of all figures.</summary>
/// <param name="Svg">The drawing.</param>
/// <param name="LeftOut">Figures that these scenarios do not allow, each with the reason.</param>
public sealed record FigureSheet(SvgDocument Svg, IReadOnlyList<(string Id, string Why)> LeftOut);

/// <summary>One figure, or a sheet of all of them, drawn from scenarios.</summary>
public static class ChartReport
{
    private const double ThumbnailWidth = 300;
    private const double ThumbnailHeight = 190;
    private const int ThumbnailColumns = 5;

    /// <summary>Draws a figure of the first scenario; figures that compare draw all of them.</summary>
    /// <param name="request">What to draw.</param>
    /// <param name="cancel">Interrupts the draws.</param>
    /// <returns>The figure, or in one sentence why it cannot be drawn.</returns>
    public static ReportOutcome<Chart> Draw(ChartRequest request, CancellationToken cancel)
    {
        ReportOutcome<RunSession> session = RunSession.Open(request.Run, cancel);
        return session.IsDone ? Draw(session.Result, request.Recipe, request.Tell, request.Theme) : ReportOutcome<Chart>.Failed(session.Failure);
    }

    /// <summary>Draws a figure of the first scenario of a run; figures that compare draw all of them.</summary>
    /// <param name="session">The run.</param>
    /// <param name="recipe">The figure.</param>
    /// <param name="tell">Changes how the figure is told: page, language, title, highlighted members.</param>
    /// <param name="theme">Colours.</param>
    /// <returns>The figure, or in one sentence why it cannot be drawn.</returns>
    public static ReportOutcome<Chart> Draw(RunSession session, FigureRecipe recipe, Func<FigureRequest, FigureRequest> tell, Theme theme)
    {
        FigureRequest figure = tell(session.Figures.Of(recipe, session.Results.Projections[0]));
        string lacks = Lacks(recipe, figure);
        if (lacks.Length > 0)
        {
            return Refused(lacks);
        }

        Figure drawn = recipe.Build(figure);
        return ReportOutcome<Chart>.Done(new Chart(drawn, SvgRenderer.Draw(drawn, theme)), session.RunId, []);
    }

    /// <summary>Draws every figure that the scenarios allow, small, on one sheet.</summary>
    /// <param name="run">Scenarios, edition and options.</param>
    /// <param name="theme">Colours.</param>
    /// <param name="member">The member that figures of one member show: a roster index.</param>
    /// <param name="cancel">Interrupts the draws.</param>
    /// <returns>The sheet as SVG, or why it cannot be drawn.</returns>
    public static ReportOutcome<FigureSheet> Sheet(RunRequest run, Theme theme, int member, CancellationToken cancel)
    {
        ReportOutcome<RunSession> opened = RunSession.Open(run, cancel);
        if (!opened.IsDone)
        {
            return ReportOutcome<FigureSheet>.Failed(opened.Failure);
        }

        RunSession session = opened.Result;
        List<(string Id, SvgDocument Svg)> figures = [];
        List<(string Id, string Why)> leftOut = [];
        foreach (FigureRecipe recipe in FigureCatalogue.All)
        {
            FigureRequest request = session.Figures.Of(recipe, session.Results.Projections[0]) with { Member = member };
            string lacks = recipe.Lacks(request);
            if (lacks.Length == 0)
            {
                figures.Add((recipe.Id, SvgRenderer.Draw(recipe.Build(request), theme)));
            }
            else
            {
                leftOut.Add((recipe.Id, lacks));
            }
        }

        SvgDocument sheet = ContactSheet.Of(figures, theme, ThumbnailColumns, ThumbnailWidth, ThumbnailHeight);
        return ReportOutcome<FigureSheet>.Done(new FigureSheet(sheet, leftOut), session.RunId, []);
    }

    /// <summary>Writes files beside one another as one step: all of them, or none.</summary>
    /// <param name="files">Full paths and bytes.</param>
    /// <param name="overwrite">Whether files with other bytes may be replaced.</param>
    /// <returns>Nothing when they are written, else why not.</returns>
    public static RunFailure? Write(IReadOnlyList<(string Path, ReadOnlyMemory<byte> Bytes)> files, bool overwrite)
    {
        string? taken = files.Select(f => f.Path).FirstOrDefault(p => Directory.Exists(p));
        if (taken is not null)
        {
            return new RunFailure(RunFailureKind.CannotCreate, $"{taken} is a folder", "");
        }

        taken = overwrite ? null : files.Where(f => File.Exists(f.Path) && !File.ReadAllBytes(f.Path).AsSpan().SequenceEqual(f.Bytes.Span)).Select(f => f.Path).FirstOrDefault();
        if (taken is not null)
        {
            return new RunFailure(RunFailureKind.WouldOverwrite, $"{taken} is there already and holds something else", "name another file with --out, or allow it with --overwrite");
        }

        List<(string Staged, string Path)> staged = [];
        try
        {
            foreach ((string path, ReadOnlyMemory<byte> bytes) in files)
            {
                string beside = path + ".natosim-part";
                staged.Add((beside, path));
                using FileStream stream = new(beside, FileMode.Create);
                stream.Write(bytes.Span);
            }

            foreach ((string beside, string path) in staged)
            {
                File.Move(beside, path, overwrite: true);
            }

            return null;
        }
        catch (Exception e) when (e is IOException or UnauthorizedAccessException)
        {
            foreach ((string beside, _) in staged.Where(s => File.Exists(s.Staged)))
            {
                File.Delete(beside);
            }

            bool isPlace = e is DirectoryNotFoundException or UnauthorizedAccessException;
            return new RunFailure(isPlace ? RunFailureKind.CannotCreate : RunFailureKind.WriteFailed, e.Message, "");
        }
    }

    /// <summary>The files of a figure: itself, and its data beside it.</summary>
    /// <param name="chart">The figure.</param>
    /// <param name="picture">Its bytes when it is not SVG; empty for SVG.</param>
    /// <param name="path">Full path of the figure.</param>
    public static IReadOnlyList<(string Path, ReadOnlyMemory<byte> Bytes)> Files(Chart chart, ReadOnlyMemory<byte> picture, string path) =>
    [
        (path, picture.IsEmpty ? Encoding.UTF8.GetBytes(chart.Svg.Text) : picture),
        (Path.ChangeExtension(path, ".csv"), Encoding.UTF8.GetBytes(chart.Figure.Data.ToCsv())),
    ];

    private static string Lacks(FigureRecipe recipe, FigureRequest request) =>
        request.Format.Width < recipe.MinimumWidth
            ? $"The figure \"{recipe.Id}\" needs a page of at least {Width(recipe.MinimumWidth, request.Format.InMillimetres)}."
            : recipe.Lacks(request);

    private static string Width(double pixels, bool inMillimetres)
    {
        string number = Math.Ceiling(inMillimetres ? (pixels / 96 * 25.4) - 0.01 : pixels).ToString(CultureInfo.InvariantCulture);
        return number + (inMillimetres ? " mm width" : " pixels width");
    }

    private static ReportOutcome<Chart> Refused(string why) => ReportOutcome<Chart>.Failed(new RunFailure(RunFailureKind.Input, why, ""));
}
