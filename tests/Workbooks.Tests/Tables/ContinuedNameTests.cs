using KawasakiServerless.Workbooks.Reading;

namespace KawasakiServerless.Workbooks.Tests.Tables;

/// <summary>A row with a group but without a name continues the indicator of the row above.</summary>
public sealed class ContinuedNameTests
{
    private static readonly object?[] Headers = ["視点", "施策", "取組", "指標名", "区分", "単位", "平成28年度", "平成29年度"];

    private static readonly object?[] First = [1, "その他", "健診を行った。", "受診者数", "川崎病院", "人", 10, 12];

    [Fact]
    public void AGroupWithoutANameBelongsToTheIndicatorAbove()
    {
        var reading = Read(First, [null, null, null, null, "井田病院", "人", 20, 22], [null, null, null, null, "多摩病院", "人", 30, 32]);

        Assert.Equal(["受診者数 川崎病院", "受診者数 井田病院", "受診者数 多摩病院"], reading.Records.Indicators.Select(i => $"{i.Name} {i.Group}"));
        Assert.Equal(
            ["ditto D3–D4 「指標名」は、上の行と同じ「受診者数」として読み取りました。"], reading.Problems.Select(p => $"{p.Code} {p.Cell} {p.Message}"));
    }

    [Fact]
    public void AnotherInitiativeDoesNotContinueTheNameAbove() => Assert.Equal(
        ["受診者数 川崎病院", "講座を開いた。 井田病院"],
        Read(First, [1, "その他", "講座を開いた。", null, "井田病院", "人", 20, 22]).Records.Indicators.Select(i => $"{i.Name} {i.Group}"));

    [Fact]
    public void ARowWithoutNameAndGroupIsNamedAfterItsInitiative() => Assert.Equal(
        ["受診者数", "健診を行った。"],
        Read(First, [null, null, null, null, null, "回", 2, 3]).Records.Indicators.Select(i => i.Name));

    private static WorkbookReading Read(params object?[][] rows) =>
        Some.Read(TestBook.Of("zaisei", "視点別取組", [Headers, .. rows]).ToBytes());
}
