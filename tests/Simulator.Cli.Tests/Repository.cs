using System.Globalization;
using System.Reflection;

namespace Simulator.Cli.Tests;

/// <summary>Where the tests find the repository, and how they call the program.</summary>
internal static class Repository
{
    public static string Root { get; } = typeof(Repository).Assembly.GetCustomAttributes<AssemblyMetadataAttribute>().First(a => a.Key == "RepositoryRoot").Value!;

    public static string Path(string relative) => System.IO.Path.Combine(Root, relative.Replace('/', System.IO.Path.DirectorySeparatorChar));

    /// <summary>Calls the program in this process, under a culture that must make no difference.</summary>
    public static (int Exit, string Out, string Error) NatosimUnder(string culture, params string[] args)
    {
        CultureInfo before = CultureInfo.CurrentCulture;
        CultureInfo.CurrentCulture = CultureInfo.GetCultureInfo(culture);
        try
        {
            using StringWriter output = new(CultureInfo.InvariantCulture) { NewLine = "\n" };
            using StringWriter error = new(CultureInfo.InvariantCulture) { NewLine = "\n" };
            int exit = CommandLine.Invoke(args, new Shell { Out = output, Error = error });
            return (exit, output.ToString(), error.ToString());
        }
        finally
        {
            CultureInfo.CurrentCulture = before;
        }
    }

    public static (int Exit, string Out, string Error) Natosim(params string[] args) => NatosimUnder("", args);
}

/// <summary>A folder that is there for one test.</summary>
internal sealed class TemporaryFolder : IDisposable
{
    public string Root { get; } = Directory.CreateTempSubdirectory("natosim-test-").FullName;

    public string Path(string name) => System.IO.Path.Combine(Root, name);

    public string Write(string name, string text)
    {
        File.WriteAllText(Path(name), text);
        return Path(name);
    }

    public void Dispose() => Directory.Delete(Root, recursive: true);
}
