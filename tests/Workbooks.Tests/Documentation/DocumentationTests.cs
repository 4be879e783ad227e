namespace KawasakiServerless.Workbooks.Tests.Documentation;

public sealed class DocumentationTests
{
    [Theory]
    [MemberData(nameof(Pages))]
    public void APageSaysWhatTheCodeSays(string page) => Approved.Matches(DatasetPages.All[page], "docs", "datasets", page);

    [Fact]
    public void EveryKindOfProblemHasAnExample() => Assert.Equal(ProblemKinds.All, ProblemExamples.All.Select(f => f.Kind).Distinct());

    [Fact]
    public void EverySheetHasAPage() => Assert.All(TemplateSheets.All, s => Assert.Contains(DatasetPages.All.Values, p => p.StartsWith($"# {s.Name}\n", StringComparison.Ordinal)));

    public static TheoryData<string> Pages => [.. DatasetPages.All.Keys];
}
