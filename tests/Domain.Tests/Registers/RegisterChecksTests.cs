namespace KawasakiServerless.Domain.Tests;

public sealed class RegisterChecksTests
{
    private static Register Before => Register.Of2018;

    private static RegisterContext Context { get; } = new(FiscalYear.Of(2018), Before, RegisterUse.None);

    public static TheoryData<string, string, string> BrokenDepartments => new()
    {
        { "code", "departments/Zaisei/code", "局・区の符号の形が正しくありません。" },
        { "long code", $"departments/{new string('z', 31)}/code", "局・区の符号の形が正しくありません。" },
        { "no name", "departments/zaisei/name", "名称がありません。" },
        { "blank name", "departments/zaisei/name", "名称がありません。" },
        { "long name", "departments/zaisei/name", "名称が61字あります。" },
        { "markup", "departments/zaisei/name", "名称に「<」か「>」があります。" },
        { "bidi", "departments/zaisei/name", "名称に、目に見えない文字か、文字の向きを変える文字があります。" },
        { "control", "departments/zaisei/name", "名称に、目に見えない文字か、文字の向きを変える文字があります。" },
        { "half a pair", "departments/zaisei/name", "名称に、目に見えない文字か、文字の向きを変える文字があります。" },
        { "formula", "departments/zaisei/name", "名称が「＝」で始まっています。" },
        { "space", "departments/zaisei/name", "名称の前か後に空白があります。" },
        { "separator", "departments/zaisei/name", "「財政、局」に、並べて書くときの区切りの記号があります。" },
        { "everybody", "departments/zaisei/aliases/1", "「全　局」は、特定の局・区を指さない言葉です。" },
        { "kana", "departments/zaisei/kana", "読みは平仮名だけで書きます。" },
        { "no kana", "departments/zaisei/kana", "読みがありません。" },
        { "mark as kana", "departments/zaisei/kana", "読みが平仮名で始まっていません。" },
        { "english", "departments/zaisei/english", "英語名に半角の英字でない文字があります。" },
        { "no english", "departments/zaisei/english", "英語名がありません。" },
        { "order", "departments/zaisei/order", "建制順が1より小さい数です。" },
        { "same order", "departments/shiminbunka/order", "建制順3番が財政局と市民文化局にあります。" },
        { "ward of a bureau", "departments/zaisei/ward", "局に区の名称があります。" },
        { "alias of another", "departments/zaisei/aliases/1", "名称「健康　福祉局」は、健康福祉局の名称か別名にもあります。" },
        { "telephone", "departments/zaisei/contact/telephone", "電話の形が正しくありません。" },
        { "mail", "departments/zaisei/contact/mail", "メールの形が正しくありません。" },
        { "http", "departments/zaisei/contact/form", "問い合わせ先のURLの形が正しくありません。" },
        { "script", "departments/zaisei/contact/form", "問い合わせ先のURLの形が正しくありません。" },
        { "password", "departments/zaisei/contact/form", "問い合わせ先のURLの形が正しくありません。" },
        { "address", "departments/zaisei/contact/address", "所在地に「<」か「>」があります。" },
        { "divisions", "departments/zaisei/divisions", "部・室「財政部」が2回あります。" },
        { "centre of a bureau", "departments/zaisei/supportCenter", "区役所でない局に地域みまもり支援センターがあります。" },
        { "renamed without alias", "departments/zaisei/name", "符号「zaisei」は「財政局」のものですが、その名称が残っていません。" },
    };

    [Theory]
    [MemberData(nameof(BrokenDepartments))]
    public void EveryFaultOfADepartmentIsReported(string fault, string field, string message) =>
        Assert.Contains(Checked(With(Broken(fault))), f => f.Field == field && f.Message == message && f.Remedy.Length > 0);

    [Theory]
    [InlineData("かわさきくししょ", "区役所の読みが「やくしょ」で終わっていません。")]
    [InlineData("やくしょ", "区役所の読みに区の読みがありません。")]
    public void AWardOfficeWhoseReadingDoesNotGiveThatOfItsWardIsReported(string kana, string message)
    {
        var finding = Assert.Single(Checked(With(Before.Department("kawasaki") with { Kana = kana })));

        Assert.Equal(("departments/kawasaki/kana", message), (finding.Field, finding.Message));
    }

    [Fact]
    public void TheRegisterOf2018HasNoFindings() => Assert.Empty(Checked(Before));

    [Fact]
    public void ValidContactsHaveNoFindings()
    {
        var contact = new ContactDetails("川崎区宮本町1番地", "044-200-0000", "10zaisei@city.example.jp",
            "https://www.city.example.jp/form?id=1&to=a")
        {
            PostalCode = "210-8577",
            Desk = "総合案内",
            Fax = "044-200-3900",
            Source = "市政だより 2018年3月1日号",
        };
        var zaisei = Before.Department("zaisei") with { Contact = contact, Divisions = [new("財政部") { Contact = contact }] };

        Assert.Empty(Checked(With(zaisei)));
        Assert.Empty(Checked(With(Before.Department("asao") with { SupportCenter = new("麻生区地域みまもり支援センター", contact) })));
    }

    [Fact]
    public void EveryFaultOfAGeneralContactIsReported()
    {
        var wrong = new GeneralContact(
            "コールセンター", new(Telephone: "200 3939") { PostalCode = "2108577", Fax = "044", Desk = "<b>", Source = "\u202E" });
        var findings = Checked(Before with { GeneralContacts = [wrong, wrong with { Name = "" }, new("代表", new() { Source = "市政だより" })] });

        Assert.Equal(
            ["1/contact/desk", "1/contact/fax", "1/contact/postalCode", "1/contact/source", "1/contact/telephone", "2/contact/desk", "2/contact/fax",
                "2/contact/postalCode", "2/contact/source", "2/contact/telephone", "2/name", "3/contact/telephone"],
            findings.Select(f => f.Field["generalContacts/".Length..]).Order(StringComparer.Ordinal));
        Assert.All(findings, f => Assert.NotEmpty(f.Remedy));
    }

    [Fact]
    public void ADuplicateGeneralContactIsReported() => Assert.Equal(
        "総合的な問い合わせ先「代表」が2回あります。",
        Assert.Single(Checked(Before with
        {
            GeneralContacts =
            [.. Enumerable.Repeat(new GeneralContact("代表", new(Telephone: "044-200-2111")), 2)]
        })).Message);

    [Fact]
    public void AllFaultsOfADepartmentAreReportedAtOnce()
    {
        var findings = Checked(With(Before.Department("zaisei") with { Name = "", Kana = "ザイセイ", English = "財政", Order = 0 }));

        Assert.Superset(
            new HashSet<string>(["departments/zaisei/name", "departments/zaisei/kana", "departments/zaisei/english",
                "departments/zaisei/order"]),
            findings.Select(f => f.Field).ToHashSet());
    }

    [Fact]
    public void ADepartmentWithSubmissionsCannotBeRemoved()
    {
        var merged = Reorganised.By(Before, new Reorganisation.Abolish("zaisei"), FiscalYear.Of(2018)).Draft;
        var use = RegisterUse.None with { Submissions = [new("zaisei", "2018-zaisei-20180801T000000000-abcdef")] };

        Assert.Empty(RegisterChecks.Of(merged, Context));
        Assert.Contains("2018-zaisei-20180801T000000000-abcdef", Assert.Single(RegisterChecks.Of(merged,
            Context with { Use = use })).Message, StringComparison.Ordinal);
    }

    [Fact]
    public void RemovingADepartmentWithoutASuccessionIsReported() => Assert.Equal(
        "財政局がなくなっていますが、後継の局・区が決められていません。",
        Assert.Single(Checked(Before with { Departments = [.. Before.Departments.Where(d => d.Code != "zaisei")] })).Message);

    [Fact]
    public void ReusingTheCodeOfAnEndedDepartmentIsReported()
    {
        var ended = Reorganised.By(Before, new Reorganisation.Abolish("zaisei"), FiscalYear.Of(2018)).Draft;
        var again = ended with { Departments = [.. ended.Departments, Before.Department("zaisei") with { Name = "財務局" }] };

        Assert.Contains(RegisterChecks.Of(again, Context), f => f.Field == "departments/zaisei/code");
        Assert.Contains(RegisterChecks.Of(again with { Successions = [] }, Context with { Before = ended }), f =>
            f.Field == "departments/zaisei/code");
    }

    [Fact]
    public void RemovingAPolicyAreaViewpointOrWardThatRecordsUseIsReported()
    {
        var use = RegisterUse.None with { PolicyAreas = ["housing"], Viewpoints = [2], Wards = ["asao"] };
        var draft = Before with
        {
            PolicyAreas = [.. Before.PolicyAreas.Where(a => a.Code != "housing")],
            Viewpoints = [.. Before.Viewpoints.Where(v => v.Number != 2)],
            Departments = [.. Before.Departments.Where(d => d.Code != "asao")],
        };

        var fields = RegisterChecks.Of(draft, Context with { Use = use }).Select(f => f.Field).ToList();

        Assert.Contains("policyAreas/housing", fields);
        Assert.Contains("viewpoints/2", fields);
        Assert.Equal(2, fields.Count(f => f == "departments/asao"));
    }

    [Fact]
    public void FaultsOfViewpointsPolicyAreasDocumentsAndContactsAreReported()
    {
        var draft = Before with
        {
            PolicyAreas = [.. Before.PolicyAreas, new("Sports!", "高齢者施策")],
            Viewpoints = [.. Before.Viewpoints, new(5, "", "<b>", ["castle", "elderly", "elderly"])],
            Documents = [new("資料1", "題"), new("資料1", "")],
            Coordinator = "nowhere",
            Contact = new("", "神奈川県", "部署") { Details = new(Mail: "here") },
        };

        string[] expected =
        [
            "policyAreas/Sports!/code", "policyAreas", "viewpoints/5/number", "viewpoints/5/title", "viewpoints/5/shortName",
                "viewpoints/5/policyAreas",
            "documents", "documents/2/title", "coordinator", "contact/publisher", "contact/mail",
        ];
        Assert.Empty(expected.Except(Checked(draft).Select(f => f.Field)));
    }

    [Fact]
    public void RemovingOrChangingAnEarlierSuccessionIsReported()
    {
        var ended = Reorganised.By(Before, new Reorganisation.Abolish("zaisei"), FiscalYear.Of(2018)).Draft;
        var context = Context with { Year = FiscalYear.Of(2019), Before = ended };

        Assert.Empty(RegisterChecks.Of(ended, context));
        Assert.Contains(RegisterChecks.Of(ended with { Successions = [] }, context), f => f.Field == "successions/zaisei");
        Assert.Contains(
            RegisterChecks.Of(ended with { Successions = [ended.Successions![0] with { From = 2017 }] }, context), f =>
                f.Field == "successions/zaisei/from");
    }

    [Fact]
    public void AnUnknownOrRepeatedSuccessorIsReported()
    {
        var ended = Reorganised.By(Before, new Reorganisation.Abolish("zaisei"), FiscalYear.Of(2018)).Draft;

        Assert.Contains(Checked(Succeeded("castle")), f => f.Message == "「財政局」の後継の「castle」が台帳にありません。");
        Assert.Contains(Checked(Succeeded("kotsu", "kotsu")), f => f.Message == "「財政局」の後継に同じ局・区が2回あります。");

        Register Succeeded(params string[] to) => ended with { Successions = [ended.Successions![0] with { Successors = [.. to] }] };
    }

    [Fact]
    public void ARegisterWithoutFindingsReadsBackFromJson() => Anything.Text("財政局健康 <＝ab-\n‮").Holds(name =>
    {
        var draft = With(Before.Department("zaisei") with { Name = name, Aliases = ["財政局"] });
        if (Checked(draft).Count > 0)
            return;
        using var json = new MemoryStream(draft.ToJson());
        Assert.Equal(draft, Register.Parse(json));
    });

    private static EquatableList<RegisterFinding> Checked(Register draft) => RegisterChecks.Of(draft, Context);

    private static Register With(Department changed)
    {
        var at = Before.Departments.ToList().FindIndex(d => d.Code == changed.Code);
        return Before with { Departments = [.. Before.Departments.Select((d, i) => i == (at < 0 ? 1 : at) ? changed : d)] };
    }

    private static Department Broken(string fault)
    {
        var zaisei = Before.Department("zaisei");
        return fault switch
        {
            "code" => zaisei with { Code = "Zaisei" },
            "long code" => zaisei with { Code = new('z', 31) },
            "no name" => zaisei with { Name = "" },
            "blank name" => zaisei with { Name = "　​" },
            "long name" => zaisei with { Name = new('財', 61) },
            "markup" => zaisei with { Name = "<script>" },
            "bidi" => zaisei with { Name = "財政\u202E局" },
            "control" => zaisei with { Name = "財政\n局" },
            "half a pair" => zaisei with { Name = "財政\uD840局" },
            "formula" => zaisei with { Name = "＝財政局" },
            "space" => zaisei with { Name = "財政局　" },
            "separator" => zaisei with { Name = "財政、局" },
            "everybody" => zaisei with { Aliases = ["全　局"] },
            "kana" => zaisei with { Kana = "ザイセイキョク" },
            "no kana" => zaisei with { Kana = "" },
            "mark as kana" => zaisei with { Kana = "ー・" },
            "english" => zaisei with { English = "財政局" },
            "no english" => zaisei with { English = " " },
            "order" => zaisei with { Order = 0 },
            "same order" => zaisei with { Order = 3 },
            "ward of a bureau" => zaisei with { Ward = "財政区" },
            "alias of another" => zaisei with { Aliases = ["健康　福祉局"] },
            "telephone" => zaisei with { Contact = new(Telephone: "０４４-200-0000") },
            "mail" => zaisei with { Contact = new(Mail: "a@b\"><script>.jp") },
            "http" => zaisei with { Contact = new(Form: "http://www.example.jp/") },
            "script" => zaisei with { Contact = new(Form: "javascript:alert(1)") },
            "password" => zaisei with { Contact = new(Form: "https://user:secret@www.example.jp/") },
            "address" => zaisei with { Contact = new(Address: "<b>宮本町") },
            "divisions" => zaisei with { Divisions = [new("財政部"), new("財政部")] },
            "centre of a bureau" => zaisei with { SupportCenter = new("センター", new()) },
            "renamed without alias" => zaisei with { Name = "財務局" },
            _ => throw new ArgumentOutOfRangeException(nameof(fault), fault, "No such fault."),
        };
    }
}
