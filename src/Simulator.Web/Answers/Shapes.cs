using System.Text.Json.Serialization;

namespace Simulator.Web.Answers;

// The answers of the API as they are written to JSON: snake_case names, null where there is no number.

/// <summary>A problem or remark about a scenario file.</summary>
internal sealed record DiagnosticAnswer(
    string Severity, string Code, string Title, string File, int Line, int Column, int Length, string ColumnName, string SourceLine, string Message, string Label, string Help, int Row);

/// <summary>Why there is no answer.</summary>
internal sealed record RefusalAnswer(string Title, string Detail, IReadOnlyList<DiagnosticAnswer> Diagnostics);

/// <summary>Data editions.</summary>
internal sealed record EditionsAnswer(string Default, IReadOnlyList<EditionAnswer> Editions);

/// <summary>A data edition; without a base year where it cannot be read.</summary>
internal sealed record EditionAnswer(string Id, string Title, int? BaseYear, int PriceYear, string CutOff, bool IsDefault);

/// <summary>Members and groups of an edition.</summary>
internal sealed record MembersAnswer(string Edition, int BaseYear, IReadOnlyList<MemberAnswer> Members, IReadOnlyList<GroupAnswer> Groups);

/// <summary>A member.</summary>
internal sealed record MemberAnswer(string Iso3, string Name, bool HasForces, IReadOnlyList<string> Groups, double BaseSharePct, string StatedPosition);

/// <summary>A group.</summary>
internal sealed record GroupAnswer(string Id, string Name, IReadOnlyList<string> Members);

/// <summary>Scenarios to choose from.</summary>
internal sealed record ScenariosAnswer(IReadOnlyList<ScenarioAnswer> Scenarios);

/// <summary>A scenario to choose.</summary>
internal sealed record ScenarioAnswer(string Id, string Title, string Source, IReadOnlyList<string> Notes);

/// <summary>All that a row of a scenario can say.</summary>
internal sealed record SettingsAnswer(IReadOnlyList<SettingAnswer> Settings, IReadOnlyList<WhatAnswer> Whats, IReadOnlyList<string> Shapes);

/// <summary>A setting.</summary>
internal sealed record SettingAnswer(string Name, string Kind, string Unit, double Low, double High, string Default, IReadOnlyList<string> Words, string ByYear, bool ByMember, string Meaning, string Source);

/// <summary>What a path row does.</summary>
internal sealed record WhatAnswer(string Name, string Unit, string Meaning);

/// <summary>Figures to choose from.</summary>
internal sealed record FiguresAnswer(IReadOnlyList<FigureAnswer> Figures);

/// <summary>A figure to choose.</summary>
internal sealed record FigureAnswer(string Id, string Shows, string About, bool NeedsDraws, double LeastWidth);

/// <summary>A number with its words.</summary>
internal sealed record NumberAnswer(string Label, string Value, string Note);

/// <summary>A scenario as it is shown.</summary>
internal sealed record NamedScenario(string Id, string Title, bool IsOwn);

/// <summary>Numbers of a member or group in the headline year.</summary>
internal sealed record UnitAnswer
{
    [JsonIgnore(Condition = JsonIgnoreCondition.WhenWritingNull)]
    public string? Iso3 { get; init; }

    [JsonIgnore(Condition = JsonIgnoreCondition.WhenWritingNull)]
    public string? Id { get; init; }

    public required string Name { get; init; }

    public required bool HasForces { get; init; }

    public required double BaseSharePct { get; init; }

    public required double SharePct { get; init; }

    public required double LinePct { get; init; }

    public required double ShortPp { get; init; }

    public required double SpendingBn { get; init; }

    public required double ExtraBn { get; init; }

    public required string Currency { get; init; }

    public required double PerHead { get; init; }

    public required double GrowthPct { get; init; }

    public required string Effort { get; init; }

    public required int EffortClass { get; init; }

    public required string NearestEpisode { get; init; }

    [JsonPropertyName("first_year_3_5")]
    public required int? FirstYear35 { get; init; }

    public required double ExtraDebtPp { get; init; }

    public required string StatedPosition { get; init; }

    public required IReadOnlyList<double> Shares { get; init; }
}

/// <summary>One scenario in full.</summary>
internal sealed record ProjectAnswer
{
    public required string RunId { get; init; }

    public required string Edition { get; init; }

    public required int BaseYear { get; init; }

    public required int Year { get; init; }

    public required int To { get; init; }

    public required NamedScenario Scenario { get; init; }

    public required string Headline { get; init; }

    public required string Sentence { get; init; }

    public required IReadOnlyList<NumberAnswer> Numbers { get; init; }

    public required IReadOnlyList<string> Caveats { get; init; }

    public required IReadOnlyList<string> Notes { get; init; }

    public required IReadOnlyList<string> Remarks { get; init; }

    public required string HardestPressed { get; init; }

    public required double LinePct { get; init; }

    public required IReadOnlyList<int> Years { get; init; }

    public required int FirstProjected { get; init; }

    public required int EstimatesFrom { get; init; }

    public required string Currency { get; init; }

    public required string Prices { get; init; }

    public required IReadOnlyList<UnitAnswer> Members { get; init; }

    public required IReadOnlyList<UnitAnswer> Groups { get; init; }

    public required string Csv { get; init; }

    public required string CsvName { get; init; }

    public required string Command { get; init; }

    public required IReadOnlyList<DiagnosticAnswer> Diagnostics { get; init; }
}

/// <summary>A figure with its numbers; a cell is a text, a number or null.</summary>
internal sealed record ChartAnswer(string Id, string Title, string Subtitle, string Description, string Svg, IReadOnlyList<string> Columns, IReadOnlyList<IReadOnlyList<object?>> Rows, string RunId);

/// <summary>What draws say.</summary>
internal sealed record EnsembleAnswer(string RunId, long Draws, ulong Seed, string Command, IReadOnlyList<string> Sentences, IReadOnlyList<string> Remarks, IReadOnlyList<RangeAnswer> Units, ChartAnswer Chart);

/// <summary>Quantiles of a share in the headline year, and the part of draws that end at the line or above.</summary>
internal sealed record RangeAnswer(string Id, string Name, int Year, double P05, double P25, double P50, double P75, double P95, double AtLinePct);

/// <summary>Fastest paths.</summary>
internal sealed record PathwayAnswer(
    int By, string RunId, IReadOnlyList<double> Targets, IReadOnlyList<LimitsAnswer> Limits, string Reading, IReadOnlyList<CountAnswer> Counts, IReadOnlyList<EarliestAnswer> Members);

/// <summary>A set of limits.</summary>
internal sealed record LimitsAnswer(string Id, string Name, string Numbers);

/// <summary>How many allies are at a target by the year asked for.</summary>
internal sealed record CountAnswer(double TargetPct, string Limits, int Count, int Of);

/// <summary>A member's earliest years.</summary>
internal sealed record EarliestAnswer(string Iso3, string Name, double BaseSharePct, string Says, string StatedPosition, IReadOnlyList<ReachAnswer> Answers);

/// <summary>When a member reaches a target under a set of limits, and what holds it.</summary>
internal sealed record ReachAnswer(double TargetPct, string Limits, int? Earliest, bool IsThere, double ShareByPct, string Stops, double NeedPp);

/// <summary>Scenarios side by side.</summary>
internal sealed record CompareAnswer(
    string RunId, int Year, string Currency, string Prices, string Command, IReadOnlyList<ComparedScenario> Scenarios, IReadOnlyList<ComparedUnit> Members, IReadOnlyList<ComparedUnit> Groups);

/// <summary>A scenario of a comparison, European allies together; allies at the line of all.</summary>
internal sealed record ComparedScenario(string Id, string Title, string Headline, double ExtraBn, int AtLine, int Counted, double ShortBn, double GrowthPct, double ExtraDebtPp);

/// <summary>A member or group in every scenario.</summary>
internal sealed record ComparedUnit(
    [property: JsonIgnore(Condition = JsonIgnoreCondition.WhenWritingNull)] string? Iso3,
    [property: JsonIgnore(Condition = JsonIgnoreCondition.WhenWritingNull)] string? Id,
    string Name,
    IReadOnlyList<ComparedCell> Cells);

/// <summary>A member or group in one scenario.</summary>
internal sealed record ComparedCell(double SharePct, double ExtraBn, string Currency, [property: JsonPropertyName("first_year_3_5")] int? FirstYear35);

/// <summary>The past record.</summary>
internal sealed record RecordAnswer(string RunId, IReadOnlyList<string> Sentences, string Page, IReadOnlyList<ChartAnswer> Charts);

/// <summary>What checking a file found: all of it counted, the first diagnostics told.</summary>
internal sealed record CheckAnswer(IReadOnlyList<DiagnosticAnswer> Diagnostics, int Errors, int Warnings, int Notices, int Rows, IReadOnlyList<CheckedScenario> Scenarios);

/// <summary>A scenario of a checked file.</summary>
internal sealed record CheckedScenario(string Id, string Title, int Rows, int Line);
