namespace KawasakiServerless.Workbooks.Tests.Tables;

/// <summary>A dash alone in an optional column says that there is nothing to enter, as a blank cell does.</summary>
public sealed class NoEntryTests
{
    private static readonly object?[] Headers =
        ["管理番号", "視点", "施策", "担当部署", "取組", "指標名", "区分", "単位", "累計", "平成28年度", "平成29年度", "備考"];

    [Theory]
    [InlineData("-")]
    [InlineData("－")]
    [InlineData("―")]
    [InlineData("—")]
    [InlineData("ー")]
    [InlineData("―――")]
    public void ADashInAnOptionalColumnIsABlankCell(string dash)
    {
        var reading = Some.Read(TestBook.Of("zaisei", "視点別取組",
            Headers, [dash, 1, "その他", dash, "文", "甲", dash, dash, dash, "実施", "実施", dash]).ToBytes());

        Assert.Empty(reading.Problems);
        var indicator = Assert.Single(reading.Records.Indicators);
        Assert.Equal((null, null, false, 0), (indicator.Group, indicator.Unit, indicator.IsCumulative, indicator.Notes.Count));
        Assert.Empty(Assert.Single(reading.Records.Initiatives).Divisions);
    }

    [Fact]
    public void ADashInsteadOfAUnitIsAMissingUnit() => Assert.Equal(["unit-missing H2"], Some.Read(TestBook.Of("zaisei", "視点別取組",
        Headers, [null, 1, "その他", null, "文", "甲", null, "－", null, 5, 6]).ToBytes()).Problems.Select(p => $"{p.Code} {p.Cell}"));

    public static TheoryData<string> NoneWords => ["なし", "無し", "特になし", "特に無し", "特になし。", "（特になし）", "該当なし", "特段なし", "－"];

    [Theory]
    [MemberData(nameof(NoneWords))]
    public void AWordForNothingInAnOptionalColumnIsABlankCell(string none)
    {
        var reading = Some.Read(TestBook.Of("zaisei", "視点別取組",
            Headers, [none, 1, "その他", none, "文", "甲", null, none, none, "実施", "実施", none]).ToBytes());

        Assert.Empty(reading.Problems);
        var indicator = Assert.Single(reading.Records.Indicators);
        Assert.Equal((null, false, 0), (indicator.Unit, indicator.IsCumulative, indicator.Notes.Count));
        Assert.Empty(Assert.Single(reading.Records.Initiatives).Divisions);
    }

    [Theory]
    [MemberData(nameof(NoneWords))]
    public void AWordForNothingInARequiredColumnIsReportedLikeABlankCell(string none)
    {
        Assert.Equal(["required D2"], Codes("連携取組",
            ["主な連携先", "事業名等", "事業概要", "今後の方向性"], ["健康福祉局", "名", "概要", none]));
        Assert.Equal(["required C2"], Codes("課題と方向性", ["視点", "施策", "課題と今後の方向性"], [1, "その他", none]));
        Assert.Equal(["required C2"], Codes("視点別取組", ["視点", "施策", "取組"], [1, "その他", none]));
    }

    [Theory]
    [MemberData(nameof(NoneWords))]
    public void ARowThatSaysOnlyThatThereIsNothingIsNoRecord(string none)
    {
        Assert.Empty(Codes("連携取組", ["主な連携先", "事業名等", "事業概要", "今後の方向性"], [none], ["健康福祉局", "名", "概要", "文"]));
        Assert.Empty(Codes("課題と方向性", ["視点", "施策", "課題と今後の方向性"], [none, none, none], [1, "その他", "文"]));
    }

    [Theory]
    [InlineData("以上")]
    [InlineData("以　上")]
    public void TheWordThatEndsADocumentIsNoRecord(string end)
    {
        Assert.Empty(Codes("課題と方向性", ["視点", "施策", "課題と今後の方向性"], [1, "その他", "文"], [], [end]));
        Assert.Empty(Codes("視点3", ["視点3"], ["施策等", "これまでの主な取組", "課題と今後の方向性"], ["その他", "・甲", "・乙"], [end], [null, null, end]));
    }

    [Fact]
    public void ATableThatSaysOnlyThatThereIsNothingIsAnsweredLikeAnEmptyOne() => Assert.Equal(
        ["nothing-reported "], Codes("連携取組", ["主な連携先", "事業名等", "事業概要", "今後の方向性"], ["該当なし"]));

    [Fact]
    public void AWordForNothingThatNamesAGroupIsKept() => Assert.Equal(["あり", "なし"], Some.Read(TestBook.Of("zaisei", "視点別取組",
        Headers, [null, 1, "その他", null, "文", "家族の支援", "あり", "人", null, 5, 6],
        [null, null, null, null, null, "家族の支援", "なし", "人", null, 5, 6]).ToBytes()).Records.Indicators.Select(i => i.Group));

    private static IEnumerable<string> Codes(string sheet, params object?[][] rows) =>
        Some.Read(TestBook.Of("zaisei", sheet, rows).ToBytes()).Problems.Where(p => p.Code != "sheet-missing")
            .Select(p => $"{p.Code} {p.Cell}");
}
