using KawasakiServerless.Domain;
using KawasakiServerless.Site.Catalogue;

namespace KawasakiServerless.Site.Readability;

/// <summary>How one of the national rules is checked in an opened file.</summary>
/// <param name="Id">Of the rule: L1-01.</param>
/// <param name="Keeper">Who can keep it: the form is ours, the wording the departments'.</param>
internal sealed record FileCheck(string Id, RuleKeeper Keeper)
{
    public ReadabilityRule Rule { get; } = ReadabilityRules.Of(Id);

    /// <summary>A sentence for each place outside the tables that breaks it.</summary>
    public Func<OpenedFile, IEnumerable<string>> InFile { get; init; } = _ => [];

    /// <summary>
    /// What is wrong with a cell below the header that is not blank; null for nothing. Asked of every cell, so it reads a long text once at
    /// most.
    /// </summary>
    public Func<FileKind, OpenDataColumn?, OpenedCell, string?>? InCell { get; init; }

    /// <summary>What is wrong with a blank cell; null for nothing.</summary>
    public Func<OpenDataColumn?, string?>? InBlank { get; init; }

    /// <summary>A sentence for each other place in a table that breaks it.</summary>
    public Func<FileKind, OpenedTable, IEnumerable<string>> InTable { get; init; } = (_, _) => [];

    public bool AppliesTo(FileKind kind) => Rule.AppliesTo switch
    {
        ReadabilityScope.Excel => kind == FileKind.Workbook,
        ReadabilityScope.Csv => kind == FileKind.Csv,
        _ => true,
    };
}

internal enum RuleKeeper
{
    Form,
    Wording,
}
