namespace Simulator.Sweeps;

/// <summary>Why a sweep cannot be run as written.</summary>
/// <param name="Factor">Place of the factor; −1 when no single factor is at fault.</param>
/// <param name="Sentence">What is wrong, without a full stop.</param>
public sealed record SweepFault(int Factor, string Sentence);
