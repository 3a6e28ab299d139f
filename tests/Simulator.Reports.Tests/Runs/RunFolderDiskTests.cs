using System.Diagnostics;
using Simulator.Reports.Runs;

namespace Simulator.Reports.Tests.Runs;

/// <summary>What happens when the disk says no.</summary>
public sealed class RunFolderDiskTests
{
    private static readonly string[] ReadOnlyFolder = ["/proc/natosim-out", "/sys/natosim-out"];

    [SkippableFact]
    public void A_full_disk_fails_with_74_and_leaves_nothing()
    {
        Skip.IfNot(File.Exists("/dev/full"), "no /dev/full on this system");
        using ScratchFolder disk = new();
        RunFolderOutcome outcome = RunFolderTests.Run(
            disk["out"],
            files: [("a.csv", "alpha"), ("b.csv", "beta")],
            open: path => path.EndsWith("b.csv", StringComparison.Ordinal)
                ? new FileStream("/dev/full", FileMode.Open, FileAccess.Write, FileShare.ReadWrite, 0)
                : new FileStream(path, FileMode.CreateNew));
        Assert.Equal(RunFailureKind.WriteFailed, outcome.Failure.Kind);
        Assert.Equal(74, outcome.Failure.ExitCode);
        Assert.Contains("no space is left", outcome.Failure.Message, StringComparison.Ordinal);
        Assert.Empty(disk.Everything());
    }

    [SkippableFact]
    public void A_full_disk_leaves_the_run_that_was_there()
    {
        Skip.IfNot(File.Exists("/dev/full"), "no /dev/full on this system");
        using ScratchFolder disk = new();
        RunFolderTests.Run(disk["out"]);
        string[] before = disk.Everything();
        RunFolderOutcome outcome = RunFolderTests.Run(
            disk["out"],
            open: path => path.EndsWith("run.json", StringComparison.Ordinal)
                ? new FileStream("/dev/full", FileMode.Open, FileAccess.Write, FileShare.ReadWrite, 0)
                : new FileStream(path, FileMode.CreateNew));
        Assert.Equal(74, outcome.Failure.ExitCode);
        Assert.Equal(before, disk.Everything());
        Assert.True(RunFolder.Inspect(disk["out"]).IsWhole);
    }

    [SkippableFact]
    public void A_folder_that_nobody_may_create_fails_with_73()
    {
        string folder = ReadOnlyFolder.FirstOrDefault(p => Directory.Exists(Path.GetDirectoryName(p))) ?? "";
        Skip.If(folder.Length == 0, "no system folder that refuses");
        Assert.Equal(73, RunFolderTests.Run(folder).Failure.ExitCode);
        Assert.Equal(73, RunFolderTests.Run(folder + "/deep/er").Failure.ExitCode);
    }

    [SkippableFact]
    public void A_parent_without_permission_fails_with_73()
    {
        Skip.If(Environment.IsPrivilegedProcess, "the administrator may write everywhere");
        if (OperatingSystem.IsWindows())
        {
            throw new SkipException("permissions are set in another way there");
        }

        using ScratchFolder disk = new();
        Directory.CreateDirectory(disk["closed"]);
        File.SetUnixFileMode(disk["closed"], UnixFileMode.UserRead | UnixFileMode.UserExecute);
        RunFolderOutcome outcome = RunFolderTests.Run(disk["closed/out"]);
        File.SetUnixFileMode(disk["closed"], UnixFileMode.UserRead | UnixFileMode.UserWrite | UnixFileMode.UserExecute);
        Assert.Equal(73, outcome.Failure.ExitCode);
        Assert.Contains("permission denied", outcome.Failure.Message, StringComparison.Ordinal);
    }

    [SkippableFact]
    public void A_real_small_disk_that_fills_up_fails_with_74_and_is_left_as_it_was()
    {
        using ScratchFolder disk = new();
        Directory.CreateDirectory(disk["small"]);
        Skip.IfNot(Mount(disk["small"]), "a small disk can only be mounted by the administrator");
        try
        {
            string large = new('x', 200_000);
            Assert.Equal(74, RunFolderTests.Run(disk["small/out"], files: [("a.csv", large)]).Failure.ExitCode);
            Assert.Equal(["small"], disk.Everything());

            // The mounted folder itself: staged beside it on another disk, then copied; a copy that fails is undone.
            File.WriteAllText(disk["small/mine"], "mine");
            Assert.Equal(74, RunFolderTests.Run(disk["small"], files: [("a.csv", "alpha"), ("b.csv", large)]).Failure.ExitCode);
            Assert.Equal(["small", "small/mine"], disk.Everything());
            Assert.True(RunFolderTests.Run(disk["small"]).IsWritten);
            Assert.Equal(["small", "small/a.csv", "small/charts", "small/charts/b.svg", "small/mine", "small/run.json"], disk.Everything());
        }
        finally
        {
            Start("umount", disk["small"]);
        }
    }

    [SkippableFact]
    public void A_folder_whose_parent_may_not_be_written_is_staged_inside_itself()
    {
        using ScratchFolder disk = new();
        Directory.CreateDirectory(disk["parent"]);
        Skip.IfNot(Mount(disk["parent"]), "a disk can only be mounted by the administrator");
        try
        {
            Directory.CreateDirectory(disk["parent/out"]);
            Skip.IfNot(Mount(disk["parent/out"]), "a disk inside a disk cannot be mounted here");
            try
            {
                Skip.IfNot(Start("mount", "-o", "remount,ro", disk["parent"]), "a disk cannot be made read-only here");
                Assert.Equal(73, RunFolderTests.Run(disk["parent/other"]).Failure.ExitCode);
                Assert.True(RunFolderTests.Run(disk["parent/out"]).IsWritten);
                Assert.True(RunFolderTests.Run(disk["parent/out"]).IsWritten);
                Assert.Equal(["parent", "parent/out", "parent/out/a.csv", "parent/out/charts", "parent/out/charts/b.svg", "parent/out/run.json"], disk.Everything());
            }
            finally
            {
                Start("umount", disk["parent/out"]);
            }
        }
        finally
        {
            Start("umount", disk["parent"]);
        }
    }

    private static bool Mount(string folder) =>
        OperatingSystem.IsLinux() && Environment.IsPrivilegedProcess && Start("mount", "-t", "tmpfs", "-o", "size=64k", "tmpfs", folder);

    private static bool Start(string program, params string[] arguments)
    {
        try
        {
            ProcessStartInfo start = new(program, arguments) { RedirectStandardError = true, RedirectStandardOutput = true };
            using Process process = Process.Start(start)!;
            process.WaitForExit();
            return process.ExitCode == 0;
        }
        catch (System.ComponentModel.Win32Exception)
        {
            return false;
        }
    }
}
