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

    private static WorkbookReading Read(object?[] row) => Some.Read(TestBook.Of("zaisei", "視点別取組",
        [Headers, [1, "その他", "講座を開いた。", "受講者数", null, "人", 10, 12], row]).ToBytes());
}
