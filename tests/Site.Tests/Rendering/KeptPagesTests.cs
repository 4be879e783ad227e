using System.Collections.Concurrent;
using KawasakiServerless.Domain;
using KawasakiServerless.Site.Tests.Content;
using Record = KawasakiServerless.Domain.Record;

namespace KawasakiServerless.Site.Tests;

/// <summary>
/// Whatever changes, the files that are kept from an earlier rendering and those that are rendered again must together be the same as a
/// complete rendering.
/// </summary>
public class KeptPagesTests
{
    private static readonly SiteInput Before = RichReport.Input();

    private static readonly Lazy<Task<IReadOnlyList<SiteFile>>> Earlier = new(() => Some.SiteOfAsync(Before));

    private static IReadOnlyDictionary<string, SiteInput> Inputs { get; } = All()
        .ToDictionary(c => c.Name, c => c.Input, StringComparer.Ordinal);

    public static TheoryData<string> Names => [.. Inputs.Keys];

    [Theory]
    [MemberData(nameof(Names))]
    public async Task EveryChangeGivesTheSamePagesAsAFullRendering(string change)
    {
        var (again, _) = await AgainAsync(Inputs[change], Some.Options);
        AssertSame(await Some.SiteOfAsync(Inputs[change]), again);
    }

    [Theory]
    [InlineData("https://care.example/", null, null)]
    [InlineData("http://localhost:7071/", "mailto:care@city.example?subject={id}", null)]
    [InlineData("http://localhost:7071/", null, "https://license.example/")]
    public async Task EveryChangedOptionGivesTheSamePagesAsAFullRendering(string address, string? feedback, string? license)
    {
        var options = new SiteOptions(new(address), feedback)
        {
            DataLicense = license is null ? null
            : new(license),
            NextUpdate = new(2019, 8, 1)
        };
        var (again, _) = await AgainAsync(Before, options);
        AssertSame(await SiteRenderer.RenderAsync(Before, options, CancellationToken.None), again);
    }

    [Theory]
    [InlineData("settings.yml", "地域包括, ", "地域, ")]
    [InlineData("input/glossary.md", "meaning: ", "meaning: 改。")]
    [InlineData("input/pages/about.md", "title: ", "title: 改 ")]
    [InlineData("input/topics/dementia.md", "words: [", "words: [配布, ")]
    [InlineData("input/projects.yml", "projects:", "projects:\n  - {name: 改, records: [kenkofukushi-0001, kawasaki-0001]}")]
    [InlineData("theme/base.css", "body {", "body { color: red;")]
    public async Task EveryChangedContentFileGivesTheSamePagesAsAFullRendering(string file, string before, string after)
    {
        using var folder = new ContentFolder();
        folder.Edit(file, text => text.Replace(before, after, StringComparison.Ordinal));
        var options = Some.Options with { Content = folder.Load() };
        var (again, rendered) = await AgainAsync(Before, options);
        AssertSame(await SiteRenderer.RenderAsync(Before, options, CancellationToken.None), again);
        Assert.Contains(rendered, p => p.EndsWith(".html", StringComparison.Ordinal));
    }

    [Fact]
    public void TheReportOfTheseTestsHasRecordsOfEveryKind() =>
        Assert.Empty(RecordKinds.All.Except(Before.Newest.Submissions.SelectMany(s => s.Records.All).Select(r => r.GetRecordKind())));

    [Fact]
    public async Task WithoutChangesNoPageIsRenderedAgain()
    {
        var (again, rendered) = await AgainAsync(RichReport.Input(), Some.Options);
        AssertSame(await Earlier.Value, again);
        Assert.DoesNotContain(rendered, path => path.EndsWith(".html", StringComparison.Ordinal));
    }

    [Fact]
    public async Task AChangedFigureRendersOnlyThePagesThatShowIt()
    {
        var (_, rendered) = await AgainAsync(Inputs["Indicator.Figures"], Some.Options);

        // The page of indicator 0001-2, which belongs to the same initiative, is rendered again too, because it mentions the trend of
        // 0001-1. Of the lists by trend, only that of the indicator's trend is rendered again, because the trend is the same as before.
        Assert.Equal(
            [
                "indicators/index.html", "indicators/kenkofukushi-0001-1/chart.svg", "indicators/kenkofukushi-0001-1/data.csv",
                "indicators/kenkofukushi-0001-1/data.json", "indicators/kenkofukushi-0001-1/data.xlsx",
                "indicators/kenkofukushi-0001-1/index.html", "indicators/kenkofukushi-0001-2/index.html",
                "indicators/trends/up/index.html",
            ],
            rendered.Where(p => p.StartsWith("indicators/", StringComparison.Ordinal)));
        Assert.Equal(
            ["initiatives/kenkofukushi-0001/index.html"], rendered.Where(p => p.StartsWith("initiatives/", StringComparison.Ordinal)));
        Assert.DoesNotContain(
            rendered, p => p.StartsWith("2017/", StringComparison.Ordinal) && p.EndsWith(".html", StringComparison.Ordinal));
        Assert.DoesNotContain(rendered, p => p.StartsWith("collaborations/", StringComparison.Ordinal));
    }

    private static IEnumerable<(string Name, SiteInput Input)> All()
    {
        var (newest, earlier) = (Before.Newest, Before.Earlier[0]);
        foreach (
            var record in newest.Records.All.Where(r => r.Id != "kenkofukushi-0001").GroupBy(r => r.GetType()).Select(kind => kind.First()))
        {
            foreach (var (name, change) in record is Initiative ? OneChange.AllOf(record) : OneChange.WithSourceAtOnce(record))
                yield return (name, With(SampleHistory.Edited(newest, r => [r.Id == record.Id ? change(r) : r])));
            yield return ($"{record.GetType().Name} is gone", With(SampleHistory.Edited(newest, r => r.Id == record.Id ? [] : [r])));
            yield return (
                $"{record.GetType().Name} is new", With(SampleHistory.Edited(newest, r => r.Id == record.Id ? [r, New(r)] : [r])));
            yield return ($"{record.GetType().Name} of the year before",
                Before with { Earlier = [SampleHistory.Edited(earlier, r => r.Id == record.Id ? [] : [r])] });
        }

        foreach (var id in new[] { "kenkofukushi-0001-2", "kenkofukushi-0042", "kenkofukushi-0051", "kenkofukushi-0012" })
            yield return ($"{id} is gone", With(SampleHistory.Edited(newest, r => r.Id == id ? [] : [r])));
        foreach (var (name, register) in Registers(newest.Register))
            yield return (name, With(Report.Compose(newest.ReportingYear, register, newest.Submissions)));
        yield return ("the register of the year before", Before with
        {
            Earlier =
            [Report.Compose(earlier.ReportingYear, Registers(earlier.Register).First().Register, earlier.Submissions)]
        });
        yield return ("a submission's time", With(Submitted(newest, s => s with { SubmittedAt = s.SubmittedAt.AddDays(3) })));
        yield return ("a submission's number", With(Submitted(newest, s => s with { Id = $"{s.Id}0" })));
        yield return (
            "a department that has not reported", With(Report.Compose(newest.ReportingYear, newest.Register, newest.Submissions.Take(2))));
        yield return ("workbooks that readers may have", Before with { Workbooks = [new(newest.ReportingYear, "kenkofukushi", 9)] });
        yield return ("workbooks of the year before", Before with { Workbooks = [new(earlier.ReportingYear, "kenkofukushi", 9)] });
        yield return ("another year", SiteInput.Of([.. Before.Years, EarlierYear.Of(earlier)]) with { History = Before.History });
        yield return ("a year less", SiteInput.Of([newest]) with { History = Before.History });
        yield return ("no history", Before with { History = null });
        yield return ("a publication more", Before with
        {
            History = Before.History!.With(new(3, "third", Some.UploadedAt.AddDays(20),
            [Changes.Between(SampleHistory.Edited(newest, r => r is Indicator ? [] : [r]), newest)]))
        });
        yield return ("another time of publication", Before with
        {
            History =
            new([.. Before.History!.Publications.Select(p => p with { PublishedAt = p.PublishedAt.AddDays(1) })])
        });
    }

    private static IEnumerable<(string Name, Register Register)> Registers(Register register) =>
    [
        ("a department's name", register with { Departments =
            [register.Departments[0] with { Name = "新しい局" }, .. register.Departments.Skip(1)] }),
        ("a department's reading", register with { Departments =
            [register.Departments[0] with { Kana = "あたらしい" }, .. register.Departments.Skip(1)] }),
        ("the order of departments", register with { Departments =
            [.. register.Departments.Select(d => d with { Order = 100 - d.Order })] }),
        ("a department's aliases", register with { Departments =
            [.. register.Departments.Select(d => d.Code == "shobo" ? d with { Aliases = [.. d.Aliases, "健康福祉局長寿"] } : d)] }),
        ("a viewpoint's name", register with { Viewpoints =
            [register.Viewpoints[0] with { ShortName = "新しい視点" }, .. register.Viewpoints.Skip(1)] }),
        ("a viewpoint less", register with { Viewpoints = [.. register.Viewpoints.SkipLast(1)] }),
        ("a policy area's name", register with { PolicyAreas = [.. register.PolicyAreas.Select(a => a with { Name = $"{a.Name}（改）" })] }),
        ("a document's title", register with { Documents = [.. register.Documents.Select(d => d with { Title = "新しい題" })] }),
        ("contacts", register with
        {
            Departments = [.. register.Departments
                .Select(d => d.Code == "kenkofukushi" ? d with { Contact = new(Telephone: "044-200-0000") } : d)],
            GeneralContacts = null,
        }),
        ("the coordinator", register with { Coordinator = "shobo" }),
    ];

    private static SiteInput With(Report newest) => Before with { Newest = newest };

    private static Report Submitted(Report report, Func<DepartmentSubmission, DepartmentSubmission> change) =>
        Report.Compose(report.ReportingYear, report.Register, report.Submissions.Select(change));

    private static Record New(Record record) => record with { Id = record is Indicator ? "kenkofukushi-0001-3" : "kenkofukushi-0901" };

    private static async Task<(
        IReadOnlyList<SiteFile> Files, IReadOnlyList<string> Rendered)> AgainAsync(SiteInput input, SiteOptions options)
    {
        var kept = (await Earlier.Value).Where(f => f.Inputs is not null).ToDictionary(f => (f.Path, f.Inputs!));
        var rendered = new ConcurrentBag<string>();
        var files = await SiteRenderer.RenderAsync<SiteFile>(
            input,
            options,
            SiteSink.OfFiles((path, inputs) => kept.GetValueOrDefault((path, inputs))) with { Made = Made },
            CancellationToken.None);
        return (files, [.. rendered.Order(StringComparer.Ordinal)]);

        SiteFile Made(SiteFile file)
        {
            rendered.Add(file.Path);
            return file;
        }
    }

    private static void AssertSame(IReadOnlyList<SiteFile> expected, IReadOnlyList<SiteFile> actual)
    {
        Assert.Equal(expected.Select(f => f.Path), actual.Select(f => f.Path));
        Assert.Equal([], expected.Zip(actual).Where(pair => !pair.First.Bytes.Span.SequenceEqual(pair.Second.Bytes.Span))
            .Select(pair => pair.First.Path));
    }
}
