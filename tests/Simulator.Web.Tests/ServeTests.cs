using System.Diagnostics;
using System.Globalization;
using System.Net;
using System.Net.Sockets;
using Simulator.Cli;
using Simulator.Cli.Tests;

namespace Simulator.Web.Tests;

/// <summary>natosim serve as a program of its own.</summary>
public class ServeTests
{
    private static readonly TimeSpan Patience = TimeSpan.FromSeconds(30);

    [SkippableFact]
    public async Task It_says_where_it_listens_and_ends_on_interruption()
    {
        Skip.If(OperatingSystem.IsWindows(), "needs a signal, as Unix has it");
        using Process process = Start("--port", "0");
        try
        {
            using CancellationTokenSource patience = new(Patience);
            string line = await process.StandardOutput.ReadLineAsync(patience.Token) ?? "";
            Assert.Matches(@"^natosim explorer: http://127\.0\.0\.1:\d+/$", line);
            using HttpClient client = new() { BaseAddress = new Uri(line["natosim explorer: ".Length..]) };
            Assert.Equal("ok", await client.GetStringAsync(new Uri("health", UriKind.Relative), patience.Token));
            Assert.Contains("<html", await client.GetStringAsync(new Uri("/", UriKind.Relative), patience.Token), StringComparison.OrdinalIgnoreCase);
            Assert.Contains("\"run_id\"", await client.GetStringAsync(new Uri("/api/project?base=hague-core", UriKind.Relative), patience.Token), StringComparison.Ordinal);

            using Process interrupt = Process.Start("kill", ["-INT", process.Id.ToString(CultureInfo.InvariantCulture)]);
            await interrupt.WaitForExitAsync(patience.Token);
            await process.WaitForExitAsync(patience.Token);
            Assert.True(process.ExitCode is ExitCode.Done or ExitCode.Interrupted, $"ended with {process.ExitCode}: {await process.StandardError.ReadToEndAsync(patience.Token)}");
            Assert.Equal("", await process.StandardOutput.ReadToEndAsync(patience.Token));
        }
        finally
        {
            if (!process.HasExited)
            {
                process.Kill();
            }
        }
    }

    [Fact]
    public void A_port_that_is_taken_is_told()
    {
        using TcpListener taken = new(IPAddress.Loopback, 0);
        taken.Start();
        string port = ((IPEndPoint)taken.LocalEndpoint).Port.ToString(CultureInfo.InvariantCulture);
        (int exit, string output, string error) = Repository.Natosim("serve", "--port", port);
        Assert.Equal(ExitCode.CannotCreate, exit);
        Assert.Equal("", output);
        Assert.Contains(port, error, StringComparison.Ordinal);
    }

    [Theory]
    [InlineData(ExitCode.WrongUsage, "--port", "70000")]
    [InlineData(ExitCode.WrongUsage, "--port", "-1")]
    [InlineData(ExitCode.WrongUsage, "--port", "eighty")]
    [InlineData(ExitCode.BadInput, "--data", "no/such/folder")]
    public void What_cannot_be_served_is_told(int expected, params string[] args)
    {
        (int exit, string output, string error) = Repository.NatosimUnder("de-DE", ["serve", .. args]);
        Assert.Equal(expected, exit);
        Assert.Equal("", output);
        Assert.StartsWith("natosim: ", error, StringComparison.Ordinal);
    }

    private static Process Start(params string[] args)
    {
        ProcessStartInfo start = new(Environment.ProcessPath is { } path && Path.GetFileNameWithoutExtension(path) == "dotnet" ? path : "dotnet") { RedirectStandardOutput = true, RedirectStandardError = true };
        foreach (string argument in new[] { Path.Combine(AppContext.BaseDirectory, "natosim.dll"), "serve" }.Concat(args))
        {
            start.ArgumentList.Add(argument);
        }

        return Process.Start(start)!;
    }
}
