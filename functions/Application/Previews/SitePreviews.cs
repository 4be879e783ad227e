using KawasakiServerless.Application.Publishing;
using KawasakiServerless.Domain;
using KawasakiServerless.Site;
using KawasakiServerless.Storage.Publications;

namespace KawasakiServerless.Application.Previews;

/// <summary>
/// Shows staff the public pages as they will be (公開前の確認). A page is rendered when it is asked for; nothing is written and nothing
/// becomes public.
/// </summary>
public sealed class SitePreviews(PreviewInputs inputs, ReleasedReport released, SiteOptions options, TimeProvider time)
{
    // A person goes from page to page: the reports of the last preview are composed once.
    private Composed? last;

    /// <param name="scope">Who looks at which year.</param>
    /// <param name="path">Of a file of the site: departments/kankyo/index.html.</param>
    /// <param name="root">Where the preview stands, with a slash at both ends: /staff/preview/2018/.</param>
    /// <param name="cancellation">Stops between two reads.</param>
    /// <returns>Null when the year is not open, or the site will have no such page.</returns>
    public async Task<SiteFile?> FindAsync(PreviewScope scope, string path, string root, CancellationToken cancellation)
    {
        if (await inputs.FindAsync(scope, cancellation) is not { } chosen)
            return null;
        var input = await ComposeAsync(chosen, cancellation);
        var file = await SiteRenderer.RenderFileAsync(input, options, path, cancellation);
        return file is null ? null : file with { CacheControl = "no-store", Bytes = PreviewMark.On(file, root, time.GetUtcNow()) };
    }

    private async Task<SiteInput> ComposeAsync(EquatableList<PublishedYear> chosen, CancellationToken cancellation)
    {
        if (last is { } known && known.Years.Equals(chosen))
            return known.Input;
        var reports = await Task.WhenAll(chosen.Select(year => released.RecomposeAsync(year, now: null, cancellation)));
        var composed = new Composed(chosen, SiteInput.Of(reports));
        last = composed;
        return composed.Input;
    }

    private sealed record Composed(EquatableList<PublishedYear> Years, SiteInput Input);
}
