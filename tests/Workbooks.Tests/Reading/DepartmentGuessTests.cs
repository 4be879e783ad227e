namespace KawasakiServerless.Workbooks.Tests.Reading;

/// <summary>The lead department of the collaborations says which department a workbook is from, whatever is below their table.</summary>
public sealed class DepartmentGuessTests
{
    private static readonly object?[] Headers = ["担当局・区名", "主な連携先", "事業名等", "事業概要", "今後の方向性"];

    private static readonly object?[] Row = ["財政局", "環境局", "甲", "乙", "丙"];

    [Fact]
    public void ATableOfViewpointsBelowDoesNotHideTheLead() => Assert.Equal("zaisei", Guess(
        Headers, Row, [], ["視点1"], ["施策等", "これまでの主な取組", "課題と今後の方向性"], ["その他（環境局）", "・取組", "・方向"]));

    [Theory]
    [InlineData("※速報値")]
    [InlineData("以上")]
    public void ANoteBelowDoesNotHideTheLead(string note) => Assert.Equal("zaisei", Guess(Headers, Row, [note]));

    [Fact]
    public void TheLeadMayNameItsDivision() => Assert.Equal("zaisei", Guess(Headers, ["財政局資金課", "環境局", "甲", "乙", "丙"]));

    [Fact]
    public void TwoLeadsAreNoGuess() => Assert.Null(Guess(Headers, Row, ["環境局", "財政局", "甲", "乙", "丙"]));

    [Fact]
    public void ALeadInARowOfItsOwnCounts() =>
        Assert.Null(Guess(Headers, Row, ["環境局"], [null, "財政局", "甲", "乙", "丙"]));

    private static string? Guess(params object?[][] rows) => Some.Read(new TestBook().Sheet("関係部署一覧", rows).ToBytes()).Department;
}
