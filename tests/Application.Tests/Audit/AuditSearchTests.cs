using System.Text;
using KawasakiServerless.Application.Audit;
using KawasakiServerless.Application.Tests.Faults;
using KawasakiServerless.Domain;
using KawasakiServerless.Storage.Audit;

namespace KawasakiServerless.Application.Tests.Audit;

[Collection(SharedAzurite.Name)]
public sealed class AuditSearchTests(SharedAzurite azurite)
{
    private static readonly DateTimeOffset Start = new(2018, 8, 31, 23, 0, 0, TimeSpan.Zero);

    [Fact]
    public async Task PagesOfAuditEntriesGoFromTheNewestToTheOldestAcrossMonths()
    {
        await using var city = await City.OpenAsync(azurite);
        for (var i = 0; i < AuditSearch.PageSize + 20; i++)
            await city.Get<AuditLog>().WriteAsync(Entry(i), default);
        await city.Get<AuditLog>().WriteAsync(Entry(0) with { Id = "much earlier", When = Start.AddMonths(-5) }, default);

        var first = await city.Get<AuditSearch>().FindAsync(new(), null, default);
        var second = await city.Get<AuditSearch>().FindAsync(new(), first.Next, default);

        Assert.Equal((AuditSearch.PageSize, 21, null), (first.Entries.Count, second.Entries.Count, second.Next));
        Assert.Equal(
            [.. Enumerable.Range(0, AuditSearch.PageSize + 20).Reverse().Select(i => $"entry {i:D3}"), "much earlier"],
            first.Entries.Concat(second.Entries).Select(e => e.Id));
    }

    [Fact]
    public async Task AnEmptyAuditLogGivesNoEntriesForAnUnknownPosition()
    {
        await using var city = await City.OpenAsync(azurite);

        Assert.Empty((await city.Get<AuditSearch>().FindAsync(new(), "no position", default)).Entries);
    }

    [Fact]
    public async Task ATimeInTheFarFutureReadsNoMonthThatHasNotBegun()
    {
        var network = new FaultyNetwork();
        await using var city = await City.OpenAsync(azurite, network: network);
        await city.Get<AuditLog>().WriteAsync(Entry(0) with { When = DateTimeOffset.UtcNow }, default);
        var reads = 0;
        network.IsCut = r => r.RequestUri!.AbsolutePath.Contains("/Audit", StringComparison.Ordinal) && Interlocked.Increment(ref reads) < 0;

        var page = await city.Get<AuditSearch>().FindAsync(new() { Until = DateTimeOffset.MaxValue }, null, default);
        var next = await city.Get<AuditSearch>().FindAsync(new(), $"{DateTime.MaxValue.Ticks}~z", default);

        Assert.Equal(["entry 000", "entry 000"], page.Entries.Concat(next.Entries).Select(e => e.Id));
        Assert.InRange(reads, 2, 8);
    }

    public static TheoryData<string, AuditFilter, bool> Filters => new()
    {
        { "2018-zaisei", new() { Year = FiscalYear.Of(2018), Department = "zaisei" }, true },
        { "2018-zaisei", new() { Year = FiscalYear.Of(2017) }, false },
        { "2018-zaisei", new() { Department = "kankyo" }, false },
        { "2018-zaisei-20180801T013000123-9f3ac1", new() { Year = FiscalYear.Of(2018), Department = "zaisei" }, true },
        { "zaisei-0012-2", new() { Department = "zaisei" }, true },
        { "zaisei-0012-2", new() { Year = FiscalYear.Of(2018) }, false },
        { "20180801T013000123-9f3ac1", new() { Department = "zaisei" }, false },
        { "2018", new() { Year = FiscalYear.Of(2018) }, true },
        { "2018 2018-20180801T013000123-9f3ac1", new() { Year = FiscalYear.Of(2018) }, true },
        { "2018 2018-20180801T013000123-9f3ac1", new() { Department = "zaisei" }, false },
        { "2018", new() { Department = "zaisei" }, false },
        { "2018", new() { Who = "花子" }, true },
        { "2018", new() { Who = "太郎" }, false },
        { "2018", new() { Kind = AuditKinds.Approved }, true },
        { "2018", new() { Kind = AuditKinds.SentBack }, false },
        { "2018", new() { From = Start, Until = Start.AddMinutes(1) }, true },
        { "2018", new() { Until = Start }, false },
        { "2018", new() { From = Start.AddMinutes(1) }, false },
    };

    [Theory]
    [MemberData(nameof(Filters))]
    public void AnAuditFilterMatchesEntriesByYearDepartmentPersonKindAndTime(string to, AuditFilter filter, bool matches) =>
        Assert.Equal(matches, filter.Matches(Entry(0) with { To = to }));

    [Fact]
    public void TheAuditCsvEscapesFormulasAndShowsJapaneseTime()
    {
        var text = Encoding.UTF8.GetString(AuditCsv.Write([Entry(0) with { Who = "=cmd|' /C calc'!A0", Submission = "s" }]));

        Assert.Equal("\"2018-09-01 08:00:00\",\"'=cmd|' /C calc'!A0\",\"承認\",\"2018-zaisei\",\"s\"", text.Split("\r\n")[1]);
    }

    private static AuditEntry Entry(int number) =>
        new($"entry {number:D3}", "推進 花子", AuditKinds.Approved, "2018-zaisei", Start.AddMinutes(number));
}
