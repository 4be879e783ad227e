using KawasakiServerless.Workbooks.Reading;

namespace KawasakiServerless.Workbooks.Tests.Tables;

/// <summary>A note in the column 指標名 below the rows of a table is no indicator.</summary>
public sealed class NoteRowTests
{
    private static readonly object?[] Headers = ["視点", "施策", "取組", "指標名", "区分", "単位", "平成28年度", "平成29年度", "備考"];

    [Theory]
    [InlineData("※平成29年度は速報値")]
    [InlineData("＊川崎病院を除く")]
    [InlineData("注1 延べ人数")]
    [InlineData("（注）延べ人数")]
    public void ANoteWithoutFiguresIsReportedAndIsNoIndicator(string note)
    {
        var reading = Read([null, null, null, note]);

        Assert.Equal(["cell-not-read D3"], reading.Problems.Select(p => $"{p.Code} {p.Cell}"));
        Assert.Equal("受講者数", Assert.Single(reading.Records.Indicators).Name);
    }

    [Theory]
    [InlineData("注射の回数", null, null)]
    [InlineData("※受講者数", "人", null)]
    [InlineData("※受講者数", null, 5)]
    public void ANameWithFiguresOrAUnitIsAnIndicator(string name, string? unit, int? figure) =>
        Assert.Equal(["受講者数", name], Read([null, null, null, name, null, unit, figure]).Records.Indicators.Select(i => i.Name));

    [Theory]
    [InlineData("※延べ人数", 6)]
    [InlineData("1/1", 4)]
    [InlineData("- 1 -", 4)]
    [InlineData("出典：病院年報", 3)]
    [InlineData("１ページ", 3)]
    [InlineData("※速報値", 0)]
    [InlineData("※速報値", 2)]
    public void AFooterAloneInAnyColumnIsReported(string footer, int column)
    {
        var row = new object?[9];
        row[column] = footer;
        var reading = Read(row);

        Assert.Equal([$"cell-not-read {"ABCDEFGHI"[column]}3"], reading.Problems.Select(p => $"{p.Code} {p.Cell}"));
        Assert.Equal("受講者数", Assert.Single(reading.Records.Indicators).Name);
    }

    [Theory]
    [InlineData("※速報値", "cell-not-read A3")]
    [InlineData("担当：総務課", "cell-not-read A3")]
    [InlineData("2 健康づくり", "cell-not-read A3")]
    [InlineData("合計", "totals-row A3")]
    [InlineData("以下余白")]
    public void ALineOfTextInTheColumnOfIdsIsReportedOnce(string line, params string[] problems) => Assert.Equal(
        problems,
        Some.Read(TestBook.Of("zaisei", "視点別取組", ["管理番号", .. Headers], [null, 1, "その他", "文", "講座", null, "人", 10, 12], [line]).ToBytes())
            .Problems.Select(p => $"{p.Code} {p.Cell}"));

    [Fact]
    public void ATotalAboveAFooterIsATotal() => Assert.Equal(
        ["cell-not-read D4", "totals-row D3"],
        Some.Read(TestBook.Of("zaisei", "視点別取組", Headers, [1, "その他", "文", "講座", null, "人", 10, 12],
            [null, null, null, "合計", null, "人", 10, 12], [null, null, null, "※速報値"]).ToBytes())
            .Problems.Select(p => $"{p.Code} {p.Cell}").Order());

    private static WorkbookReading Read(object?[] row) => Some.Read(TestBook.Of("zaisei", "視点別取組",
        [Headers, [1, "その他", "講座を開いた。", "受講者数", null, "人", 10, 12], row]).ToBytes());
}
