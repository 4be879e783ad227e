using KawasakiServerless.Domain;
using KawasakiServerless.Testing;
using KawasakiServerless.Workbooks.Repairing;

namespace KawasakiServerless.Web.Tests.Staff;

/// <summary>Clerks correct cells in the portal: they type new values, or choose from corrections whose value is certain.</summary>
[Collection(OneWebApp.Name)]
public sealed class FixTests(WebApp app)
{
    private const string Initiatives = "視点別取組", Viewpoint = "1 意識の醸成と参加・活動の促進";

    private static readonly CellName Broken = new(Initiatives, "B2");

    [Fact]
    public async Task ACellIsCorrectedInThePortalAndTheCorrectedWorkbookIsSubmitted()
    {
        using var clerk = new Browsing(app, "Department.keizairodo");
        var (path, page) = await CheckAsync(clerk, "keizairodo", BrokenWorkbook("keizairodo"));
        Assert.Contains($"{path}/fix?at={Broken.Key}#{Broken.Key}", page.Html, StringComparison.Ordinal);
        var form = await clerk.OpenAsync($"{path}/fix");
        Assert.Equal((200, "ここで直す"), (form.Status, form.Heading));
        Assert.Contains("視点9", form.Text, StringComparison.Ordinal);

        var sent = await clerk.SubmitAsync(form, $"{path}/fix", (FieldOf(Broken), Viewpoint));
        var again = await clerk.SubmitAsync(form, $"{path}/fix", (FieldOf(Broken), Viewpoint));
        var mended = await clerk.OpenAsync(sent.Location!);

        Assert.Equal((303, sent.Location), (again.Status, again.Location));
        Assert.NotEqual(path, sent.Location);
        Assert.Equal("提出できます", mended.Heading);
        Assert.Contains("1か所を直したブックです", mended.Text, StringComparison.Ordinal);
        Assert.Contains($"視点9 →から {Viewpoint}", mended.Text, StringComparison.Ordinal);
        var file = await clerk.OpenAsync($"{sent.Location}/original");
        Assert.Equal("報告.xlsx", file.Message.Content.Headers.ContentDisposition?.FileNameStar);
        Assert.Equal(303, (await clerk.SubmitAsync(mended, $"{sent.Location}/submit")).Status);
    }

    [Fact]
    public async Task CertainCorrectionsAreListedAndWrittenOnlyIfTheyAreChosen()
    {
        using var other = new Browsing(app, "Department.kankyo");
        var workbook = Edited(
            Some.WorkbookWithFigures("shiminbunka", Some.Year, 4, 4, 4), new CellEdit(Initiatives, "K2", CellValue.Of("5回")));
        using var clerk = new Browsing(app, "Department.shiminbunka");
        var (path, page) = await CheckAsync(clerk, "shiminbunka", workbook);
        Assert.Contains("まとめて直す（1か所）", page.Text, StringComparison.Ordinal);
        var list = await clerk.OpenAsync($"{path}/repair");
        Assert.Equal((200, "まとめて直す"), (list.Status, list.Heading));

        var none = await clerk.SubmitAsync(list, $"{path}/repair");
        Assert.Equal(422, none.Status);
        Assert.Contains("一つ以上選んで", none.Text, StringComparison.Ordinal);
        var sent = await clerk.SubmitAsync(none, $"{path}/repair", ("cell", new CellName(Initiatives, "K2").Key));
        var mended = await clerk.OpenAsync(sent.Location!);

        Assert.Equal("提出できます", mended.Heading);
        Assert.Contains("5回 →から 5", mended.Text, StringComparison.Ordinal);
        Assert.Equal("まとめて直せるセルはありません。", Lead(await clerk.OpenAsync($"{sent.Location}/repair")));
        Assert.Equal(403, (await other.OpenAsync($"{path}/repair")).Status);
    }

    [Fact]
    public async Task ARefusedCorrectionIsShownAtItsFieldWithTheTypedText()
    {
        using var clerk = new Browsing(app, "Department.soumukikaku");
        var (path, _) = await CheckAsync(clerk, "soumukikaku", BrokenWorkbook("soumukikaku"));
        var form = await clerk.OpenAsync($"{path}/fix");

        var nothing = await clerk.SubmitAsync(form, $"{path}/fix", (FieldOf(Broken), "視点9"));
        var refused = await clerk.SubmitAsync(nothing, $"{path}/fix", (FieldOf(Broken), new string('<', 32_768)));

        Assert.Equal((422, 422), (nothing.Status, refused.Status));
        Assert.Contains("まだ何も変わっていません", nothing.Text, StringComparison.Ordinal);
        Assert.Contains("32,767文字", refused.Text, StringComparison.Ordinal);
        Assert.Contains("aria-invalid=\"true\"", refused.Html, StringComparison.Ordinal);
        Assert.Contains(string.Concat(Enumerable.Repeat("&lt;", 100)), refused.Html, StringComparison.Ordinal);
        Assert.Equal(303, (await clerk.SubmitAsync(refused, $"{path}/fix", (FieldOf(Broken), Viewpoint))).Status);
    }

    [Fact]
    public async Task CorrectionsInTwoTabsCreateTwoSeparateChecks()
    {
        using var clerk = new Browsing(app, "Department.kensetsuryokusei");
        var (path, page) = await CheckAsync(clerk, "kensetsuryokusei", BrokenWorkbook("kensetsuryokusei"));
        var (one, other) = (await clerk.OpenAsync($"{path}/fix"), await clerk.OpenAsync($"{path}/fix"));

        var first = await clerk.SubmitAsync(one, $"{path}/fix", (FieldOf(Broken), Viewpoint));
        var second = await clerk.SubmitAsync(other, $"{path}/fix", (FieldOf(Broken), "視点8"));

        Assert.NotEqual(first.Location, second.Location);
        Assert.Equal("提出できます", (await clerk.OpenAsync(first.Location!)).Heading);
        Assert.Equal(page.Heading, (await clerk.OpenAsync(second.Location!)).Heading);
        Assert.Equal(page.Heading, (await clerk.OpenAsync(path)).Heading);
    }

    [Theory]
    [InlineData("Department.kankyo", 403)]
    [InlineData("Department.jogesuido", 404)]
    [InlineData("Coordinator", 404)]
    public async Task ACheckThatExpiredOrBelongsToAnotherDepartmentCannotBeCorrected(string role, int status)
    {
        using var browser = new Browsing(app, role);
        const string Over = "/staff/2018/departments/jogesuido/checks/2018-jogesuido-0123456789abcdef0123456789abcdef";

        Assert.Equal(
            (status, status), ((await browser.OpenAsync($"{Over}/fix")).Status, (await browser.OpenAsync($"{Over}/repair")).Status));
    }

    [Fact]
    public async Task ACheckCannotBeCorrectedUnderAnotherDepartmentOrWithAnIncompleteForm()
    {
        using var clerk = new Browsing(app, "Department.zaisei,Department.jogesuido");
        var (path, _) = await CheckAsync(clerk, "jogesuido", BrokenWorkbook("jogesuido"));
        var elsewhere = path.Replace("departments/jogesuido", "departments/zaisei", StringComparison.Ordinal);
        var form = await clerk.OpenAsync($"{path}/fix");
        var fields = form.HiddenFieldsOf($"{path}/fix").Append((FieldOf(Broken), Viewpoint)).ToList();

        Assert.Equal(404, (await clerk.OpenAsync($"{elsewhere}/fix")).Status);
        Assert.Equal(404, (await PostAsync(clerk, $"{elsewhere}/fix", fields)).Status);
        Assert.Equal(400, (await PostAsync(clerk, $"{path}/fix", fields.Where(f => f.Item1 != "form"))).Status);
        Assert.Equal(400, (await PostAsync(clerk, $"{path}/repair", fields.Where(f => f.Item1 != "form"))).Status);
    }

    [Fact]
    public async Task ManyCellsToCorrectAreShownInSeveralPages()
    {
        using var other = new Browsing(app, "Department.kankyo");
        var small = SmallWorkbook.Of("jogesuido", Enumerable.Range(1, 1_000).Select(n => (n, $"取組{n}")));
        var workbook = Edited(
            small, [.. Enumerable.Range(2, 1_000).Select(row => new CellEdit(Initiatives, $"B{row}", CellValue.Of("視点9")))]);
        using var clerk = new Browsing(app, "Department.jogesuido");
        var (path, _) = await CheckAsync(clerk, "jogesuido", workbook);

        var second = await clerk.OpenAsync($"{path}/fix?page=2");

        Assert.InRange(second.Html.Length, 1, 150_000);
        Assert.Equal(20, second.Html.Split("class=\"panel fix\"").Length - 1);
        Assert.Contains("直すか確かめるセル 500か所", second.Text, StringComparison.Ordinal);
        Assert.Contains($"id=\"{new CellName(Initiatives, "B25").Key}\"", second.Html, StringComparison.Ordinal);
        Assert.Contains("保存すると、残りのセルが並びます", second.Text, StringComparison.Ordinal);
        Assert.Contains(
            "（2／25ページ", (await clerk.OpenAsync($"{path}/fix?at={new CellName(Initiatives, "B25").Key}")).Text, StringComparison.Ordinal);
        Assert.Equal(403, (await other.OpenAsync($"{path}/fix")).Status);
    }

    private static string Lead(StaffAnswer page) => page.Html.Split("class=\"lead\">")[1].Split('<')[0];

    private static string FieldOf(CellName cell) => $"v-{cell.Key}";

    private static Task<StaffAnswer> PostAsync(Browsing browser, string path, IEnumerable<(string Name, string Value)> fields) =>
        browser.PostAsync(path, new FormUrlEncodedContent(fields.Select(f => KeyValuePair.Create(f.Name, f.Value))));

    private static byte[] BrokenWorkbook(string department) =>
        Edited(Some.Workbook(department, "一つ目の取組。"), new CellEdit(Initiatives, "B2", CellValue.Of("視点9")));

    private static byte[] Edited(byte[] workbook, params CellEdit[] edits) =>
        Assert.IsType<WorkbookEdited>(WorkbookEditing.Apply(workbook, edits, default)).Workbook.ToArray();

    private static async Task<(string Path, StaffAnswer Page)> CheckAsync(Browsing clerk, string department, byte[] workbook)
    {
        var upload = $"/staff/2018/departments/{department}/upload";
        var sent = await clerk.UploadAsync(await clerk.OpenAsync(upload), upload, workbook);
        return (sent.Location!, await clerk.OpenAsync(sent.Location!));
    }
}
