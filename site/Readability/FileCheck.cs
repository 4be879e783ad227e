using KawasakiServerless.Domain;
using KawasakiServerless.Site.Catalogue;

namespace KawasakiServerless.Site.Readability;

/// <summary>The check of one of the national rules in an opened file.</summary>
/// <param name="Id">The id of the rule: L1-01.</param>
/// <param name="Keeper">Who is responsible for the rule: this site for the form, the departments for the wording.</param>
internal sealed record FileCheck(string Id, RuleKeeper Keeper)
{
    public ReadabilityRule Rule { get; } = ReadabilityRules.Of(Id);

    /// <summary>Returns a sentence for each breach outside the tables.</summary>
    public Func<OpenedFile, IEnumerable<string>> InFile { get; init; } = _ => [];

    /// <summary>
    /// Returns the fault of a cell below the header that is not blank; null for none. It runs for every cell, so it may read a long text
    /// only once.
    /// </summary>
    public Func<FileKind, OpenDataColumn?, OpenedCell, string?>? InCell { get; init; }

    /// <summary>Returns the fault of a blank cell; null for none.</summary>
    public Func<OpenDataColumn?, string?>? InBlank { get; init; }

    /// <summary>Returns a sentence for each other breach in a table.</summary>
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
