using Simulator.Engine;
using Simulator.Lanes;

namespace Simulator.Uncertainty;

/// <summary>The scratch and the histograms of one thread; a batch of draws allocates nothing.</summary>
internal sealed class EnsembleWorker
{
    private readonly Plan _plan;
    private readonly Block _block;
    private readonly EnsembleOptions _options;
    private DrawnShocks _shocks;
    private DrawnWorlds _worlds;
    private HistogramReducer _reducer;

    public EnsembleWorker(Plan plan, ShockParameters parameters, EnsembleOptions options, SeriesList series)
    {
        _plan = plan;
        _options = options;
        _block = new Block(plan, isDrawn: true);
        Histograms = new Histograms(plan, series, options);
        _shocks = DrawnShocks.Of(options.Seed, plan, parameters);
        _worlds = new DrawnWorlds(options.Draws);
        _reducer = new HistogramReducer(Histograms);

        // Draws differ in shocks and not in columns, so these are filled once.
        default(OneWorld).Fill(0, plan, _block);
        _block.Fiscal.HoldOwn();
    }

    public Histograms Histograms { get; }

    public static long Batches(long draws) => (draws + Histograms.DrawsInBatch - 1) / Histograms.DrawsInBatch;

    /// <summary>Runs the blocks of a batch.</summary>
    /// <returns>The number of its draws.</returns>
    public int Batch(long batch)
    {
        long end = Math.Min((batch + 1) * Histograms.DrawsInBatch, _options.Draws);
        for (long first = batch * Histograms.DrawsInBatch; first < end; first += Lane.Count)
        {
            YearLoop.Run(_plan, _block, first, ref _shocks, ref _worlds, ref _reducer);
        }

        return (int)(end - (batch * Histograms.DrawsInBatch));
    }
}

/// <summary>The stated columns, filled before, in every lane; all lanes count but those beyond the last draw.</summary>
internal readonly struct DrawnWorlds(long draws) : IWorlds
{
    /// <inheritdoc/>
    public int Fill(long firstWorld, Plan plan, Block block) => (int)Math.Min(Lane.Count, draws - firstWorld);
}
