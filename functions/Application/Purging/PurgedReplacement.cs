using KawasakiServerless.Application.Submissions;
using KawasakiServerless.Domain;
using KawasakiServerless.Storage;
using KawasakiServerless.Storage.Records;
using KawasakiServerless.Storage.Submissions;
using KawasakiServerless.Storage.Years;

namespace KawasakiServerless.Application.Purging;

/// <summary>Replaces a department's current submission that is being purged by one without the purged data.</summary>
public sealed class PurgedReplacement(
    SubmissionStore submissions,
    RecordStore records,
    CurrentStore current,
    YearStore years,
    Acceptance acceptance,
    TimeProvider time)
{
    // SHA-256 of zero bytes, stored for a submission without a workbook. No upload has this hash, because empty files are refused.
    private const string NoWorkbook = "e3b0c44298fc1c149afbf4c8996fb92427ae41e4649b934ca495991b7852b855";

    /// <returns>False when another process has taken over the replacement. The purged submission must not be emptied before its replacement
    /// is the current submission.</returns>
    public async Task<bool> TryReplaceAsync(Submission purged, CurrentPointer pointer, Purge purge, CancellationToken cancellation)
    {
        var id = purged.Id;
        if (await RemainderAsync(purged, purge.What, cancellation) is not { Records: var remainder })
        {
            await current.RemoveAsync(id.ReportingYear, pointer, cancellation);
            return true;
        }

        var year = await years.FindAsync(id.ReportingYear, cancellation)
            ?? throw new InvalidDataException($"Submission {id} belongs to a year that is not open.");
        var now = time.GetUtcNow();
        var received = await submissions.AddAsync(
            new(SubmissionId.New(id.ReportingYear, id.Department, now), SubmissionState.Received, null, NoWorkbook, 0, now, purge.Who,
                id.Value, pointer.Version),
            cancellation);
        await records.WriteAgainAsync(received.Id.Value, remainder, cancellation);
        var @checked = received with
        {
            Layout = purged.Layout,
            Counts = remainder.Counts,
            Records = remainder.All.Count(),
            Findings = new(0, 0, 0, 0),
        };
        // If the sweep, which resumes unfinished submissions, finds the replacement before its row is Ready, it abandons the replacement,
        // because there is no workbook to read. The next run of the purge then creates another replacement.
        if (await submissions.UpdateAsync(@checked with { State = SubmissionState.Ready }, cancellation)
            is not Written<Submission>(var ready))
            return false;
        return await acceptance.ResumeAsync(ready, year, cancellation) is not UploadOutcome.TakenOver;
    }

    /// <summary>Determines what replaces a department's current submission when it is purged.</summary>
    /// <returns>If a record is purged: the other records of the submission. If a whole submission is purged: the records of the last
    /// accepted submission before it; null when there is none.</returns>
    public async Task<PurgeRemainder?> RemainderAsync(Submission purged, string what, CancellationToken cancellation)
    {
        if (!SubmissionId.TryParse(what, out _))
            return new(null, DepartmentRecords.Of(
                [.. (await records.ReadAsync(purged.Id.Value, cancellation)).All.Where(r => !AffectedSubmissions.IsMeant(what, r))]));
        return await EarlierAsync(purged, cancellation) is { } earlier
            ? new(earlier, await records.ReadAsync(earlier.Id.Value, cancellation))
            : null;
    }

    /// <summary>Returns the last accepted submission before the given one; null if there is none.</summary>
    public async Task<Submission?> EarlierAsync(Submission submission, CancellationToken cancellation)
    {
        var before = submission;
        while (before.Supersedes is { } earlier && SubmissionId.TryParse(earlier, out var id)
            && await submissions.FindAsync(id, cancellation) is { } found)
        {
            if (found.State == SubmissionState.Accepted)
                return found;
            before = found;
        }

        return null;
    }
}

/// <summary>What remains of a department's report after a purge.</summary>
/// <param name="Earlier">The earlier submission whose records become the report again; null if the records remain of the purged submission
/// itself.</param>
/// <param name="Records">The records of the report after the purge.</param>
public sealed record PurgeRemainder(Submission? Earlier, DepartmentRecords Records);
