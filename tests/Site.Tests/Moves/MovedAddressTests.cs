using System.Text.Json;
using KawasakiServerless.Domain;
using KawasakiServerless.Site.Gates;
using Record = KawasakiServerless.Domain.Record;

namespace KawasakiServerless.Site.Tests;

public sealed class MovedAddressTests
{
    private static readonly FiscalYear Next = FiscalYear.Of(2019);

    private static Department Zaimu { get; } = new(2, "zaimu", "財務局", "ざいむきょく", "Finance Bureau", DepartmentKind.Bureau, null, []);

    [Fact]
    public async Task PagesOfAMergedDepartmentLeadToItsSuccessor()
    {
        var files = await SiteOfAsync(new Reorganisation.Merge(["zaisei", "kowan"], Zaimu), "zaimu");

        foreach (var path in (string[])["departments/{0}", "collaborations/lead/{0}"])
        {
            var page = files.Page($"{string.Format(null, path, "zaisei")}/index.html");
            var target = $"/{string.Format(null, path, "zaimu")}/";
            Assert.Equal($"0; url={target}", page.QuerySelector("meta[http-equiv=refresh]")?.GetAttribute("content"));
            Assert.Equal($"http://localhost:7071{target}", page.QuerySelector("link[rel=canonical]")?.GetAttribute("href"));
            Assert.Equal(target, page.QuerySelector("main a")?.GetAttribute("href"));
            Assert.Empty(page.QuerySelectorAll("script"));
        }

        Assert.Equal("0; url=/departments/zaimu/", Refresh(files, "departments/kowan"));
        Assert.Contains($"改編前の局・区：財政局（{Next.EraLabel}から）、港湾局（{Next.EraLabel}から）",
            files.Page("departments/zaimu/index.html").Body!.TextContent.Words(),
            StringComparison.Ordinal);
        Assert.DoesNotContain("7071/departments/zaisei/", files.Html("sitemap.xml"), StringComparison.Ordinal);
    }

    [Fact]
    public async Task AContinuedRecordKeepsItsAddressAndAnEndedRecordRedirectsToItsLastYear()
    {
        var files = await SiteOfAsync(new Reorganisation.Merge(["zaisei", "kowan"], Zaimu), "zaimu");

        Assert.Null(Refresh(files, "initiatives/zaisei-0001"));
        Assert.Equal("0; url=/2018/initiatives/zaisei-0002/", Refresh(files, "initiatives/zaisei-0002"));
        Assert.Equal("0; url=/2018/indicators/zaisei-0002-1/", Refresh(files, "indicators/zaisei-0002-1"));
        Assert.Null(Refresh(files, "collaborations/zaisei-0003"));
    }

    [Fact]
    public async Task ThePageOfASplitDepartmentLinksToAllItsSuccessors()
    {
        var files = await SiteOfAsync(new Reorganisation.Split("zaisei", [Zaimu, Zaimu with { Code = "shisan", Name = "資産局" }]), "zaimu");

        var page = files.Page("departments/zaisei/index.html");
        Assert.Null(page.QuerySelector("meta[http-equiv=refresh]"));
        Assert.Equal(["/departments/zaimu/", "/departments/shisan/"], page.QuerySelectorAll("main a").Select(a => a.GetAttribute("href")));
        Assert.Equal("財政局は改編されました", page.QuerySelector("h1")!.TextContent);
    }

    [Fact]
    public async Task ThePageOfAnAbolishedDepartmentRedirectsToTheListOfDepartments()
    {
        var files = await SiteOfAsync(new Reorganisation.Abolish("zaisei"), "kowan");

        Assert.Equal("0; url=/departments/", Refresh(files, "departments/zaisei"));
        Assert.Equal("0; url=/2018/initiatives/zaisei-0001/", Refresh(files, "initiatives/zaisei-0001"));
    }

    [Fact]
    public async Task AWardsPagesLeadToTheWardItBecame()
    {
        var kita = Register.Of2018.Department("asao") with
        {
            Code = "kita",
            Name = "北区役所",
            Ward = "北区",
            Kana = "きたくやくしょ",
            Aliases = ["北区"]
        };

        var files = await SiteOfAsync(new Reorganisation.Merge(["asao", "tama"], kita), "zaisei");

        Assert.Equal("0; url=/wards/kita/", Refresh(files, "wards/asao"));
        Assert.Equal("0; url=/departments/kita/", Refresh(files, "departments/tama"));
    }

    [Fact]
    public async Task ARecordThatIsNotReportedAnyMoreLeadsToItsLastYearWithoutAnyReorganisation()
    {
        SiteInput input = SiteInput.Of(
            [ReportOf(FiscalYear.Of(2018), Register.Of2018, "zaisei", 2), ReportOf(Next, Register.Of2018, "zaisei", 1)]);

        var page = (await Some.SiteOfAsync(input)).Page("initiatives/zaisei-0002/index.html");

        Assert.Equal("0; url=/2018/initiatives/zaisei-0002/", page.QuerySelector("meta[http-equiv=refresh]")?.GetAttribute("content"));
        Assert.Equal(
            "http://localhost:7071/2018/initiatives/zaisei-0002/", page.QuerySelector("link[rel=canonical]")?.GetAttribute("href"));
        Assert.Equal(
            ("平成30年度の報告に載っています", "取組2（平成30年度）"), (page.QuerySelector("h1")!.TextContent, page.QuerySelector("main a")!.TextContent));
        Assert.NotNull(await new SiteOnDemand(input, Some.Options).FindAsync("initiatives/zaisei-0002/index.html"));
    }

    [Fact]
    public async Task ASiteWithoutReorganisationsHasNoRedirects() =>
        Assert.Empty(Moved(await Some.SiteOfAsync(ReportOf(FiscalYear.Of(2018), Register.Of2018, "zaisei", 2))));

    private static IEnumerable<SiteFile> Moved(IReadOnlyList<SiteFile> files) => files.Where(f =>
        f.Path.EndsWith(".html", StringComparison.Ordinal)
        && System.Text.Encoding.UTF8.GetString(f.Bytes.Span).Contains("http-equiv=\"refresh\"", StringComparison.Ordinal));

    private static IEnumerable<(string From, string? Refresh)> Redirects(IReadOnlyList<SiteFile> files) =>
        JsonDocument.Parse(files.Html("redirects.json")).RootElement.EnumerateArray().Where(r => r.GetProperty("status").GetInt32() == 301)
            .Select(r => (r.GetProperty("from").GetString()!, (string?)$"0; url={r.GetProperty("to").GetString()}"));

    private static string? Refresh(IReadOnlyList<SiteFile> files, string folder) =>
        files.Page($"{folder}/index.html").QuerySelector("meta[http-equiv=refresh]")?.GetAttribute("content");

    // Makes a site of two years. In 2018, 財政局 reports two initiatives. In 2019, the department zaimu reports one of them again if it is the
    // reporter; otherwise the report of 2019 is empty.
    private static async Task<IReadOnlyList<SiteFile>> SiteOfAsync(Reorganisation change, string reporter)
    {
        var (register, findings) = Reorganised.By(Register.Of2018, change, Next);
        Assert.Empty(findings);
        var before = ReportOf(FiscalYear.Of(2018), Register.Of2018, "zaisei", 2);
        var goesOn = reporter is "zaimu";
        var after = goesOn ? ReportOf(Next, register, reporter, 1) : Report.Compose(Next, register, []);
        var files = await Some.SiteOfAsync(SiteInput.Of([before, after]));
        Assert.Empty(SiteGate.Check(files, [new(before.ReportingYear, before.Records.Counts), new(Next, after.Records.Counts)]));
        var titles = Moved(files).Select(f => files.Page(f.Path).Title).ToList();
        Assert.Equal(titles.Distinct(), titles);
        Assert.Equal(Redirects(files), Moved(files)
            .Select(f => ($"/{f.Path[..^"index.html".Length]}", Refresh(files, Path.GetDirectoryName(f.Path)!))));
        return files;
    }

    private static Report ReportOf(FiscalYear year, Register register, string department, int initiatives)
    {
        var source = Some.Source with { Department = department };
        List<Record> records = [new Collaboration("zaisei-0003", source, "交通局", "連携事業", "概要", "方向性")];
        for (var n = 1; n <= initiatives; n++)
        {
            records.Add(new Initiative($"zaisei-000{n}", source, 1, "elderly", ["財政局"], $"取組{n}"));
            records.Add(new Indicator($"zaisei-000{n}-1", source, $"zaisei-000{n}",
                $"回数{n}", null, "回", false, [Some.Figure(2017, n)], []));
        }

        return Report.Compose(year, register, [new(department, source.Submission, Some.UploadedAt, DepartmentRecords.Of(records))]);
    }
}
