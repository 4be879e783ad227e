using KawasakiServerless.Workbooks.Layout;
using KawasakiServerless.Workbooks.Problems;
using KawasakiServerless.Workbooks.Repairing;

namespace KawasakiServerless.Workbooks.Tests.Documentation;

public sealed class DocumentationTests
{
    [Theory]
    [MemberData(nameof(Pages))]
    public void EachPageInDocsDatasetsMatchesTheCode(string page) => Approved.Matches(DatasetPages.All[page], "docs", "datasets", page);

    [Fact]
    public void EveryKindOfProblemHasAnExample() => Assert.Equal(ProblemKinds.All, ProblemExamples.All.Select(f => f.Kind).Distinct());

    [Fact]
    public void AtLeast60PercentOfTheRepairRulesProposeACorrection() => Assert.True(RepairPage.Proposed * 10 >= RepairRules.All.Count * 6);

    [Fact]
    public void EveryKindIsInTheTableOfRepairsOnce() =>
        Assert.Equal(RepairRules.All.Count, RepairRules.All.Select(r => r.Kind).Distinct().Count());

    [Fact]
    public void EverySheetHasAPage() =>
        Assert.All(TemplateSheets.All,
            s => Assert.Contains(DatasetPages.All.Values, p => p.StartsWith($"# {s.Name}\n", StringComparison.Ordinal)));

    public static TheoryData<string> Pages => [.. DatasetPages.All.Keys];
}
