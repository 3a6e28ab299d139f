using Simulator.Alliance;
using Simulator.Data.Diagnostics;
using Simulator.Data.Scenarios;
using Simulator.Pathways;
using Simulator.Sweeps;
using Simulator.Sweeps.Designs;

namespace Simulator.Data.Sweeps;

/// <summary>Reads a row that moves something: what, of whom, between which ends.</summary>
internal static class FactorRow
{
    private static readonly string[] Distributions = ["uniform", "normal", "triangular", "log-uniform", "choice"];

    // Why a name of the scenario file is none of a sweep.
    private static readonly Dictionary<string, string> NeverSwept = new(StringComparer.Ordinal)
    {
        ["title"] = "a title moves nothing",
        ["based_on"] = "sweep the scenario that is meant, or each of them",
        ["edition"] = "data of two editions are never mixed; sweep on one with --edition, then on the other",
        ["line_pct"] = "the line is what outcomes are measured against; set it in the scenario",
        ["share_basis"] = "it says how targets are read; set it in the scenario",
        ["backfill_for"] = "whose fall is taken over is what the scenario asks; write a scenario for each answer",
        ["backfill_against"] = "it says how a fall is measured; set it in the scenario",
        ["hold"] = "a held share has no number to move; start_revision_pct moves the base-year figure",
        ["budget_bn"] = "budgets have many amounts; delivery_pct, delay_years and definition move what comes of them",
        ["plan"] = "plans have many points; delivery_pct and delay_years move what comes of them",
    };

    /// <summary>Reads a row; what is wrong is reported on it.</summary>
    /// <returns>The factor; null when something was wrong.</returns>
    public static FactorWritten? Read(SweepRow row)
    {
        if (!TryParameter(row, out SweepParameter parameter))
        {
            // What else is wrong with the row can be told all the same, as far as it does not hang on the parameter.
            row.TryMembers(out _);
            return null;
        }

        MemberSet members = ReadMembers(row, parameter);
        Factor? factor = new()
        {
            Parameter = parameter,
            Members = members,
            MembersText = MemberExpression.Canonical(row.Text(SweepColumn.Members)),
            Range = new ChoiceRange(1),
            Origin = row.Origin,
            Note = SettingRowBinder.OneLine(row.Text(SweepColumn.Note)),
        };
        SweepLevels levels = SweepLevels.None;
        factor = parameter.IsCategorical ? Words(row, factor) : Numbers(row, factor, out levels);
        return row.Failed || factor is null ? null : new FactorWritten(factor, levels, row.SpotOf(SweepColumn.Parameter));
    }

    private static bool TryParameter(SweepRow row, out SweepParameter parameter)
    {
        string text = row.Text(SweepColumn.Parameter);
        string name = text.ToLowerInvariant();
        if (SweepParameter.TryFind(name, out parameter))
        {
            return true;
        }

        if (NeverSwept.TryGetValue(name, out string? why))
        {
            return row.Fail(DiagnosticCodes.NeverSwept, SweepColumn.Parameter, $"{name} is never swept", help: why);
        }

        string nearest = NearestName.Question(text, SweepParameter.Names.Append(OutcomeRow.Word));
        return row.Fail(
            DiagnosticCodes.UnknownParameter,
            SweepColumn.Parameter,
            text.Length == 0 ? "the row names no parameter" : $"unknown parameter {NearestName.Short(text)}",
            help: nearest.Length > 0 ? nearest : "parameters are " + string.Join(", ", SweepParameter.Names) + "; a row outcome names what is kept");
    }

    private static MemberSet ReadMembers(SweepRow row, SweepParameter parameter)
    {
        bool sound = row.TryMembers(out MemberList list);
        if (parameter.Part == SweptPart.Setting && !SettingCatalogue.Of(parameter.Setting).ByMember && row.Has(SweepColumn.Members))
        {
            row.Fail(DiagnosticCodes.WholeScenario, SweepColumn.Members, $"{parameter.Name} holds for the whole scenario", help: "leave the members cell empty");
        }

        return sound && parameter.Part != SweptPart.Setting ? row.WithForces(list) : list.Members;
    }

    private static Factor? Words(SweepRow row, Factor factor)
    {
        string name = factor.Parameter.Name;
        row.Refuse(name, "its values are words: write them in column levels, separated by |", SweepColumn.Low, SweepColumn.High);
        if (ReadDistribution(row) is { Length: > 0 } distribution && distribution != "choice")
        {
            row.Fail(DiagnosticCodes.DistributionUnfit, SweepColumn.Distribution, $"the values of {name} are words, each as likely as the others", help: "leave the cell empty, or write choice");
        }

        SettingDefinition? setting = factor.Parameter.Part == SweptPart.Setting ? SettingCatalogue.Of(factor.Parameter.Setting) : null;
        List<(string Word, Shape Shape, double Value)> words = [];
        List<LevelText> parts = LevelText.Of(row.Text(SweepColumn.Levels));
        int faults = 0;
        foreach (LevelText part in parts.TakeWhile(_ => faults < LevelText.MostFaults))
        {
            if (!TryWord(row, setting, part, out (string Word, Shape Shape, double Value) word))
            {
                faults++;
            }
            else if (words.Exists(w => w.Word == word.Word))
            {
                row.Fail(DiagnosticCodes.DoubleLevel, SweepColumn.Levels, $"{word.Word} is there twice", help: "write every word once", start: part.Start, length: part.Text.Length);
                faults++;
            }
            else
            {
                words.Add(word);
            }
        }

        if (words.Count > SweepPlan.MostVariants)
        {
            row.Fail(DiagnosticCodes.LevelsUnfit, SweepColumn.Levels, FormattableString.Invariant($"there are {words.Count} words; at most {SweepPlan.MostVariants} combinations of words can be run"));
        }

        if (parts.Count < 2 && !row.Failed)
        {
            row.Fail(
                DiagnosticCodes.LevelsUnfit,
                SweepColumn.Levels,
                $"{name} needs at least two words",
                help: "separate them by |, such as " + (setting is null ? "linear|front 2|back 2" : string.Join('|', setting.Choices)));
        }

        if (setting is not null)
        {
            // Their order is that of the table of settings, however they were written.
            words.Sort((a, b) => IndexOf(setting, a.Word).CompareTo(IndexOf(setting, b.Word)));
        }

        return row.Failed ? null : factor with
        {
            Range = new ChoiceRange(words.Count),
            Words = [.. words.Select(w => w.Word)],
            Shapes = setting is null ? [.. words.Select(w => (w.Shape, w.Value))] : [],
        };
    }

    private static int IndexOf(SettingDefinition setting, string word) => setting.Choices.ToList().IndexOf(word);

    private static bool TryWord(SweepRow row, SettingDefinition? setting, LevelText part, out (string Word, Shape Shape, double Value) word)
    {
        word = default;
        if (part.Text.Length == 0)
        {
            return row.Fail(DiagnosticCodes.LevelsUnfit, SweepColumn.Levels, "a word is missing here", help: "one | stands between two words", start: part.Start, length: 1);
        }

        int index = 0;
        Shape shape = default;
        double number = 0;
        CellFault? fault = setting is null
            ? ShapeCell.Read(part.Text, row.Decimals, out shape, out number)
            : SettingRowBinder.ReadChoice(setting, part.Text, out index);
        if (fault is not null)
        {
            return row.Fail(SweepColumn.Levels, fault with { Length = fault.Length < 0 ? part.Text.Length - fault.Start : fault.Length }, part.Start);
        }

        word = setting is null ? (ShapeCell.Show(shape, number), shape, number) : (setting.Choices[index], default, 0);
        return true;
    }

    private static Factor? Numbers(SweepRow row, Factor factor, out SweepLevels levels)
    {
        levels = SweepLevels.None;
        ParameterNumber number = new(factor.Parameter, row);
        bool sound = number.TryEnd(SweepColumn.Low, out double low) & number.TryEnd(SweepColumn.High, out double high);
        string distribution = ReadDistribution(row);
        bool fits = Fits(row, factor.Parameter, distribution);
        if (sound && low >= high)
        {
            sound = low == high
                ? row.Fail(DiagnosticCodes.RangeOrder, SweepColumn.High, "low and high are the same number", help: "leave the row out: what does not move is no factor; a value of its own belongs in the scenario")
                : row.Fail(DiagnosticCodes.RangeOrder, SweepColumn.High, "high lies below low", help: "put the smaller number in column low");
        }

        if (sound && distribution == "log-uniform" && low <= 0)
        {
            row.Fail(DiagnosticCodes.DistributionUnfit, SweepColumn.Low, "log-uniform has numbers above 0 only", help: "use uniform, or a low end above 0");
        }

        LevelsCell cell = new(number, row, sound ? (low, high) : (double.NegativeInfinity, double.PositiveInfinity));
        double mode = (low + high) / 2;
        if (distribution == "triangular" && fits)
        {
            mode = cell.Mode(mode);
        }
        else
        {
            levels = cell.Grid();
        }

        return row.Failed ? null : factor with
        {
            Range = factor.Parameter.IsWholeNumber ? new WholeNumberRange(low, high) : distribution switch
            {
                "normal" => new NormalRange(low, high),
                "triangular" => new TriangularRange(low, high, mode),
                "log-uniform" => new LogUniformRange(low, high),
                _ => new UniformRange(low, high),
            },
        };
    }

    /// <summary>The distribution in small letters; empty when none is written or the word is unknown, which is then reported.</summary>
    private static string ReadDistribution(SweepRow row)
    {
        string text = row.Text(SweepColumn.Distribution);
        string word = text.ToLowerInvariant();
        if (word.Length == 0 || Distributions.Contains(word))
        {
            return word;
        }

        string nearest = NearestName.Question(text, Distributions);
        row.Fail(DiagnosticCodes.UnknownDistribution, SweepColumn.Distribution, $"unknown distribution {NearestName.Short(text)}", help: nearest.Length > 0 ? nearest : "distributions are " + string.Join(", ", Distributions));
        return "";
    }

    private static bool Fits(SweepRow row, SweepParameter parameter, string distribution)
    {
        if (distribution == "choice")
        {
            return row.Fail(DiagnosticCodes.DistributionUnfit, SweepColumn.Distribution, $"{parameter.Name} is a number, and choice is for words", help: "use uniform, normal, triangular or log-uniform; numbers for a grid go into column levels");
        }

        return !parameter.IsWholeNumber || distribution is "" or "uniform"
            || row.Fail(DiagnosticCodes.DistributionUnfit, SweepColumn.Distribution, $"{parameter.Name} is a whole number, each as likely as the others", help: "leave the cell empty, or write uniform");
    }
}
