using System.Xml;
using KawasakiServerless.Domain;
using KawasakiServerless.Site.DataDictionary;
using KawasakiServerless.Site.Rendering;

namespace KawasakiServerless.Site.Readability;

/// <summary>The result of checking one rule in one file.</summary>
/// <param name="Applies">Whether the rule applies to files of this format.</param>
internal sealed record RuleResult(FileCheck Check, bool Applies, IReadOnlyList<string> Breaches)
{
    public ReadabilityRule Rule => Check.Rule;

    public bool IsKept => Breaches.Count == 0;
}

/// <summary>The result of checking a file against the national rules of machine-readability (機械可読性).</summary>
internal sealed record FileReadability(IReadOnlyList<RuleResult> Results)
{
    private const int Shown = 3;

    public ReadabilityScores Scores { get; } = ReadabilityScores.Of(Results.Where(r => !r.IsKept).Select(r => r.Rule));

    /// <summary>
    /// Sentences about the cells of a CSV file that a spreadsheet program would execute as formulas, at most three. They are not part of
    /// the results, because the national rules forbid formulas only in Excel files.
    /// </summary>
    public IReadOnlyList<string> Executable { get; init; } = [];

    public IEnumerable<RuleResult> Broken => Results.Where(r => !r.IsKept);

    /// <param name="file">The opened file.</param>
    /// <param name="described">The tables that the data dictionary describes; a table is found by its name.</param>
    public static FileReadability Of(OpenedFile file, IReadOnlyList<OpenDataFile> described)
    {
        try
        {
            return new([.. ResultsOf(file, described)])
            {
                Executable = file.Kind == FileKind.Csv
                    ? [.. file.Tables.SelectMany(t => TableChecks.NoFormulas(file.Kind, t)).Take(Shown)]
                    : [],
            };
        }
        catch (Exception unreadable) when (unreadable is InvalidDataException or XmlException)
        {
            return Of(new OpenedFile(file.Name, []), described);
        }
    }

    // Each thread runs all checks on one table before it opens the next, so that few tables are in memory at the same time.
    private static IEnumerable<RuleResult> ResultsOf(OpenedFile file, IReadOnlyList<OpenDataFile> described)
    {
        FileCheck[] checks = [.. FileChecks.All.Where(c => c.AppliesTo(file.Kind))];
        var inTables = ParallelWork.Each(
            [.. Enumerable.Range(0, file.Tables.Count)], i => BreachesIn(file.Kind, Described(file.Tables[i], described), checks));
        return FileChecks.All.Select(c => Array.IndexOf(checks, c) is var at and >= 0
            ? new RuleResult(c, true, [.. c.InFile(file).Concat(inTables.SelectMany(breaches => breaches[at])).Take(Shown)])
            : new(c, false, []));
    }

    private static OpenedTable Described(OpenedTable table, IReadOnlyList<OpenDataFile> described) =>
        table with { Description = described.FirstOrDefault(f => f.Name == table.Name) };

    /// <returns>For each check, the first breaches that it found in the table.</returns>
    private static List<string>[] BreachesIn(FileKind kind, OpenedTable table, FileCheck[] checks)
    {
        List<string>[] found = [.. checks.Select(c => c.InTable(kind, table).Take(Shown).ToList())];
        (int Index, FileCheck Check)[] ofCells = [.. checks.Index().Where(c => c.Item.IsOfCells)];
        foreach (var (row, column, cell) in table.DifferentCells)
        {
            foreach (var (i, check) in ofCells)
            {
                if (found[i].Count < Shown && Fault(kind, check, column, cell) is { } what)
                    found[i].Add($"{table.Name} {Texts.Format(row)}行目 {column?.Name}：{what}「{Texts.Shorten(cell.Text, 20)}」");
            }
        }

        return found;
    }

    private static string? Fault(FileKind kind, FileCheck check, OpenDataColumn? column, OpenedCell cell) =>
        cell.IsBlank ? check.InBlank?.Invoke(column) : check.InCell?.Invoke(kind, column, cell);
}
