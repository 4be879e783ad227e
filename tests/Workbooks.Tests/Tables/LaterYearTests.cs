using KawasakiServerless.Workbooks.Reading;

namespace KawasakiServerless.Workbooks.Tests.Tables;

/// <summary>A figure of a year after the reporting year, 平成30年度, cannot be an actual one.</summary>
public sealed class LaterYearTests
{
    private const string Message = "令和元（2019）年度は報告年度より後の年度で、実績ではない数値のようですが、その年度の数値として公開されます。";

    private static readonly object?[] Headers = ["視点", "施策", "取組", "指標名", "単位", "平成28年度", "平成29年度"];

    [Fact]
    public void AColumnOfALaterYearWithFiguresIsReported()
    {
        var problem = Assert.Single(Template("平成31年度", 13).Problems);

        Assert.Equal(("planned-figures", "H1", Message), (problem.Code, problem.Cell, problem.Message));
    }

    [Theory]
    [InlineData("平成30年度", 13)]
    [InlineData("平成31年度", null)]
    public void AColumnOfTheReportingYearOrWithoutFiguresIsNotReported(string header, object? figure) =>
        Assert.Empty(Template(header, figure).Problems);

    [Fact]
    public void ALaterYearInRunningTextIsReported()
    {
        var reading = Report("講座（受講者数 H28：10人 H29：12人 H31：13人）");
        var problem = Assert.Single(reading.Problems);

        Assert.Equal(("planned-figures", "B3", Message), (problem.Code, problem.Cell, problem.Message));
        Assert.DoesNotContain("備考", problem.Remedy, StringComparison.Ordinal);
    }

    private static WorkbookReading Template(string header, object? figure) => Some.Read(
        TestBook.Of("zaisei", "視点別取組", [.. Headers, header], [1, "その他", "文", "数", "人", 10, 12, figure]).ToBytes());

    private static WorkbookReading Report(string item) => Some.Read(
        new TestBook().Sheet("視点3", ["視点3"], ["施策等", "これまでの主な取組", "課題と今後の方向性"], ["その他", $"・{item}", null]).ToBytes(),
        "kenkofukushi");
}
