using Simulator.Charts;
using Simulator.Sweeps;

namespace Simulator.Reports.Sweeps;

/// <summary>Figures of sweeps.</summary>
public static class SweepFigures
{
    /// <summary>Ids of the tornadoes of some outcomes.</summary>
    public static IReadOnlyList<string> TornadoNames(IReadOnlyList<Outcome> outcomes) => [.. outcomes.Select((_, o) => string.Create(System.Globalization.CultureInfo.InvariantCulture, $"tornado-{o + 1}"))];

    /// <summary>Tornadoes.</summary>
    public static IReadOnlyList<Figure> Tornadoes(RobustnessAnswers answers) => [];
}
