using System.Diagnostics;
using KawasakiServerless.Domain;

namespace KawasakiServerless.Application.Telemetry;

/// <summary>Reports the stages of one run of a publication as log entries, durations and trace activities.</summary>
internal sealed class PublicationTelemetry : IDisposable
{
    private readonly CityTelemetry telemetry;
    private readonly ILogger log;
    private readonly TimeProvider time;
    private readonly long began;
    private readonly Activity? activity;
    private Activity? stageActivity;
    private PublicationStage? stage;
    private long stageBegan;

    public PublicationTelemetry(Publication publication, CityTelemetry telemetry, ILogger log, TimeProvider time)
    {
        (this.telemetry, this.log, this.time, began) = (telemetry, log, time, time.GetTimestamp());
        activity = CityTelemetry.Activities.StartActivity("publication")?.SetTag("publication.id", publication.Id)
            .SetTag("publication.trigger", publication.Trigger);
        log.LogInformation("Publication {Publication} started by {Trigger}", publication.Id, publication.Trigger);
    }

    /// <summary>Reports the stage of the row that was just written, if it is not the stage that was reported last.</summary>
    public void ReportProgress(Publication row)
    {
        if (row.Stage == stage)
            return;
        EndStage();
        (stage, stageBegan) = (row.Stage, time.GetTimestamp());
        if (stage is not { } entered)
            return;
        // The activity of the publication is passed as the parent explicitly: it is not always Activity.Current here, because that value is
        // restored when an async method that changed it returns.
        stageActivity = CityTelemetry.Activities.StartActivity(
            $"publication.{CityTelemetry.NameOf(entered)}", ActivityKind.Internal, activity?.Context ?? default);
        log.LogInformation(
            "Publication {Publication} {Stage}: {Rendered} rendered, {Written} written so far", row.Id, entered, row.Rendered, row.Written);
    }

    public void End(Publication ended, PublicationEnd end)
    {
        EndStage();
        var took = time.GetElapsedTime(began);
        var state = end is PublicationEnd.Cancelled ? CityTelemetry.Cancelled : CityTelemetry.NameOf(ended.State);
        telemetry.Published(ended, state, took);
        activity?.SetTag("publication.state", state);
        log.LogInformation(
            "Publication {Publication} {State} after {Seconds:F1} s: {Rendered} rendered, {Written} written, {Removed} removed",
            ended.Id, state, took.TotalSeconds, ended.Rendered, ended.Written, ended.Removed);
    }

    public void Dispose()
    {
        stageActivity?.Dispose();
        activity?.Dispose();
    }

    private void EndStage()
    {
        if (stage is { } left)
            telemetry.Passed(left, time.GetElapsedTime(stageBegan));
        stageActivity?.Dispose();
        (stage, stageActivity) = (null, null);
    }
}
