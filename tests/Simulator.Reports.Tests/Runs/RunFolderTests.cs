using System.Text;
using Simulator.Reports.Runs;

namespace Simulator.Reports.Tests.Runs;

/// <summary>A folder holds a whole run or nothing of it, and nobody's file is lost.</summary>
public sealed class RunFolderTests
{
    [Fact]
    public void A_new_folder_holds_the_run_and_nothing_else()
    {
        using ScratchFolder disk = new();
        RunFolderOutcome outcome = Run(disk["deep/er/out"]);

        Assert.True(outcome.IsWritten);
        Assert.Equal(["a.csv", "charts/b.svg", "run.json"], outcome.Files.Select(f => f.Path));
        Assert.Equal(["deep", "deep/er", "deep/er/out", "deep/er/out/a.csv", "deep/er/out/charts", "deep/er/out/charts/b.svg", "deep/er/out/run.json"], disk.Everything());
        Assert.True(RunFolder.Inspect(disk["deep/er/out"]).IsWhole);
    }

    [Fact]
    public void A_trailing_slash_names_the_same_folder()
    {
        using ScratchFolder disk = new();
        Assert.True(Run(disk["out/"]).IsWritten);
        Assert.True(File.Exists(disk["out/run.json"]));
    }

    [Fact]
    public void Our_own_unmodified_output_is_written_again_and_what_the_new_run_lacks_goes()
    {
        using ScratchFolder disk = new();
        Run(disk["out"]);
        RunFolderOutcome again = Run(disk["out"], files: [("a.csv", "new")]);

        Assert.True(again.IsWritten);
        Assert.Equal(["out", "out/a.csv", "out/run.json"], disk.Everything());
        Assert.Equal("new", File.ReadAllText(disk["out/a.csv"]));
        Assert.True(RunFolder.Inspect(disk["out"]).IsWhole);
    }

    [Theory]
    [InlineData("a.csv", "a.csv changed since")]
    [InlineData("run.json", "run.json was changed since")]
    [InlineData("notes.txt", "notes.txt did not come from this program")]
    public void A_changed_or_foreign_file_refuses_the_run_and_stays(string name, string said)
    {
        using ScratchFolder disk = new();
        Run(disk["out"]);
        File.AppendAllText(disk["out/" + name], " ");
        string[] before = disk.Everything();
        string content = File.ReadAllText(disk["out/" + name]);

        RunFolderOutcome refused = Run(disk["out"], files: [("a.csv", "new")]);

        Assert.False(refused.IsWritten);
        Assert.Equal(RunFailureKind.WouldOverwrite, refused.Failure.Kind);
        Assert.Equal(73, refused.Failure.ExitCode);
        Assert.Contains(said, refused.Failure.Message, StringComparison.Ordinal);
        Assert.Equal(before, disk.Everything());
        Assert.Equal(content, File.ReadAllText(disk["out/" + name]));
        Assert.Equal("alpha", File.ReadAllText(disk["out/a.csv"]).TrimEnd());
    }

    [Fact]
    public void Overwrite_replaces_the_names_of_the_run_and_leaves_other_files_alone()
    {
        using ScratchFolder disk = new();
        Directory.CreateDirectory(disk["out"]);
        File.WriteAllText(disk["out/a.csv"], "mine");
        File.WriteAllText(disk["out/notes.txt"], "mine");

        Assert.Equal(73, Run(disk["out"]).Failure.ExitCode);
        Assert.True(Run(disk["out"], overwrite: true).IsWritten);
        Assert.Equal("alpha", File.ReadAllText(disk["out/a.csv"]));
        Assert.Equal("mine", File.ReadAllText(disk["out/notes.txt"]));
    }

    [Fact]
    public void Files_that_are_in_nobodys_way_stay_without_a_question()
    {
        using ScratchFolder disk = new();
        Directory.CreateDirectory(disk["out"]);
        File.WriteAllText(disk["out/notes.txt"], "mine");
        Assert.True(Run(disk["out"]).IsWritten);
        Assert.Equal("mine", File.ReadAllText(disk["out/notes.txt"]));
    }

    [Fact]
    public void A_file_in_the_place_of_the_folder_refuses()
    {
        using ScratchFolder disk = new();
        File.WriteAllText(disk["out"], "mine");
        RunFolderOutcome refused = Run(disk["out"], overwrite: true);
        Assert.Equal(RunFailureKind.CannotCreate, refused.Failure.Kind);
        Assert.Contains("is a file", refused.Failure.Message, StringComparison.Ordinal);
        Assert.Equal(73, Run(disk["out/below"], overwrite: true).Failure.ExitCode);
        Assert.Equal(["out"], disk.Everything());
    }

    [Fact]
    public void A_folder_in_the_place_of_a_file_refuses_even_with_overwrite()
    {
        using ScratchFolder disk = new();
        Directory.CreateDirectory(disk["out/a.csv"]);
        File.WriteAllText(disk["out/a.csv/mine"], "mine");
        Assert.Equal(73, Run(disk["out"], overwrite: true).Failure.ExitCode);
        Assert.Equal(["out", "out/a.csv", "out/a.csv/mine"], disk.Everything());
    }

    [Theory]
    [InlineData("")]
    [InlineData("  ")]
    [InlineData("/")]
    [InlineData("a\0b")]
    public void A_name_that_cannot_be_a_folder_refuses(string name) =>
        Assert.Equal(73, RunFolder.Write(name, false, Fill([("a.csv", "alpha")]), CancellationToken.None).Failure.ExitCode);

    [SkippableFact]
    public void A_link_to_a_folder_is_followed_and_stays_a_link()
    {
        Skip.If(OperatingSystem.IsWindows(), "links need a privilege there");
        using ScratchFolder disk = new();
        Directory.CreateDirectory(disk["real"]);
        File.CreateSymbolicLink(disk["out"], disk["real"]);
        Assert.True(Run(disk["out"]).IsWritten);
        Assert.NotNull(new DirectoryInfo(disk["out"]).LinkTarget);
        Assert.True(File.Exists(disk["real/run.json"]));
    }

    [SkippableFact]
    public void A_link_that_leads_nowhere_refuses()
    {
        Skip.If(OperatingSystem.IsWindows(), "links need a privilege there");
        using ScratchFolder disk = new();
        File.CreateSymbolicLink(disk["out"], disk["nowhere"]);
        Assert.Equal(RunFailureKind.CannotCreate, Run(disk["out"], overwrite: true).Failure.Kind);
        Assert.Equal(["out"], disk.Everything());
    }

    [SkippableFact]
    public void Nothing_is_written_through_a_link_inside_the_folder()
    {
        Skip.If(OperatingSystem.IsWindows(), "links need a privilege there");
        using ScratchFolder disk = new();
        Directory.CreateDirectory(disk["out"]);
        Directory.CreateDirectory(disk["elsewhere"]);
        File.WriteAllText(disk["precious"], "mine");
        File.CreateSymbolicLink(disk["out/a.csv"], disk["precious"]);
        Assert.Equal(73, Run(disk["out"]).Failure.ExitCode);
        Assert.True(Run(disk["out"], overwrite: true).IsWritten);
        Assert.Equal("mine", File.ReadAllText(disk["precious"]));
        Assert.Null(new FileInfo(disk["out/a.csv"]).LinkTarget);

        Directory.Delete(disk["out/charts"], recursive: true);
        File.CreateSymbolicLink(disk["out/charts"], disk["elsewhere"]);
        Assert.Equal(73, Run(disk["out"], overwrite: true).Failure.ExitCode);
        Assert.Empty(Directory.EnumerateFileSystemEntries(disk["elsewhere"]));
    }

    [Fact]
    public void A_manifest_that_names_files_outside_removes_nothing()
    {
        using ScratchFolder disk = new();
        File.WriteAllText(disk["precious"], "mine");
        Run(disk["out"], files: [("a.csv", "alpha")], listed: [new RunFile("../precious", 4, RunInput.Of("x", "mine"u8).Sha256)]);
        Assert.True(Run(disk["out"], overwrite: true).IsWritten);
        Assert.Equal("mine", File.ReadAllText(disk["precious"]));
    }

    [Fact]
    public void An_interrupted_run_leaves_nothing()
    {
        using ScratchFolder disk = new();
        using CancellationTokenSource cancel = new();
        RunFolderOutcome outcome = RunFolder.Write(
            disk["deep/out"],
            false,
            folder =>
            {
                folder.Write("a.csv", "alpha"u8);
                cancel.Cancel();
                folder.Write("b.csv", "beta"u8);
            },
            cancel.Token);
        Assert.Equal(RunFailureKind.Interrupted, outcome.Failure.Kind);
        Assert.Equal(130, outcome.Failure.ExitCode);
        Assert.Empty(disk.Everything());
    }

    [Fact]
    public void A_defect_of_ours_leaves_nothing_and_is_not_hidden()
    {
        using ScratchFolder disk = new();
        Assert.Throws<InvalidOperationException>(() => RunFolder.Write(
            disk["out"],
            false,
            folder =>
            {
                folder.Write("a.csv", "alpha"u8);
                throw new InvalidOperationException("defect");
            },
            CancellationToken.None));
        Assert.Empty(disk.Everything());
    }

    [Fact]
    public void A_check_says_the_same_and_writes_nothing()
    {
        using ScratchFolder disk = new();
        Assert.True(RunFolder.Check(disk["out"], ["a.csv"], false).IsWritten);
        Assert.Empty(disk.Everything());
        Directory.CreateDirectory(disk["out"]);
        File.WriteAllText(disk["out/a.csv"], "mine");
        Assert.Equal(73, RunFolder.Check(disk["out"], ["a.csv"], false).Failure.ExitCode);
        Assert.True(RunFolder.Check(disk["out"], ["a.csv"], true).IsWritten);
    }

    [Theory]
    [InlineData("/etc/x")]
    [InlineData("../x")]
    [InlineData("a/../../x")]
    [InlineData("")]
    public void A_run_cannot_write_outside_its_folder(string path)
    {
        using ScratchFolder disk = new();
        Assert.Throws<ArgumentException>(() => RunFolder.Write(disk["out"], false, f => f.Write(path, "x"u8), CancellationToken.None));
        Assert.Empty(disk.Everything());
    }

    internal static RunFolderOutcome Run(string path, bool overwrite = false, (string Name, string Text)[]? files = null, RunFile[]? listed = null, Func<string, Stream>? open = null) =>
        RunFolder.Write(path, overwrite, Fill(files ?? [("a.csv", "alpha"), ("charts/b.svg", "beta")], listed), CancellationToken.None, open);

    internal static Action<StagingFolder> Fill((string Name, string Text)[] files, RunFile[]? listed = null) => folder =>
    {
        foreach ((string name, string text) in files)
        {
            folder.Write(name, Encoding.UTF8.GetBytes(text));
        }

        RunManifest manifest = new()
        {
            Version = "0.1.0",
            Edition = TinyAlliance.Edition,
            Inputs = [RunInput.Of("main.csv", "x"u8)],
            Options = [new RunOption("years", "2035")],
            Scenarios = [],
        };
        folder.Write(RunFolder.ManifestName, manifest.ToJson([.. folder.Files, .. listed ?? []]));
    };
}
