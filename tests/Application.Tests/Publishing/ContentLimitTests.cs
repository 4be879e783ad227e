using System.Globalization;
using KawasakiServerless.Application.Submissions;
using KawasakiServerless.Domain;
using KawasakiServerless.Storage.Publications;
using KawasakiServerless.Storage.Records;
using KawasakiServerless.Testing;
using KawasakiServerless.Workbooks.Reading;
using KawasakiServerless.Workbooks.Writing;
using Xunit.Abstractions;

namespace KawasakiServerless.Application.Tests.Publishing;

/// <summary>
/// Any workbook is either rejected by the check, or stored as it is and published. No workbook is accepted that storage or the site then
/// refuses.
/// </summary>
[Collection(SharedAzurite.Name)]
public sealed class ContentLimitTests(SharedAzurite azurite, ITestOutputHelper output)
{
    private const string Coordinator = "kenkofukushi";

    // How many cases share a city (a store with its site). Each case is published, and the site has a page for each publication, so with
    // hundreds of cases the site would become large.
    private const int CasesOfACity = 20;

    // How many arbitrary reports are tested. The environment variable CASES sets their number: CASES=200 takes some minutes.
    private static readonly int Cases = int.TryParse(
        Environment.GetEnvironmentVariable("CASES"), NumberStyles.None, CultureInfo.InvariantCulture, out var cases) ? cases : 12;

    private static readonly string[] Documents =
        ["document-2", "！！！", "DOCUMENT-2", "資料1-1", "1-1", "Ａ", "a", "con", "..", "index.html", "%2e%2e%2f", "a\u200B",
            new string('a', 100)];

    /// <summary>
    /// Unusual workbooks, unlike those that a template produces. The second value of a case is whether the check accepts the workbook.
    /// </summary>
    public static TheoryData<string, bool, byte[]> Workbooks() => new()
    {
        { "an item gathered from five cells of the report layout", false,
            Report([.. Enumerable.Range(0, 5).Select(n => new object?[] { n == 0 ? "高齢者施策" : null, n == 0 ? "・取組" + new string('あ', 9_000)
                : $"（{new string('い', 9_900)}）", null })]) },
        { "200 divisions over many rows", false,
            Report([.. Enumerable.Range(0, 200).Select(n => new object?[] { n == 0 ? "高齢者施策（財政局）" : $"（財政局第{n}課）", "・取組", null })]) },
        { "control characters in the report layout", true, Report(["高齢者施策", "・取組_x0000__x0001__xFFFE__xFFFF_の文_xD83D_", "・方向_x001F_"]) },
        { "a figure for every year there is", true,
            Initiatives(175, (n, year) => n * 31 % 2 == 0 ? 999_999_999_999_999 : -0.000000000000001 * year) },
        { "words for every year there is", true, Initiatives(175, (_, _) => "実施" + new string('\uE000', RecordLimits.FigureLength - 2)) },
        { "a figure in words that is too long", false, Initiatives(2, (_, _) => "実施" + new string('文', RecordLimits.FigureLength)) },
        { "documents whose codes fold to the same", true, Passages(Documents.Select(d => (d, "見出し"))) },
        { "a document called as the site would call another", true, Passages([("document-2", "見出し"), ("！！！", "見出し")]) },
        { "a document with a code of 1,500 characters", false, Passages([(new string('a', 1_500), "見出し")]) },
        { "a heading below thousands of others", false, Passages([("資料1-1", string.Join('＞', Enumerable.Repeat("a", 4_000)))]) },
        { "a sheet with a name that is long and odd", true, Initiatives(2, (_, _) => 1, new string('\uE000', 2_000) + "/\\#?[]:*'<>&😀") },
    };

    [Theory]
    [MemberData(nameof(Workbooks))]
    public async Task AnUnusualWorkbookIsEitherRejectedOrPublished(string name, bool isAccepted, byte[] workbook)
    {
        await using var city = await OpenAsync();

        Assert.True(isAccepted == await IsPublishedAsync(city, workbook), name);
    }

    [Fact]
    public async Task ArbitraryRecordsAreEitherRejectedOrPublished()
    {
        var published = 0;
        foreach (var some in HardRecords.Sample(Cases).Index().Chunk(CasesOfACity))
            published += await PublishedAsync(some);
        Assert.InRange(published, Cases / 4, Cases);
    }

    private async Task<int> PublishedAsync(IEnumerable<(int Index, DepartmentRecords Records)> cases)
    {
        await using var city = await OpenAsync();
        var published = 0;
        foreach (var (index, records) in cases)
        {
            var failure = await Xunit.Record.ExceptionAsync(
                async () => published += await IsPublishedAsync(city, WorkbookOf(records)) ? 1 : 0);
            Assert.True(failure is null, $"Case {index + 1}: {failure}");
            output.WriteLine($"{index + 1} cases, {published} of the last city published");
        }

        return published;
    }

    private async Task<City> OpenAsync()
    {
        var city = await City.OpenAsync(azurite);
        await city.ReleaseAsync();
        return city;
    }

    /// <returns>False if the check rejected the workbook. True if it was accepted, stored as it was read, and published.</returns>
    private static async Task<bool> IsPublishedAsync(City city, byte[] workbook)
    {
        var outcome = await city.SubmitAsync(Coordinator, workbook);
        if (outcome is UploadOutcome.Rejected { Problems: var problems })
        {
            Assert.Contains(problems, p => p.Severity == Severity.Error);
            return false;
        }

        Assert.True(outcome is UploadOutcome.Accepted or UploadOutcome.Unchanged, outcome.GetType().Name);
        var reading = WorkbookReader.Read(workbook, new(Some.SmallRegister, City.Year, Coordinator));
        Assert.Equal(Stripped(reading.Records), Stripped(await city.Get<RecordStore>().ReadAsync(outcome.Submission.Id.Value, default)));
        var publication = await city.PublishAsync(Triggers.Request);
        Assert.True(publication.State == PublicationState.Live, publication.Message);
        Assert.All((await city.Get<LiveSite>().ListAsync(default)).Keys, AssertSane);
        return true;
    }

    // Checks that the path is allowed as the name of a blob in Azure and of a file in any file system.
    private static void AssertSane(string path)
    {
        Assert.InRange(Uri.EscapeDataString(path).Length, 1, 1_024);
        Assert.All(path.Split('/'), s => Assert.Matches("^[a-z0-9]([a-zA-Z0-9._-]*[a-z0-9])?$", s));
    }

    private static DepartmentRecords Stripped(DepartmentRecords records) =>
        records.Select(r => (r is Indicator i ? i with { Initiative = "" } : r) with { Id = "", Source = Source.Read("", "", "") });

    private static byte[] WorkbookOf(DepartmentRecords records) =>
        TemplateWriter.Write(
            new(Some.SmallRegister, City.Year, Register.Of2018.Department(Coordinator), records, DateTimeOffset.UnixEpoch));

    private static byte[] Report(params object?[][] rows) => new RawWorkbook()
        .Sheet("視点1", [["視点1"], ["施策等", "これまでの主な取組", "課題と今後の方向性"], .. rows]).ToBytes();

    private static byte[] Passages(IEnumerable<(string Document, string Path)> passages) => Front()
        .Sheet("本文", [["資料", "見出し", "種別", "本文"], .. passages.Select(p => new object?[] { p.Document, p.Path, "段落", "本文の文" })]).ToBytes();

    private static byte[] Initiatives(int years, Func<int, int, object> figure, string sheet = "視点別取組")
    {
        var last = years > 2 ? 2100 : 2017;
        int[] all = [.. Enumerable.Range(last - years + 1, years)];
        return Front().Sheet(
            sheet,
            [
                ["視点", "施策", "担当部署", "取組", "指標名", "単位", "累計", .. all.Select(y => $"{y}年度"), "備考"],
                .. Enumerable.Range(1, 3).Select(n => (object?[])
                    ["1", "高齢者施策", "健康福祉局", $"取組{n}", "数", n % 2 == 0 ? "%" : null, n % 3 == 0
                        ? "○" : null, .. all.Select(y => figure(n, y)), "暫定"]),
            ]).ToBytes();
    }

    private static RawWorkbook Front() => new RawWorkbook().Sheet("はじめに", ["局・区名", "健康福祉局"], ["報告年度", "平成30年度"]);
}
