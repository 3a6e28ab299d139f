using Simulator.Alliance;
using Simulator.Data.Editions;

namespace Simulator.Data.Tests.Editions;

/// <summary>The shipped data folder and its editions, loaded once for all tests.</summary>
internal static class Shipped
{
    public static DataFolder Folder { get; } = DataFolder.Shipped().Value;

    public static Edition Nato2026 { get; } = EditionStore.Load(Folder, "nato-2026").Value;

    public static Edition Nato2024 { get; } = EditionStore.Load(Folder, "nato-2024").Value;

    public static Edition Edition(string id) => id == "nato-2026" ? Nato2026 : Nato2024;
}
