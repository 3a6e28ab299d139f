namespace Simulator.Alliance;

/// <summary>A national law or plan that the IMF path of the edition is taken to hold already (data/weo-content.csv; a judgement).</summary>
/// <param name="Member">Roster index.</param>
/// <param name="Year">Calendar year.</param>
/// <param name="SharePct">Share of GDP, percent, as the file states it.</param>
/// <param name="Basis">The law or plan, with its date.</param>
public readonly record struct WeoContentPoint(int Member, int Year, double SharePct, string Basis);
