using System.CommandLine;
using System.CommandLine.Parsing;
using System.Globalization;

namespace Simulator.Cli;

/// <summary>Options whose values are read the same way under every culture.</summary>
internal static class Arguments
{
    /// <summary>An option with a number, written with a decimal point.</summary>
    public static Option<double?> Number(string name, string description, double low, double high) => new(name)
    {
        Description = description,
        CustomParser = result => ParseNumber(result, result.Tokens[0].Value, low, high),
    };

    /// <summary>An option with a whole number from nought up.</summary>
    public static Option<ulong?> Whole(string name, string description) => new(name)
    {
        Description = description,
        CustomParser = result => ParseWhole(result, result.Tokens[0].Value),
    };

    /// <summary>An option with numbers separated by commas, or given more than once.</summary>
    public static Option<double[]> Numbers(string name, string description, double low, double high) => new(name)
    {
        Description = description,
        DefaultValueFactory = _ => [],
        CustomParser = result => [.. Split(result).Select(text => ParseNumber(result, text, low, high) ?? 0)],
    };

    /// <summary>An option with a year.</summary>
    public static Option<int?> Year(string name, string description) => new(name)
    {
        Description = description,
        CustomParser = result => ParseYear(result, result.Tokens[0].Value),
    };

    /// <summary>An option with years separated by commas, or given more than once.</summary>
    public static Option<int[]> Years(string name, string description) => new(name)
    {
        Description = description,
        DefaultValueFactory = _ => [],
        CustomParser = result => [.. Split(result).Select(y => ParseYear(result, y) ?? 0)],
    };

    /// <summary>An option with words separated by commas, or given more than once.</summary>
    public static Option<string[]> Words(string name, string description) => new(name)
    {
        Description = description,
        DefaultValueFactory = _ => [],
        CustomParser = result => [.. Split(result)],
    };

    /// <summary>An option that takes one of a few words.</summary>
    public static Option<string> Choice(string name, string description, params string[] words)
    {
        Option<string> option = new(name) { Description = description };
        option.AcceptOnlyFromAmong(words);
        return option;
    }

    /// <summary>An option that takes some of a few words, separated by commas, or given more than once.</summary>
    public static Option<string[]> Choices(string name, string description, params string[] words) => new(name)
    {
        Description = description,
        DefaultValueFactory = _ => [],
        HelpName = string.Join(',', words),
        CustomParser = result =>
        {
            string[] given = [.. Split(result)];
            foreach (string word in given.Except(words, StringComparer.Ordinal))
            {
                result.AddError($"'{word}' is not one of {string.Join(", ", words)}");
            }

            return given;
        },
    };

    private static IEnumerable<string> Split(ArgumentResult result) =>
        result.Tokens.SelectMany(t => t.Value.Split(',', StringSplitOptions.RemoveEmptyEntries | StringSplitOptions.TrimEntries));

    private static double? ParseNumber(ArgumentResult result, string text, double low, double high)
    {
        if (double.TryParse(text, NumberStyles.Float, CultureInfo.InvariantCulture, out double value) && value >= low && value <= high)
        {
            return value;
        }

        result.AddError(string.Create(
            CultureInfo.InvariantCulture,
            $"'{text}' is no number from {low} to {high}; write it with a decimal point, such as 3.5"));
        return null;
    }

    private static ulong? ParseWhole(ArgumentResult result, string text)
    {
        if (ulong.TryParse(text, NumberStyles.None, CultureInfo.InvariantCulture, out ulong value))
        {
            return value;
        }

        result.AddError(string.Create(CultureInfo.InvariantCulture, $"'{text}' is no whole number from 0 to {ulong.MaxValue}; write digits alone, such as 10000"));
        return null;
    }

    private static int? ParseYear(ArgumentResult result, string text)
    {
        if (int.TryParse(text, NumberStyles.None, CultureInfo.InvariantCulture, out int year) && year is >= 1900 and <= 2999)
        {
            return year;
        }

        result.AddError($"'{text}' is no year; write four digits, such as 2035");
        return null;
    }
}
