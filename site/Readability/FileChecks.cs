using static KawasakiServerless.Site.Readability.RuleSubject;

namespace KawasakiServerless.Site.Readability;

/// <summary>The checks of all national rules of machine-readability, in the order of the rules.</summary>
internal static class FileChecks
{
    public static IReadOnlyList<FileCheck> All { get; } =
    [
        new("L1-01", Form) { InFile = f => f.Tables.Count > 0 ? [] : [$"{f.Name}を、名前のとおりの形式で開けません。"] },
        new("L1-02", Form) { InTable = TableChecks.OneTable },
        new("L1-03", Form) { InTable = TableChecks.Whole },
        new("L1-04", Form) { InTable = TableChecks.NothingOutside },
        new("L1-05", Form) { InTable = TableChecks.NamedColumns },
        new("L1-06", Wording) { InCell = CellChecks.NoLayout, InTable = TableChecks.NoSpaceInHeader },
        new("L1-07", Wording) { InCell = CellChecks.OneDatum },
        new("L1-08", Wording) { InCell = CellChecks.NoMachineDependent },
        new("L1-09", Wording) { InCell = CellChecks.NoSignForNothing, InTable = TableChecks.BlanksAreNotZero },
        new("L1-10", Form) { InFile = f => f.Objects.Select(o => $"{o}があります。") },
        new("L1-11", Form) { InTable = (_, t) => t.Styled.Select(at => $"{t.Name} {at}が、書式で区別されています。") },
        new("L1-12", Form) { InTable = (_, t) => t.Merged.Select(m => $"{t.Name} {m}が結合されています。") },
        new("L1-13", Form) { InTable = (_, t) => t.Hidden.Select(h => $"{t.Name} {h}が非表示です。") },
        new("L1-14", Form) { InCell = CellChecks.OneLine },
        new("L1-15", Form) { InFile = f => f.QuoteFaults, InTable = TableChecks.NoLooseComma },
        new("L2-01", Form) { InCell = CellChecks.BareNumber, InTable = TableChecks.NumbersAlone },
        new("L2-02", Wording) { InCell = CellChecks.NoDitto, InBlank = CellChecks.MayBeBlank },
        new("L2-03", Form) { InTable = TableChecks.UniqueColumns },
        new("L2-04", Form) { InCell = CellChecks.OneOfTheChoices },
        new("L2-05", Wording) { InCell = CellChecks.OtherAlone },
        new("L2-06", Form) { InTable = TableChecks.NoFormulas },
        new("L3-01", Form) { InTable = TableChecks.HeaderFirst },
        new("L3-02", Form) { InTable = TableChecks.ExplainedCodes },
        new("L3-03", Form) { InCell = CellChecks.NoUndefinedSign },
        new("L3-04", Form) { InTable = TableChecks.Units },
        new("L3-05", Wording) { InCell = CellChecks.WesternYear, InTable = TableChecks.NoEraAlone },
        new("L3-06", Wording) { InCell = CellChecks.OfficialPlace },
        new("L3-07", Form) { InTable = TableChecks.SameColumnsEachYear },
        new("L3-08", Form) { InFile = f => f.EncodingFaults, InTable = TableChecks.DefinedColumns },
        new("L3-09", Form) { InTable = TableChecks.LongForm },
    ];
}
