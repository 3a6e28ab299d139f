using System.CommandLine;
using System.Globalization;
using Simulator.Data.Editions;
using Simulator.Web;

namespace Simulator.Cli;

/// <summary>serve: the explorer, on this machine alone.</summary>
internal sealed class ServeCommand
{
    private const int DefaultPort = 5080;

    private readonly Option<ulong?> _port = Arguments.Whole("--port", "Port to listen on, 0 for any that is free. Default: 5080, or any that is free when that is taken.");
    private readonly Option<string?> _data = CommonOptions.Data();
    private readonly Option<bool> _quiet = CommonOptions.Quiet();
    private readonly Shell _shell;

    private ServeCommand(Shell shell) => _shell = shell;

    public static Command Create(Shell shell)
    {
        ServeCommand serve = new(shell);
        Command command = new("serve", "Open the explorer in a browser: served on 127.0.0.1, and nothing is sent anywhere.") { serve._port, serve._data, serve._quiet };
        command.SetAction(serve.Execute);
        return command;
    }

    private int Execute(ParseResult parsed)
    {
        if (parsed.GetValue(_port) is > ushort.MaxValue)
        {
            _shell.Complain("--port: a port is at most 65535");
            return ExitCode.WrongUsage;
        }

        return _shell.TryOpenData(parsed.GetValue(_data), out DataFolder? folder)
            ? Serve(folder, (int?)parsed.GetValue(_port), parsed.GetValue(_quiet)).GetAwaiter().GetResult()
            : ExitCode.BadInput;
    }

    private async Task<int> Serve(DataFolder folder, int? port, bool isQuiet)
    {
        DataResult<RunningExplorer> started;
        try
        {
            started = await Start(folder, port);
        }
        catch (IOException e)
        {
            _shell.Complain(string.Create(CultureInfo.InvariantCulture, $"--port: 127.0.0.1:{port} cannot be listened on: {e.Message}"));
            return ExitCode.CannotCreate;
        }

        if (!started.Ok)
        {
            _shell.Complain(started.Problems);
            return ExitCode.BadInput;
        }

        await using RunningExplorer explorer = started.Value;
        _shell.Out.WriteLine($"natosim explorer: {explorer.Address}");
        _shell.Out.Flush();
        if (!isQuiet)
        {
            _shell.Error.WriteLine("open that address in a browser; end with Ctrl-C. It answers to this machine alone.");
        }

        await explorer.WaitAsync(_shell.Stop);
        return ExitCode.Done;
    }

    // A port that the user named is that port; the usual one gives way to another program.
    private static async Task<DataResult<RunningExplorer>> Start(DataFolder folder, int? port)
    {
        try
        {
            return await Explorer.StartAsync(new ExplorerOptions { Folder = folder, Port = port ?? DefaultPort }, CancellationToken.None);
        }
        catch (IOException) when (port is null)
        {
            return await Explorer.StartAsync(new ExplorerOptions { Folder = folder }, CancellationToken.None);
        }
    }
}
