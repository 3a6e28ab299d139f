namespace Simulator.Charts;

/// <content>The table of languages.</content>
public sealed partial record ChartLanguage
{
    /// <summary>English.</summary>
    public static ChartLanguage English { get; } = new()
    {
        Code = "en",
        Decimal = ".",
        Thousands = ",",
        GroupFrom = 4,
        PercentGap = "",
        Words = new ChartWords
        {
            Source = "Source: {0}",
            Edition = "Edition: {0}",
            CutOff = "Cut-off: {0}",
            Run = "Run\u00A0{0}",
            Past = "Past",
            Projection = "Projection",
            ProjectionFrom = "Projection from {0}",
            AtLine = "At the line in {0}",
            Short = "Short of the line in {0}",
            Beyond = "Beyond the scale",
            Estimate = "{0} estimate",
            Total = "Total",
            NoFigure = "No figure",
            LineAt = "{0}: {1}",
            DescribeMultiples = "{0} panels, one per member, {1} to {2}, projected after {3}. Highest in {2}: {4}. Lowest: {5}.",
            DescribeRanking = "{0} members, {1} against {2}. Highest in {2}: {3}. Lowest: {4}. Members at the line of {6}: {5}.",
            DescribeStack = "Stacked areas from {0} to {1}, projected after {2}. Total: {3}.",
            Today = "today",
            ReachedBy = "by {0}",
            ReachedLater = "after {0}, by {1}",
            NotReached = "not by {0}",
            DescribeReach = "Cells of {0} members by target share. At target by {1}: {2}.",
        },
    };

    /// <summary>French.</summary>
    public static ChartLanguage French { get; } = new()
    {
        Code = "fr",
        Decimal = ",",
        Thousands = "\u00A0",
        GroupFrom = 4,
        PercentGap = "\u00A0",
        Words = new ChartWords
        {
            Source = "Source\u00A0: {0}",
            Edition = "Édition\u00A0: {0}",
            CutOff = "Date d’arrêt\u00A0: {0}",
            Run = "Calcul\u00A0{0}",
            Past = "Passé",
            Projection = "Projection",
            ProjectionFrom = "Projection à partir de {0}",
            AtLine = "Au niveau de la ligne en {0}",
            Short = "Sous la ligne en {0}",
            Beyond = "Au-delà de l’échelle",
            Estimate = "Estimation {0}",
            Total = "Total",
            NoFigure = "Pas de chiffre",
            LineAt = "{0}\u00A0: {1}",
            DescribeMultiples = "{0} graphiques, un par membre, de {1} à {2}, projections après {3}. Maximum en {2}\u00A0: {4}. Minimum\u00A0: {5}.",
            DescribeRanking = "{0} membres, {1} et {2}. Maximum en {2}\u00A0: {3}. Minimum\u00A0: {4}. Membres au niveau de la ligne de {6}\u00A0: {5}.",
            DescribeStack = "Aires empilées de {0} à {1}, projections après {2}. Total\u00A0: {3}.",
            Today = "aujourd’hui",
            ReachedBy = "d’ici {0}",
            ReachedLater = "après {0}, d’ici {1}",
            NotReached = "pas d’ici {0}",
            DescribeReach = "Cases de {0} membres par part visée. Atteinte d’ici {1}\u00A0: {2}.",
        },
    };

    /// <summary>German.</summary>
    public static ChartLanguage German { get; } = new()
    {
        Code = "de",
        Decimal = ",",
        Thousands = ".",
        GroupFrom = 4,
        PercentGap = "\u00A0",
        Words = new ChartWords
        {
            Source = "Quelle: {0}",
            Edition = "Ausgabe: {0}",
            CutOff = "Datenstand: {0}",
            Run = "Lauf\u00A0{0}",
            Past = "Vergangenheit",
            Projection = "Projektion",
            ProjectionFrom = "Projektion ab {0}",
            AtLine = "{0} auf der Linie",
            Short = "{0} unter der Linie",
            Beyond = "Jenseits der Skala",
            Estimate = "Schätzung {0}",
            Total = "Insgesamt",
            NoFigure = "Keine Angabe",
            LineAt = "{0}: {1}",
            DescribeMultiples = "{0} Felder, eines je Mitglied, {1} bis {2}, nach {3} projiziert. Höchster Wert {2}: {4}. Niedrigster: {5}.",
            DescribeRanking = "{0} Mitglieder, {1} und {2}. Höchster Wert {2}: {3}. Niedrigster: {4}. Mitglieder auf der Linie von {6}: {5}.",
            DescribeStack = "Gestapelte Flächen von {0} bis {1}, nach {2} projiziert. Insgesamt: {3}.",
            Today = "heute",
            ReachedBy = "bis {0}",
            ReachedLater = "nach {0}, bis {1}",
            NotReached = "nicht bis {0}",
            DescribeReach = "Felder von {0} Mitgliedern nach Zielanteil. Erreicht bis {1}: {2}.",
        },
    };

    /// <summary>Italian.</summary>
    public static ChartLanguage Italian { get; } = new()
    {
        Code = "it",
        Decimal = ",",
        Thousands = ".",
        GroupFrom = 4,
        PercentGap = "",
        Words = new ChartWords
        {
            Source = "Fonte: {0}",
            Edition = "Edizione: {0}",
            CutOff = "Dati al: {0}",
            Run = "Calcolo\u00A0{0}",
            Past = "Passato",
            Projection = "Proiezione",
            ProjectionFrom = "Proiezione dal {0}",
            AtLine = "Alla linea nel {0}",
            Short = "Sotto la linea nel {0}",
            Beyond = "Oltre la scala",
            Estimate = "Stima {0}",
            Total = "Totale",
            NoFigure = "Nessun dato",
            LineAt = "{0}: {1}",
            DescribeMultiples = "{0} riquadri, uno per membro, dal {1} al {2}, proiezioni dopo il {3}. Massimo nel {2}: {4}. Minimo: {5}.",
            DescribeRanking = "{0} membri, {1} e {2}. Massimo nel {2}: {3}. Minimo: {4}. Membri alla linea del {6}: {5}.",
            DescribeStack = "Aree sovrapposte dal {0} al {1}, proiezioni dopo il {2}. Totale: {3}.",
            Today = "oggi",
            ReachedBy = "entro il {0}",
            ReachedLater = "dopo il {0}, entro il {1}",
            NotReached = "non entro il {0}",
            DescribeReach = "Celle di {0} membri per quota obiettivo. Raggiunta entro il {1}: {2}.",
        },
    };

    /// <summary>Spanish.</summary>
    public static ChartLanguage Spanish { get; } = new()
    {
        Code = "es",
        Decimal = ",",
        Thousands = "\u00A0",
        GroupFrom = 5,
        PercentGap = "\u00A0",
        Words = new ChartWords
        {
            Source = "Fuente: {0}",
            Edition = "Edición: {0}",
            CutOff = "Datos a: {0}",
            Run = "Cálculo\u00A0{0}",
            Past = "Pasado",
            Projection = "Proyección",
            ProjectionFrom = "Proyección desde {0}",
            AtLine = "En la línea en {0}",
            Short = "Por debajo de la línea en {0}",
            Beyond = "Fuera de escala",
            Estimate = "Estimación {0}",
            Total = "Total",
            NoFigure = "Sin dato",
            LineAt = "{0}: {1}",
            DescribeMultiples = "{0} paneles, uno por miembro, de {1} a {2}, proyección después de {3}. Máximo en {2}: {4}. Mínimo: {5}.",
            DescribeRanking = "{0} miembros, {1} y {2}. Máximo en {2}: {3}. Mínimo: {4}. Miembros en la línea del {6}: {5}.",
            DescribeStack = "Áreas apiladas de {0} a {1}, proyección después de {2}. Total: {3}.",
            Today = "hoy",
            ReachedBy = "para {0}",
            ReachedLater = "después de {0}, para {1}",
            NotReached = "no para {0}",
            DescribeReach = "Celdas de {0} miembros por cuota objetivo. Alcanzada para {1}: {2}.",
        },
    };

    /// <summary>Polish.</summary>
    public static ChartLanguage Polish { get; } = new()
    {
        Code = "pl",
        Decimal = ",",
        Thousands = "\u00A0",
        GroupFrom = 5,
        PercentGap = "",
        Words = new ChartWords
        {
            Source = "Źródło: {0}",
            Edition = "Wydanie: {0}",
            CutOff = "Stan danych: {0}",
            Run = "Przebieg\u00A0{0}",
            Past = "Przeszłość",
            Projection = "Projekcja",
            ProjectionFrom = "Projekcja od {0}",
            AtLine = "Na linii w {0}",
            Short = "Poniżej linii w {0}",
            Beyond = "Poza skalą",
            Estimate = "Szacunek {0}",
            Total = "Razem",
            NoFigure = "Brak danych",
            LineAt = "{0}: {1}",
            DescribeMultiples = "Wykresy: {0}, po jednym na członka, {1}–{2}, projekcja po {3}. Najwyżej w {2}: {4}. Najniżej: {5}.",
            DescribeRanking = "Członkowie: {0}, {1} i {2}. Najwyżej w {2}: {3}. Najniżej: {4}. Na linii {6}: {5}.",
            DescribeStack = "Pola skumulowane {0}–{1}, projekcja po {2}. Razem: {3}.",
            Today = "dziś",
            ReachedBy = "do {0}",
            ReachedLater = "po {0}, do {1}",
            NotReached = "nie do {0}",
            DescribeReach = "Pola: {0} członków według udziału docelowego. Osiągnięty do {1}: {2}.",
        },
    };

    /// <summary>All languages that figures can speak.</summary>
    public static IReadOnlyList<ChartLanguage> All { get; } = [English, French, German, Italian, Spanish, Polish];

    /// <summary>Finds a language by its code.</summary>
    /// <param name="code">ISO 639-1 code in lower case, for example <c>de</c>.</param>
    /// <param name="language">The language; English when there is none of that code.</param>
    /// <returns>Whether there is a language of that code.</returns>
    public static bool TryFind(string code, out ChartLanguage language)
    {
        var found = All.FirstOrDefault(l => l.Code == code);
        language = found ?? English;
        return found is not null;
    }
}
