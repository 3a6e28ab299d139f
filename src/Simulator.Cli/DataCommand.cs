using System.CommandLine;
using Simulator.Data.Editions;
using Simulator.Data.Sources;

namespace Simulator.Cli;

/// <summary>natosim data list, sources, show, reconcile: the editions and where every figure comes from.</summary>
internal static class DataCommand
{
    public static Command Create(Shell shell)
    {
        Command command = new("data", "Show the editions, their sources and their figures; make a new edition.")
        {
            Table(shell, "list", "List the editions of the data.", DataCatalogue.List),
            Table(shell, "sources", "List every source with its edition, terms and grade.", DataCatalogue.Sources),
            Show(shell),
            DataDiffCommand.Create(shell),
            Reconcile(shell),
            DataImportCommand.Create(shell),
        };
        return command;
    }

    private static Command Table(Shell shell, string name, string description, Func<DataFolder, DataResult<CatalogueTable>> ask)
    {
        Option<string?> data = CommonOptions.Data();
        Option<bool> csv = CommonOptions.Csv();
        Command command = new(name, description) { data, csv };
        command.SetAction(parsed => Print(shell, parsed.GetValue(data), parsed.GetValue(csv), ask));
        return command;
    }

    private static Command Show(Shell shell)
    {
        Argument<string> name = new("what") { Description = "A member such as ITA, or a file of the data folder such as plans or nato/nato-2026." };
        Argument<string> filter = new("filter")
        {
            Description = "For a member: the edition. For a file: only rows in which some field is this text.",
            DefaultValueFactory = _ => "",
        };
        Option<string?> data = CommonOptions.Data();
        Option<bool> csv = CommonOptions.Csv();
        Command command = new("show", "Show the figures of a member, or the rows of a file.") { name, filter, data, csv };
        command.SetAction(parsed => Print(
            shell,
            parsed.GetValue(data),
            parsed.GetValue(csv),
            folder => DataCatalogue.Show(folder, parsed.GetRequiredValue(name), parsed.GetRequiredValue(filter))));
        return command;
    }

    private static Command Reconcile(Shell shell)
    {
        Option<string?> edition = CommonOptions.Edition();
        Option<string?> data = CommonOptions.Data();
        Option<bool> csv = CommonOptions.Csv();
        Command command = new("reconcile", "Set national budgets beside NATO's figure of the same year, with the ratio.") { edition, data, csv };
        command.SetAction(parsed => Print(
            shell,
            parsed.GetValue(data),
            parsed.GetValue(csv),
            folder => BudgetReconciliation.Of(folder, parsed.GetValue(edition) ?? "")));
        return command;
    }

    private static int Print(Shell shell, string? dataPath, bool csv, Func<DataFolder, DataResult<CatalogueTable>> ask)
    {
        if (!shell.TryOpenData(dataPath, out DataFolder? folder))
        {
            return ExitCode.BadInput;
        }

        DataResult<CatalogueTable> table = ask(folder);
        if (!table.Ok)
        {
            shell.Complain(table.Problems);
            return ExitCode.BadInput;
        }

        if (csv)
        {
            PlainTable.WriteCsv(shell.Out, table.Value);
        }
        else
        {
            PlainTable.Write(shell.Out, table.Value);
        }

        return ExitCode.Done;
    }
}
