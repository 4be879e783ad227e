using KawasakiServerless.Workbooks.Layout;

namespace KawasakiServerless.Workbooks.Tests.Documentation;

/// <summary>The pages of docs/datasets/, generated from the definitions that the reader and the template use.</summary>
internal static class DatasetPages
{
    public const string Made = "このページは `functions/Workbooks` の定義から作られています。"
        + "直接書き換えず、定義を直してから `ACCEPT=1 dotnet test tests/Workbooks.Tests` で作り直してください。";

    /// <summary>The text of each page, by file name.</summary>
    public static IReadOnlyDictionary<string, string> All { get; } = new Dictionary<string, string>
    {
        ["README.md"] = IndexPage.Text(),
        ["problems.md"] = ProblemPage.Text(),
        ["repairs.md"] = RepairPage.Text(),
        ["initiatives.md"] = SheetPage.Of(InitiativeSheet.Layout),
        ["directions.md"] = SheetPage.Of(DirectionSheet.Layout),
        ["collaborations.md"] = SheetPage.Of(CollaborationSheet.Layout),
        ["ward-activities.md"] = SheetPage.Of(WardActivitySheet.Layout),
        ["statistics.md"] = SheetPage.Of(StatisticSheet.Layout),
        ["passages.md"] = SheetPage.Of(PassageSheet.Layout),
        ["plain-summaries.md"] = SheetPage.Of(PlainSummarySheet.Layout),
    };
}
