using KawasakiServerless.Application.Settings;
using KawasakiServerless.Domain;
using KawasakiServerless.Site;
using KawasakiServerless.Site.Moves;
using KawasakiServerless.Storage.Publications;

namespace KawasakiServerless.Application.Publishing;

/// <summary>
/// Publishes the released years. Does nothing before the first year is released. If the inputs have not changed since the last publication,
/// does nothing or (at night, after a crash, and if the live site is missing) repairs the live site. Otherwise, and always for a purge,
/// composes, renders, checks and stores the site, and then writes it to the live site.
/// </summary>
public sealed class SitePublisher(
    ReleasedYearsReader released, ChangeHistory history, WorkbookCopies workbooks, SiteGates gates, SiteArchive archive,
    ContentStore contents, LiveSite files, SiteSwitch live, SiteOptions site, ILogger<SitePublisher> log)
{
    public async Task<PublicationEnd> PublishAsync(PublicationRun run, CancellationToken cancellation)
    {
        var inputs = await released.InputsAsync(cancellation);
        var numbered = inputs is null ? [] : await history.NumberedAsync(cancellation);
        var newest = numbered is [.., var last] ? last : null;
        // The newest history entry belongs to this publication only if an earlier run of the same publication crashed after committing that
        // entry.
        var interrupted = newest == run.Row.Id ? await archive.FindAsync(newest, cancellation) : null;
        var plan = PublicationDecisions.PlanRelease(
            run.Situation, new(inputs?.Fingerprint(site, newest), newest)
            {
                IsNewestKept = interrupted is not null,
                IsSiteMissing = await files.IsMissingAsync(cancellation),
            });
        return plan switch
        {
            PublicationPlan.Finish finish =>
                await live.SwitchAsync(run, new(interrupted!, finish.Manifest, PublicationState.Live), changes: null, cancellation),
            PublicationPlan.Repair repair => await RepairAsync(run, repair, new(inputs!, numbered), cancellation),
            PublicationPlan.Render render => await RenderNewAsync(run, render, new(inputs!, numbered), cancellation),
            PublicationPlan.End(var row) => new PublicationEnd.Reached(row),
            _ => throw new InvalidOperationException($"{plan} is not a plan for the released data."),
        };
    }

    // Verifies the live site and the stored contents although the inputs are unchanged, because somebody may have changed the files
    // manually.
    private async Task<PublicationEnd> RepairAsync(
        PublicationRun run, PublicationPlan.Repair plan, Released what, CancellationToken cancellation)
    {
        if (await archive.FindAsync(plan.Manifest, cancellation) is { } kept)
            return await live.SwitchAsync(run, new(kept, plan.Manifest, PublicationState.Live), changes: null, cancellation);
        log.LogWarning("The manifest of {Publication} or one of its contents is missing or damaged; rendering the site again", plan.Manifest);
        return await RenderNewAsync(run, PublicationDecisions.Render(run.Situation), what, cancellation);
    }

    private async Task<PublicationEnd> RenderNewAsync(
        PublicationRun run, PublicationPlan.Render plan, Released what, CancellationToken cancellation)
    {
        if (site.DataLicense is null)
            return new PublicationEnd.Refused($"Not published: {SiteSettings.NoLicense}");
        var kept = await archive.FromManifestAsync(plan.Trusted, cancellation)
            ?? await archive.FromStorageAsync(plan.Earlier, cancellation);
        if (kept.Manifest.Files.Count == 0)
            return await RenderAsync(run, what with { EarlierSubmissions = plan.Earlier is null ? [] : null }, kept, cancellation);
        what = what with
        {
            EarlierTexts = [.. RemovedTexts.AddressesIn(kept.Manifest.Files.Keys)],
            EarlierSubmissions = [.. IdsOf(kept.Manifest)],
        };
        var end = await TryRenderAsync(run, what, kept, cancellation);
        if (end is not PublicationEnd.Refused)
            return end;
        // The gates (the checks before a site goes live) may have refused a page that was wrongly reused from an earlier publication, or a
        // stored content that was to be reused may be missing. Neither must block the new publication.
        log.LogWarning("A site with reused files cannot go live, so all files are rendered again: {Reason}", end);
        return await RenderAsync(run, what, await archive.FromStorageAsync(publication: null, cancellation), cancellation);
    }

    /// <returns>The result; <see cref="PublicationEnd.Refused"/> also when a content that should be reused is missing or damaged.</returns>
    private async Task<PublicationEnd> TryRenderAsync(PublicationRun run, Released what, ReusableSite kept, CancellationToken cancellation)
    {
        try
        {
            return await RenderAsync(run, what, kept, cancellation);
        }
        catch (ContentGoneException gone)
        {
            return new PublicationEnd.Refused(gone.Message);
        }
    }

    private async Task<PublicationEnd> RenderAsync(PublicationRun run, Released what, ReusableSite kept, CancellationToken cancellation)
    {
        using var rendered = new ContentSpool();
        var made = await MakeAsync(run, what, new(kept, rendered), cancellation);
        if (made.End is { } end)
            return end;
        var published = SiteContents.Of(made.Manifest, rendered, contents);
        await archive.SaveAsync(run, published, kept.Contents, cancellation);
        var next = new TargetSite(published, run.Row.Id, PublicationState.Live)
        {
            Before = kept.IsTrusted ? kept.Manifest : null,
            NewSubmissions = what.EarlierSubmissions is { } earlier ? [.. IdsOf(made.Manifest).Except(earlier)] : [],
        };
        return await live.SwitchAsync(run, next, made.Changes, cancellation);
    }

    private static IEnumerable<string> IdsOf(Manifest manifest) => manifest.Years.SelectMany(y => y.Submissions).Select(s => s.Id);

    // This is a separate method so that the reports and the data for the checks can be garbage-collected before the site is written, which
    // takes longest.
    private async Task<RenderedSite> MakeAsync(
        PublicationRun run, Released what, ContentSources sources, CancellationToken cancellation)
    {
        await run.EnterAsync(PublicationStage.Composing, cancellation);
        var input = await released.ComposeAsync(what.Inputs, cancellation);
        if (await history.PrepareAsync(run, what.Numbered, new(what.Inputs.Published, input.Years), cancellation) is not { } changes)
            return new(Manifest.Empty, null, ChangeHistory.HistoryChanged);
        await run.EnterAsync(PublicationStage.Rendering, cancellation);
        var copies = await workbooks.MakeAsync(what.Inputs.Years, sources, cancellation);
        var shown = input with
        {
            History = changes.History,
            Workbooks = [.. copies.Select(c => c.Workbook)],
            EarlierTexts = what.EarlierTexts,
        };
        var built = (await BuiltSite.MakeAsync(shown, site, sources, cancellation)).With(copies.Select(c => c.File));
        await run.UpdateAsync(run.Row with { Stage = PublicationStage.Checking, Rendered = built.Rendered }, cancellation);
        var gate = await gates.CheckAsync(built, what.Inputs, cancellation);
        if (gate is not GateResult.Open(var seen))
            return new(Manifest.Empty, null, new PublicationEnd.Refused(((GateResult.Closed)gate).Reason));
        var linked = seen.Linked();
        var entries = built.Files.ToDictionary(
            f => f.Path, f => f.Entry with { Linked = linked.Contains(f.Path) ? [.. linked[f.Path]] : null }, StringComparer.Ordinal);
        return new(new(what.Inputs.Fingerprint(site, changes.Newest), what.Inputs.Published, entries), changes, End: null);
    }

    /// <summary>
    /// The inputs of the released years and the ids of the publications in the change history. Both are read once per publication.
    /// </summary>
    private sealed record Released(PublicationInputs Inputs, IReadOnlyList<string> Numbered)
    {
        /// <summary>
        /// The addresses of the topics and texts of the previous publication. The new site redirects addresses that it no longer contains.
        /// </summary>
        public EquatableList<string> EarlierTexts { get; init; } = [];

        /// <summary>The ids of the submissions of the previous publication; null if its manifest is missing or damaged.</summary>
        public EquatableList<string>? EarlierSubmissions { get; init; }
    }

    /// <param name="End">The reason why the site cannot go live; null if it can.</param>
    private sealed record RenderedSite(Manifest Manifest, ComparedChanges? Changes, PublicationEnd? End);
}
