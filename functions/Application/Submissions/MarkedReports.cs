using KawasakiServerless.Domain;
using KawasakiServerless.Storage;
using KawasakiServerless.Storage.Submissions;
using KawasakiServerless.Workbooks.Annotating;
using KawasakiServerless.Workbooks.Problems;

namespace KawasakiServerless.Application.Submissions;

/// <summary>What became of the wish for a marked workbook.</summary>
public abstract record MarkedReport
{
    /// <param name="Content">The workbook; whoever answers with it disposes it.</param>
    public sealed record Ready(Stream Content) : MarkedReport;

    /// <summary>Too many workbooks are being read.</summary>
    public sealed record Busy : MarkedReport;

    /// <summary>There is no workbook, or it was purged.</summary>
    public sealed record Missing : MarkedReport;
}

/// <summary>
/// Workbooks as they go back to the clerk, with their problems marked (指摘). Each is made once, when somebody asks for it, and kept beside
/// the original.
/// </summary>
public sealed class MarkedReports(SubmissionStore submissions, ReportStore reports, WorkbookGates gates, ILogger<MarkedReports> log)
{
    // A newer version of the app may mark the same problems in another way. It replaces what an earlier one has kept.
    private static readonly string Version = typeof(AnnotatedWorkbook).Module.ModuleVersionId.ToString("N");

    /// <param name="submission">Of the department that asks.</param>
    /// <param name="cancellation">Stops when the client has hung up.</param>
    public async Task<MarkedReport> FindOrMakeAsync(Submission submission, CancellationToken cancellation)
    {
        if (await FindAsync(submission.Id, cancellation) is { } kept)
            return new MarkedReport.Ready(kept.Content);
        using var place = await gates.Readings.TryEnterAsync(cancellation);
        if (place is null)
            return new MarkedReport.Busy();
        // Somebody else may have made it while this request stood in line.
        return await FindAsync(submission.Id, cancellation) is { } made
            ? new MarkedReport.Ready(made.Content)
            : await MakeAsync(submission, place, cancellation);
    }

    private async Task<KeptReport?> FindAsync(SubmissionId id, CancellationToken cancellation)
    {
        var kept = await reports.FindAsync(id, cancellation);
        if (kept?.MarkedBy == Version)
            return kept;
        kept?.Dispose();
        return null;
    }

    private async Task<MarkedReport> MakeAsync(Submission submission, Place place, CancellationToken cancellation)
    {
        // What is still under way has not all its problems yet.
        var slot = submission.HasEnded ? await TryReserveAsync(submission.Id, cancellation) : null;
        if (await submissions.FindAsync(submission.Id, cancellation) is not { State: not SubmissionState.Purged }
            || await submissions.OriginalAsync(submission.Id, cancellation) is not { } original)
        {
            await reports.RemoveAsync(submission.Id, cancellation);
            return new MarkedReport.Missing();
        }

        var problems = await submissions.ProblemsAsync(submission.Id, cancellation);
        var report = await place.RunAsync(stopping => Mark(original, problems, stopping), cancellation);
        if (slot is { } free)
            await TrySaveAsync(submission.Id, free, report, cancellation);
        return new MarkedReport.Ready(new MemoryStream(report, writable: false));
    }

    // A workbook whose reading never ended is not opened again: its answer is the list of problems alone.
    internal static byte[] Mark(ReadOnlyMemory<byte> original, IReadOnlyList<Problem> problems, CancellationToken cancellation)
    {
        var isUnread = problems.Any(p => p.Code == ProblemKinds.NotFinished.Code);
        return AnnotatedWorkbook.Write(isUnread ? ReadOnlyMemory<byte>.Empty : original, problems, cancellation);
    }

    private async Task<StoredVersion?> TryReserveAsync(SubmissionId id, CancellationToken cancellation)
    {
        try
        {
            return await reports.ReserveAsync(id, cancellation);
        }
        catch (StorageException failure)
        {
            log.LogWarning(failure, "The report of submission {Submission} will not be kept", id);
            return null;
        }
    }

    private async Task TrySaveAsync(SubmissionId id, StoredVersion slot, byte[] report, CancellationToken cancellation)
    {
        try
        {
            await reports.TrySaveAsync(id, slot, report, Version, cancellation);
        }
        catch (StorageException failure)
        {
            log.LogWarning(failure, "The report of submission {Submission} was not kept", id);
        }
    }
}
