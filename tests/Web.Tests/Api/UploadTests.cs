using System.IO.Compression;
using System.Net;
using System.Net.Http.Headers;
using System.Text.Json;
using KawasakiServerless.Testing;

namespace KawasakiServerless.Web.Tests.Api;

[Collection(OneWebApp.Name)]
public sealed class UploadTests(WebApp app)
{
    private const string Coordinator = "Coordinator";

    [Fact]
    public async Task UploadingTheSameWorkbookTwiceCreatesOneSubmission()
    {
        using var created = await app.UploadAsync("keizairodo", Some.Sample("keizairodo"), "Department.keizairodo");
        using var again = await app.UploadAsync("keizairodo", Some.Sample("keizairodo"), "Department.keizairodo");

        Assert.Equal((HttpStatusCode.Created, HttpStatusCode.OK), (created.StatusCode, again.StatusCode));
        var (first, second) = (await JsonAsync(created), await JsonAsync(again));
        Assert.Equal(first.GetProperty("id").GetString(), second.GetProperty("id").GetString());
        Assert.Equal($"/api/submissions/{first.GetProperty("id").GetString()}", created.Headers.Location?.OriginalString);
        Assert.Equal("accepted", first.GetProperty("state").GetString());
        Assert.Equal(3, first.GetProperty("counts").GetProperty("collaborations").GetInt32());
    }

    [Fact]
    public async Task AnUploadedWorkbookComesBackByteForByteAndIsListedInTheHistory()
    {
        var workbook = Some.Sample("jogesuido");
        using var created = await app.UploadAsync("jogesuido", workbook, Coordinator);
        var id = (await JsonAsync(created)).GetProperty("id").GetString();

        using var original = await app.SendAsync(HttpMethod.Get, $"/api/submissions/{id}/original", "Department.jogesuido");
        using var history = await app.SendAsync(HttpMethod.Get, "/api/departments/jogesuido/submissions", "Department.jogesuido");

        Assert.Equal(workbook, await original.Content.ReadAsByteArrayAsync());
        Assert.Contains((await JsonAsync(history)).EnumerateArray(), s => s.GetProperty("id").GetString() == id);
    }

    [Fact]
    public async Task ARejectedWorkbookComesBackWithItsProblemsMarked()
    {
        using var rejected = await app.UploadAsync("zaisei", Some.Sample("kankyo"), "Department.zaisei");
        var id = (await AccessTests.AssertProblemAsync(rejected)).GetProperty("submission").GetString();

        using var report = await app.SendAsync(HttpMethod.Get, $"/api/submissions/{id}/report.xlsx", "Department.zaisei");
        using var other = await app.SendAsync(HttpMethod.Get, $"/api/submissions/{id}/report.xlsx", "Department.kankyo");

        Assert.Equal((HttpStatusCode.OK, HttpStatusCode.Forbidden), (report.StatusCode, other.StatusCode));
        Assert.Equal("2018-財政局-指摘.xlsx", report.Content.Headers.ContentDisposition?.FileNameStar);
        Assert.Equal("application/vnd.openxmlformats-officedocument.spreadsheetml.sheet", report.Content.Headers.ContentType?.MediaType);
        using var archive = new ZipArchive(await report.Content.ReadAsStreamAsync());
        Assert.Contains(archive.Entries, e => e.FullName.StartsWith("xl/comments", StringComparison.Ordinal));
    }

    [Fact]
    public async Task AWorkbookCanBeUploadedInAFormWithItsFileName()
    {
        using var form = new MultipartFormDataContent { { WebApp.Raw(Some.Sample("soumukikaku")), "workbook", "H30報告（総務）.xlsx" } };

        using var created = await app.SendAsync(HttpMethod.Post, "/api/departments/soumukikaku/submissions", Coordinator, form);

        Assert.Equal("H30報告（総務）.xlsx", (await JsonAsync(created)).GetProperty("fileName").GetString());
    }

    [Theory]
    [InlineData("attachment; filename=\"C:\\\\Users\\\\yamada\\\\houkoku.xlsx\"", "houkoku.xlsx")]
    [InlineData("attachment; filename*=UTF-8''..%2F%E5%A0%B1%E5%91%8A%E2%80%AE%00.xlsx", "報告.xlsx")]
    [InlineData("attachment; filename=\" \"", null)]
    [InlineData("attachment", null)]
    public async Task TheFileNameOfAnUploadWithoutAFormIsStoredWithoutItsPath(string disposition, string? kept)
    {
        var content = WebApp.Raw(Some.Workbook("shobo", disposition));
        content.Headers.TryAddWithoutValidation("Content-Disposition", disposition);

        using var created = await app.SendAsync(HttpMethod.Post, "/api/departments/shobo/submissions", Coordinator, content);

        Assert.Equal(HttpStatusCode.Created, created.StatusCode);
        Assert.Equal(kept, (await JsonAsync(created)).GetProperty("fileName").GetString());
    }

    [Fact]
    public async Task AUnitThatIsNotTheOneOfTheLastReportIsAnsweredAsAWarning()
    {
        using var before = await app.UploadAsync("kowan", Some.WorkbookInUnit("kowan", "か所"), Coordinator);
        using var changed = await app.UploadAsync("kowan", Some.WorkbookInUnit("kowan", "箇所"), Coordinator);

        Assert.Empty((await JsonAsync(before)).GetProperty("problems").EnumerateArray());
        var problem = Assert.Single((await JsonAsync(changed)).GetProperty("problems").EnumerateArray());
        Assert.Equal(
            ("unit-changed", "warning", "視点別取組", "H2", "単位「箇所」は、前の報告では「か所」でした。"),
            (problem.GetProperty("code").GetString(), problem.GetProperty("severity").GetString(), problem.GetProperty("sheet").GetString(
                ), problem.GetProperty("cell").GetString(), problem.GetProperty("message").GetString()));
    }

    [Fact]
    public async Task AnotherDepartmentsWorkbookIsRefusedAndTheProblemNamed() =>
        await AssertRejectedAsync(await app.UploadAsync("zaisei", Some.Sample("kankyo"), Coordinator), "other-department");

    [Fact]
    public async Task AnotherYearsWorkbookIsRefusedAndTheProblemNamed() =>
        await AssertRejectedAsync(await app.UploadAsync("zaisei", Some.WorkbookOfYear("zaisei", 2017), Coordinator), "other-year");

    [Fact]
    public async Task AFileThatIsNoWorkbookIsRefused() =>
        await AssertRejectedAsync(await app.UploadAsync("zaisei", "PK\u0003\u0004 not really"u8.ToArray(), Coordinator), "not-a-workbook");

    [Theory]
    [InlineData("text/csv")]
    [InlineData("application/json")]
    [InlineData("image/png")]
    [InlineData("multipart/mixed; boundary=x")]
    public async Task AnUploadWithAnotherContentTypeIsRefused(string type)
    {
        var content = new ByteArrayContent(Some.Sample("kankyo"));
        content.Headers.ContentType = MediaTypeHeaderValue.Parse(type);

        using var answer = await app.SendAsync(HttpMethod.Post, "/api/departments/kankyo/submissions", Coordinator, content);

        Assert.Equal(HttpStatusCode.UnsupportedMediaType, answer.StatusCode);
        await AccessTests.AssertProblemAsync(answer);
    }

    [Fact]
    public async Task MoreThan20MebibytesAreRefusedWithOrWithoutALengthAndInAForm()
    {
        var large = new byte[20 * 1024 * 1024 + 1];
        using var declared = await app.UploadAsync("zaisei", large, Coordinator);
        using var undeclared = await SendUndeclaredAsync(large);
        using var form = new MultipartFormDataContent { { WebApp.Raw(large), "workbook", "large.xlsx" } };
        using var inForm = await app.SendAsync(HttpMethod.Post, "/api/departments/zaisei/submissions", Coordinator, form);

        foreach (var answer in new[] { declared, undeclared, inForm })
        {
            Assert.Equal(HttpStatusCode.RequestEntityTooLarge, answer.StatusCode);
            await AccessTests.AssertProblemAsync(answer);
        }
    }

    [Fact]
    public async Task TwoFilesInOneFormAreRefusedAndNoneIsTaken()
    {
        using var form = new MultipartFormDataContent
        {
            { WebApp.Raw(Some.Sample("rinkaibu")), "workbook", "a.xlsx" },
            { WebApp.Raw(Some.Sample("kankyo")), "workbook", "b.xlsx" },
        };

        using var answer = await app.SendAsync(HttpMethod.Post, "/api/departments/rinkaibu/submissions", Coordinator, form);
        using var history = await app.SendAsync(HttpMethod.Get, "/api/departments/rinkaibu/submissions", Coordinator);

        Assert.Equal("several-files", (await AccessTests.AssertProblemAsync(answer)).GetProperty("code").GetString());
        Assert.Empty((await JsonAsync(history)).EnumerateArray());
    }

    [Fact]
    public async Task AnEmptyBodyIsRefused()
    {
        using var answer = await app.UploadAsync("zaisei", [], Coordinator);

        Assert.Equal("no-content", (await AccessTests.AssertProblemAsync(answer)).GetProperty("code").GetString());
    }

    [Fact]
    public async Task TheTemplateOfADepartmentIsAcceptedAsItComes()
    {
        using var template = await app.SendAsync(HttpMethod.Get, "/api/departments/kowan/template?year=2018", "Department.kowan");
        Assert.Equal("2018-港湾局.xlsx", template.Content.Headers.ContentDisposition?.FileNameStar);

        using var answer = await app.UploadAsync("kowan", await template.Content.ReadAsByteArrayAsync(), "Department.kowan");

        Assert.Equal(HttpStatusCode.Created, answer.StatusCode);
    }

    [Fact]
    public async Task TheBoardShowsWhoHasSubmittedInOfficialOrder()
    {
        await app.UploadAsync("kankyo", Some.Sample("kankyo"), Coordinator);

        using var answer = await app.SendAsync(HttpMethod.Get, "/api/departments?year=2018", Coordinator);

        var board = (await JsonAsync(answer)).EnumerateArray().ToList();
        Assert.Equal(23, board.Count);
        Assert.Equal("soumukikaku", board[0].GetProperty("code").GetString());
        Assert.Equal("accepted", board.Single(d => d.GetProperty("code").GetString() == "kankyo").GetProperty("status").GetString());
        Assert.Equal("notSubmitted", board.Single(d => d.GetProperty("code").GetString() == "kotsu").GetProperty("status").GetString());
    }

    [Fact]
    public async Task APublicationAskedForIsRecordedAndCanBeFollowed()
    {
        await app.UploadAsync("kankyo", Some.Sample("kankyo"), Coordinator);
        await app.SendAsync(HttpMethod.Post, "/api/years/2018/release", Coordinator);

        using var asked = await app.SendAsync(HttpMethod.Post, "/api/publications", Coordinator);

        Assert.Equal(HttpStatusCode.Accepted, asked.StatusCode);
        var state = await StateWhenEndedAsync(asked.Headers.Location!.OriginalString);
        Assert.Contains(state, new[] { "live", "unchanged" });
    }

    private async Task<string?> StateWhenEndedAsync(string location)
    {
        using var limit = new CancellationTokenSource(TimeSpan.FromMinutes(1));
        using var timer = new PeriodicTimer(TimeSpan.FromMilliseconds(50));
        while (true)
        {
            using var answer = await app.SendAsync(HttpMethod.Get, location, Coordinator);
            if ((await JsonAsync(answer)).GetProperty("state").GetString() is not ("requested" or "running") and var state)
                return state;
            await timer.WaitForNextTickAsync(limit.Token);
        }
    }

    private Task<HttpResponseMessage> SendUndeclaredAsync(byte[] large)
    {
        var request = new HttpRequestMessage(HttpMethod.Post, "/api/departments/zaisei/submissions") { Content = WebApp.Raw(large) };
        request.Headers.Add("X-MS-CLIENT-PRINCIPAL", SignedIn.With(Coordinator));
        request.Headers.TransferEncodingChunked = true;
        return app.Http.SendAsync(request);
    }

    private static async Task AssertRejectedAsync(HttpResponseMessage answer, string code)
    {
        using (answer)
        {
            Assert.Equal(HttpStatusCode.UnprocessableEntity, answer.StatusCode);
            var problem = await AccessTests.AssertProblemAsync(answer);
            Assert.Contains(problem.GetProperty("problems").EnumerateArray(), p => p.GetProperty("code").GetString() == code);
        }
    }

    private static async Task<JsonElement> JsonAsync(HttpResponseMessage answer)
    {
        answer.EnsureSuccessStatusCode();
        return JsonDocument.Parse(await answer.Content.ReadAsStringAsync()).RootElement;
    }
}
