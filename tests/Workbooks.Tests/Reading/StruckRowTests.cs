using KawasakiServerless.Domain;

namespace KawasakiServerless.Workbooks.Tests.Reading;

/// <summary>A row whose whole content is struck out (取り消し線) is reported once and not for each of its columns.</summary>
public sealed class StruckRowTests
{
    private const string Message = "行全体に取り消し線が引かれているため、この行は読み取りませんでした。",
        Remedy = "この行を報告しないときは、行ごと削除してください。報告するときは、取り消し線を外してください。例：行番号を右クリックし、「削除」を選んで消す";

    private static readonly object?[] Headers = ["視点", "施策", "取組", "指標名", "単位", "平成28年度", "平成29年度"];

    private static readonly object?[] Kept = [1, "その他", "甲", "受講者数", "人", 10, 12];

    [Fact]
    public void RowsThatAreStruckOutAreReportedOnce()
    {
        object?[] struck = [.. Enumerable.Repeat(Struck("消"), 3), null, Struck("人"), Struck("5"), null];
        var reading = Expect.Only(
            TestBook.Of("zaisei", "視点別取組", Headers, Kept, struck, struck),
            new("struck-out", Severity.Warning, "視点別取組", "A3–A4", null, Message, Remedy));

        Assert.Single(reading.Records.Initiatives);
    }

    [Fact]
    public void ACellThatIsStruckOutInAnotherRowIsReportedByItself() => Assert.Equal(
        ["E2 取り消し線が引かれているため、空欄として読み取りました。", "F2 取り消し線が引かれているため、空欄として読み取りました。"],
        Some.Read(TestBook.Of("zaisei", "視点別取組", Headers, [1, "その他", "甲", "受講者数", Struck("人"), Struck("5"), 12]).ToBytes())
            .Problems.Where(p => p.Code == "struck-out").Select(p => $"{p.Cell} {p.Message}"));

    [Fact]
    public void ASingleCellThatIsStruckOutInAnEmptyRowIsReportedByItself() => Assert.Equal(
        ["C3 取り消し線が引かれているため、空欄として読み取りました。"],
        Some.Read(TestBook.Of("zaisei", "視点別取組", Headers, Kept, [null, null, Struck("消")]).ToBytes())
            .Problems.Select(p => $"{p.Cell} {p.Message}"));

    [Fact]
    public void ARowOfTheReportLayoutThatIsStruckOutIsReportedOnce()
    {
        object?[] struck = [null, Struck("・乙"), Struck("・丙")];
        var reading = Expect.Only(
            Some.Read(new TestBook().Sheet("視点3", ["視点3"], ["施策等", "これまでの主な取組", "課題と今後の方向性"], ["その他", "・甲", null], struck).ToBytes(),
                "kenkofukushi"),
            new("struck-out", Severity.Warning, "視点3", "B4", null, Message, Remedy));

        Assert.Single(reading.Records.Initiatives);
    }

    private static RawCell Struck(string text) =>
        new("t=\"inlineStr\"", $"<is><r><rPr><strike/></rPr><t>{text}</t></r></is>");
}
