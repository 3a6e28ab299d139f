using System.CommandLine;

namespace Simulator.Cli;

/// <summary>Options that several commands share, described in the same words.</summary>
internal static class CommonOptions
{
    /// <summary>Files and ids; what looks like an option is one that does not exist, unless there is a file of that name.</summary>
    public static Argument<string[]> Scenarios()
    {
        Argument<string[]> names = new("files") { Description = "Scenario files, or ids of shipped scenarios.", Arity = ArgumentArity.OneOrMore };
        names.Validators.Add(result =>
        {
            foreach (string name in result.Tokens.Select(t => t.Value).Where(v => v.StartsWith('-') && !File.Exists(v)))
            {
                result.AddError($"there is no option '{name}'");
            }
        });
        return names;
    }

    public static Option<string?> Data() => new("--data")
    {
        Description = "Read this data folder in the place of the one that comes with the program.",
        HelpName = "DIR",
    };

    public static Option<string?> Edition() => new("--edition")
    {
        Description = "Data edition, such as nato-2024 (see: natosim data list).",
        HelpName = "ID",
    };

    public static Option<bool> Csv() => new("--csv") { Description = "Write CSV in the place of a table for people." };

    public static Option<bool> Json() => new("--json") { Description = "Write the problems as JSON." };

    public static Option<bool> Quiet() => new("--quiet") { Description = "Print answers and errors only." };
}
