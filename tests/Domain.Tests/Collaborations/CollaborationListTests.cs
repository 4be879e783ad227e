namespace KawasakiServerless.Domain.Tests;

public sealed class CollaborationListTests
{
    private static readonly CollaborationList List = CollaborationList.Of(
        [
            Some.Collaboration("e", "戊", "健康福祉局、全局", "kyoiku"),
            Some.Collaboration("c", "丙", "区役所", "kenkofukushi"),
            Some.Collaboration("d", "丁", "川崎区役所、病院局", "kenkofukushi"),
            Some.Collaboration("a", "甲", "全局・区", "soumukikaku"),
            Some.Collaboration("b", "乙", "区民会議", "zaisei"),
        ],
        Some.Register);

    [Fact]
    public void CollaborationsAreNumberedByOfficialOrderOfTheLeadThenAsWritten()
    {
        Assert.Equal(["甲", "乙", "丙", "丁", "戊"], List.Select(c => c.Collaboration.Name));
        Assert.Equal([1, 2, 3, 4, 5], List.Select(c => c.Number));
    }

    [Theory]
    [InlineData("kenkofukushi", "丙 丁", "戊", "甲")]
    [InlineData("kawasaki", "", "丁", "甲 丙")]
    [InlineData("saiwai", "", "", "甲 丙")]
    [InlineData("byoin", "", "丁", "甲 戊")]
    [InlineData("soumukikaku", "甲", "", "戊")]
    [InlineData("kyoiku", "戊", "", "甲")]
    [InlineData("zaisei", "乙", "", "甲 戊")]
    public void ADepartmentFindsCollaborationsThatItLeadsThatNameItOrThatIncludeIt(
        string department, string led, string naming, string unnamed)
    {
        Assert.Equal(led, Names(List.LedBy(Some.DepartmentOf(department))));
        Assert.Equal(naming, Names(List.Naming(Some.DepartmentOf(department))));
        Assert.Equal(unnamed, Names(List.IncludingUnnamed(Some.DepartmentOf(department))));
    }

    [Fact]
    public void ThePrintedReportListsCollaborationsInTheOfficialOrder()
    {
        var collaborations = Dataset.Collaborations.Select(c =>
        {
            Assert.True(Some.Names.TryFind(c.LeadNormalized, out var lead));
            return Some.Collaboration($"row {c.No}", $"{c.No}", c.PartnersText, lead.Code);
        }).ToList();

        var list = CollaborationList.Of(collaborations, Some.Register);

        Assert.Equal(collaborations, list.Select(c => c.Collaboration));
        Assert.Equal(Enumerable.Range(1, 47), list.Select(c => c.Number));
    }

    private static string Names(IEnumerable<ListedCollaboration> list) => string.Join(' ', list.Select(c => c.Collaboration.Name));
}
