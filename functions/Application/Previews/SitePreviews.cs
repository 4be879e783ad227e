using KawasakiServerless.Application.Publishing;
using KawasakiServerless.Domain;
using KawasakiServerless.Site;
using KawasakiServerless.Storage.Publications;
using KawasakiServerless.Storage.Submissions;

namespace KawasakiServerless.Application.Previews;

/// <summary>
/// Renders the public pages for staff as the next publication would render them (公開前の確認). Each page is rendered on request; nothing is
/// stored and nothing becomes public.
/// </summary>
public sealed class SitePreviews(
    PreviewInputs inputs, ReleasedYearsReader released, SubmissionStore submissions, SiteOptions options, TimeProvider time) : IDisposable
{
    // Composing reads every record of the year, so requests compose one after another, and those for the same reports only once.
    private readonly SemaphoreSlim composing = new(1);

    // Caches the composed reports, because a person usually opens several pages of the same preview in a row.
    private Composed? last;

    /// <param name="scope">The previewed year and the departments that the person may see.</param>
    /// <param name="path">The path of a file of the site, such as departments/kankyo/index.html.</param>
    /// <param name="root">The root path of the preview, with a slash at both ends, such as /staff/preview/2018/.</param>
    /// <param name="cancellation">Cancellation takes effect between two reads from storage.</param>
    /// <returns>The rendered file; null when the year was never opened or the site has no such file.</returns>
    public async Task<SiteFile?> FindAsync(PreviewScope scope, string path, string root, CancellationToken cancellation)
    {
        if (await inputs.FindAsync(scope, cancellation) is not { } chosen)
            return null;
        var input = await ComposeAsync(chosen, cancellation);
        var file = await SiteRenderer.RenderFileAsync(input, options, path, cancellation);
        return file is null ? null : file with { CacheControl = "no-store", Bytes = PreviewMark.On(file, root, time.GetUtcNow()) };
    }

    public void Dispose() => composing.Dispose();

    private async Task<SiteInput> ComposeAsync(EquatableList<PublishedYear> chosen, CancellationToken cancellation)
    {
        await composing.WaitAsync(cancellation);
        try
        {
            return await ComposeOnceAsync(chosen, cancellation);
        }
        finally
        {
            composing.Release();
        }
    }

    private async Task<SiteInput> ComposeOnceAsync(EquatableList<PublishedYear> chosen, CancellationToken cancellation)
    {
        if (last is { } known && known.Years.Equals(chosen))
            return known.Input;
        var reports = await Task.WhenAll(chosen.Select(year => ReportAsync(year, cancellation)));
        var composed = new Composed(chosen, SiteInput.Of(reports));
        last = composed;
        return composed.Input;
    }

    // A recomposed report contains only the ids of its submissions, but the pages also show when each was submitted. This adds the times.
    private async Task<Report> ReportAsync(PublishedYear year, CancellationToken cancellation)
    {
        var report = await released.RecomposeAsync(year, now: null, cancellation);
        return report with
        {
            Submissions = [.. await Task.WhenAll(report.Submissions.Select(s => WithTimeAsync(s, cancellation)))],
        };
    }

    private async Task<DepartmentSubmission> WithTimeAsync(DepartmentSubmission submission, CancellationToken cancellation) =>
        SubmissionId.TryParse(submission.Id, out var id) && await submissions.FindAsync(id, cancellation) is { } found
            ? submission with { SubmittedAt = found.UploadedAt }
            : submission;

    private sealed record Composed(EquatableList<PublishedYear> Years, SiteInput Input);
}
