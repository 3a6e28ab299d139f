using System.Globalization;
using System.IO.Compression;
using Microsoft.AspNetCore.Http;
using Microsoft.Extensions.Primitives;
using Simulator.Charts;
using Simulator.Data.Diagnostics;
using Simulator.Projections;
using Simulator.Reports;
using Simulator.Reports.Ranges;

namespace Simulator.Web.State;

/// <summary>A parameter of an address.</summary>
/// <param name="Name">Its name.</param>
/// <param name="Meaning">What it says, for the description of the API.</param>
/// <param name="Read">Reads its values into a state, or says what is wrong with them.</param>
internal sealed record AddressParameter(string Name, string Meaning, Func<ViewState, StringValues, List<string>, ViewState> Read);

/// <summary>Reads the query of an address: a state, or every problem with it.</summary>
internal static class Address
{
    private const int LongestFile = 48_000;
    private const int LongestCell = 200;
    private const int LongestTitle = 100;
    private const int CellsOfRow = 6;

    // A file that can be linked to is a few hundred rows; what unpacks to more is no scenario file.
    private const int LargestFile = 1 << 20;

    /// <summary>Every parameter, in the order of the API's description.</summary>
    public static IReadOnlyList<AddressParameter> Parameters { get; } =
    [
        new("view", "What the page shows; the API passes over it.", (state, _, _) => state),
        new("base", "Id of the scenario to start from: a shipped one, or one of the file. Default: hold-share.", (state, values, problems) => state with { Base = Word("base", values, LongestCell, problems) }),
        new("row", "One row of the own scenario: members|what|value|from|to|shape; may be repeated, in file order.", (state, values, problems) => state with { Rows = Rows(values, problems) }),
        new("title", "Title of the own scenario.", (state, values, problems) => state with { Title = Word("title", values, LongestTitle, problems) }),
        new("file", "A scenario file: base64url of its deflated text.", (state, values, problems) => state with { File = File(values, problems) }),
        new("edition", "Data edition. Default: the one that the scenarios name, else the default one.", (state, values, problems) => state with { Edition = Word("edition", values, LongestCell, problems) }),
        new("year", "The headline year. Default: 2035.", (state, values, problems) => state with { Year = Whole("year", values, problems) }),
        new("to", "Last year projected. Default: the later of 2035, the headline year and the last year that scenarios name.", (state, values, problems) => state with { To = Whole("to", values, problems) }),
        new("currency", "EUR, USD, or national. Default: EUR, and USD where the USA belongs to a group.", (state, values, problems) => state with { Currency = Choice("currency", values, problems, ("EUR", AnswerCurrency.Eur), ("USD", AnswerCurrency.Usd), ("national", AnswerCurrency.National)) }),
        new("prices", "current, base (the base year's, default) or nato (those of NATO's tables).", (state, values, problems) => state with { Prices = Choice("prices", values, problems, ("base", PriceBasis.BaseYear), ("current", PriceBasis.Current), ("nato", PriceBasis.PriceYear)) }),
        new("member", "ISO 3166-1 alpha-3 code of the member that is looked at.", (state, values, problems) => state with { Member = Word("member", values, LongestCell, problems).ToUpperInvariant() }),
        new("highlight", "Codes of members that stand out in figures, with commas.", (state, values, problems) => state with { Highlight = List("highlight", values, 32, problems) }),
        new("with", "Ids of up to three scenarios beside the own one, with commas.", (state, values, problems) => state with { With = List("with", values, ViewState.MostOthers, problems) }),
        new("figure", "Id of a figure.", (state, values, problems) => state with { Figure = Word("figure", values, LongestCell, problems) }),
        new("draws", "Number of draws, 100 to 100,000. Default: none.", (state, values, problems) => state with { Draws = Draws(values, problems) }),
        new("seed", "Seed of the draws. Default: 1.", (state, values, problems) => state with { Seed = Seed(values, problems) }),
        new("size", "Page of a figure: web, slide, print-1col, print-2col, or pixels such as 800x600, or 800x for as high as it needs.", (state, values, problems) => state with { Format = Format(values, problems) }),
        new("theme", "light or dark.", (state, values, problems) => state with { Theme = Choice("theme", values, problems, ("light", Theme.Light), ("dark", Theme.Dark)) }),
        new("lang", "Language of a figure: en, fr, de, it, es, pl.", (state, values, problems) => state with { Language = Choice("lang", values, problems, [.. ChartLanguage.All.Select(l => (l.Code, l))]) }),
        new("by", "The year by which fastest paths are asked for. Default: 2035.", (state, values, problems) => state with { By = Whole("by", values, problems) }),
        new("download", "1 to save a figure as a file.", (state, values, problems) => state with { IsDownload = Choice("download", values, problems, ("0", false), ("1", true)) }),
    ];

    /// <summary>Reads a query.</summary>
    /// <param name="query">The query.</param>
    /// <param name="problems">Receives what is wrong, one sentence each; the state is of use only when there is none.</param>
    public static ViewState Read(IQueryCollection query, List<string> problems)
    {
        ViewState state = new();
        foreach ((string name, StringValues values) in query)
        {
            AddressParameter? parameter = Parameters.FirstOrDefault(p => p.Name == name);
            if (parameter is null)
            {
                string question = NearestName.Question(Short(name), Parameters.Select(p => p.Name));
                problems.Add($"There is no parameter '{Short(name)}'" + (question.Length > 0 ? $"; {question}" : "."));
                continue;
            }

            if (values.Count != 1 && name != "row")
            {
                problems.Add($"The parameter '{name}' is given {values.Count.ToString(CultureInfo.InvariantCulture)} times.");
                continue;
            }

            state = parameter.Read(state, values, problems);
        }

        return state;
    }

    /// <summary>A text of the user's, short enough to be told back.</summary>
    public static string Short(string text) => text.Length <= 40 ? text : text[..40] + "…";

    private static string Word(string name, StringValues values, int longest, List<string> problems)
    {
        string word = values.ToString();
        if (word.Length > longest || word.Any(char.IsControl))
        {
            problems.Add($"'{name}' may hold up to {longest.ToString(CultureInfo.InvariantCulture)} characters and no line breaks.");
            return "";
        }

        return word;
    }

    private static string[] List(string name, StringValues values, int most, List<string> problems)
    {
        string[] words = values.ToString().Split(',', StringSplitOptions.RemoveEmptyEntries | StringSplitOptions.TrimEntries);
        if (words.Length > most || words.Any(w => w.Length > LongestCell || w.Any(char.IsControl)))
        {
            problems.Add($"'{name}' takes up to {most.ToString(CultureInfo.InvariantCulture)} names with commas.");
            return [];
        }

        return words;
    }

    private static string[][] Rows(StringValues values, List<string> problems)
    {
        if (values.Count > ViewState.MostRows)
        {
            problems.Add($"An address holds up to {ViewState.MostRows.ToString(CultureInfo.InvariantCulture)} rows; a longer scenario is a file.");
            return [];
        }

        List<string[]> rows = [];
        foreach (string? value in values)
        {
            string[] cells = (value ?? "").Split('|');
            if (cells.Length > CellsOfRow || cells.Any(c => c.Length > LongestCell || c.Any(char.IsControl)))
            {
                problems.Add($"A row has up to six cells, members|what|value|from|to|shape, each of up to {LongestCell.ToString(CultureInfo.InvariantCulture)} characters: '{Short(value ?? "")}'.");
                continue;
            }

            rows.Add([.. cells, .. Enumerable.Repeat("", CellsOfRow - cells.Length)]);
        }

        return [.. rows];
    }

    private static byte[] File(StringValues values, List<string> problems)
    {
        string text = values.ToString();
        if (text.Length > LongestFile)
        {
            problems.Add($"A file in an address takes up to {LongestFile.ToString("N0", CultureInfo.InvariantCulture)} characters; run a larger one with: natosim run FILE.");
            return [];
        }

        try
        {
            byte[] packed = Convert.FromBase64String(text.Replace('-', '+').Replace('_', '/').PadRight((text.Length + 3) / 4 * 4, '='));
            using DeflateStream inflate = new(new MemoryStream(packed), CompressionMode.Decompress);
            byte[] bytes = new byte[LargestFile + 1];
            int length = inflate.ReadAtLeast(bytes, bytes.Length, throwOnEndOfStream: false);
            if (length == 0 || length > LargestFile)
            {
                problems.Add("'file' unpacks to nothing, or to more than a megabyte.");
                return [];
            }

            return bytes[..length];
        }
        catch (Exception e) when (e is FormatException or InvalidDataException)
        {
            problems.Add("'file' is no base64url of a deflated text.");
            return [];
        }
    }

    private static int Whole(string name, StringValues values, List<string> problems)
    {
        if (int.TryParse(values.ToString(), NumberStyles.None, CultureInfo.InvariantCulture, out int number) && number is > 0 and < 10_000)
        {
            return number;
        }

        problems.Add($"'{name}' is a year, not '{Short(values.ToString())}'.");
        return 0;
    }

    private static long Draws(StringValues values, List<string> problems)
    {
        if (long.TryParse(values.ToString(), NumberStyles.None, CultureInfo.InvariantCulture, out long draws) && draws is >= DrawOptions.FewestDraws and <= ViewState.MostDraws)
        {
            return draws;
        }

        problems.Add($"'draws' is a whole number from {DrawOptions.FewestDraws.ToString(CultureInfo.InvariantCulture)} to {ViewState.MostDraws.ToString("N0", CultureInfo.InvariantCulture)}, not '{Short(values.ToString())}'.");
        return 0;
    }

    private static ulong Seed(StringValues values, List<string> problems)
    {
        if (ulong.TryParse(values.ToString(), NumberStyles.None, CultureInfo.InvariantCulture, out ulong seed))
        {
            return seed;
        }

        problems.Add($"'seed' is a whole number, not '{Short(values.ToString())}'.");
        return 0;
    }

    private static FigureFormat Format(StringValues values, List<string> problems)
    {
        if (!PageSize.TryParse(values.ToString(), out FigureFormat format))
        {
            problems.Add($"'size' is {string.Join(", ", FigureFormat.Named.Select(f => f.Name))}, or pixels such as 800x600 or 800x, not '{Short(values.ToString())}'.");
        }

        return format;
    }

    private static T Choice<T>(string name, StringValues values, List<string> problems, params (string Word, T Meaning)[] choices)
    {
        string word = values.ToString();
        foreach ((string allowed, T meaning) in choices)
        {
            if (string.Equals(allowed, word, StringComparison.OrdinalIgnoreCase))
            {
                return meaning;
            }
        }

        problems.Add($"'{name}' is {string.Join(", ", choices.Select(c => c.Word))}, not '{Short(word)}'.");
        return choices[0].Meaning;
    }
}
