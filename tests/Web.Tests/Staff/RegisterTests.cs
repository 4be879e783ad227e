using KawasakiServerless.Application.Registers;
using KawasakiServerless.Domain;
using KawasakiServerless.Storage.Years;
using KawasakiServerless.Testing;
using static KawasakiServerless.Web.Tests.Staff.RegisterForms;

namespace KawasakiServerless.Web.Tests.Staff;

/// <summary>
/// The coordinator edits the register of a year: types a change, has it checked and previewed, and saves it. The tests share one app, so
/// each test uses departments of its own.
/// </summary>
public sealed class RegisterTests(WebApp app) : IClassFixture<WebApp>
{
    private const string Register = "/staff/2018/register";

    private static readonly FiscalYear Year = FiscalYear.Of(2018), Next = FiscalYear.Of(2019);

    [Fact]
    public async Task AContactIsEditedPreviewedAndSaved()
    {
        using var browser = new Browsing(app, "Coordinator", "推進 花子");
        Assert.Contains("環境局", (await browser.OpenAsync(Register)).Text, StringComparison.Ordinal);

        var preview = await (await FormAsync(browser, "departments/kankyo")).With("contact-telephone", "044-200-0000").SendAsync(browser);

        Assert.Equal((200, "変わるところの確認"), (preview.Status, preview.Heading));
        Assert.Contains("044-200-0000", preview.Text, StringComparison.Ordinal);
        Assert.Null((await DepartmentAsync("kankyo")).Contact);
        var saved = await browser.SubmitAsync(preview, $"{Register}/departments/kankyo");
        Assert.Equal(303, saved.Status);
        Assert.Equal(new ContactDetails(Telephone: "044-200-0000"), (await DepartmentAsync("kankyo")).Contact);
        var page = await browser.OpenAsync(saved.Location!);
        Assert.Contains("保存しました", page.Text, StringComparison.Ordinal);
        var list = await browser.OpenAsync("/staff/registers");
        Assert.Contains("推進 花子", list.Text, StringComparison.Ordinal);
        Assert.Contains("環境局の編集", list.Text, StringComparison.Ordinal);
    }

    [Fact]
    public async Task AGeneralContactIsAddedCorrectedAndRemoved()
    {
        using var browser = new Browsing(app, "Coordinator");
        var register = (await app.Get<YearStore>().FindAsync(Year, default))!.Register;
        var shown = await FormAsync(browser, "general-contacts");
        var (removed, added) = (ContactsIn(shown)[0], ContactsIn(shown)[^1]);
        var form = shown.With($"{removed}-name", "").With($"{removed}-telephone", "").With($"{removed}-fax", "").With($"{removed}-source", "")
            .With($"{added}-name", "夜間窓口").With($"{added}-telephone", "044 200");

        var refused = await form.SendAsync(browser);

        Assert.Equal(422, refused.Status);
        Assert.True(refused.Text.Split("電話の形が正しくありません。").Length > 2, "The fault stands in the summary and beside its field.");
        await SaveAsync(browser, FilledForm.Of(refused, form.Action).With($"{added}-telephone", "044-200-0009"));
        Assert.Equal(
            [register.GeneralContacts![1], new GeneralContact("夜間窓口", new(Telephone: "044-200-0009"))],
            (await app.Get<YearStore>().FindAsync(Year, default))!.Register.GeneralContacts);
    }

    [Fact]
    public async Task EveryFaultIsShownAtItsFieldAndTheTypedTextStays()
    {
        using var browser = new Browsing(app, "Coordinator");
        var form = (await FormAsync(browser, "departments/kowan"))
            .With("name", "<b>港湾局</b>")
            .With("kana", "こうわん\u202Eきょく")
            .With("aliases", new string('港', 10_000) + "\n=HYPERLINK(1)")
            .With("order", "十")
            .With("contact-mail", "港湾@example")
            .With("contact-form", "javascript:alert(1)");

        var answer = await form.SendAsync(browser);

        Assert.Equal((422, "港湾局の編集"), (answer.Status, answer.Heading));
        Assert.All(
            ["名称に「<」か「>」があります。", "読みに、目に見えない文字か、文字の向きを変える文字があります。", "別名が10000字あります。", "別名が「=」で始まっています。",
                "建制順が数ではありません。", "メールの形が正しくありません。", "問い合わせ先のURLの形が正しくありません。"],
            message => Assert.True(answer.Text.Split(message).Length > 2, $"{message} stands in the summary and beside its field."));
        Assert.Equal("港湾@example", FilledForm.Of(answer, form.Action)["contact-mail"]);
        Assert.DoesNotContain("<b>港湾局", answer.Html, StringComparison.Ordinal);
        Assert.Equal("港湾局", (await DepartmentAsync("kowan")).Name);
    }

    [Fact]
    public async Task SavingAnOutdatedFormShowsTheOtherChangeAndKeepsTheTypedText()
    {
        using var first = new Browsing(app, "Coordinator", "一人目");
        using var second = new Browsing(app, "Coordinator", "二人目");
        var slow = (await FormAsync(second, "departments/kotsu")).With("contact-mail", "bus@example.jp");
        await SaveAsync(first, (await FormAsync(first, "departments/kotsu")).With("contact-telephone", "044-200-0001"));

        var told = await slow.SendAsync(second);

        Assert.Equal(409, told.Status);
        Assert.Contains("一人目さんが、先に台帳を保存しました", told.Text, StringComparison.Ordinal);
        Assert.Contains("044-200-0001", told.Text, StringComparison.Ordinal);
        var again = FilledForm.Of(told, slow.Action);
        Assert.Equal(("bus@example.jp", "044-200-0001"), (again["contact-mail"], again["contact-telephone"]));
        await SaveAsync(second, again);
        Assert.Equal(new ContactDetails(Telephone: "044-200-0001", Mail: "bus@example.jp"), (await DepartmentAsync("kotsu")).Contact);
    }

    [Fact]
    public async Task AChangeByAnotherPersonBetweenPreviewAndSavingIsAConflict()
    {
        using var first = new Browsing(app, "Coordinator", "一人目");
        using var second = new Browsing(app, "Coordinator", "二人目");
        var slow = (await FormAsync(second, "departments/shobo")).With("contact-mail", "fire@example.jp");
        var preview = await slow.SendAsync(second);
        await SaveAsync(first, (await FormAsync(first, "departments/shobo/rename")).With("name", "消防本部"));

        var told = await second.SubmitAsync(preview, slow.Action);

        Assert.Equal((409, "消防本部の編集"), (told.Status, told.Heading));
        Assert.Equal(
            ("消防本部", "fire@example.jp"), (FilledForm.Of(told, slow.Action)["name"], FilledForm.Of(told, slow.Action)["contact-mail"]));
    }

    [Fact]
    public async Task SavingTheSameRegisterFormTwiceCreatesOneVersion()
    {
        using var browser = new Browsing(app, "Coordinator");
        var form = (await FormAsync(browser, "departments/tama/center")).With("name", "地域みまもり支援センター");
        var preview = await form.SendAsync(browser);

        Assert.Equal(303, (await browser.SubmitAsync(preview, form.Action)).Status);
        var versions = await app.Get<RegisterVersions>().OfYearAsync(Year, default);
        Assert.Equal(303, (await browser.SubmitAsync(preview, form.Action)).Status);

        Assert.Equal(versions, await app.Get<RegisterVersions>().OfYearAsync(Year, default));
        Assert.Equal("地域みまもり支援センター", (await DepartmentAsync("tama")).SupportCenter?.Name);
    }

    [Fact]
    public async Task GoingBackFromThePreviewKeepsTheTypedText()
    {
        using var browser = new Browsing(app, "Coordinator");
        var form = (await FormAsync(browser, "contact")).With("division", "健康福祉局の新しい室");
        var preview = await form.SendAsync(browser);

        var back = await browser.PostAsync(form.Action, new FormUrlEncodedContent(preview.HiddenFieldsOf(form.Action)
            .Where(f => f.Name != "step").Append(("step", "edit")).Select(f => KeyValuePair.Create(f.Item1, f.Item2))));

        Assert.Equal((200, "健康福祉局の新しい室"), (back.Status, FilledForm.Of(back, form.Action)["division"]));
    }

    [Fact]
    public async Task ARegisterFormWithoutChangesIsNotSaved()
    {
        using var browser = new Browsing(app, "Coordinator");
        foreach (var path in new[] { "contact", "areas", "departments/asao", "departments/asao/center", "departments/asao/rename" })
        {
            var answer = await (await FormAsync(browser, path)).SendAsync(browser);
            Assert.Equal(200, answer.Status);
            Assert.Contains("変わったところがありません", answer.Text, StringComparison.Ordinal);
        }
    }

    [Fact]
    public async Task ViewpointsAndPolicyAreasAreEditedInOrder()
    {
        using var browser = new Browsing(app, "Coordinator");
        var form = (await FormAsync(browser, "areas"))
            .With("viewpoint-2-areas", "other", "elderly")
            .With("area-education-place", "0")
            .With("area-added-code", "prevention")
            .With("area-added-name", "予防施策");

        await SaveAsync(browser, form);

        var register = (await app.Get<RegisterEditing>().FindAsync(Year, default))!.Register;
        Assert.Equal(["elderly", "other"], register.Viewpoint(2).PolicyAreas);
        Assert.Equal(("education", "prevention"), (register.PolicyAreas[0].Code, register.PolicyAreas[^1].Code));
        var removed = await (await FormAsync(browser, "areas")).With("area-elderly-remove", "remove").SendAsync(browser);
        Assert.Contains("の施策「elderly」が台帳にありません。", removed.Text, StringComparison.Ordinal);
    }

    [Fact]
    public async Task ARenamedDepartmentKeepsItsCodeAndItsOldName()
    {
        using var browser = new Browsing(app, "Coordinator");
        var form = (await FormAsync(browser, "departments/byoin/rename")).With("name", "病院事業局").With("kana", "びょういんじぎょうきょく");
        var preview = await form.SendAsync(browser);

        Assert.Contains("符号「byoin」、管理番号、公開ページのアドレスは変わりません。", preview.Text, StringComparison.Ordinal);
        Assert.Contains("名称変更1件", preview.Text, StringComparison.Ordinal);
        Assert.Equal(303, (await browser.SubmitAsync(preview, form.Action)).Status);
        Assert.Equal(["病院局"], (await DepartmentAsync("byoin")).Aliases);
    }

    [Fact]
    public async Task RemovingADepartmentWithSubmissionsIsRefusedAndNamesThem()
    {
        using var browser = new Browsing(app, "Coordinator");
        using var uploaded = await app.UploadAsync("zaisei", SmallWorkbook.Of("zaisei", (1, "取組")), "Department.zaisei");
        var id = uploaded.Headers.Location!.OriginalString.Split('/')[^1];

        var answer = await (await FormAsync(browser, "departments/zaisei/abolish")).SendAsync(browser);

        Assert.Equal(422, answer.Status);
        Assert.Contains($"報告を提出しているため、除けません（受付番号 {id}）。", answer.Text, StringComparison.Ordinal);
        Assert.Contains("次の年度の台帳で改編してください", answer.Text, StringComparison.Ordinal);
    }

    [Fact]
    public async Task TheNextYearIsOpenedAndItsDepartmentsAreSplitAndMerged()
    {
        using var browser = new Browsing(app, "Coordinator");
        var years = await browser.OpenAsync("/staff/years");
        Assert.Equal(303, (await browser.SubmitAsync(years, "/staff/years")).Status);
        Assert.Equal(303, (await browser.SubmitAsync(years, "/staff/years")).Status);
        Assert.Equal([Next, Year], await app.Get<YearStore>().AllAsync(default));

        var split = (await FormAsync(browser, "departments/jogesuido/split", 2019))
            .With("part1-code", "jousui").With("part1-name", "上水道局").With("part1-kana", "じょうすいどうきょく")
            .With("part1-english", "Waterworks Bureau")
            .With("part2-code", "gesui").With("part2-name", "下水道局").With("part2-kana", "げすいどうきょく").With("part2-english", "Sewerage Bureau");
        var preview = await split.SendAsync(browser);
        Assert.Contains("（2019）年度から上水道局、下水道局が引き継ぎます。管理番号（jogesuido-0001など）は変わりません。", preview.Text, StringComparison.Ordinal);
        Assert.Contains("（/departments/jogesuido/）には、上水道局、下水道局への案内が出ます。", preview.Text, StringComparison.Ordinal);
        Assert.Contains("役割「Department.jousui」が必要です。", preview.Text, StringComparison.Ordinal);
        Assert.Equal(303, (await browser.SubmitAsync(preview, split.Action)).Status);

        var merge = (await FormAsync(browser, "merge", 2019)).With("from", "jousui", "gesui").With("into", "jousui");
        var merged = await merge.SendAsync(browser);
        Assert.Contains("（/departments/gesui/）を開いた人は、上水道局のページに移ります。", merged.Text, StringComparison.Ordinal);
        Assert.Equal(303, (await browser.SubmitAsync(merged, merge.Action)).Status);

        var page = await browser.OpenAsync("/staff/2019/register");
        Assert.Contains("改編の記録", page.Text, StringComparison.Ordinal);
        Assert.NotNull((await app.Get<RegisterEditing>().FindAsync(Year, default))!.Register.FindDepartment("jogesuido"));
        await ReadsVersionsAsync(browser);
    }

    [Theory]
    [InlineData("merge", "二つ以上の局・区を選んでください。")]
    [InlineData("departments/saiwai/split", "二つ以上の局・区を入力してください。")]
    [InlineData("new-department", "局・区の符号の形が正しくありません。")]
    public async Task AnEmptyRegisterFormIsRefusedWithWhatIsMissing(string path, string message)
    {
        using var browser = new Browsing(app, "Coordinator");
        var answer = await (await FormAsync(browser, path)).SendAsync(browser);

        Assert.Equal(422, answer.Status);
        Assert.Contains(message, answer.Text, StringComparison.Ordinal);
    }

    [Theory]
    [InlineData("departments/nowhere")]
    [InlineData("departments/kankyo/center")]
    [InlineData("departments/kankyo/divisions")]
    [InlineData("versions/2018-20180401T000000000-abcdef")]
    [InlineData("versions/..%2F2018-04")]
    [InlineData("difference?before=2018-04&after=x")]
    public async Task AnUnknownAddressOfTheRegisterIsANotFoundPage(string path)
    {
        using var browser = new Browsing(app, "Coordinator");
        var page = await browser.OpenAsync($"{Register}/{path}");

        Assert.Equal(404, page.Status);
        Assert.NotEmpty(page.Heading);
    }

    [Fact]
    public async Task OnlyTheCoordinatorEditsARegister()
    {
        using var clerk = new Browsing(app, "Department.kankyo");

        Assert.Equal(403, (await clerk.OpenAsync($"{Register}/departments/kankyo")).Status);
        Assert.Equal(403, (await clerk.PostAsync($"{Register}/departments/kankyo", new FormUrlEncodedContent([]))).Status);
    }

    private async Task ReadsVersionsAsync(Browsing browser)
    {
        var versions = await app.Get<RegisterVersions>().OfYearAsync(Next, default);
        var first = await browser.OpenAsync($"/staff/2019/register/versions/{versions[^1].Version}");
        Assert.Equal(200, first.Status);
        Assert.Contains("上下水道局", first.Text, StringComparison.Ordinal);
        var difference = await browser.OpenAsync(
            $"/staff/2019/register/difference?before={versions[^1].Version}&after={versions[0].Version}");
        Assert.Equal("二つの版のちがい", difference.Heading);
        Assert.Contains("上下水道局", difference.Text, StringComparison.Ordinal);
    }

    private async Task<Department> DepartmentAsync(string code) =>
        (await app.Get<RegisterEditing>().FindAsync(Year, default))!.Register.Department(code);
}
