namespace KawasakiServerless.Domain.Tests;

public class IndicatorNameTests
{
    [Theory]
    [InlineData("歯周疾患検診", null, "受診率", "歯周疾患検診：受診率")]
    [InlineData("がん検診", "肺がん", "受診率", "がん検診：肺がん 受診率")]
    [InlineData("高齢者実態調査の実施", null, "高齢者実態調査の実施", "高齢者実態調査の実施")]
    [InlineData("ラジオ講座 井田病院 H28：8回 川崎病院 H29：12回", "川崎病院", "ラジオ講座", "ラジオ講座：川崎病院")]
    [InlineData("市民公開講座開催数・参加者数 川崎病院 H28：6回 347名", "川崎病院", "参加者数", "市民公開講座開催数・参加者数：川崎病院 参加者数")]
    [InlineData(
        "研修会開催数・参加者数 川崎病院：H28：13回 433名 H29：9回 244名 井田病院：H28年：14回 540名", "井田病院", "参加者数", "研修会開催数・参加者数：井田病院 参加者数")]
    [InlineData("紹介率 川崎病院:H28:60.9% 井田病院:H28:60.8%", "井田病院", "紹介率", "紹介率：井田病院")]
    [InlineData("公開講座 川崎病院 H28：6回 H29：7回 井田病院 H28：7回", "井田病院", "参加者数", "公開講座：井田病院 参加者数")]
    [InlineData("老人クラブ H28：10人 女性 H28：4人", "女性", "会員数", "老人クラブ：女性 会員数")]
    [InlineData("市内の 老人クラブ H28：10人（女性を含む）", "女性", "会員数", "市内の 老人クラブ：女性 会員数")]
    [InlineData("DV相談件数 H28：133件 H29：249件", null, "DV相談件数", "DV相談件数")]
    [InlineData("相談件数\n平成28年度：133件", null, "件数", "相談件数：件数")]
    [InlineData("老人クラブ", null, "老人クラブ会員数", "老人クラブ会員数")]
    [InlineData("H28：133件", null, "件数", "H28：133件：件数")]
    [InlineData("", null, "件数", "件数")]
    public void AnIndicatorNameCombinesInitiativeGroupAndNameWithoutRepetition(
        string initiative, string? group, string name, string expected) =>
        Assert.Equal(expected, Of(initiative, group, name));

    [Fact]
    public void ALongInitiativeIsCutButNeverWithinACharacter()
    {
        Assert.Equal($"{new string('取', 40)}…：件数", Of(new('取', 41), null, "件数"));
        Assert.Equal($"{new string('取', 39)}…：件数", Of(new string('取', 39) + "𠮷野", null, "件数"));
    }

    private static string Of(string initiative, string? group, string name)
    {
        var source = new Source("kenkofukushi", "2018-kenkofukushi-0001", "2018.xlsx", "取組", "B5", default);
        return IndicatorName.Of(
            new("kenkofukushi-0001", source, 1, "elderly", [], initiative),
            new("kenkofukushi-0001-1", source, "kenkofukushi-0001", name, group, null, false, [], [])).ToString();
    }
}
