using Simulator.Alliance;
using Simulator.Engine;

namespace Simulator.Projections;

/// <summary>
/// Price levels and exchange rates of one world, year-major [t × members + member], t = 0 in the base year
/// (model sections 3, 4 and 6: exchange rates move with relative inflation).
/// </summary>
internal sealed class WorldPrices
{
    private readonly int _members;

    /// <summary>Works out the levels of a world.</summary>
    /// <param name="world">The world.</param>
    public WorldPrices(World world)
    {
        MacroPath macro = world.Macro;
        Edition edition = macro.Edition;
        _members = macro.Members;
        int cells = macro.Years * _members;
        DeflatorLevel = new double[cells];
        NcuPerUsd = new double[cells];
        EurPerUsd = new double[macro.Years];
        Array.Fill(DeflatorLevel, 1.0, 0, _members);
        for (int i = _members; i < cells; i++)
        {
            DeflatorLevel[i] = DeflatorLevel[i - _members] * (1 + (macro.DeflatorGrowthPct[i] / 100));
        }

        double[] shift = new double[_members];
        Array.Fill(shift, 1.0);
        double euroShift = 1;
        for (int t = 0; t < macro.Years; t++)
        {
            if (t > 0)
            {
                double usa = ExtraInflation(world, edition, "USD", t);
                euroShift *= ExtraInflation(world, edition, "EUR", t) / usa;
                for (int m = 0; m < _members; m++)
                {
                    shift[m] *= edition.Currency[m] == "USD" ? 1 : ExtraInflation(world, edition, edition.Currency[m], t) / usa;
                }
            }

            EurPerUsd[t] = macro.EurPerUsd[t] * euroShift;
            for (int m = 0; m < _members; m++)
            {
                NcuPerUsd[(t * _members) + m] = macro.NcuPerUsd[(t * _members) + m] * shift[m];
            }
        }
    }

    /// <summary>GDP deflator of the unshocked economy over that of the base year.</summary>
    public double[] DeflatorLevel { get; }

    /// <summary>National currency units per US dollar in this world.</summary>
    public double[] NcuPerUsd { get; }

    /// <summary>Euros per US dollar in this world, by year [t].</summary>
    public double[] EurPerUsd { get; }

    // By how much prices of a currency rose more in this world than in the unshocked economy, on the year before: the mean of its
    // users, weighted by their nominal GDP of the year before. Without an inflation shock numerator and denominator are the same sum.
    private double ExtraInflation(World world, Edition edition, string currency, int t)
    {
        double weighted = 0;
        double weights = 0;
        for (int m = 0; m < _members; m++)
        {
            if (edition.Currency[m] != currency)
            {
                continue;
            }

            int now = (t * _members) + m;
            int before = now - _members;
            double nominal = world.Macro.NominalGdpNcuBn[before] * (world.GdpConstUsdM[before] / world.Macro.GdpConstUsdM[before]) * world.PriceFactor[before];
            weighted += nominal * (world.PriceFactor[now] / world.PriceFactor[before]);
            weights += nominal;
        }

        return weights > 0 ? weighted / weights : 1;
    }
}
