using System.Diagnostics;
using System.Diagnostics.Metrics;
using KawasakiServerless.Application.Telemetry;
using KawasakiServerless.Application.Tests.Publishing;
using KawasakiServerless.Domain;
using Microsoft.Extensions.DependencyInjection;

namespace KawasakiServerless.Application.Tests.Telemetry;

/// <summary>The names that operators' boards and alarms are built on.</summary>
[Collection(SharedAzurite.Name)]
public sealed class TelemetryFacts(SharedAzurite azurite)
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
        foreach (var name in new[] { "kawasaki.submission.duration outcome=accepted", "kawasaki.publication.duration trigger=request,state=live" })
            Assert.Contains(measured, m => m.StartsWith(name, StringComparison.Ordinal));
        foreach (var stage in new[] { "composing", "rendering", "checking", "storing", "writing" })
            Assert.Contains(measured, m => m.StartsWith($"kawasaki.publication.stage.duration stage={stage}", StringComparison.Ordinal));
        Assert.Contains(measured, m => m.StartsWith("kawasaki.publication.files action=written", StringComparison.Ordinal));
    }

    [Fact]
    public async Task APublicationIsOneActivityWithItsStagesBelowIt()
    {
        List<Activity> ended = [];
        using var listener = new ActivityListener
        {
            ShouldListenTo = source => source.Name == "KawasakiServerless",
            Sample = (ref ActivityCreationOptions<ActivityContext> _) => ActivitySamplingResult.AllData,
            ActivityStopped = activity =>
            {
                lock (ended)
                    ended.Add(activity);
            },
        };
        ActivitySource.AddActivityListener(listener);
        await using var city = await City.OpenAsync(azurite);
        await city.ReportAsync("一");
        await city.ReleaseAsync();
        var published = await city.PublishAsync(Triggers.Request);

        // Other tests run at the same time, and their activities are heard too.
        var publication = Assert.Single(ended, a => a.OperationName == "publication" && Equals(a.GetTagItem("publication.id"), published.Id));
        Assert.Equal("live", publication.GetTagItem("publication.state"));
        Assert.Equal(
            ["publication.composing", "publication.rendering", "publication.checking", "publication.storing", "publication.writing"],
            ended.Where(a => a.ParentSpanId == publication.SpanId).Select(a => a.OperationName));
        Assert.Contains(ended, a => a.OperationName == "submission" && Equals(a.GetTagItem("submission.outcome"), "accepted"));
    }

    private static MeterListener ListenTo(IMeterFactory meters, List<string> measured)
    {
        var listener = new MeterListener
        {
            // This store's alone.
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
