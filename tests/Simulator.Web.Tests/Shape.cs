using System.Text.Json;

namespace Simulator.Web.Tests;

/// <summary>
/// Holds an answer against a pattern, which is JSON: a leaf is the kind of value that stands there ("text", "number", "flag", "cell" for
/// a text, a number or null; with a question mark, null is allowed); an array of one element is the pattern of every element, and is not empty unless
/// "or none" stands before it. Every property of the pattern must be there, null or not; others may be.
/// </summary>
internal static class Shape
{
    public static void Matches(JsonElement answer, string pattern)
    {
        using JsonDocument document = JsonDocument.Parse(pattern);
        List<string> wrong = [];
        Compare(answer, document.RootElement, "$", wrong);
        Assert.True(wrong.Count == 0, string.Join('\n', wrong.Take(20)));
    }

    private static void Compare(JsonElement value, JsonElement pattern, string place, List<string> wrong)
    {
        switch (pattern.ValueKind)
        {
            case JsonValueKind.Object when value.ValueKind == JsonValueKind.Object:
                foreach (JsonProperty property in pattern.EnumerateObject())
                {
                    if (value.TryGetProperty(property.Name, out JsonElement inner))
                    {
                        Compare(inner, property.Value, $"{place}.{property.Name}", wrong);
                    }
                    else
                    {
                        wrong.Add($"{place} has no '{property.Name}'");
                    }
                }

                break;
            case JsonValueKind.Array when value.ValueKind == JsonValueKind.Array:
                bool mayBeEmpty = pattern.GetArrayLength() == 2;
                if (value.GetArrayLength() == 0 && !mayBeEmpty)
                {
                    wrong.Add($"{place} is empty");
                }

                JsonElement each = pattern[mayBeEmpty ? 1 : 0];
                int index = 0;
                foreach (JsonElement element in value.EnumerateArray())
                {
                    Compare(element, each, $"{place}[{index++}]", wrong);
                }

                break;
            case JsonValueKind.String:
                if (!Fits(value, pattern.GetString()!))
                {
                    wrong.Add($"{place} is no {pattern.GetString()}: {Start(value)}");
                }

                break;
            default:
                wrong.Add($"{place} is no {pattern.ValueKind}: {Start(value)}");
                break;
        }
    }

    private static bool Fits(JsonElement value, string kind) => kind switch
    {
        "text" => value.ValueKind == JsonValueKind.String,
        "number" => value.ValueKind == JsonValueKind.Number,
        "flag" => value.ValueKind is JsonValueKind.True or JsonValueKind.False,
        "cell" => value.ValueKind is JsonValueKind.String or JsonValueKind.Number or JsonValueKind.Null,
        [.. var inner, '?'] => value.ValueKind == JsonValueKind.Null || Fits(value, inner),
        _ => throw new InvalidOperationException($"The pattern knows no '{kind}'."),
    };

    private static string Start(JsonElement value) => value.GetRawText() is { Length: > 80 } text ? text[..80] : value.GetRawText();
}
