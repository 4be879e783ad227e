using System.Xml;
using KawasakiServerless.Domain;
using KawasakiServerless.Site.Catalogue;

namespace KawasakiServerless.Site.Readability;

/// <summary>The result of one check of a file.</summary>
/// <param name="Applies">Whether a file of this kind can break the rule.</param>
internal sealed record RuleResult(FileCheck Check, bool Applies, IReadOnlyList<string> Breaches)
{
    public ReadabilityRule Rule => Check.Rule;

    public bool IsKept => Breaches.Count == 0;
}

/// <summary>The results of a file for the national rules of machine readability (機械可読性).</summary>
internal sealed record FileReadability(IReadOnlyList<RuleResult> Results)
{
    private const int Shown = 3;

    public ReadabilityScores Scores { get; } = ReadabilityScores.Of(Results.Where(r => !r.IsKept).Select(r => r.Rule));

    /// <summary>
    /// Cells of CSV that a spreadsheet would execute when it opens the file; the national rules cover this only for Excel files.
    /// </summary>
    public IReadOnlyList<string> Executable { get; init; } = [];

    public IEnumerable<RuleResult> Broken => Results.Where(r => !r.IsKept);

    public static FileReadability Of(OpenedFile file)
    {
        try
        {
            return new([.. ResultsOf(file)])
            {
                Executable = file.Kind == FileKind.Csv
                    ? [.. file.Tables.SelectMany(t => TableChecks.NoFormulas(file.Kind, t)).Take(Shown)]
                    : [],
            };
        }
        catch (Exception unreadable) when (unreadable is InvalidDataException or XmlException)
        {
            return Of(new OpenedFile(file.Name, []));
        }
    }

    // Checks table by table, so that few tables are open at the same time.
    private static IEnumerable<RuleResult> ResultsOf(OpenedFile file)
    {
        FileCheck[] checks = [.. FileChecks.All.Where(c => c.AppliesTo(file.Kind))];
        var inTables = Enumerable.Range(0, file.Tables.Count).AsParallel().AsOrdered()
            .Select(i => BreachesIn(file.Kind, file.Tables[i], checks)).ToList();
        return FileChecks.All.Select(c => Array.IndexOf(checks, c) is var at and >= 0
            ? new RuleResult(c, true, [.. c.InFile(file).Concat(inTables.SelectMany(breaches => breaches[at])).Take(Shown)])
            : new(c, false, []));
    }

    /// <returns>The breaches found by each check.</returns>
    private static List<string>[] BreachesIn(FileKind kind, OpenedTable table, FileCheck[] checks)
    {
        List<string>[] found = [.. checks.Select(c => c.InTable(kind, table).Take(Shown).ToList())];
        foreach (var (row, column, cell) in table.Cells)
        {
            for (var i = 0; i < checks.Length; i++)
            {
                if (found[i].Count < Shown && Fault(kind, checks[i], column, cell) is { } what)
                    found[i].Add($"{table.Name} {Texts.Format(row)}行目 {column?.Name}：{what}「{Texts.Shorten(cell.Text, 20)}」");
            }
        }

        return found;
    }

    private static string? Fault(FileKind kind, FileCheck check, OpenDataColumn? column, OpenedCell cell) =>
        cell.IsBlank ? check.InBlank?.Invoke(column) : check.InCell?.Invoke(kind, column, cell);
}
