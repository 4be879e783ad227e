using KawasakiServerless.Site;
using KawasakiServerless.Storage.Publications;

namespace KawasakiServerless.Functions.Publishing;

/// <summary>Publishes what is released: nothing when it is live already, otherwise composed, rendered, checked, kept, and then written to the live site.</summary>
public sealed class ReleasedSite(
    PublicationStore publications, ReleasedReport released, ChangeHistory history, SiteGates gates, SiteKeeper keeper, GoingLive live, SiteOptions site, ILogger<ReleasedSite> log)
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
        if (last is not { State: PublicationState.Live } || last.Fingerprint != fingerprint)
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
        var files = await SiteRenderer.RenderAsync(input with { History = changes.History }, site, cancellation);
        await run.UpdateAsync(run.Row with { Stage = PublicationStage.Checking, Rendered = files.Count }, cancellation);
        await gates.PassAsync(files, inputs, cancellation);
        var manifest = Manifest.Of(inputs.Fingerprint(site, changes.Newest), inputs.Published, files);
        var contents = SiteContents.Of(manifest, files);
        await keeper.KeepAsync(run, contents, cancellation);
        return await live.GoAsync(run, new(contents, run.Row.Id, PublicationState.Live), changes, cancellation);
    }
}
