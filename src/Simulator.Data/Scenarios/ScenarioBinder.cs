using Simulator.Alliance;
using Simulator.Data.Diagnostics;
using Simulator.Pathways;

namespace Simulator.Data.Scenarios;

/// <summary>Turns what was written into what it means: members and inheritance resolved, every value checked, all problems told at once.</summary>
public static class ScenarioBinder
{
    /// <summary>Binds every scenario of the files given, and the shipped ones that the options ask for.</summary>
    /// <param name="files">Files that the user gave, in that order.</param>
    /// <param name="shipped">Files that the program ships; scenarios may be based on theirs.</param>
    /// <param name="edition">The data edition in use.</param>
    /// <param name="options">How to bind.</param>
    /// <returns>The sound scenarios and all diagnostics of reading and binding; never throws for what files hold.</returns>
    public static ScenarioSet Bind(IReadOnlyList<ScenarioFile> files, IReadOnlyList<ScenarioFile> shipped, Edition edition, BindOptions options)
    {
        BindingContext context = new(edition, new MemberExpression(edition.Roster), options);
        return new Pass(context, files, shipped).Run();
    }

    /// <summary>One binding of one set of files.</summary>
    private sealed class Pass(BindingContext context, IReadOnlyList<ScenarioFile> files, IReadOnlyList<ScenarioFile> shipped)
    {
        // Every scenario holds the rows of all that it is based on: without an end to chains a small file could fill the memory.
        private const int DeepestChain = 64;

        private const string TitleNote = "title: ";

        private readonly List<List<ScenarioDraft>> _given = [];
        private readonly Dictionary<string, ScenarioDraft> _firstGiven = new(StringComparer.Ordinal);
        private readonly Dictionary<(ScenarioFile File, string Id), ScenarioDraft> _own = [];
        private readonly Dictionary<string, ScenarioDraft> _shipped = new(StringComparer.Ordinal);
        private readonly HashSet<(string File, int Line, int Column, string Code)> _told = [];
        private readonly HashSet<ScenarioFile> _shippedTold = [];

        public ScenarioSet Run()
        {
            foreach (ScenarioFile file in files)
            {
                context.Diagnostics.AddRange(file.Diagnostics);
                _given.Add(Drafts(file, true));
            }

            foreach (ScenarioFile file in shipped)
            {
                foreach (ScenarioDraft draft in Drafts(file, false))
                {
                    _shipped.TryAdd(draft.Id, draft);
                }
            }

            FindDoubles();
            List<ScenarioDraft> wanted = [.. _given.SelectMany(d => d), .. Shipped()];
            List<Scenario> scenarios = [];
            foreach (ScenarioDraft draft in wanted)
            {
                Resolve(draft);
                if (!draft.IsBroken)
                {
                    ScenarioRules.Check(context, draft, Tell);
                }

                if (!draft.IsBroken)
                {
                    scenarios.Add(ScenarioRules.Finish(context.Edition, draft));
                }
            }

            context.ReportAccepted();
            return new ScenarioSet(context.Edition, scenarios, Sorted(), new InputCount(files.Count, files.Sum(f => f.Rows.Count)));
        }

        private List<ScenarioDraft> Drafts(ScenarioFile file, bool report)
        {
            List<ScenarioDraft> drafts = [];
            foreach (WrittenRow row in file.Rows)
            {
                string id = file.CellOf(row, ScenarioColumn.Scenario).Text;
                if (!IsId(file, row, id, report))
                {
                    // The row belongs to nothing, but what else is wrong with it can be told all the same.
                    if (report)
                    {
                        ScenarioDraft stray = new(file, id);
                        stray.Rows.Add(row);
                        BindOwn(stray);
                    }

                    continue;
                }

                if (!_own.TryGetValue((file, id), out ScenarioDraft? draft))
                {
                    draft = new ScenarioDraft(file, id);
                    _own.Add((file, id), draft);
                    drafts.Add(draft);
                }

                draft.Rows.Add(row);
            }

            return drafts;
        }

        private bool IsId(ScenarioFile file, WrittenRow row, string id, bool report)
        {
            if (_own.ContainsKey((file, id)))
            {
                return true;
            }

            if (ScenarioId.IsSound(id))
            {
                return true;
            }

            if (report)
            {
                context.Diagnostics.Add(ScenarioId.Refuse(id, file.SpotOf(row, file.CellOf(row, ScenarioColumn.Scenario), "scenario")));
            }

            return false;
        }

        private void FindDoubles()
        {
            foreach (ScenarioDraft draft in _given.SelectMany(d => d))
            {
                if (!_firstGiven.TryGetValue(draft.Id, out ScenarioDraft? first))
                {
                    _firstGiven.Add(draft.Id, draft);
                    continue;
                }

                draft.IsBroken = true;
                context.Diagnostics.Add(new(
                    DiagnosticCodes.DoubleScenario,
                    draft.FirstSpot(),
                    $"scenario {draft.Id} is already in {first.File.Name}",
                    help: "give one of the two another id, or name the file once"));
            }
        }

        private List<ScenarioDraft> Shipped()
        {
            List<ScenarioDraft> wanted = [];
            foreach (string id in context.Options.ShippedIds)
            {
                if (_shipped.TryGetValue(id, out ScenarioDraft? draft))
                {
                    if (!wanted.Contains(draft))
                    {
                        wanted.Add(draft);
                    }
                }
                else
                {
                    string nearest = NearestName.Question(id, _shipped.Keys);
                    context.Diagnostics.Add(new(
                        DiagnosticCodes.UnknownScenario,
                        Spot.WholeFile(id),
                        $"{id} is neither a file nor a shipped scenario",
                        help: nearest.Length > 0 ? nearest : "shipped scenarios are " + string.Join(", ", _shipped.Keys)));
                }
            }

            return wanted;
        }

        private void BindOwn(ScenarioDraft draft)
        {
            if (draft.IsBound)
            {
                return;
            }

            draft.IsBound = true;
            string edition = EditionOf(draft);
            foreach (WrittenRow written in draft.Rows)
            {
                RowInHand row = new(context, draft.File, written) { WrittenFor = edition };
                BindRow(draft, row);
                draft.IsBroken |= row.Failed;
            }
        }

        // The edition that a scenario names itself; the last row wins, as for every setting.
        private static string EditionOf(ScenarioDraft draft)
        {
            string edition = "";
            foreach (WrittenRow row in draft.Rows)
            {
                bool names = draft.File.CellOf(row, ScenarioColumn.What).Text.Equals("edition", StringComparison.OrdinalIgnoreCase);
                edition = names ? draft.File.CellOf(row, ScenarioColumn.Value).Text : edition;
            }

            return edition;
        }

        private static void BindRow(ScenarioDraft draft, RowInHand row)
        {
            string what = row.Text(ScenarioColumn.What).ToLowerInvariant();
            if (PathRowBinder.TryFind(what, out PathWhat path))
            {
                if (PathRowBinder.Bind(row, path) is { } bound)
                {
                    draft.Paths.Add(new BoundPath(bound, row, draft));
                }
            }
            else if (SettingCatalogue.TryFind(what, out SettingDefinition? definition))
            {
                if (SettingRowBinder.Bind(row, definition) is { } setting)
                {
                    TakeSetting(draft, row, setting);
                }
            }
            else if (what.Length == 0)
            {
                row.Fail(DiagnosticCodes.MissingCell, ScenarioColumn.What, "the row does not say what it sets", help: "write a path such as at_least_pct, or a setting such as title");
            }
            else
            {
                UnknownWhat(row);
            }

            string note = SettingRowBinder.OneLine(row.Text(ScenarioColumn.Note));
            if (note.Length > 0)
            {
                string members = row.Text(ScenarioColumn.Members);
                draft.Notes.Add(members.Length > 0 ? $"{members} {what}: {note}" : $"{what}: {note}");
            }
        }

        private static void TakeSetting(ScenarioDraft draft, RowInHand row, SettingRow setting)
        {
            switch (setting.Setting)
            {
                case Setting.Title:
                    OnlyOne(row, draft.Title.Length > 0, "title");
                    draft.Title = setting.Text;
                    break;
                case Setting.BasedOn:
                    OnlyOne(row, draft.BasedOn is not null, "based_on");
                    draft.BasedOn = row;
                    break;
                default:
                    draft.Settings.Add(new BoundSetting(setting, row, draft));
                    break;
            }
        }

        private static void OnlyOne(RowInHand row, bool again, string what)
        {
            if (again)
            {
                row.Fail(DiagnosticCodes.SettingTwice, ScenarioColumn.What, $"the scenario has a second {what}", help: $"keep one row with {what}");
            }
        }

        private static void UnknownWhat(RowInHand row)
        {
            string text = row.Text(ScenarioColumn.What);
            IEnumerable<string> known = PathRowBinder.Names.Select(n => n.Name).Concat(SettingCatalogue.All.Select(s => s.Name));
            string nearest = NearestName.Question(text, known);
            row.Fail(
                DiagnosticCodes.UnknownWhat,
                ScenarioColumn.What,
                $"unknown path or setting {NearestName.Short(text)}",
                help: nearest.Length > 0 ? nearest : "paths are " + string.Join(", ", PathRowBinder.Names.Select(n => n.Name)) + "; settings stand in the README");
        }

        /// <summary>Binds a scenario with all that it is based on: those rows come first.</summary>
        private void Resolve(ScenarioDraft draft)
        {
            // A chain of scenarios can be as long as a file: it is walked, not recursed into.
            Stack<ScenarioDraft> chain = new();
            for (ScenarioDraft? next = draft; next is not null && next.State == DraftState.New; next = BaseOf(next))
            {
                next.State = DraftState.Open;
                BindOwn(next);
                ReportShipped(next.File);
                chain.Push(next);
            }

            while (chain.TryPop(out ScenarioDraft? current))
            {
                if (current.BasedOn is { } row && Find(current, row.Text(ScenarioColumn.Value)) is { } parent)
                {
                    if (parent.State == DraftState.Open)
                    {
                        row.Fail(DiagnosticCodes.Cycle, ScenarioColumn.Value, $"{current.Id} is based on itself{Through(current, parent)}", help: "one scenario of the circle has to stand on its own");
                        current.IsBroken = true;
                    }
                    else if (parent.IsBroken)
                    {
                        // The mistake has been told where it stands.
                        current.IsBroken = true;
                    }
                    else if (parent.Depth >= DeepestChain)
                    {
                        row.Fail(DiagnosticCodes.Cycle, ScenarioColumn.Value, $"{current.Id} is based on a chain of more than {DeepestChain} scenarios", help: "base it on one of the first of the chain");
                        current.IsBroken = true;
                    }
                    else
                    {
                        current.Depth = parent.Depth + 1;
                        current.AllPaths.AddRange(parent.AllPaths);
                        current.AllSettings.AddRange(parent.AllSettings);

                        // A title is not inherited, nor is what was noted of it: "all others hold" need not be true of what is built on top.
                        current.AllNotes.AddRange(parent.AllNotes.Where(n => !n.StartsWith(TitleNote, StringComparison.Ordinal)));
                    }
                }

                current.AllPaths.AddRange(current.Paths);
                current.AllSettings.AddRange(current.Settings);
                current.AllNotes.AddRange(current.Notes);
                current.State = DraftState.Resolved;
            }
        }

        private ScenarioDraft? BaseOf(ScenarioDraft draft)
        {
            if (draft.BasedOn is not { } row)
            {
                return null;
            }

            string id = row.Text(ScenarioColumn.Value);
            if (Find(draft, id) is { } found)
            {
                return found;
            }

            IEnumerable<string> known = _firstGiven.Keys.Concat(_shipped.Keys).Where(k => k != draft.Id);
            string nearest = NearestName.Question(id, known);
            row.Fail(
                DiagnosticCodes.UnknownBase,
                ScenarioColumn.Value,
                $"no scenario {NearestName.Short(id)} in this file, the other files or the shipped ones",
                help: nearest.Length > 0 ? nearest : "based_on takes the id of a scenario");
            draft.IsBroken = true;
            return null;
        }

        private ScenarioDraft? Find(ScenarioDraft draft, string id) =>
            _own.TryGetValue((draft.File, id), out ScenarioDraft? own) ? own
            : _firstGiven.TryGetValue(id, out ScenarioDraft? given) ? given
            : _shipped.GetValueOrDefault(id);

        private string Through(ScenarioDraft current, ScenarioDraft parent)
        {
            List<string> steps = [];
            for (ScenarioDraft? next = parent; next is not null && next != current && steps.Count < 5; next = next.BasedOn is { } row ? Find(next, row.Text(ScenarioColumn.Value)) : null)
            {
                steps.Add(next.Id);
            }

            return steps.Count == 0 ? "" : " through " + string.Join(", ", steps);
        }

        // A shipped file is only spoken of when a scenario of it is used; its notices are nobody's business.
        private void ReportShipped(ScenarioFile file)
        {
            if (shipped.Contains(file) && !files.Contains(file) && _shippedTold.Add(file))
            {
                context.Diagnostics.AddRange(file.Diagnostics.Where(d => d.IsError));
            }
        }

        // An inherited row is looked at again in every scenario that inherits it; what is wrong with it is told once.
        private void Tell(Diagnostic diagnostic)
        {
            if (_told.Add((diagnostic.Spot.File, diagnostic.Spot.Line, diagnostic.Spot.Column, diagnostic.Code)))
            {
                context.Diagnostics.Add(diagnostic);
            }
        }

        private List<Diagnostic> Sorted()
        {
            Dictionary<string, int> order = [];
            foreach (ScenarioFile file in files.Concat(shipped))
            {
                order.TryAdd(file.Name, order.Count);
            }

            return
            [
                .. context.Diagnostics
                    .Where(d => d.IsError || !IsShippedOnly(d.Spot.File))
                    .OrderBy(d => order.GetValueOrDefault(d.Spot.File, int.MaxValue))
                    .ThenBy(d => d.Spot.Line)
                    .ThenBy(d => d.Spot.Column)
                    .ThenBy(d => d.Code, StringComparer.Ordinal),
            ];
        }

        private bool IsShippedOnly(string name) => shipped.Any(f => f.Name == name) && files.All(f => f.Name != name);
    }
}
