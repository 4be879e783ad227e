using System.Collections.Concurrent;
using System.Net;
using KawasakiServerless.Domain;
using KawasakiServerless.Fault.Tests.Cities;
using KawasakiServerless.Fault.Tests.Network;
using KawasakiServerless.Fault.Tests.Promise;
using KawasakiServerless.Storage.Publications;
using KawasakiServerless.Storage.Submissions;
using KawasakiServerless.Storage.Years;
using KawasakiServerless.Testing;
using Xunit.Abstractions;

namespace KawasakiServerless.Fault.Tests.Faults;

/// <summary>
/// Departments submit workbooks while storage is unreliable, and publications are requested meanwhile. `FAULTS=all` submits a thousand
/// workbooks, otherwise sixty are submitted.
/// </summary>
[Collection(SharedAzurite.Name)]
public sealed class ThousandSubmissionsTests(SharedAzurite azurite, ITestOutputHelper output)
{
    private const int Seed = 20261123, MostTries = 40, PublishEvery = 20, RejectedEvery = 10;

    private static readonly string[] Departments =
        ["zaisei", "kankyo", "byoin", "soumukikaku", "kowan", "kotsu", "shobo", "kyoiku", "rinkaibu", "jogesuido"];

    private static readonly string[] Faults =
        ["500", "503", "done and answered 503", "reset before it arrived", "done and reset", "half answered", "delivered twice", "late"];

    private readonly ConcurrentBag<Sent> answered = [];
    private readonly ConcurrentBag<string> promised = [];
    private int tries;

    [Fact]
    public async Task NoSubmissionIsLostOrDoubledWhileStorageIsUnreliable()
    {
        var networks = new Queue<UnreliableNetwork>([new(Seed) { HangsAt = FaultTests.AreFull ? 3000 : 0 }, new(Seed)]);
        var network = networks.Peek();
        await using var city = await MortalCity.StartAsync(azurite.NewStore(), networks.Dequeue);
        await city.View.Get<YearStore>().ReleaseAsync(FiscalYear.Of(2018), default);

        network.IsCalm = false;
        await Task.WhenAll(Departments.Select(department => ReportAsync(city, department, FaultTests.AreFull ? 100 : 6)));
        output.WriteLine($"{answered.Count} submissions in {tries} tries, {promised.Count} publications; {network.Dealt}");
        network.IsCalm = true;
        AssertWasUnreliable(network.Counts);
        await city.KillAsync();
        await city.StartAgainAsync();
        foreach (var function in new[] { "Sweep", "NightlyPublish", "Sweep" })
            await city.FireAsync(function);

        var promise = new Settled(city.View);
        Assert.Empty(await promise.BreachesAsync());
        Assert.Empty(await promise.OfSiteAsync());
        Assert.Empty(await LostAsync(city, promise));
    }

    // Which call meets which fault depends on the order of the calls, so no single fault is required.
    private void AssertWasUnreliable(IReadOnlyDictionary<string, int> counts)
    {
        var dealt = Faults.Where(counts.ContainsKey).ToList();
        Assert.True(dealt.Count >= Faults.Length / 2, $"Calls met only these faults: {string.Join(", ", dealt)}.");
        Assert.NotEmpty(promised);
    }

    // Acts as the only clerk of a department, who sends the next workbook when the last one has been answered.
    private async Task ReportAsync(MortalCity city, string department, int count)
    {
        for (var n = 1; n <= count; n++)
        {
            var isRejected = n % RejectedEvery == RejectedEvery / 2;
            var workbook = SmallWorkbook.Of(isRejected ? "keizairodo" : department, (1, $"{department}の取組{n}"), (n + 1, "その年だけの取組"));
            await SendAsync(city, department, workbook, isRejected ? SubmissionState.Rejected : SubmissionState.Accepted);
            if (answered.Count % PublishEvery == 0)
                await PublishAsync(city);
        }
    }

    private async Task SendAsync(MortalCity city, string department, byte[] workbook, SubmissionState expected)
    {
        for (var attempt = 1; attempt <= MostTries; attempt++)
        {
            Interlocked.Increment(ref tries);
            using var answer = await city.UploadAsync(department, workbook);
            if ((int)answer.StatusCode >= 500)
                continue;
            var isAsExpected = expected == SubmissionState.Rejected
                ? answer.StatusCode == HttpStatusCode.UnprocessableEntity
                : answer.StatusCode is HttpStatusCode.Created or HttpStatusCode.OK;
            Assert.True(isAsExpected, $"{department}: {answer.StatusCode} {await answer.Content.ReadAsStringAsync()}");
            answered.Add(new(department, PackedContent.HashOf(workbook), expected, answered.Count));
            return;
        }

        Assert.Fail($"{department} was not answered in {MostTries} tries.");
    }

    private async Task PublishAsync(MortalCity city)
    {
        using var answer = await city.SendAsync(HttpMethod.Post, "/api/publications");
        if (answer.StatusCode == HttpStatusCode.Accepted)
            promised.Add(answer.Headers.Location!.OriginalString.Split('/')[^1]);
    }

    private async Task<IReadOnlyList<string>> LostAsync(MortalCity city, Settled promise)
    {
        var (lost, submissions) = (new List<string>(), await promise.SubmissionsAsync());
        foreach (var sent in answered)
        {
            var own = submissions.Count(s => s.Id.Department == sent.Department && s.Sha256 == sent.Sha256 && s.State == sent.Expected);
            // Only an accepted workbook is recognized when it is sent again. A rejected workbook that is sent twice becomes two rejected
            // submissions.
            if (sent.Expected == SubmissionState.Accepted ? own != 1 : own == 0)
                lost.Add($"{sent} is there {own} times");
        }

        foreach (var department in Departments)
        {
            var last = answered.Where(s => s.Department == department && s.Expected == SubmissionState.Accepted).MaxBy(s => s.Order)!;
            var counting = await city.View.Get<CurrentStore>().FindAsync(FiscalYear.Of(2018), department, default);
            if (counting?.Sha256 != last.Sha256)
                lost.Add($"{department} counts with {counting?.Submission} instead of its last");
        }

        var known = (await city.View.Get<PublicationStore>().HistoryAsync(default)).Select(p => p.Id).ToHashSet(StringComparer.Ordinal);
        return [.. lost, .. promised.Where(id => !known.Contains(id)).Select(id => $"publication {id} was promised and is not there")];
    }

    private sealed record Sent(string Department, string Sha256, SubmissionState Expected, int Order);
}
