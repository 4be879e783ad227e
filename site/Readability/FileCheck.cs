using KawasakiServerless.Domain;
using KawasakiServerless.Site.DataDictionary;

namespace KawasakiServerless.Site.Readability;

/// <summary>Checks whether an opened file complies with one of the national rules of machine-readability.</summary>
/// <param name="Id">The id of the rule, such as L1-01.</param>
/// <param name="Subject">Who can break the rule: this site's code, which determines the form of the file, or the departments, which
/// determine the wording.</param>
internal sealed record FileCheck(string Id, RuleSubject Subject)
{
    public ReadabilityRule Rule { get; } = ReadabilityRules.Of(Id);

    /// <summary>Returns a sentence for each breach of the rule in the file as a whole, such as its encoding.</summary>
    public Func<OpenedFile, IEnumerable<string>> InFile { get; init; } = _ => [];

    /// <summary>
    /// Returns the fault of a cell that is below the header and not blank; null for none. It is called for every such cell, so it must be
    /// fast even if the text is long.
    /// </summary>
    public Func<FileKind, OpenDataColumn?, OpenedCell, string?>? InCell { get; init; }

    /// <summary>Returns the fault of a blank cell; null for none.</summary>
    public Func<OpenDataColumn?, string?>? InBlank { get; init; }

    /// <summary>Whether the rule is checked in each cell, with or without content, and not only in whole tables or files.</summary>
    public bool IsOfCells => InCell is not null || InBlank is not null;

    /// <summary>
    /// Returns a sentence for each breach of the rule by a table as a whole, such as by its header, and not by a single cell.
    /// </summary>
    public Func<FileKind, OpenedTable, IEnumerable<string>> InTable { get; init; } = (_, _) => [];

    public bool AppliesTo(FileKind kind) => Rule.AppliesTo switch
    {
        ReadabilityScope.Excel => kind == FileKind.Workbook,
        ReadabilityScope.Csv => kind == FileKind.Csv,
        _ => true,
    };
}

internal enum RuleSubject
{
    Form,
    Wording,
}
