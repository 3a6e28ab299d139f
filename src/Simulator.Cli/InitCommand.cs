using System.CommandLine;
using Simulator.Data.Scenarios;

namespace Simulator.Cli;

/// <summary>natosim init: a commented file to start from.</summary>
internal static class InitCommand
{
    public static Command Create(Shell shell)
    {
        Argument<string> file = new("file") { Description = "Name of the new file.", DefaultValueFactory = _ => "scenarios.csv" };
        Option<string> excel = Arguments.Choice("--excel", "Write it so that Excel with these settings opens it by a double click.", "de", "fr", "us");
        Command command = new("init", "Write a commented scenario file to start from; never overwrites.") { file, excel };
        command.SetAction(parsed =>
        {
            ExcelVariant variant = parsed.GetValue(excel) switch
            {
                "de" => ExcelVariant.De,
                "fr" => ExcelVariant.Fr,
                "us" => ExcelVariant.Us,
                _ => ExcelVariant.None,
            };
            return Write(shell, parsed.GetRequiredValue(file), StarterFile.Bytes(variant));
        });
        return command;
    }

    private static int Write(Shell shell, string path, byte[] bytes)
    {
        bool created = false;
        try
        {
            using (FileStream stream = new(path, FileMode.CreateNew, FileAccess.Write))
            {
                created = true;
                stream.Write(bytes);
            }

            shell.Out.WriteLine($"wrote {path}; next: natosim check {path}, then natosim run {path} --out out");
            return ExitCode.Done;
        }
        catch (Exception failure) when (failure is IOException or UnauthorizedAccessException or ArgumentException or NotSupportedException)
        {
            if (created)
            {
                File.Delete(path);
                shell.Complain($"writing {path} failed, nothing was left behind: {failure.Message}");
                return ExitCode.WriteFailed;
            }

            shell.Complain(File.Exists(path)
                ? $"{path} is there already and is left as it is; name another file"
                : $"{path} cannot be created: {failure.Message}");
            return ExitCode.CannotCreate;
        }
    }
}
