namespace KawasakiServerless.Domain.Tests;

public sealed class DivisionsTests
{
    public static TheoryData<string> DivisionsOfThePaper => [.. Dataset.Divisions];

    [Theory]
    [MemberData(nameof(DivisionsOfThePaper))]
    public void EveryDivisionOfThePrintedReportIsReadAsOneDivision(string division) => Assert.Equal([division], Divisions.Parse(division));

    [Theory]
    [MemberData(nameof(DivisionsOfThePaper))]
    public void EveryDivisionOfThePrintedReportBelongsToTheDepartmentItBeginsWith(string division)
    {
        var department = Some.Names.OfDivision(division);

        Assert.NotNull(department);
        Assert.StartsWith(department.Name, division.Replace("子ども未来局", "こども未来局", StringComparison.Ordinal), StringComparison.Ordinal);
    }

    [Theory]
    [InlineData("子ども未来局青少年支援室", "kodomomirai")]
    [InlineData("病院局", "byoin")]
    [InlineData("教育委員会生涯学習部", "kyoiku")]
    [InlineData("教育委員会事務局総務部", "kyoiku")]
    [InlineData("　川崎区役所 地域みまもり支援センター", "kawasaki")]
    [InlineData("総務部", null)]
    [InlineData("", null)]
    public void ADivisionBelongsToTheDepartmentWithTheLongestNameItBeginsWith(string division, string? department) =>
        Assert.Equal(department, Some.Names.OfDivision(division)?.Code);

    [Theory]
    [InlineData("市民文化局人権・男女共同参画室、環境局", "市民文化局人権・男女共同参画室", "環境局")]
    [InlineData("健康福祉局総務部\n健康福祉局保健所\r\n病院局", "健康福祉局総務部", "健康福祉局保健所", "病院局")]
    [InlineData("環境局，病院局,財政局；交通局;消防局､港湾局", "環境局", "病院局", "財政局", "交通局", "消防局", "港湾局")]
    [InlineData("　環境局　、、\n、病院局 ", "環境局", "病院局")]
    [InlineData("、")]
    [InlineData("")]
    [InlineData(null)]
    public void OnlyCommasSemicolonsAndLineBreaksSeparateDivisions(string? text, params string[] expected) =>
        Assert.Equal(expected, Divisions.Parse(text));

    [Fact]
    public void AnyDivisionsReadBackAsFormatted() =>
        Anything.AnyOf(Dataset.Divisions).Holds(divisions => Assert.Equal(divisions, Divisions.Parse(Divisions.Format(divisions))));

    [Fact]
    public void ReadingAnyTextAsDivisionsDoesNotThrow() =>
        Anything.Text("、,\n").Holds(text => Assert.All(Divisions.Parse(text), division => Assert.NotEqual("", division.Trim())));
}
