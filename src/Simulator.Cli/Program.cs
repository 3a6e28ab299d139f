using System.Text;
using Simulator.Cli;

Encoding utf8 = new UTF8Encoding(encoderShouldEmitUTF8Identifier: false);
using var stop = new CancellationTokenSource();
Console.CancelKeyPress += (_, press) =>
{
    // The first Ctrl-C lets the running command take its staging folder away; the second ends the process.
    press.Cancel = !stop.IsCancellationRequested;
    stop.Cancel();
};

using var output = new StreamWriter(Console.OpenStandardOutput(), utf8, 1 << 16) { NewLine = "\n" };
using var error = new StreamWriter(Console.OpenStandardError(), utf8, 1 << 10) { NewLine = "\n", AutoFlush = true };
int exit = CommandLine.Invoke(args, new Shell { Out = output, Error = error, Stop = stop.Token, IsWatched = !Console.IsErrorRedirected });
try
{
    output.Flush();
}
catch (IOException)
{
    // The reader of a pipe may close it early (natosim ... | head); that is no failure of the command.
    exit = exit == ExitCode.Done ? ExitCode.WriteFailed : exit;
}

return exit;
