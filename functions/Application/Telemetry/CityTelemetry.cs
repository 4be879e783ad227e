using System.Diagnostics;
using System.Diagnostics.Metrics;
using KawasakiServerless.Application.Health;
using KawasakiServerless.Domain;

namespace KawasakiServerless.Application.Telemetry;

/// <summary>
/// Metrics and traces for operators. The meter and the activity source are both called KawasakiServerless; dashboards and alerts rely on
/// the names.
/// </summary>
public sealed class CityTelemetry
{
    public const string Name = "KawasakiServerless";

    /// <summary>
    /// The state that the metrics report for a restore that was cancelled before it ran. The state in its row is Failed, but the metrics
    /// must not report that state: it alerts operators, and a cancelled restore is not a failure.
    /// </summary>
    public const string Cancelled = "cancelled";

    private readonly Counter<long> submissions, publications, files;
    private readonly Histogram<double> submissionDuration, publicationDuration, stageDuration;
    private readonly Gauge<double> unfinishedAge, nightAge, purgeAge;

    public CityTelemetry(IMeterFactory meters)
    {
#pragma warning disable CA2000 // The factory owns the meter and disposes it.
        var meter = meters.Create(Name);
#pragma warning restore CA2000
        submissions = meter.CreateCounter<long>("kawasaki.submissions", "{submission}", "Finished submissions, by outcome.");
        submissionDuration = meter.CreateHistogram<double>(
            "kawasaki.submission.duration", "s", "Processing time of submissions, without receiving and waiting, by outcome.");
        publications = meter.CreateCounter<long>(
            "kawasaki.publications", "{publication}", "Publication runs, by trigger and state.");
        publicationDuration = meter.CreateHistogram<double>(
            "kawasaki.publication.duration", "s", "Duration of publication runs, by trigger and state.");
        stageDuration = meter.CreateHistogram<double>(
            "kawasaki.publication.stage.duration", "s", "Duration of the stages of publications, by stage.");
        files = meter.CreateCounter<long>(
            "kawasaki.publication.files", "{file}", "Files of the public site, by action: rendered, written, removed.");
        unfinishedAge = meter.CreateGauge<double>(
            "kawasaki.submission.unfinished.age", "s", "Age of the oldest unfinished submission; 0 for none.");
        purgeAge = meter.CreateGauge<double>("kawasaki.purge.unfinished.age", "s", "Age of the oldest unfinished purge; 0 for none.");
        nightAge = meter.CreateGauge<double>("kawasaki.night.age", "s", "Time since the last successful nightly run.");
    }

    public static ActivitySource Activities { get; } = new(Name);

    /// <param name="outcome">The name of the outcome, such as accepted or rejected.</param>
    /// <param name="took">The processing time. Receiving the workbook and waiting for a slot to read it are not included.</param>
    public void Submitted(string outcome, TimeSpan took)
    {
        var tag = new KeyValuePair<string, object?>("outcome", outcome);
        submissions.Add(1, tag);
        submissionDuration.Record(took.TotalSeconds, tag);
    }

    /// <param name="ended">The row of the publication after the run.</param>
    /// <param name="state">The name of the state in the row, or <see cref="Cancelled"/>.</param>
    /// <param name="took">The duration of the run.</param>
    public void Published(Publication ended, string state, TimeSpan took)
    {
        TagList tags = [new("trigger", ended.Trigger), new("state", state)];
        publications.Add(1, tags);
        publicationDuration.Record(took.TotalSeconds, tags);
        foreach (var (action, count) in new[] { ("rendered", ended.Rendered), ("written", ended.Written), ("removed", ended.Removed) })
            files.Add(count, new KeyValuePair<string, object?>("action", action));
    }

    public void Passed(PublicationStage stage, TimeSpan took) =>
        stageDuration.Record(took.TotalSeconds, new KeyValuePair<string, object?>("stage", NameOf(stage)));

    /// <summary>
    /// Records the age of the oldest unfinished submission and of the oldest unfinished purge, and the time since the last successful
    /// nightly run. Called by the timer function that runs every ten minutes.
    /// </summary>
    public void RecordAges(StorageHealth.Good health, DateTimeOffset? oldestPurge, DateTimeOffset now)
    {
        purgeAge.Record(oldestPurge is { } requested ? (now - requested).TotalSeconds : 0);
        unfinishedAge.Record(health.OldestUnfinishedSubmission is { } uploaded ? (now - uploaded).TotalSeconds : 0);
        nightAge.Record(health.SinceNight.TotalSeconds);
    }

    internal static string NameOf<T>(T value)
        where T : struct, Enum => value.ToString().ToLowerInvariant();
}
