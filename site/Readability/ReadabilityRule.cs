using System.Xml;
using KawasakiServerless.Site.Catalogue;

namespace KawasakiServerless.Site.Readability;

/// <summary>A rule of the national checklist for data that machines read, as a check over an opened file.</summary>
/// <param name="Number">As the checklist of December 2020 counts it: 1-2; 文字コード has none there.</param>
/// <param name="Keeper">Who can keep it: the form is ours, the wording the departments'.</param>
internal sealed record ReadabilityRule(string Number, string Title, RuleKeeper Keeper)
{
    /// <summary>Whether a file of a kind can break it.</summary>
    public Func<FileKind, bool> AppliesTo { get; init; } = _ => true;

    /// <summary>A sentence for each place outside the tables that breaks it.</summary>
    public Func<OpenedFile, IEnumerable<string>> InFile { get; init; } = _ => [];

    /// <summary>What is wrong with a cell below the header that is not blank; null for nothing.</summary>
    public Func<FileKind, OpenDataColumn?, OpenedCell, string?>? InCell { get; init; }

    /// <summary>A sentence for each other place in a table that breaks it.</summary>
    public Func<FileKind, OpenedTable, IEnumerable<string>> InTable { get; init; } = (_, _) => [];
}

internal enum RuleKeeper
{
    Form,
    Wording,
}

/// <summary>What a rule found in a file.</summary>
/// <param name="Applies">Whether a file of this kind can break it.</param>
internal sealed record RuleResult(ReadabilityRule Rule, bool Applies, IReadOnlyList<string> Breaches)
{
    public bool IsKept => Breaches.Count == 0;
}

/// <summary>How much of the rules a file keeps (機械可読性のスコア).</summary>
internal sealed record ReadabilityScore(IReadOnlyList<RuleResult> Results)
{
    private const int Shown = 3;

    public IEnumerable<RuleResult> Applicable => Results.Where(r => r.Applies);

    public int Kept => Applicable.Count(r => r.IsKept);

    /// <summary>In percent of the rules that apply, rounded down: 100 only when all are kept.</summary>
    public int Percent => Kept * 100 / Applicable.Count();

    public static ReadabilityScore Of(OpenedFile file)
    {
        try
        {
            return new([.. ResultsOf(file)]);
        }
        catch (Exception unreadable) when (unreadable is InvalidDataException or XmlException)
        {
            return Of(new OpenedFile(file.Name, []));
        }
    }

    // Table by table, so that few are open at a time.
    private static IEnumerable<RuleResult> ResultsOf(OpenedFile file)
    {
        ReadabilityRule[] rules = [.. ReadabilityRules.All.Where(r => r.AppliesTo(file.Kind))];
        var inTables = Enumerable.Range(0, file.Tables.Count).AsParallel().AsOrdered().Select(i => BreachesIn(file.Kind, file.Tables[i], rules)).ToList();
        return ReadabilityRules.All.Select(r => Array.IndexOf(rules, r) is var at and >= 0
            ? new RuleResult(r, true, [.. r.InFile(file).Concat(inTables.SelectMany(breaches => breaches[at])).Take(Shown)])
            : new(r, false, []));
    }

    /// <returns>Of each rule.</returns>
    private static List<string>[] BreachesIn(FileKind kind, OpenedTable table, ReadabilityRule[] rules)
    {
        List<string>[] found = [.. rules.Select(r => r.InTable(kind, table).Take(Shown).ToList())];
        foreach (var (row, column, cell) in table.Cells)
        {
            for (var i = 0; i < rules.Length && !cell.IsBlank; i++)
            {
                if (found[i].Count < Shown && rules[i].InCell?.Invoke(kind, column, cell) is { } what)
                    found[i].Add($"{table.Name} {Texts.Format(row)}行目 {column?.Name}：{what}「{Texts.Shorten(cell.Text, 20)}」");
            }
        }

        return found;
    }
}
