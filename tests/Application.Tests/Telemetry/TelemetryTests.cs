using System.Collections.Concurrent;
using System.Diagnostics;
using System.Diagnostics.Metrics;
using System.Globalization;
using KawasakiServerless.Application.Background;
using KawasakiServerless.Application.NightlyPublish;
using KawasakiServerless.Application.Publishing;
using KawasakiServerless.Application.Telemetry;
using KawasakiServerless.Application.Tests.Publishing;
using KawasakiServerless.Application.Tests.Submissions;
using KawasakiServerless.Domain;
using KawasakiServerless.Storage.Publications;
using KawasakiServerless.Testing;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.Logging.Abstractions;

namespace KawasakiServerless.Application.Tests.Telemetry;

/// <summary>The names of metrics and activities are stable, because operators' dashboards and alerts depend on them.</summary>
[Collection(SharedAzurite.Name)]
public sealed class TelemetryTests(SharedAzurite azurite)
{
    [Fact]
    public async Task SubmissionsAndPublicationsAreCountedUnderStableNames()
    {
        List<string> measured = [];
        await using var city = await City.OpenAsync(azurite);
        using var listener = ListenTo(city.Get<IMeterFactory>(), measured);

        await city.ReportAsync("一");
        await city.ReportAsync("一");
        await city.ReleaseAsync();
        await city.PublishAsync(Triggers.Request);

        Assert.Contains("kawasaki.submissions outcome=accepted 1", measured);
        Assert.Contains("kawasaki.submissions outcome=unchanged 1", measured);
        Assert.Contains("kawasaki.publications trigger=request,state=live 1", measured);
        foreach (
            var name in new[]
            {
                "kawasaki.submission.duration outcome=accepted", "kawasaki.publication.duration trigger=request,state=live",
            })
            Assert.Contains(measured, m => m.StartsWith(name, StringComparison.Ordinal));
        foreach (var stage in new[] { "composing", "rendering", "checking", "storing", "writing" })
            Assert.Contains(measured, m => m.StartsWith($"kawasaki.publication.stage.duration stage={stage}", StringComparison.Ordinal));
        Assert.Contains(measured, m => m.StartsWith("kawasaki.publication.files action=written", StringComparison.Ordinal));
    }

    [Fact]
    public async Task ARestoreWhoseHoldWasLiftedBeforeItRanIsCountedAsCancelled()
    {
        List<string> measured = [];
        await using var city = await azurite.PublishedAsync(network: null, "一");
        using var listener = ListenTo(city.Get<IMeterFactory>(), measured);
        var restoration = city.Get<Restoration>();
        var restore = Assert.IsType<RestoreOutcome.Requested>(
            await restoration.RequestAsync((await city.NewestAsync()).Id, "the coordinator", default)).Publication;
        await restoration.LiftAsync("the coordinator", default);

        var ended = await city.Get<Publisher>().RunAsync(restore, default);

        Assert.Equal(PublicationState.Failed, ended.State);
        Assert.Contains("kawasaki.publications trigger=restore,state=cancelled 1", measured);
        Assert.DoesNotContain(measured, m => m.Contains("state=failed", StringComparison.Ordinal));
    }

    [Fact]
    public async Task APublicationIsOneActivityWithItsStagesBelowIt()
    {
        ConcurrentBag<Activity> ended = [];
        using var listener = ListenTo(ended);
        await using var city = await City.OpenAsync(azurite);
        await city.ReportAsync("一");
        await city.ReleaseAsync();
        var published = await city.PublishAsync(Triggers.Request);

        // Other tests run at the same time, and the listener receives their activities, too.
        var publication = Assert.Single(
            ended, a => a.OperationName == "publication" && Equals(a.GetTagItem("publication.id"), published.Id));
        Assert.Equal("live", publication.GetTagItem("publication.state"));
        Assert.Equal(
            ["publication.composing", "publication.rendering", "publication.checking", "publication.storing", "publication.writing"],
            ended.Where(a => a.ParentSpanId == publication.SpanId).OrderBy(a => a.StartTimeUtc).Select(a => a.OperationName));
        Assert.Contains(ended, a => a.OperationName == "submission" && Equals(a.GetTagItem("submission.outcome"), "accepted"));
    }

    [Fact]
    public async Task OneTraceLeadsFromTheUploadToItsPublication()
    {
        ConcurrentBag<Activity> ended = [];
        using var listener = ListenTo(ended);
        await using var city = await City.OpenAsync(azurite);
        await city.ReportAsync("一");
        await city.ReleaseAsync();
        var first = await city.PublishAsync(Triggers.Request);
        await city.PublishAsync(Triggers.Nightly);
        await city.ReportAsync("二");
        await city.PublishAsync(Triggers.Nightly);

        var publication = Assert.Single(ended, a => a.OperationName == "publication" && Equals(a.GetTagItem("publication.id"), first.Id));
        var uploads = ended.Where(a => a.OperationName == "submission").ToLookup(a => a.GetTagItem("submission.id"));
        var published = ended.Where(a => a.OperationName == "submission.published" && a.Links.Any()).OrderBy(a => a.Duration).ToList();
        var ofFirst = Assert.Single(published, a => a.Links.Single().Context.SpanId == publication.SpanId);
        Assert.Equal(first.Id, ofFirst.GetTagItem("publication.id"));
        var upload = Assert.Single(uploads[ofFirst.GetTagItem("submission.id")]);
        Assert.Equal((upload.TraceId, upload.SpanId), (ofFirst.TraceId, ofFirst.ParentSpanId));
        // The publication of the second upload is reported by an activity of its own, and no upload is reported twice.
        Assert.Equal(
            2, published.Count(a => uploads[a.GetTagItem("submission.id")].Any(u => u.TraceId == a.TraceId && u.Source == upload.Source)));
    }

    [Theory]
    [InlineData("manifest")]
    [InlineData("content")]
    public async Task RenderingEverythingAgainReportsNoUploadTwice(string lost)
    {
        ConcurrentBag<Activity> ended = [];
        using var listener = ListenTo(ended);
        await using var city = await City.OpenAsync(azurite);
        await city.ReportAsync("一");
        await city.ReleaseAsync();
        var first = await city.PublishAsync(Triggers.Request);
        if (lost == "manifest")
            await city.Get<ManifestStore>().RemoveAsync(first.Id, default);
        foreach (var content in lost == "content" ? (await city.Get<ContentStore>().ListAsync(default)).Values : [])
            await city.Get<ContentStore>().RemoveAsync(content, default);
        await city.SubmitAsync("kenkofukushi", Some.Workbook("kenkofukushi", "二"));

        var second = await city.PublishAsync(Triggers.Request);

        Assert.Equal(PublicationState.Live, second.State);
        var upload = Assert.Single(ended, a => a.OperationName == "submission.published" && Equals(a.GetTagItem("publication.id"), first.Id));
        Assert.Single(ended, a => a.OperationName == "submission.published"
            && Equals(a.GetTagItem("submission.id"), upload.GetTagItem("submission.id")));
    }

    [Fact]
    public async Task BackgroundWorkStaysInTheTraceOfTheRequestThatStartedIt()
    {
        ConcurrentBag<Activity> ended = [];
        using var listener = ListenTo(ended);
        await using var city = await City.OpenAsync(azurite);
        using var request = new Activity("a request").Start();
        var done = new TaskCompletionSource();
        city.Get<RequestedWork>().Add("a test", _ =>
        {
            done.SetResult();
            return Task.CompletedTask;
        });
        request.Stop();
        using (var worker = new RequestedWorker(city.Get<RequestedWork>(), NullLogger<RequestedWorker>.Instance))
        {
            await worker.StartAsync(default);
            await done.Task;
            await worker.StopAsync(default);
        }

        Assert.Single(ended, a => a.OperationName == "requested" && a.TraceId == request.TraceId && a.ParentSpanId == request.SpanId);
    }

    [Fact]
    public async Task TheSweepMeasuresTheAgeOfTheLastNightAndOfUnfinishedWork()
    {
        List<string> measured = [];
        await using var city = await City.OpenAsync(azurite);
        using var listener = ListenTo(city.Get<IMeterFactory>(), measured);
        var waiting = await AttemptTests.BegunAsync(city, attempts: 1, DateTimeOffset.UtcNow);

        await city.Get<RegularSweep>().RunAsync(default);

        Assert.Contains("kawasaki.night.age  0", measured);
        Assert.Contains("kawasaki.purge.unfinished.age  0", measured);
        var age = Assert.Single(measured, m => m.StartsWith("kawasaki.submission.unfinished.age ", StringComparison.Ordinal));
        var seconds = double.Parse(age.Split(' ')[^1], CultureInfo.InvariantCulture);
        Assert.InRange(seconds, 0.001, (DateTimeOffset.UtcNow - waiting.UploadedAt).TotalSeconds);
    }

    private static ActivityListener ListenTo(ConcurrentBag<Activity> ended)
    {
        var listener = new ActivityListener
        {
            ShouldListenTo = source => source.Name == CityTelemetry.Name,
            Sample = (ref ActivityCreationOptions<ActivityContext> _) => ActivitySamplingResult.AllData,
            ActivityStopped = ended.Add,
        };
        ActivitySource.AddActivityListener(listener);
        return listener;
    }

    private static MeterListener ListenTo(IMeterFactory meters, List<string> measured)
    {
        var listener = new MeterListener
        {
            // Listens only to the instruments of this test's city, because other tests run at the same time.
            InstrumentPublished = (instrument, listener) =>
            {
                if (instrument.Meter.Name == CityTelemetry.Name && instrument.Meter.Scope == meters)
                    listener.EnableMeasurementEvents(instrument);
            },
        };
        listener.SetMeasurementEventCallback<long>((instrument, value, tags, _) => Keep(instrument, $"{value}", tags));
        listener.SetMeasurementEventCallback<double>((instrument, value, tags, _) => Keep(instrument, $"{value}", tags));
        listener.Start();
        return listener;

        void Keep(Instrument instrument, string value, ReadOnlySpan<KeyValuePair<string, object?>> tags)
        {
            lock (measured)
                measured.Add($"{instrument.Name} {string.Join(',', tags.ToArray().Select(t => $"{t.Key}={t.Value}"))} {value}");
        }
    }
}
