using System.CommandLine;
using System.Globalization;
using System.Text;
using Simulator.Data.Calibration;
using Simulator.Data.Editions;
using Simulator.Data.Sources;
using Simulator.Reports.Figures;

namespace Simulator.Cli;

/// <summary>natosim calibrate: fits the uncertainty to the shipped history, and says how far the fit is from past errors.</summary>
internal static class CalibrateCommand
{
    public static Command Create(Shell shell)
    {
        Option<string?> outFile = new("--out") { Description = "Write the parameters to this file, in the layout of data/uncertainty.csv; without it nothing is written.", HelpName = "FILE" };
        Option<bool> overwrite = new("--overwrite") { Description = "Replace a file that holds something else." };
        Option<string?> data = CommonOptions.Data();
        Command command = new("calibrate", "Fit the uncertainty to history, and hold it against the errors of past outlooks.") { outFile, overwrite, data };
        command.SetAction(parsed =>
        {
            if (!shell.TryOpenData(parsed.GetValue(data), out DataFolder? folder))
            {
                return ExitCode.BadInput;
            }

            DataResult<Calibrated> fit = UncertaintyFit.Of(folder);
            if (!fit.Ok)
            {
                shell.Complain(fit.Problems);
                return ExitCode.BadInput;
            }

            if (parsed.GetValue(outFile) is { } path)
            {
                byte[] bytes = Encoding.UTF8.GetBytes(UncertaintyTable.ToCsv(fit.Value.Rows));
                if (ChartReport.Write([(path, bytes)], parsed.GetValue(overwrite)) is { } failure)
                {
                    return shell.Complain(failure);
                }
            }

            PlainTable.Write(shell.Out, Parameters(fit.Value));
            shell.Out.WriteLine();
            PlainTable.Write(shell.Out, Checks(
                "Level of real GDP: errors of past outlooks beside the spread that the parameters imply, percent",
                fit.Value.GdpChecks,
                "The outlooks are few and overlap: all of them stood before the same recovery of 2021-22 and the same war, so the errors of one year count many times. "
                    + "Nothing is rescaled by them; growth_scale is the one parameter that could, and it is 1."));
            shell.Out.WriteLine();
            PlainTable.Write(shell.Out, Checks(
                "Government debt: errors of past outlooks about its change beside the spread of draws in which shares are held, points of GDP",
                fit.Value.DebtChecks,
                "The draws are wider for two reasons. They move GDP by more than these outlooks missed it, as the table above shows: the fit knows 2009 and 2020, the outlooks do not. "
                    + "And no government reacts in them: GDP that is lost stays lost, public spending stands, and the revenue that is missing is borrowed in every year after, which counts for more the longer it lasts. "
                    + "In the past the balance took balance_on_growth of a growth shock in the same year, and balance_persistence of that was left a year later. Nothing is rescaled."));
            return ExitCode.Done;
        });
        return command;
    }

    private static CatalogueTable Parameters(Calibrated fit) => new(
        "Uncertainty: parameters that hold for all members",
        ["parameter", "value", "s.e.", "cases", "basis", "how"],
        [
            .. fit.Rows.Where(r => r.Iso3.Length == 0 && r.Year == 0).Select(r => (IReadOnlyList<string>)
                [r.Parameter, Digits(r.Value), Digits(r.StandardError), r.Observations == 0 ? "" : r.Observations.ToString(CultureInfo.InvariantCulture), r.Basis, r.Note]),
        ],
        ["Loadings and spreads of each member, the common factors by year and the four cases of delivery are in the file (--out)."]);

    private static CatalogueTable Checks(string title, IReadOnlyList<UncertaintyCheck> checks, string remark) => new(
        title,
        ["years ahead", "outlooks", "forecasts", "mean error", "error", "implied", "implied over error"],
        [
            .. checks.Select(c => (IReadOnlyList<string>)
            [
                c.Horizon.ToString(CultureInfo.InvariantCulture), c.Editions.ToString(CultureInfo.InvariantCulture), c.Errors.ToString(CultureInfo.InvariantCulture),
                Fixed(c.Mean), Fixed(c.Error), Fixed(c.Implied), Fixed(c.Implied / c.Error),
            ]),
        ],
        [remark]);

    private static string Digits(double value) => double.IsFinite(value) ? value.ToString("G4", CultureInfo.InvariantCulture) : "";

    private static string Fixed(double value) => double.IsFinite(value) ? value.ToString("0.00", CultureInfo.InvariantCulture) : "";
}
