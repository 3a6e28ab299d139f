namespace Simulator.Data.Scenarios;

/// <summary>Reads the bytes of a scenario file into rows with exact places. Never throws for what a file holds.</summary>
public static class ScenarioReader
{
    /// <summary>Reads a file. Everything that is wrong with its form, and everything that was accepted, is in the result's diagnostics.</summary>
    /// <param name="displayName">Name of the file for messages.</param>
    /// <param name="bytes">All bytes of the file.</param>
    /// <returns>What was written; without rows when the file is no CSV or has no usable header.</returns>
    public static ScenarioFile Read(string displayName, byte[] bytes) => new(TableReader.Read(TableForm.Scenario, displayName, bytes));
}
