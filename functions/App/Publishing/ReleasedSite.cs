using KawasakiServerless.Site;
using KawasakiServerless.Storage.Publications;

namespace KawasakiServerless.Functions.Publishing;

/// <summary>Publishes what is released: nothing when it is live already, otherwise composed, rendered, checked, kept, and then written to the live site.</summary>
public sealed class ReleasedSite(
    PublicationStore publications, ReleasedReport released, ChangeHistory history, SiteGates gates, SiteKeeper keeper, ContentStore contents,
    GoingLive live, SiteOptions site, ILogger<ReleasedSite> log)
{
    public async Task<Publication> PublishAsync(PublicationRun run, CancellationToken cancellation)
    {
        if (await released.InputsAsync(cancellation) is not { } inputs)
            return run.Row with { State = PublicationState.Failed, Message = "No reporting year is released." };
        var newest = await history.NewestAsync(cancellation);
        // Its process died after the site held it and before its row said so; what was accepted since is for the next one.
        if (newest == run.Row.Id && await keeper.FindAsync(newest, cancellation) is { } held)
            return await live.GoAsync(run, new(held, newest, PublicationState.Live), changes: null, cancellation);
        var fingerprint = inputs.Fingerprint(site, newest);
        var last = (await publications.HistoryAsync(cancellation)).LastAtWork(except: run.Row);
        if (last is not { State: PublicationState.Live } || last.Fingerprint != fingerprint || run.Row.Trigger == Triggers.Purge)
            return await RenderAsync(run, inputs, cancellation);
        return run.Row.Trigger == Triggers.Nightly
            ? await RepairAsync(run, last, inputs, cancellation)
            : run.Row with { State = PublicationState.Unchanged, Fingerprint = fingerprint, Manifest = last.Manifest };
    }

    // Nothing is new; somebody may have written to the live site by hand, or to what is kept.
    private async Task<Publication> RepairAsync(PublicationRun run, Publication last, PublicationInputs inputs, CancellationToken cancellation)
    {
        if (await keeper.FindAsync(last.Manifest, cancellation) is { } kept)
            return await live.GoAsync(run, new(kept, last.Manifest!, PublicationState.Live), changes: null, cancellation);
        log.LogWarning("The manifest of {Publication}, or a content of it, is gone or damaged; the site is rendered again", last.Id);
        return await RenderAsync(run, inputs, cancellation);
    }

    private async Task<Publication> RenderAsync(PublicationRun run, PublicationInputs inputs, CancellationToken cancellation)
    {
        await run.EnterAsync(PublicationStage.Composing, cancellation);
        var input = await released.ComposeAsync(inputs, cancellation);
        var changes = await history.PrepareAsync(run.Row, inputs.Published, input.Years, cancellation);
        await run.EnterAsync(PublicationStage.Rendering, cancellation);
        var kept = await keeper.EarlierAsync((await publications.HistoryAsync(cancellation)).LiveManifests().Take(1), cancellation);
        var (built, linked) = await PassAsync(run, inputs, input with { History = changes.History }, kept, cancellation);
        using var _ = built;
        var files = built.Files.ToDictionary(f => f.Path, f => f.Entry with { Linked = linked.Contains(f.Path) ? [.. linked[f.Path]] : null }, StringComparer.Ordinal);
        var published = SiteContents.Of(new(inputs.Fingerprint(site, changes.Newest), inputs.Published, files), built, contents);
        await keeper.KeepAsync(run, published, kept.Contents, cancellation);
        return await live.GoAsync(run, new(published, run.Row.Id, PublicationState.Live), changes, cancellation);
    }

    private async Task<(BuiltSite Site, ILookup<string, string> Linked)> PassAsync(
        PublicationRun run, PublicationInputs inputs, SiteInput input, KeptSite? kept, CancellationToken cancellation)
    {
        var built = await BuiltSite.MakeAsync(input, site, kept, cancellation);
        await run.UpdateAsync(run.Row with { Stage = PublicationStage.Checking, Rendered = built.Rendered }, cancellation);
        try
        {
            return (built, (await gates.PassAsync(built, inputs, cancellation)).Linked());
        }
        catch (Exception closed)
        {
            built.Dispose();
            if (closed is not (GateClosedException or ContentGoneException) || built.IsAllRendered)
                throw;
            // Whatever is kept, and perhaps should not have been, must not hold up what is new.
            log.LogWarning(closed, "The gates are closed to a site of which a part was kept; all of it is rendered");
            return await PassAsync(run, inputs, input, null, cancellation);
        }
    }
}
