namespace Simulator.Alliance;

/// <summary>One member of the alliance.</summary>
/// <param name="Index">Place in the roster, from 0; every array "by member" uses it.</param>
/// <param name="Iso3">ISO 3166-1 alpha-3 code.</param>
/// <param name="Name">English short name.</param>
/// <param name="Accession">Year in which the member joined.</param>
/// <param name="Region">Europe or North America.</param>
/// <param name="HasForces">False for Iceland: no armed forces, no row in NATO's tables, core spending zero.</param>
public sealed record Member(int Index, string Iso3, string Name, int Accession, string Region, bool HasForces);
