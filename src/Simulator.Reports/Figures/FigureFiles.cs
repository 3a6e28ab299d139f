using System.Text;
using Simulator.Charts;
using Simulator.Charts.Svg;
using Simulator.Reports.Pictures;
using Simulator.Reports.Runs;

namespace Simulator.Reports.Figures;

/// <summary>The files of one figure in a result folder: SVG, its data, and the pictures that are asked for.</summary>
internal static class FigureFiles
{
    /// <summary>Paths of the files.</summary>
    /// <param name="path">Folder and id of the figure, without an ending.</param>
    /// <param name="options">Which pictures are made.</param>
    public static IEnumerable<string> Names(string path, RunOptions options) =>
        [path + ".svg", path + ".csv", .. Pictures(options).Select(f => path + Ending(f))];

    /// <summary>Writes the files.</summary>
    /// <param name="folder">The folder of the run.</param>
    /// <param name="path">Folder and id of the figure, without an ending.</param>
    /// <param name="figure">The figure.</param>
    /// <param name="options">Which pictures are made.</param>
    /// <param name="maker">Makes them; null where a run is repeated to be compared, and a file of no bytes takes the place of each.</param>
    /// <param name="cancel">Stops the program that makes them.</param>
    /// <exception cref="IOException">A picture could not be made.</exception>
    public static void Write(StagingFolder folder, string path, Figure figure, RunOptions options, PictureMaker? maker, CancellationToken cancel)
    {
        SvgDocument svg = SvgRenderer.Draw(figure, Theme.Light);
        folder.Write(path + ".svg", Encoding.UTF8.GetBytes(svg.Text));
        folder.Write(path + ".csv", Encoding.UTF8.GetBytes(figure.Data.ToCsv()));
        foreach (PictureFormat format in Pictures(options))
        {
            if (format == PictureFormat.Png && BuiltInPng.IsThere)
            {
                folder.WriteDerived(path + Ending(format), BuiltInPng.Render(figure, Theme.Light));
                continue;
            }

            if (maker is null)
            {
                folder.WriteDerived(path + Ending(format), []);
                continue;
            }

            Picture picture = maker.Make(svg.Text, new PictureSize(svg.Width, svg.Height, figure.Size.InMillimetres), format, cancel);
            folder.WriteDerived(path + Ending(format), picture.IsMade ? picture.Bytes.Span : throw new IOException(picture.Problem));
        }
    }

    private static IEnumerable<PictureFormat> Pictures(RunOptions options)
    {
        if (options.Png)
        {
            yield return PictureFormat.Png;
        }

        if (options.Pdf)
        {
            yield return PictureFormat.Pdf;
        }
    }

    private static string Ending(PictureFormat format) => format == PictureFormat.Png ? ".png" : ".pdf";
}
