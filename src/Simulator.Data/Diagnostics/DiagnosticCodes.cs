namespace Simulator.Data.Diagnostics;

/// <summary>Codes of everything that a scenario file can be told: errors from NS001, warnings from NS101, notices from NS201. A code never changes its meaning.</summary>
internal static class DiagnosticCodes
{
    public const string CannotRead = "NS001";
    public const string TooLarge = "NS002";
    public const string Workbook = "NS003";
    public const string Utf16 = "NS004";
    public const string NotText = "NS005";
    public const string NoScenarioRow = "NS006";
    public const string MissingColumn = "NS007";
    public const string UnknownColumn = "NS008";
    public const string DoubleColumn = "NS009";
    public const string CellCount = "NS010";
    public const string Quotes = "NS011";
    public const string OutOfRange = "NS012";
    public const string NotANumber = "NS013";
    public const string Thousands = "NS014";
    public const string DateForNumber = "NS015";
    public const string BadId = "NS016";
    public const string DateLikeId = "NS017";
    public const string MissingCell = "NS018";
    public const string UnknownWhat = "NS019";
    public const string UnknownMember = "NS020";
    public const string MemberGrammar = "NS021";
    public const string NobodyLeft = "NS022";
    public const string NoForces = "NS023";
    public const string MissingValue = "NS024";
    public const string ValueAndYears = "NS025";
    public const string CellNotAllowed = "NS026";
    public const string NotAYear = "NS027";
    public const string YearOutOfRange = "NS028";
    public const string YearOrder = "NS029";
    public const string MissingTo = "NS030";
    public const string UnknownShape = "NS031";
    public const string ShapeNumber = "NS032";
    public const string GeometricZero = "NS033";
    public const string UnknownLeg = "NS034";
    public const string MissingStart = "NS035";
    public const string CoreOnly = "NS036";
    public const string NoPlans = "NS037";
    public const string UnknownWord = "NS038";
    public const string WholeScenario = "NS039";
    public const string NoBudgetBase = "NS040";
    public const string BudgetBase = "NS041";
    public const string UnknownBase = "NS042";
    public const string Cycle = "NS043";
    public const string DoubleScenario = "NS044";
    public const string OtherEdition = "NS045";
    public const string SettingTwice = "NS046";
    public const string UnknownScenario = "NS047";

    public const string PathOverridden = "NS101";
    public const string SettingOverridden = "NS102";
    public const string LooksLikeFraction = "NS103";

    public const string ByteOrderMark = "NS201";
    public const string Windows1252 = "NS202";
    public const string LineEnds = "NS203";
    public const string Separator = "NS204";
    public const string BlankRows = "NS205";
    public const string CommentRows = "NS206";
    public const string PercentSign = "NS207";
    public const string YearIgnored = "NS208";
    public const string AlreadyMet = "NS209";
    public const string SeparatorLine = "NS210";
    public const string EditionOverridden = "NS211";
    public const string LetterCase = "NS212";
    public const string DecimalPoint = "NS213";
    public const string ShortRows = "NS214";
    public const string OldBaseYear = "NS215";
}
