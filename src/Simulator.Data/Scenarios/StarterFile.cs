using System.Globalization;
using System.Text;

namespace Simulator.Data.Scenarios;

/// <summary>For which spreadsheet program a starter file is written.</summary>
public enum ExcelVariant
{
    /// <summary>Plain CSV: commas, decimal points, UTF-8 without byte-order mark.</summary>
    None,

    /// <summary>German Excel: semicolons, decimal commas, byte-order mark.</summary>
    De,

    /// <summary>French Excel: semicolons, decimal commas, byte-order mark.</summary>
    Fr,

    /// <summary>English Excel: commas, decimal points, byte-order mark.</summary>
    Us,
}

/// <summary>The commented scenario file to start from. It passes check without an error or warning in every variant.</summary>
public static class StarterFile
{
    private static readonly string[] Header = ["scenario", "members", "what", "value", "from", "to", "shape", "note"];

    // A row is a comment (one text that starts with #) or its cells; {0} is where a number stands.
    private static readonly (string[] Cells, double Number)[] Rows =
    [
        Comment("# One row says one thing: in this scenario - for these members - what is value - from one year to another."),
        Comment("# Rows that start with # are comments. Members without a path row hold their share of GDP."),
        Row(["my-first", "", "title", "Everyone at 3.5 % by 2035", "", "", "", "printed on tables and charts"]),
        Row(["my-first", "", "at_least_pct", "{0}", "", "2035", "", "The Hague declaration of June 2025: core part"], 3.5),
        Row(["my-first", "POL", "share_pct", "{0}", "", "2030", "", "assumption: up or down to this share"], 4.5),
        Comment("# A second scenario that changes the first: its rows come after those of the scenario it is based on."),
        Row(["my-second", "", "title", "Europe a little later and slower", "", "", "", ""]),
        Row(["my-second", "", "based_on", "my-first", "", "", "", ""]),
        Row(["my-second", "EUROPE except POL", "delay_years", "{0}", "", "", "", "assumption: the plans slip by two years"], 2),
        Row(["my-second", "EUROPE", "max_step_pp", "{0}", "", "", "", "assumption: no more than this in one year"], 0.4),
        Row(["my-second", "FRA ITA ESP", "at_least_pct", "{0}", "", "2035", "back 2", "assumption: most of the rise comes late"], 4),
        Comment("# natosim check FILE reads this file and names every problem. natosim run FILE computes it."),
    ];

    /// <summary>The text; variants for Excel start with a byte-order mark (U+FEFF), so that Excel reads them as UTF-8. Lines end in "\n".</summary>
    /// <param name="variant">For which program.</param>
    public static string Text(ExcelVariant variant)
    {
        char separator = variant is ExcelVariant.De or ExcelVariant.Fr ? ';' : ',';
        StringBuilder text = new();
        text.Append(variant == ExcelVariant.None ? "" : "\uFEFF");
        text.AppendJoin(separator, Header).Append('\n');
        foreach ((string[] cells, double number) in Rows)
        {
            string written = number.ToString(CultureInfo.InvariantCulture);
            written = separator == ';' ? written.Replace('.', ',') : written;
            text.AppendJoin(separator, cells.Select(c => c == "{0}" ? written : c)).Append('\n');
        }

        return text.ToString();
    }

    /// <summary>The bytes of <see cref="Text"/> as UTF-8.</summary>
    /// <param name="variant">For which program.</param>
    public static byte[] Bytes(ExcelVariant variant) => new UTF8Encoding(false).GetBytes(Text(variant));

    private static (string[] Cells, double Number) Comment(string text) => ([text], 0);

    private static (string[] Cells, double Number) Row(string[] cells, double number = 0) => (cells, number);
}
