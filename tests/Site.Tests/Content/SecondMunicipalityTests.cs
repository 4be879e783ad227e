using System.Text;
using System.Text.RegularExpressions;
using KawasakiServerless.Domain;
using KawasakiServerless.Site.Content;
using KawasakiServerless.Site.Rendering;
using KawasakiServerless.Site.Topics;
using KawasakiServerless.Workbooks.Reading;

namespace KawasakiServerless.Site.Tests.Content;

/// <summary>The site of an invented municipality (みほん市) is made from the files in tests/Municipality, without any change of code.</summary>
public partial class SecondMunicipalityTests
{
    private static readonly string Folder = Path.Combine(AppContext.BaseDirectory, "Municipality");

    private static readonly SiteOptions Options =
        new(new("https://report.mihon.example/")) { Content = SiteContent.Load(ContentFolders.Within(Folder)) };

    private static readonly Lazy<SiteInput> Input = new(Compose);

    private static readonly Lazy<Task<IReadOnlyList<SiteFile>>> Site = new(
        () => SiteRenderer.RenderAsync(Input.Value, Options, CancellationToken.None));

    [Fact]
    public async Task TheSiteOfAnotherMunicipalityContainsNoNamesOfKawasaki()
    {
        foreach (var file in (await Site.Value)
            .Where(f => !f.Path.EndsWith(".zip", StringComparison.Ordinal) && !f.Path.EndsWith(".xlsx", StringComparison.Ordinal)))
        {
            var text = Encoding.UTF8.GetString(file.Bytes.Span);
            Assert.True(!OfKawasaki().IsMatch(text), $"{file.Path}: …{Around(text)}…");
        }
    }

    [Fact]
    public async Task TheSiteOfAnotherMunicipalityHasItsOwnNamesTextsTopicsAndStyles()
    {
        var files = await Site.Value;
        var home = files.Page("index.html");
        Assert.Equal("みほん市 支え合いのまち 年次報告", home.Title);
        Assert.Equal("みほん市支え合いのまち", home.QuerySelector(".brand-name")!.TextContent);
        Assert.NotNull(home.QuerySelector(".footer-links a[href='/harbour-walk/']"));
        Assert.Contains("くらし局支え合い課", files.Page("harbour-walk/index.html").QuerySelector("main")!.TextContent, StringComparison.Ordinal);
        Assert.Contains("3つの視点", files.Page("viewpoints/index.html").QuerySelector("h1")!.TextContent, StringComparison.Ordinal);
        Assert.Contains("みなと散歩", files.Html("glossary/index.html"), StringComparison.Ordinal);
        Assert.Contains("--accent: #0b5c8a", Encoding.UTF8.GetString(
            files.Single(f => f.Path.EndsWith(".css", StringComparison.Ordinal)).Bytes.Span), StringComparison.Ordinal);

        Assert.Contains("平日の9時", files.Page("contact/index.html").QuerySelector("main")!.TextContent, StringComparison.Ordinal);

        var topic = files.Page("topics/walking/index.html").QuerySelector("main")!;
        Assert.NotNull(topic.QuerySelector("#initiatives ~ * a[href='/initiatives/kurashi-0001/']"));
        Assert.NotNull(topic.QuerySelector("a[href='/collaborations/kurashi-0003/']"));
        Assert.Contains("灯台サロン", topic.TextContent, StringComparison.Ordinal);
    }

    [Fact]
    public async Task ATopicWithoutRecordsHasAPageThatSaysSoAndGivesAWarning()
    {
        var page = (await Site.Value).Page("topics/stars/index.html");
        Assert.Contains("まだ載っていません", page.QuerySelector("main")!.TextContent, StringComparison.Ordinal);
        Assert.Null(page.QuerySelector("nav[aria-label='このページの内容']"));
        Assert.Equal(
            ["input/topics/stars.md: no record of 2030 belongs to this topic."],
            TopicWarnings.Of(new SiteView(Input.Value, Options).Newest));
    }

    private static SiteInput Compose()
    {
        using var json = File.OpenRead(Path.Combine(Folder, "register.json"));
        var (register, year) = (Register.Parse(json), FiscalYear.Of(2030));
        return SiteInput.Of([Report.Compose(year, register, Directory.EnumerateFiles(Folder, "*.xlsx").Order(StringComparer.Ordinal)
            .Select(f => Read(f, register, year)))]);
    }

    private static DepartmentSubmission Read(string file, Register register, FiscalYear year)
    {
        var reading = WorkbookReader.Read(
            File.ReadAllBytes(file), new(register, year, null) { FileName = Path.GetFileName(file) }, CancellationToken.None);
        Assert.True(reading.IsAccepted, string.Join('\n', reading.Problems.Select(p => p.Message)));
        var department = register.Department(reading.Department!);
        var (records, _) = Identities.Assign(department.Code, reading.Records, DepartmentRecords.Empty, AssignedNumbers.None);
        return new(department.Code, $"2030-{department.Code}", Some.UploadedAt,
            records.Stamp($"2030-{department.Code}", Source.CanonicalFile(year, department), Some.UploadedAt));
    }

    private static string Around(string text) => OfKawasaki().Match(text) is { Success: true } match
        ? text[Math.Max(0, match.Index - 40)..Math.Min(text.Length, match.Index + 40)]
        : "";

    [GeneratedRegex("川崎|かわさき|カワサキ|kawasaki|みまもり支援センター|幸区|中原区|高津|宮前区|多摩区|麻生区|健康福祉局|kenkofukushi",
        RegexOptions.IgnoreCase | RegexOptions.CultureInvariant)]
    private static partial Regex OfKawasaki();
}
