using Simulator.Alliance;
using Simulator.Engine;
using Simulator.Pathways;

namespace Simulator.Projections;

/// <summary>
/// One world, read out: shares, money, the line and groups, for the published years of the edition and the projected years after
/// (model sections 1 and 4). Published years hold NATO's figures whatever the scenario. Pure: the same question has the same answer;
/// columns by member are worked out once, when first asked, and groups are added up from them each time. May be read by several threads.
/// A figure that has no meaning (growth of nothing, a line before the base year) is NaN, and each method says when.
/// Every method refuses a year outside <see cref="FirstYear"/> to <see cref="LastYear"/> with <see cref="ArgumentOutOfRangeException"/>.
/// </summary>
public sealed partial class Projection
{
    private readonly WorldPrices _prices;
    private readonly int _members;

    /// <summary>Reads a world. Exchange rates are worked out here, so the world must not change afterwards (a projector that runs again writes over its own).</summary>
    /// <param name="world">The world as the year loop left it.</param>
    /// <exception cref="ArgumentException">A column does not fill years × members.</exception>
    public Projection(World world)
    {
        World = world;
        _members = Macro.Members;
        int cells = Macro.Years * _members;
        if (world.SharePct.Length != cells || world.GdpConstUsdM.Length != cells || world.PriceFactor.Length != cells
            || world.SpendingConstUsdM.Length != cells || world.RelatedSharePct.Length != cells)
        {
            throw new ArgumentException("The world's columns do not fill years × members.", nameof(world));
        }

        _prices = new WorldPrices(world);
        _joined = [.. Enumerable.Range(FirstYear, LastYear - FirstYear + 1).Select(y => Edition.Roster.JoinedBy(Edition.Roster.All, y))];
        _spendingConstUsdM = Column((m, year) => year > BaseYear
            ? world.SpendingConstUsdM[Cell(m, year)]
            : Published(NatoIndicator.UsdConstantM, m, year));
        _gdpConstUsdM = Column((m, year) => year > BaseYear
            ? world.GdpConstUsdM[Cell(m, year)]
            : Edition.Nato.Value(NatoIndicator.GdpUsdConstantM, m, year));
        _populationM = Column((m, year) => year < BaseYear
            ? PublishedPopulation.Million(Edition, m, year)
            : Macro.PopulationM[Cell(m, year)]);
    }

    /// <summary>The world that is read.</summary>
    public World World { get; }

    /// <summary>The scenario of the world.</summary>
    public Scenario Scenario => World.Scenario;

    /// <summary>The unshocked economy.</summary>
    public MacroPath Macro => World.Macro;

    /// <summary>The edition.</summary>
    public Edition Edition => Macro.Edition;

    /// <summary>First published year.</summary>
    public int FirstYear => Edition.FirstYear;

    /// <summary>Base year b: the last published year.</summary>
    public int BaseYear => Edition.BaseYear;

    /// <summary>Last projected year.</summary>
    public int LastYear => Macro.LastYear;

    /// <summary>Reported, estimate or projection.</summary>
    /// <param name="year">Calendar year.</param>
    public YearStatus Status(int year) =>
        Checked(year) > BaseYear ? YearStatus.Projection
        : year >= Edition.FirstEstimateYear ? YearStatus.Estimate
        : YearStatus.Reported;

    /// <summary>
    /// Core spending as a share of real GDP, percent: 100 × Σ table 2 constant ÷ Σ table 5 constant through the base year, then the
    /// world's spending over its GDP. Iceland spends nothing and its GDP stays in the denominator of a group that contains it.
    /// </summary>
    /// <param name="unit">Member or group.</param>
    /// <param name="year">Calendar year.</param>
    /// <returns>Percent; 0 for Iceland; NaN for a group that has no member yet.</returns>
    public double SharePct(Unit unit, int year) =>
        !unit.IsGroup && Checked(year) > BaseYear
            ? World.SharePct[Cell(unit.MemberIndex, year)]
            : 100 * SpendingConstUsdM(unit, year) / GdpConstUsdM(unit, year);

    /// <summary>
    /// Core spending as a share of GDP at current prices, percent (model section 4): table 2 current over table 5 current through
    /// the base year, then the base-year value moved by spending in current prices over nominal GDP. Stands beside the share, never instead of it.
    /// </summary>
    /// <param name="unit">Member or group; a group divides Σ US dollars by Σ US dollars.</param>
    /// <param name="year">Calendar year.</param>
    /// <returns>Percent; 0 for Iceland; NaN for a group that has no member yet.</returns>
    public double ShareCurrentPct(Unit unit, int year)
    {
        double spendingUsdM = 0;
        double gdpUsdM = 0;
        foreach (int m in Counted(unit, year))
        {
            double gdp = GdpCurrentUsdM(m, year);
            gdpUsdM += gdp;
            spendingUsdM += year <= BaseYear
                ? Published(NatoIndicator.UsdCurrentM, m, year)
                : BaseShareCurrentPct(m) / 100 * gdp * RealToNominalShare(m, year);
        }

        return 100 * spendingUsdM / gdpUsdM;
    }

    /// <summary>Core spending, million US dollars at NATO's constant prices and exchange rates: table 2 through the base year, then the world's.</summary>
    /// <param name="unit">Member or group.</param>
    /// <param name="year">Calendar year.</param>
    public double SpendingConstUsdM(Unit unit, int year) => Sum(_spendingConstUsdM, unit, year);

    /// <summary>Real GDP, million US dollars at NATO's constant prices and exchange rates: table 5 through the base year, then the world's.</summary>
    /// <param name="unit">Member or group.</param>
    /// <param name="year">Calendar year.</param>
    public double GdpConstUsdM(Unit unit, int year) => Sum(_gdpConstUsdM, unit, year);

    /// <summary>Population, million persons: WEO, before the base year NATO's figures per head where the WEO edition has none.</summary>
    /// <param name="unit">Member or group.</param>
    /// <param name="year">Calendar year.</param>
    /// <returns>Million persons; NaN where no source of the edition reaches.</returns>
    public double PopulationM(Unit unit, int year) => Sum(_populationM, unit, year);

    /// <summary>
    /// Growth of real core spending on the year before, percent. A member's published years are table 3; a group's are the sums of
    /// table 2, members counted from the year in which they joined, so that a new member's spending is in it.
    /// </summary>
    /// <param name="unit">Member or group.</param>
    /// <param name="year">Calendar year.</param>
    /// <returns>Percent; NaN for Iceland, and in the first published year for every group but the two that NATO totals.</returns>
    public double RealGrowthPct(Unit unit, int year)
    {
        Checked(year);
        if (!unit.IsGroup && year <= BaseYear)
        {
            return Edition.Nato.Value(NatoIndicator.RealChangePct, unit.MemberIndex, year);
        }

        if (year > FirstYear)
        {
            return Growth(SpendingConstUsdM(unit, year), SpendingConstUsdM(unit, year - 1));
        }

        return TryNatoTotal(unit, out int total) ? Edition.Nato.Value(NatoIndicator.RealChangePct, total, year) : double.NaN;
    }

    /// <summary>
    /// Growth of real core spending at constant membership, percent: the members that the group has in the year, in both years,
    /// so that nobody's joining is in it (Europe and Canada in 2024, edition nato-2026: 16.1 beside 19.3 with Sweden's joining).
    /// </summary>
    /// <param name="unit">Member or group.</param>
    /// <param name="year">Calendar year.</param>
    /// <returns>Percent; NaN for Iceland, and in the first published year wherever <see cref="RealGrowthPct"/> is, or a member joined in it.</returns>
    public double RealGrowthSameMembersPct(Unit unit, int year)
    {
        MemberSet members = Counted(unit, year);
        if (!unit.IsGroup || members == Edition.Roster.JoinedBy(unit.Members, year - 1))
        {
            return RealGrowthPct(unit, year);
        }

        if (year == FirstYear)
        {
            return double.NaN;
        }

        double now = 0;
        double before = 0;
        foreach (int m in members)
        {
            now += SpendingConstUsdM(m, year);
            before += SpendingConstUsdM(m, year - 1);
        }

        return Growth(now, before);
    }

    /// <summary>The US part of a group's real core spending, percent. It is worldwide US spending, not what the US spends on Europe.</summary>
    /// <param name="unit">Member or group.</param>
    /// <param name="year">Calendar year.</param>
    /// <returns>Percent; 0 for a group without the USA; NaN for a unit that spends nothing.</returns>
    public double UsPartPct(Unit unit, int year)
    {
        double usa = Edition.Roster.TryMember("USA", out Member? member) && Counted(unit, year).Contains(member.Index)
            ? SpendingConstUsdM(member.Index, year)
            : 0;
        return 100 * usa / SpendingConstUsdM(unit, year);
    }

    /// <summary>Related spending (the second leg of The Hague), percent of GDP.</summary>
    /// <param name="member">Roster index.</param>
    /// <param name="year">Calendar year.</param>
    /// <returns>Percent; NaN before the base year and for members without a related path: NATO publishes no country table.</returns>
    public double RelatedSharePct(int member, int year) =>
        Checked(year) < BaseYear ? double.NaN : World.RelatedSharePct[Cell(member, year)];

    private double SpendingConstUsdM(int member, int year) => _spendingConstUsdM[Place(member, year)];

    private double GdpConstUsdM(int member, int year) => _gdpConstUsdM[Place(member, year)];

    // Table 5 at current prices; after the base year moved by this world's nominal GDP and exchange rate, so that it stays on NATO's level.
    private double GdpCurrentUsdM(int member, int year)
    {
        if (year <= BaseYear)
        {
            return Edition.Nato.Value(NatoIndicator.GdpUsdCurrentM, member, year);
        }

        return Edition.Nato.Value(NatoIndicator.GdpUsdCurrentM, member, BaseYear)
            * (NominalGdpNcuBn(member, year) / Macro.NominalGdpNcuBn[member])
            / (_prices.NcuPerUsd(member, year, shocked: true) / _prices.NcuPerUsd(member, BaseYear, shocked: true));
    }

    // Nominal GDP of this world before any effect of defence spending on it.
    internal double NominalGdpNcuBn(int member, int year)
    {
        int cell = Cell(member, year);
        return Macro.NominalGdpNcuBn[cell] * (World.GdpConstUsdM[cell] / Macro.GdpConstUsdM[cell]) * World.PriceFactor[cell];
    }

    private double BaseShareCurrentPct(int member) =>
        100 * Published(NatoIndicator.UsdCurrentM, member, BaseYear) / Edition.Nato.Value(NatoIndicator.GdpUsdCurrentM, member, BaseYear);

    // [D_ncu(t)/D_ncu(b)] / [N(t)/N(b)] of this world: its price factor is in both and falls out.
    private double RealToNominalShare(int member, int year)
    {
        if (!HasForces(member))
        {
            return 0;
        }

        int cell = Cell(member, year);
        double spending = World.SpendingConstUsdM[cell] / BaseConstUsdM(member) * _prices.DeflatorLevel[cell] * World.PriceFactor[cell];
        return spending / (NominalGdpNcuBn(member, year) / Macro.NominalGdpNcuBn[member]);
    }

    private double BaseConstUsdM(int member) => Edition.Nato.Value(NatoIndicator.UsdConstantM, member, BaseYear);

    // A member without forces has no row in NATO's tables because it spends nothing.
    private double Published(NatoIndicator indicator, int member, int year) =>
        HasForces(member) ? Edition.Nato.Value(indicator, member, year) : 0;

    private bool HasForces(int member) => Edition.Roster.WithForces.Contains(member);

    internal MemberSet Counted(Unit unit, int year)
    {
        Checked(year);
        return unit.IsGroup ? unit.Members.Intersect(_joined[year - FirstYear]) : unit.Members;
    }

    // NATO publishes two totals; a group with the same armed members is that total.
    private bool TryNatoTotal(Unit unit, out int total)
    {
        MemberSet armed = Edition.Roster.WithForces;
        MemberSet counted = unit.Members.Intersect(armed);
        MemberSet withoutUsa = Edition.Roster.TryMember("USA", out Member? usa) ? armed.Except(MemberSet.Of(usa.Index)) : armed;
        total = counted == armed ? Edition.Nato.NatoTotal : Edition.Nato.NatoEurCan;
        return unit.IsGroup && (counted == armed || counted == withoutUsa);
    }

    private static double Growth(double now, double before) => before > 0 ? 100 * ((now / before) - 1) : double.NaN;

    // Exchange rates of this world in a year.
    internal double NcuPerUsd(int member, int year) => _prices.NcuPerUsd(member, year, shocked: true);

    internal double EurPerUsd(int year) => _prices.EurPerUsd(year, shocked: true);

    // Place in the world's columns, from the base year on.
    internal int Cell(int member, int year) => ((year - BaseYear) * _members) + member;

    private int Checked(int year)
    {
        ArgumentOutOfRangeException.ThrowIfLessThan(year, FirstYear);
        ArgumentOutOfRangeException.ThrowIfGreaterThan(year, LastYear);
        return year;
    }
}
