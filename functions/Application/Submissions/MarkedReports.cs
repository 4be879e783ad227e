using KawasakiServerless.Domain;
using KawasakiServerless.Storage;
using KawasakiServerless.Storage.Submissions;
using KawasakiServerless.Workbooks.Annotating;
using KawasakiServerless.Workbooks.Problems;

namespace KawasakiServerless.Application.Submissions;

/// <summary>The result of a request for a marked workbook.</summary>
public abstract record MarkedReport
{
    /// <param name="Content">The workbook; the caller must dispose the stream.</param>
    public sealed record Ready(Stream Content) : MarkedReport;

    /// <summary>The limit of workbooks that are read at the same time is reached.</summary>
    public sealed record Busy : MarkedReport;

    /// <summary>There is no workbook, or it was deleted, for example by a purge or because the check has expired.</summary>
    public sealed record Missing : MarkedReport;

    /// <summary>Marking the workbook took longer than <see cref="Place.Deadline"/>.</summary>
    public sealed record TooLong : MarkedReport;
}

/// <summary>A workbook, and the problems that are to be marked in it.</summary>
internal sealed record WorkbookToMark(ReadOnlyMemory<byte> Original, IReadOnlyList<Problem> Problems);

/// <summary>
/// Returns copies of workbooks in which each problem (指摘) is written as a comment in its cell. A marked workbook is made on the first
/// request and cached beside the original.
/// </summary>
public sealed class MarkedReports(SubmissionStore submissions, ReportStore reports, WorkbookGates gates, ILogger<MarkedReports> log)
{
    // Identifies the running build of the app, and is stored with each workbook that this build caches. A cached workbook of another build
    // is made again, because a newer build may mark the same problems differently.
    private static readonly string Version = typeof(AnnotatedWorkbook).Module.ModuleVersionId.ToString("N");

    /// <param name="submission">The submission. The caller must have verified that the person may see it.</param>
    /// <param name="cancellation">Cancelled when the client disconnects.</param>
    public async Task<MarkedReport> FindOrMakeAsync(Submission submission, CancellationToken cancellation)
    {
        if (await FindAsync(submission.Id, cancellation) is { } kept)
            return new MarkedReport.Ready(kept.Content);
        using var place = await gates.Readings.TryEnterAsync(cancellation);
        if (place is null)
            return new MarkedReport.Busy();
        // Another request may have made the workbook while this one waited in the queue.
        return await FindAsync(submission.Id, cancellation) is { } made
            ? new MarkedReport.Ready(made.Content)
            : await MakeAsync(submission, place, cancellation);
    }

    private async Task<StoredReport?> FindAsync(SubmissionId id, CancellationToken cancellation)
    {
        var kept = await reports.FindAsync(id, cancellation);
        if (kept?.MarkedBy == Version)
            return kept;
        kept?.Dispose();
        return null;
    }

    private async Task<MarkedReport> MakeAsync(Submission submission, Place place, CancellationToken cancellation)
    {
        // The marked workbook of a submission that is still being processed is not cached, because more problems may be found.
        var slot = submission.HasEnded ? await TryReserveAsync(submission.Id, cancellation) : null;
        if (await submissions.FindAsync(submission.Id, cancellation) is not { State: not SubmissionState.Purged }
            || await submissions.OriginalAsync(submission.Id, cancellation) is not { } original)
        {
            await reports.RemoveAsync(submission.Id, cancellation);
            return new MarkedReport.Missing();
        }

        var problems = await submissions.ProblemsAsync(submission.Id, cancellation);
        if (await TryMarkAsync(new(original, problems), place, cancellation) is not { } report)
            return new MarkedReport.TooLong();
        if (slot is { } free)
            await TrySaveAsync(submission.Id, free, report, cancellation);
        return new MarkedReport.Ready(new MemoryStream(report, writable: false));
    }

    /// <returns>Null when marking took too long.</returns>
    internal static async Task<byte[]?> TryMarkAsync(WorkbookToMark workbook, Place place, CancellationToken cancellation)
    {
        try
        {
            return await place.RunAsync(stopping => Mark(workbook, stopping), cancellation);
        }
        catch (TimeoutException)
        {
            return null;
        }
    }

    // A workbook whose reading timed out is not opened again. The result is then a new workbook with only the list of problems.
    private static byte[] Mark(WorkbookToMark workbook, CancellationToken cancellation)
    {
        var isUnread = workbook.Problems.Any(p => p.Code == ProblemKinds.NotFinished.Code);
        return AnnotatedWorkbook.Write(isUnread ? ReadOnlyMemory<byte>.Empty : workbook.Original, workbook.Problems, cancellation);
    }

    private async Task<StoredVersion?> TryReserveAsync(SubmissionId id, CancellationToken cancellation)
    {
        try
        {
            return await reports.ReserveAsync(id, cancellation);
        }
        catch (StorageException failure)
        {
            log.LogWarning(failure, "The marked workbook of submission {Submission} will not be cached", id);
            return null;
        }
    }

    private async Task TrySaveAsync(SubmissionId id, StoredVersion slot, byte[] report, CancellationToken cancellation)
    {
        try
        {
            await reports.TrySaveAsync(id, slot, new(report, Version), cancellation);
        }
        catch (StorageException failure)
        {
            log.LogWarning(failure, "The marked workbook of submission {Submission} could not be cached", id);
        }
    }
}
