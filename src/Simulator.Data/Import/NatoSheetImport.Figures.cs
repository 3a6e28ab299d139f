using Simulator.Alliance;

namespace Simulator.Data.Import;

/// <content>The figures of a member's row, and what is told of a whole sheet.</content>
internal sealed partial class NatoSheetImport
{
    private void ReadFigures(WorkbookRow row, WorkbookCell[] cells, string label, string place, NatoBlock block)
    {
        bool national = block.Indicator is NatoIndicator.NcuCurrentM or NatoIndicator.NcuConstantM;
        (string name, string currency) = national ? NatoNames.Split(label) : (label, "");
        if (!names.TryCode(name, out string code, out bool isUsual))
        {
            string question = names.Question(name);
            Error(place, $"\"{label}\" is no member and no total" + (question.Length > 0 ? "; " + question : "") + $" If it is a member under another name, say so: --member \"{NatoNames.OneLine(name)}=ISO3\"");
            return;
        }

        if (!_seenRows.Add(code))
        {
            Error(place, $"{code} stands twice under the same heading");
            return;
        }

        if (NatoNames.HasMark(label) || NatoNames.HasMark(name))
        {
            _marked.Add(code);
        }

        if (!isUsual)
        {
            _otherNames.Add($"\"{NatoNames.OneLine(name)}\" as {code}");
        }

        if (row.IsHidden)
        {
            log.Warn(place, $"the row of {code} is hidden; it was read all the same");
        }

        release.AddUnit(code);
        if (national)
        {
            TakeCurrency(code, currency, place);
        }

        for (int i = 0; i < cells.Length; i++)
        {
            Take(cells[i], code, block.Indicator, _header.Columns[i].Year, row.Number);
        }
    }

    private void Take(WorkbookCell cell, string code, NatoIndicator indicator, int year, int row)
    {
        _formulas += cell.IsFormula ? 1 : 0;
        switch (FigureCell.Read(cell, out decimal value, out string problem))
        {
            case FigureReading.Unreadable:
                Error(log.Cell(sheet.Name, cell.Column, row), problem);
                return;
            case FigureReading.Blank:
                _blanks.Add(CellName.Of(cell.Column, row));
                return;
            case FigureReading.NumberAsText:
                _numbersAsText++;
                break;
            case FigureReading.MarkedNumber:
                _markedNumbers++;
                break;
            default:
                break;
        }

        if (value < 0 && indicator != NatoIndicator.RealChangePct)
        {
            Error(log.Cell(sheet.Name, cell.Column, row), $"{indicator} of {code} in {Text(year)} is negative");
        }

        release.TryAdd(code, indicator, year, value);
    }

    private void TakeCurrency(string code, string word, string place)
    {
        if (NatoNames.IsTotal(code))
        {
            return;
        }

        string currency = NatoNames.CurrencyOf(word, code);
        if (word.Length == 0 || currency.Length == 0)
        {
            Error(place, word.Length == 0 ? $"no currency stands behind {code}" : $"\"{word}\" is not known as a currency of {code}");
            return;
        }

        if (release.Currency.TryGetValue(code, out string? before) && before != currency)
        {
            Error(place, $"{code} is in {currency} here and in {before} above");
            return;
        }

        release.Currency[code] = currency;
    }

    private void Summarise()
    {
        string place = log.Sheet(sheet.Name);
        Say(_marked.Count > 0, $"{Text(_marked.Distinct().Count())} names bear a footnote mark: {string.Join(", ", _marked.Distinct())}");
        Say(_otherNames.Count > 0, "other names than in members.csv were read: " + string.Join(", ", _otherNames.Distinct()));
        Say(_skipped.Count > 0, $"hidden rows of left-over formulas were passed over: {string.Join(", ", _skipped)}");
        Say(_blanks.Count > 0, $"{Text(_blanks.Count)} cells are blank and stay so: {string.Join(", ", _blanks.Take(10))}{(_blanks.Count > 10 ? " …" : "")}");
        Say(_numbersAsText > 0, $"{Text(_numbersAsText)} numbers are kept as text; they were read as numbers");
        Say(_markedNumbers > 0, $"{Text(_markedNumbers)} numbers bear a mark behind them, which was left out");
        Say(_formulas > 0, $"{Text(_formulas)} figures are results of formulas; what the workbook last showed was read");
        Say(_aside > 0, $"{Text(_aside)} cells beside the table were not read");

        void Say(bool applies, string message)
        {
            if (applies)
            {
                log.Note(place, message);
            }
        }
    }
}
