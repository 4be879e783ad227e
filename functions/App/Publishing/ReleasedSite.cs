using KawasakiServerless.Site;
using KawasakiServerless.Storage.Publications;

namespace KawasakiServerless.Functions.Publishing;

/// <summary>Publishes what is released: nothing before the first release or when it is live already, otherwise composed, rendered, checked, kept, and then written to the live site.</summary>
public sealed class ReleasedSite(
    PublicationStore publications, ReleasedReport released, ChangeHistory history, SiteGates gates, SiteKeeper keeper, ContentStore contents,
    GoingLive live, SiteOptions site, ILogger<ReleasedSite> log)
{
    public async Task<Publication> PublishAsync(PublicationRun run, CancellationToken cancellation)
    {
        if (await released.InputsAsync(cancellation) is not { } inputs)
            return run.Row with { State = PublicationState.Unchanged, Message = "No reporting year is released; there is nothing to publish." };
        var newest = await history.NewestAsync(cancellation);
        // Its process died after the site held it and before its row said so; what was accepted since is for the next one.
        if (newest == run.Row.Id && await keeper.FindAsync(newest, cancellation) is { } held)
            return await live.GoAsync(run, new(held, newest, PublicationState.Live), changes: null, cancellation);
        var fingerprint = inputs.Fingerprint(site, newest);
        var last = (await publications.HistoryAsync(cancellation)).LastAtWork(except: run.Row);
        if (last is not { State: PublicationState.Live } || last.Fingerprint != fingerprint || run.Row.Trigger == Triggers.Purge)
            return await RenderNewAsync(run, inputs, last, cancellation);
        // Nothing is new; but who died may have written half of something else.
        return run.Row.Trigger == Triggers.Nightly || run.IsBegunAgain
            ? await RepairAsync(run, last, inputs, cancellation)
            : run.Row with { State = PublicationState.Unchanged, Fingerprint = fingerprint, Manifest = last.Manifest };
    }

    // Nothing is new; somebody may have written to the live site by hand, or to what is kept.
    private async Task<Publication> RepairAsync(PublicationRun run, Publication last, PublicationInputs inputs, CancellationToken cancellation)
    {
        if (await keeper.FindAsync(last.Manifest, cancellation) is { } kept)
            return await live.GoAsync(run, new(kept, last.Manifest!, PublicationState.Live), changes: null, cancellation);
        log.LogWarning("The manifest of {Publication}, or a content of it, is gone or damaged; the site is rendered again", last.Id);
        return await RenderNewAsync(run, inputs, last, cancellation);
    }

    private async Task<Publication> RenderNewAsync(PublicationRun run, PublicationInputs inputs, Publication? last, CancellationToken cancellation)
    {
        // Somebody waits for a request. How far a publication came that did not end is for storage to tell.
        var isTrusting = run is { Row.Trigger: Triggers.Request or Triggers.Command, IsBegunAgain: false } && last is { State: PublicationState.Live };
        var kept = (isTrusting ? await keeper.TrustedAsync(last!.Manifest, cancellation) : null)
            ?? await keeper.ListedAsync((await publications.HistoryAsync(cancellation)).LiveManifests().FirstOrDefault(), cancellation);
        try
        {
            return await RenderAsync(run, inputs, kept, cancellation);
        }
        catch (Exception closed) when (closed is GateClosedException or ContentGoneException && kept.Manifest.Files.Count > 0)
        {
            // Whatever is kept, and perhaps should not have been, must not hold up what is new.
            log.LogWarning(closed, "A site of which a part was kept cannot go live; all of it is rendered");
            return await RenderAsync(run, inputs, await keeper.ListedAsync(publication: null, cancellation), cancellation);
        }
    }

    private async Task<Publication> RenderAsync(PublicationRun run, PublicationInputs inputs, KeptSite kept, CancellationToken cancellation)
    {
        using var rendered = new ContentSpool();
        var (manifest, changes) = await MakeAsync(run, inputs, kept, rendered, cancellation);
        SpentMemory.GiveBack(rendered.Length);
        var published = SiteContents.Of(manifest, rendered, contents);
        await keeper.KeepAsync(run, published, kept.Contents, cancellation);
        return await live.GoAsync(run, new(published, run.Row.Id, PublicationState.Live) { Before = kept.IsTrusted ? kept.Manifest : null }, changes, cancellation);
    }

    // A method of its own: while the site is written, which takes longest, the reports and what the gates ask of each page are not in memory any more.
    private async Task<(Manifest Manifest, ComparedChanges Changes)> MakeAsync(
        PublicationRun run, PublicationInputs inputs, KeptSite kept, ContentSpool rendered, CancellationToken cancellation)
    {
        await run.EnterAsync(PublicationStage.Composing, cancellation);
        var input = await released.ComposeAsync(inputs, cancellation);
        var changes = await history.PrepareAsync(run, inputs.Published, input.Years, cancellation);
        await run.EnterAsync(PublicationStage.Rendering, cancellation);
        var built = await BuiltSite.MakeAsync(input with { History = changes.History }, site, kept, rendered, cancellation);
        await run.UpdateAsync(run.Row with { Stage = PublicationStage.Checking, Rendered = built.Rendered }, cancellation);
        var linked = (await gates.PassAsync(built, inputs, cancellation)).Linked();
        var files = built.Files.ToDictionary(f => f.Path, f => f.Entry with { Linked = linked.Contains(f.Path) ? [.. linked[f.Path]] : null }, StringComparer.Ordinal);
        return (new(inputs.Fingerprint(site, changes.Newest), inputs.Published, files), changes);
    }
}
