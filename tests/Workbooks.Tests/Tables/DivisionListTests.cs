using KawasakiServerless.Domain;

namespace KawasakiServerless.Workbooks.Tests.Tables;

/// <summary>A cell of the column 担当部署 may name divisions of several departments, joined in any way.</summary>
public sealed class DivisionListTests
{
    [Theory]
    [InlineData("財政局甲課・病院局乙課")]
    [InlineData("財政局甲課及び病院局乙課")]
    [InlineData("財政局甲課並びに病院局乙課")]
    [InlineData("財政局甲課　病院局乙課")]
    [InlineData("財政局甲課と病院局乙課")]
    public void DivisionsOfSeveralDepartmentsMayBeJoinedByAnyWord(string divisions) => Assert.Equal(
        ["財政局甲課", "病院局乙課"], Read(divisions));

    [Theory]
    [InlineData("財政局甲課・乙課", "財政局甲課", "財政局乙課")]
    [InlineData("財政局甲課及び乙課", "財政局甲課", "財政局乙課")]
    [InlineData("財政局財政部甲課　乙課・丙課", "財政局財政部甲課", "財政局乙課", "財政局丙課")]
    [InlineData("財　政　局甲課・乙課・病院局丙課", "財　政　局甲課", "財政局乙課", "病院局丙課")]
    [InlineData("子ども未来局甲室・乙室", "子ども未来局甲室", "子ども未来局乙室")]
    [InlineData("財政局甲・乙課・丙課", "財政局甲・乙課", "財政局丙課")]
    public void FurtherDivisionsOfADepartmentAreItsDivisionsToo(string divisions, params string[] expected) => Assert.Equal(
        expected, Read(divisions));

    [Theory]
    [InlineData("市民文化局人権・男女共同参画室")]
    [InlineData("財政局甲・乙課")]
    [InlineData("財政局財政部・甲課")]
    [InlineData("財政局福祉事務所・保健所")]
    [InlineData("財政局乙室（甲課・丙課・丁課）")]
    [InlineData("甲課・乙課")]
    [InlineData("財政局各課・課")]
    [InlineData("こども未来局と地域の係")]
    public void AJoiningWordWithinANameDoesNotSplitIt(string division) => Assert.Equal(
        [division], Read(division));

    [Theory]
    [InlineData("財政局（甲課、乙課）、病院局丙課", "財政局（甲課、乙課）", "病院局丙課")]
    [InlineData("財政局(甲課\n乙課)", "財政局(甲課、乙課)")]
    [InlineData("財政局（甲課、乙課", "財政局（甲課", "乙課")]
    [InlineData("財政局（甲課、病院局（乙課）", "財政局（甲課", "病院局（乙課）")]
    [InlineData("・財政局甲課\n・病院局乙課", "財政局甲課", "病院局乙課")]
    [InlineData("●財政局甲課、○ 病院局乙課", "財政局甲課", "病院局乙課")]
    public void AListInBracketsStaysWithItsDepartmentAndAMarkOfAListIsNoPartOfAName(string divisions, params string[] expected) =>
        Assert.Equal(expected, Read(divisions));

    [Theory]
    [InlineData("各区役所")]
    [InlineData("全局、各区")]
    public void WordsForAllDepartmentsAreNoUnknownDivisions(string divisions) => Assert.DoesNotContain(
        Some.Read(TestBook.Of("zaisei", "課題と方向性", ["視点", "施策", "担当部署", "課題と今後の方向性"], [1, "その他", divisions, "文"]).ToBytes())
            .Problems, p => p.Code == "division-unknown");

    [Fact]
    public void JoinedDivisionsInTheReportLayoutAreSplitToo() => Assert.Equal(
        ["財政局甲課", "病院局乙課"], Assert.Single(Some.Read(TestBook.Of("zaisei", "視点1", ["視点1"],
            ["施策等", "これまでの主な取組", "課題と今後の方向性"], ["その他\n（財政局甲課・病院局乙課）", "・甲", null]).ToBytes()).Records.Initiatives).Divisions);

    private static EquatableList<string> Read(string divisions) => Assert.Single(Some.Read(TestBook.Of("zaisei", "視点別取組",
        ["視点", "施策", "担当部署", "取組"], [1, "その他", divisions, "文"]).ToBytes()).Records.Initiatives).Divisions;
}
