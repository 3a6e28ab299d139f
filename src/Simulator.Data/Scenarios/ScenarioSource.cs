namespace Simulator.Data.Scenarios;

/// <summary>Loads scenario files from disk; whatever is wrong with the file is told in the result, nothing is thrown.</summary>
public static class ScenarioSource
{
    /// <summary>
    /// Reads a file. A missing file, a directory, a file that may not be read or is larger than 64 MB, and bytes that are no CSV
    /// give a <see cref="ScenarioFile"/> whose diagnostics hold the error: an input error, exit code 1.
    /// </summary>
    /// <param name="path">Path as the user gave it; used as the name in messages.</param>
    public static ScenarioFile Load(string path) => new(TableSource.Load(TableForm.Scenario, path));
}
