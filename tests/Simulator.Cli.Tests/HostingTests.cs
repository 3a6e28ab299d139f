using System.Text.Json;

namespace Simulator.Cli.Tests;

/// <summary>How the runtime is told to run natosim, read from the file that it reads itself.</summary>
public sealed class HostingTests
{
    [Fact]
    public void Often_called_methods_are_compiled_for_speed_at_once_since_levers_in_motion_leave_no_pause()
    {
        JsonElement options = Options();

        Assert.Equal(10, options.GetProperty("System.Runtime.TieredCompilation.CallCountingDelayMs").GetInt32());
        Assert.False(options.GetProperty("System.Runtime.TieredPGO").GetBoolean());
    }

    [Fact]
    public void Every_machine_has_the_same_cultures() => Assert.True(Options().GetProperty("System.Globalization.Invariant").GetBoolean());

    private static JsonElement Options()
    {
        using JsonDocument file = JsonDocument.Parse(File.ReadAllBytes(Path.Combine(AppContext.BaseDirectory, "natosim.runtimeconfig.json")));
        return file.RootElement.GetProperty("runtimeOptions").GetProperty("configProperties").Clone();
    }
}
