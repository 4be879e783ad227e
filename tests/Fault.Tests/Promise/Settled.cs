using System.Globalization;
using Azure.Data.Tables;
using KawasakiServerless.Application.Publishing;
using KawasakiServerless.Domain;
using KawasakiServerless.Fault.Tests.Cities;
using KawasakiServerless.Storage.Publications;
using KawasakiServerless.Storage.Purges;
using KawasakiServerless.Storage.Records;
using KawasakiServerless.Storage.Submissions;
using KawasakiServerless.Testing;

namespace KawasakiServerless.Fault.Tests.Promise;

/// <summary>
/// Checks the promise in storage when no work is in progress: nothing is lost, nothing is doubled, nothing is incomplete.
/// </summary>
internal sealed class Settled(CityView view)
{
    // A submission with this hash was written by a purge, to keep the remaining records. No workbook was uploaded for it.
    private static readonly string NoWorkbook = PackedContent.HashOf(default);

    public LiveReader Readers { get; } = new(view);

    /// <returns>One line for each violation of the promise.</returns>
    public async Task<IReadOnlyList<string>> BreachesAsync()
    {
        var submissions = await SubmissionsAsync();
        return
        [
            .. await OfSubmissionsAsync(submissions), .. await OfRecordsAsync(submissions), .. await OfOrderAsync(submissions),
            .. await OfAuditAsync(submissions), .. await OfPublicationsAsync(), .. await OfHistoryAsync(),
        ];
    }

    /// <summary>
    /// Returns what is wrong with the live site, and how it differs from the publication that the last nightly run made or found live.
    /// </summary>
    public async Task<IReadOnlyList<string>> OfSiteAsync()
    {
        var history = await view.Get<PublicationStore>().HistoryAsync(default);
        var night = history.FirstOrDefault(p => p.Trigger == Triggers.Nightly);
        if (night is not { State: PublicationState.Live or PublicationState.Held, Manifest: { } id }
            || await view.Get<ManifestStore>().FindAsync(id, default) is not { } manifest)
            return [$"the last night ended as {night?.State} {night?.Message}, with the manifest {night?.Manifest}"];
        var live = await view.Get<LiveSite>().ListAsync(default);
        var different = manifest.Files.Where(f => !LiveSite.Equals(f.Value, live.GetValueOrDefault(f.Key)))
            .Select(f => $"{f.Key} is not as its manifest has it");
        var superfluous = live.Keys.Where(
            path => !manifest.Files.ContainsKey(path) && !path.StartsWith("assets/", StringComparison.Ordinal))
            .Select(path => $"{path} should be gone");
        return [.. different, .. superfluous, .. await OfInputsAsync(night, manifest), .. await Readers.BreachesAsync()];
    }

    public async Task<IReadOnlyList<Submission>> SubmissionsAsync()
    {
        var found = new List<Submission>();
        await foreach (var row in view.Storage.Submissions.Client.QueryAsync<TableEntity>())
        {
            if (SubmissionId.TryParse(row.RowKey, out var id) && await view.Get<SubmissionStore>().FindAsync(id, default) is { } submission)
                found.Add(submission);
        }

        return found;
    }

    public async Task<IReadOnlyList<Purge>> PurgesAsync()
    {
        var found = new List<Purge>();
        await foreach (var row in view.Storage.Publications.Client.QueryAsync<TableEntity>("PartitionKey eq 'purge'"))
        {
            if (await view.Get<PurgeStore>().FindAsync(row.RowKey, default) is { } purge)
                found.Add(purge);
        }

        return found;
    }

    private async Task<IEnumerable<string>> OfInputsAsync(Publication night, Manifest manifest)
    {
        if (night.State == PublicationState.Held)
            return [];
        var shown = manifest.Years.SelectMany(y => y.Submissions).Select(s => s.Id).Order(StringComparer.Ordinal);
        var counting = (await view.Storage.Current.Client.QueryAsync<TableEntity>("PartitionKey lt 'a' and RowKey ge 'a'").ToListAsync())
            .Select(p => p.GetString("Submission")!).Order(StringComparer.Ordinal);
        return shown.SequenceEqual(counting, StringComparer.Ordinal) ? [] : ["the site does not show what counts"];
    }

    private async Task<IEnumerable<string>> OfSubmissionsAsync(IReadOnlyList<Submission> submissions)
    {
        var breaches = submissions.Where(s => s.State is SubmissionState.Received or SubmissionState.Ready)
            .Select(s => $"{s.Id} is still {s.State}").ToList();
        var originals = new HashSet<string>(StringComparer.Ordinal);
        await foreach (var blob in view.Storage.SubmissionBlobs.Client.GetBlobsAsync())
        {
            if (blob.Name.EndsWith("/original.xlsx", StringComparison.Ordinal))
                originals.Add(blob.Name.Split('/')[^2]);
        }

        // While the table has no rows at all, it may have been lost, and the sweep leaves all workbooks.
        if (submissions.Count > 0)
            breaches.AddRange(originals.Except(submissions.Select(s => s.Id.Value)).Select(id => $"{id} is a workbook without a row"));
        foreach (var submission in submissions)
        {
            var original = await view.Get<SubmissionStore>().OriginalAsync(submission.Id, default);
            var hasNone = submission.State == SubmissionState.Purged || submission.Sha256 == NoWorkbook;
            if (hasNone ? original is not null : original is null || PackedContent.HashOf(original.Value) != submission.Sha256)
                breaches.Add($"{submission.Id} has {(hasNone ? "a workbook that it should not have" : "lost its workbook")}");
        }

        return breaches;
    }

    private async Task<IEnumerable<string>> OfRecordsAsync(IReadOnlyList<Submission> submissions)
    {
        var breaches = new List<string>();
        foreach (var submission in submissions)
        {
            var records = await view.Get<RecordStore>().ReadAsync(submission.Id.Value, default);
            if (submission.State == SubmissionState.Accepted ? records.Counts != submission.Counts : records.All.Any())
                breaches.Add($"{submission.Id} is {submission.State} and has {records.Counts}, counted {submission.Counts}");
        }

        var partitions = (await view.Storage.Records.Client.QueryAsync<TableEntity>(select: ["PartitionKey"]).ToListAsync())
            .Select(r => r.PartitionKey).Distinct();
        return breaches.Concat(partitions.Except(submissions.Select(s => s.Id.Value)).Select(id => $"{id} has records and no row"));
    }

    // Checks that the accepted submissions of a department form one sequence: each one superseded the one before, and the last one is in
    // effect. A submission that was purged later keeps its place in the sequence.
    private async Task<IEnumerable<string>> OfOrderAsync(IReadOnlyList<Submission> submissions)
    {
        var counting = (await view.Storage.Current.Client.QueryAsync<TableEntity>("PartitionKey lt 'a' and RowKey ge 'a'").ToListAsync())
            .ToDictionary(p => p.RowKey, p => p.GetString("Submission"), StringComparer.Ordinal);
        var breaches = new List<string>();
        foreach (var department in submissions.GroupBy(s => s.Id.Department, StringComparer.Ordinal))
        {
            var accepted = department.Where(s => s.State == SubmissionState.Accepted).ToDictionary(s => s.Id.Value, StringComparer.Ordinal);
            var linked = department.Where(s => s.State is SubmissionState.Accepted or SubmissionState.Purged)
                .ToDictionary(s => s.Id.Value, StringComparer.Ordinal);
            var chain = new List<string>();
            for (var id = counting.GetValueOrDefault(department.Key); id is not null
                && linked.TryGetValue(id, out var at); id = at.Supersedes)
                chain.Add(id);
            var inOrder = chain.Count(accepted.ContainsKey);
            if (inOrder != accepted.Count)
                breaches.Add($"{department.Key} has {accepted.Count} accepted submissions, {inOrder} of them in one order");
            breaches.AddRange(department.Where(s => s.State == SubmissionState.Conflict && !accepted.ContainsKey(s.Winner ?? ""))
                .Select(s => $"{s.Id} lost to {s.Winner}, which did not win"));
        }

        return breaches;
    }

    private async Task<IEnumerable<string>> OfAuditAsync(IReadOnlyList<Submission> submissions)
    {
        var lines = await view.Storage.Audit.Client.QueryAsync<TableEntity>().ToListAsync();
        var (history, purges) = (await view.Get<PublicationStore>().HistoryAsync(default), await PurgesAsync());
        var publications = history.Select(p => p.Id).ToHashSet(StringComparer.Ordinal);
        var told = lines.ToLookup(l => l.RowKey, StringComparer.Ordinal);
        var ended = submissions.Select(s => s.Id.Value)
            .Concat(purges.Where(p => p.State == PurgeState.Done).Select(p => $"purge-{p.Id}"))
            .Concat(history.Where(p => p is { Trigger: Triggers.Restore, State: PublicationState.Live }).Select(p => $"restore-{p.Id}"));
        var missing = ended.Where(id => told[id].Count() != 1)
            .Select(id => $"{id} has {told[id].Count().ToString(CultureInfo.InvariantCulture)} audit lines");
        var wrong = submissions.Where(
            s => s.State != SubmissionState.Purged && told[s.Id.Value].Any(l => l.GetString("What") != AuditKinds.Of(s)))
            .Select(s => $"{s.Id} is {s.State}, and the audit says otherwise");
        var doubled = told.Where(l => l.Count() > 1).Select(l => $"the audit tells of {l.Key} twice");
        var known = submissions.Select(s => s.Id.Value).Concat(publications.Select(p => $"restore-{p}"))
            .Append("release-2018").Concat(purges.Select(p => $"purge-{p.Id}")).ToHashSet(StringComparer.Ordinal);
        var lifts = publications.Select(p => $"lift-{p}-").ToList();
        var invented = lines
            .Where(l => !known.Contains(l.RowKey) && !lifts.Exists(lift => l.RowKey.StartsWith(lift, StringComparison.Ordinal)))
            .Select(l => $"the audit tells of {l.RowKey}, which never was");
        return [.. missing, .. wrong, .. doubled, .. invented];
    }

    private async Task<IEnumerable<string>> OfPublicationsAsync()
    {
        var breaches = new List<string>();
        var history = await view.Get<PublicationStore>().HistoryAsync(default);
        breaches.AddRange(history.Where(p => !p.HasEnded()).Select(p => $"publication {p.Id} is still {p.State}"));
        // A publication that started before a purge may have shown the purged data, so it need not be restorable.
        var purgedAt = (await PurgesAsync()).Select(p => p.RequestedAt).DefaultIfEmpty().Max();
        foreach (var manifest in history.LiveManifests().Take(RetentionDecisions.Kept))
        {
            if (history.First(p => p.Id == manifest).StartedAt > purgedAt
                && await view.Get<SiteArchive>().FindAsync(manifest, default) is null)
                breaches.Add($"publication {manifest} cannot be put back");
        }

        return breaches;
    }

    private async Task<IEnumerable<string>> OfHistoryAsync()
    {
        var told = (await view.Get<ChangeStore>().ReadHistoryAsync()).History.Publications;
        var numbers = told.Select(p => p.Number).Reverse();
        return numbers.SequenceEqual(Enumerable.Range(1, told.Count)) ? [] : [$"the history tells {string.Join(' ', numbers)}"];
    }
}
