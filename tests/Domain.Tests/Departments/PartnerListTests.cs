using FsCheck.Fluent;

namespace KawasakiServerless.Domain.Tests;

public sealed class PartnerListTests
{
    private const string Bureaus = "every bureau", Wards = "every ward", Others = "others";

    public static TheoryData<int> RowsOfThePaper => [.. Dataset.Collaborations.Select(c => c.No)];

    [Fact]
    public void ThePrintedReportLists47Collaborations() => Assert.Equal(Enumerable.Range(1, 47), Dataset.Collaborations.Select(c => c.No));

    [Theory]
    [MemberData(nameof(RowsOfThePaper))]
    public void ThePartnersOfEveryCollaborationOfThePrintedReportAreRead(int row)
    {
        var paper = Dataset.Collaborations[row - 1];
        var partners = PartnerList.Parse(paper.PartnersText, Some.Names);

        Assert.Equal(paper.Partners, partners.Departments.Select(code => Some.DepartmentOf(code).Name));
        Assert.Equal(
            (paper.EveryBureau, paper.EveryWard, paper.AndOthers), (partners.EveryBureau, partners.EveryWard, partners.AndOthers));
        Assert.Empty(partners.Unknown);
    }

    [Theory]
    [InlineData("健康福祉局川崎区役所", "kenkofukushi kawasaki")]
    [InlineData("健康福祉局こども未来局病院局", "kenkofukushi kodomomirai byoin")]
    [InlineData("教育委員会", "kyoiku")]
    [InlineData("教育委員会事務局", "kyoiku")]
    [InlineData("教育委員会、教育委員会事務局", "kyoiku")]
    [InlineData("子ども未来局", "kodomomirai")]
    [InlineData("川崎区", "kawasaki")]
    [InlineData("川崎区、幸区役所", "kawasaki saiwai")]
    [InlineData("財　政　局、幸　区 こども 未来局", "zaisei saiwai kodomomirai")]
    [InlineData("病院局、財政局、病院局", "byoin zaisei")]
    [InlineData("健康福祉局／環境局", "kenkofukushi kankyo")]
    [InlineData("健康福祉局→環境局⇔病院局＋財政局", "kenkofukushi kankyo byoin zaisei")]
    [InlineData("①健康福祉局②環境局", "kenkofukushi kankyo")]
    [InlineData("健康福祉局（環境局）", "kenkofukushi kankyo")]
    [InlineData("川崎市教育委員会、川崎市 環境局", "kyoiku kankyo")]
    [InlineData("健康福祉局　環境局", "kenkofukushi kankyo")]
    [InlineData("健康福祉局，環境局､病院局･財政局；交通局", "kenkofukushi kankyo byoin zaisei kotsu")]
    [InlineData("健康福祉局及び環境局並びに病院局", "kenkofukushi kankyo byoin")]
    [InlineData("、健康福祉局、、\r\n環境局・", "kenkofukushi kankyo")]
    public void NamesAndAliasesAreReadOnceInTheOrderWritten(string text, string departments) => Reads(text, departments);

    [Theory]
    [InlineData("健康福祉局地域包括ケア推進室", "kenkofukushi")]
    [InlineData("健康福祉局保健所、環境局", "kenkofukushi kankyo")]
    [InlineData("健康福祉局総務部こども未来局青少年支援室", "kenkofukushi kodomomirai")]
    [InlineData("幸区役所地域みまもり支援センター", "saiwai")]
    [InlineData("健康福祉局（地域包括ケア推進室）", "kenkofukushi")]
    [InlineData("市民文化局人権・男女共同参画室", "shiminbunka")]
    [InlineData("健康福祉局生活保護・自立支援室・環境局", "kenkofukushi kankyo")]
    [InlineData("健康福祉局総務部・環境局", "kenkofukushi kankyo")]
    [InlineData("健康福祉局（総務部、保健所）", "kenkofukushi")]
    [InlineData("健康福祉局（総務部・企画課）、環境局", "kenkofukushi kankyo")]
    [InlineData("健康福祉局総務部・企画課", "kenkofukushi")]
    [InlineData("健康福祉局総務部及び企画課", "kenkofukushi")]
    [InlineData("健康福祉局総務部、企画課、庶務課、環境局", "kenkofukushi kankyo")]
    [InlineData("健康福祉局（総務部）、（企画課）", "kenkofukushi")]
    public void ADivisionAmongThePartnersIsReadAsItsDepartment(string text, string departments) => Reads(text, departments);

    [Theory]
    [InlineData("全局・区", Bureaus, Wards)]
    [InlineData("全局区", Bureaus, Wards)]
    [InlineData("全局区役所", Bureaus, Wards)]
    [InlineData("各局、各区", Bureaus, Wards)]
    [InlineData("各局区等", Bureaus, Wards, Others)]
    [InlineData("全庁", Bureaus)]
    [InlineData("全局7区", Bureaus, Wards)]
    [InlineData("全局７区役所等", Bureaus, Wards, Others)]
    [InlineData("７区全庁", Bureaus, Wards)]
    [InlineData("全区", Wards)]
    [InlineData("区役所（全区）", Wards)]
    [InlineData("各区役所（7区）", Wards)]
    [InlineData("区役所（全区）等", Wards, Others)]
    [InlineData("区", Wards)]
    [InlineData("７区役所", Wards)]
    [InlineData("区役所等", Wards, Others)]
    [InlineData("等", Others)]
    [InlineData("その他", Others)]
    [InlineData("", "")]
    [InlineData(null, "")]
    [InlineData("　、", "")]
    public void WordsForAllBureausAllWardsAndOthersAreRead(string? text, params string[] expected) => Reads(text, "", expected);

    [Theory]
    [InlineData("川崎区～中原区", "kawasaki saiwai nakahara")]
    [InlineData("川崎区役所〜中原区役所、環境局", "kawasaki saiwai nakahara kankyo")]
    [InlineData("幸区 ～ 高津区", "saiwai nakahara takatsu")]
    public void ARangeOfWardsMeansAllFromTheFirstToTheLast(string text, string departments) => Reads(text, departments);

    [Theory]
    [InlineData("健康福祉局区役所", "kenkofukushi", Wards)]
    [InlineData("区役所健康福祉局", "kenkofukushi", Wards)]
    [InlineData("健康福祉局地域包括ケア推進室・区役所", "kenkofukushi", Wards)]
    [InlineData("健康福祉局等、区役所", "kenkofukushi", Wards, Others)]
    [InlineData("健康福祉局等区役所", "kenkofukushi", Wards, Others)]
    [InlineData("健康福祉局など", "kenkofukushi", Others)]
    [InlineData("健康福祉局、ほか", "kenkofukushi", Others)]
    [InlineData("健康福祉局他", "kenkofukushi", Others)]
    [InlineData("健康福祉局、他、区役所", "kenkofukushi", Wards, Others)]
    [InlineData("健康福祉局その他等", "kenkofukushi", Others)]
    public void NamesOfDepartmentsAndWordsForAllAreReadFromOneText(string text, string departments, params string[] expected) =>
        Reads(text, departments, expected);

    [Fact]
    public void TheNameOfAWardMeansThatWardAndNotEveryWard()
    {
        var partners = PartnerList.Parse("川崎区", Some.Names);

        Assert.Equal(["kawasaki"], partners.Departments);
        Assert.False(partners.EveryWard);
    }

    [Theory]
    [InlineData("区民会議", "", "区民会議")]
    [InlineData("健康福祉局、区民会議", "kenkofukushi", "区民会議")]
    [InlineData("区役所（川崎・幸）", "", "区役所(川崎・幸)")]
    [InlineData("地域の団体（自治会、町内会）、病院局", "byoin", "地域の団体(自治会、町内会)")]
    [InlineData("地域の団体（自治会・病院局", "byoin", "地域の団体(自治会")]
    [InlineData("健康福祉局、企画課", "kenkofukushi", "企画課")]
    [InlineData("健康福祉局総務部、地域包括支援センター", "kenkofukushi", "地域包括支援センター")]
    [InlineData("川崎区民会議", "", "川崎区民会議")]
    [InlineData("川崎区社会福祉協議会", "", "川崎区社会福祉協議会")]
    [InlineData("健康福祉曲", "", "健康福祉曲")]
    [InlineData("警察署、ＮＰＯ、警察署", "", "警察署 NPO")]
    [InlineData("社会福祉協議会健康福祉局", "kenkofukushi", "社会福祉協議会")]
    [InlineData("社会福祉協議会等健康福祉局", "kenkofukushi", "社会福祉協議会", Others)]
    [InlineData("関係局等", "", "関係局", Others)]
    [InlineData("神奈川県教育委員会", "", "神奈川県教育委員会")]
    [InlineData("健康福祉局横浜市消防局総務部、環境局", "kenkofukushi kankyo", "横浜市消防局総務部")]
    [InlineData("東京都港湾局健康福祉局", "kenkofukushi", "東京都港湾局")]
    [InlineData("北海道教育委員会", "", "北海道教育委員会")]
    [InlineData("東日本旅客鉄道 交通局", "kotsu", "東日本旅客鉄道")]
    [InlineData("神奈川県、教育委員会", "kyoiku", "神奈川県")]
    [InlineData("町村教育委員会等", "", "町村教育委員会", Others)]
    [InlineData("健康福祉局他都市", "kenkofukushi", "他都市")]
    [InlineData("健康福祉局総務部・社会福祉協議会", "kenkofukushi", "社会福祉協議会")]
    public void UnknownNamesOfPartnersAreListedAsUnknown(string text, string departments, string unknown, params string[] expected)
    {
        var partners = PartnerList.Parse(text, Some.Names);

        Assert.Equal(Words(departments), partners.Departments);
        Assert.Equal(Words(unknown), partners.Unknown);
        Assert.Equal(expected, Wildcards(partners));
    }

    [Theory]
    [InlineData("神奈川県　教育委員会", "神奈川県 教育委員会", "")]
    [InlineData("環境局 横浜市 消防局総務部 病院局", "横浜市 消防局総務部", "kankyo byoin")]
    public void ABodyOfAnotherAuthorityIsUnknownAlsoIfASpacePrecedesItsName(string text, string unknown, string departments)
    {
        var partners = PartnerList.Parse(text, Some.Names);

        Assert.Equal([unknown], partners.Unknown);
        Assert.Equal(Words(departments), partners.Departments);
    }

    [Theory]
    [InlineData("市民文化局、環境局")]
    [InlineData("市民　文化局　環境局")]
    [InlineData("文化 市民局環境局")]
    public void ANameThatTheRegisterSpellsWithASpaceIsFoundInEverySpelling(string text)
    {
        var spaced = Some.DepartmentOf("shiminbunka") with { Name = "市民 文化局", Aliases = ["文化　市民局"] };
        var departments = Some.Register.Departments.Select(d => d.Code == spaced.Code ? spaced : d);
        var names = new DepartmentNames(Some.Register with { Departments = [.. departments] });

        Assert.Equal(["shiminbunka", "kankyo"], PartnerList.Parse(text, names).Departments);
        Assert.True(names.TryFind("市民　文化局", out _));
        Assert.Equal("shiminbunka", names.OfDivision("市民 文化局総務部")?.Code);
    }

    [Fact]
    public void ADepartmentNamedAsPartnerIsNotAlsoIncludedByAWordForAll()
    {
        var partners = PartnerList.Parse("健康福祉局、区役所", Some.Names);

        Assert.False(partners.IncludesUnnamed(Some.DepartmentOf("kenkofukushi")));
        Assert.False(partners.IncludesUnnamed(Some.DepartmentOf("zaisei")));
        Assert.True(partners.IncludesUnnamed(Some.DepartmentOf("asao")));
    }

    [Fact]
    public void ReadingAnyTextAsPartnersDoesNotThrow() =>
        Anything.Sentence(["健康福祉局", "川崎区", "区", "区役所", "全局", "等", "・", "、", "（", "）", "室", "会議", " "]).Holds(text =>
        {
            var partners = PartnerList.Parse(text, Some.Names);
            Assert.Equal(partners.Departments.Distinct(), partners.Departments);
            Assert.All(partners.Unknown, unknown => Assert.NotEqual("", unknown));
        });

    [Fact]
    public void AnyOfficialNamesReadBackHoweverTheyAreJoined() =>
        (from departments in Anything.AnyOf(Some.Register.Departments)
         from separator in Gen.Elements("、", ",", "，", "・", "／", "　", " ", "\n", "及び", "")
         select (departments, separator)).Holds(written =>
         {
             var text = string.Join(written.separator, written.departments.Select(d => d.Name));
             Reads(text, string.Join(' ', written.departments.Select(d => d.Code)));
         });

    private static void Reads(string? text, string departments, params string[] wildcards)
    {
        var partners = PartnerList.Parse(text, Some.Names);

        Assert.Equal(Words(departments), partners.Departments);
        Assert.Equal(wildcards.Where(w => w.Length > 0), Wildcards(partners));
        Assert.Empty(partners.Unknown);
    }

    private static string[] Words(string text) => text.Split(' ', StringSplitOptions.RemoveEmptyEntries);

    private static IEnumerable<string> Wildcards(PartnerList partners)
    {
        if (partners.EveryBureau)
            yield return Bureaus;
        if (partners.EveryWard)
            yield return Wards;
        if (partners.AndOthers)
            yield return Others;
    }
}
