using KawasakiServerless.Application.Settings;
using KawasakiServerless.Domain;
using KawasakiServerless.Local.Files;
using KawasakiServerless.Site;
using KawasakiServerless.Site.Content;
using KawasakiServerless.Site.Rendering;

namespace KawasakiServerless.Local.Preview;

/// <summary>The current state of a preview.</summary>
/// <param name="Version">Number of the state; 0 before the first build, incremented with each build.</param>
/// <param name="Site">The last site that could be built; null if none could be built yet.</param>
/// <param name="Problems">Why no site can be built from the current files; empty if it can be built.</param>
internal sealed record PreviewState(int Version, SiteOnDemand? Site, IReadOnlyList<string> Problems);

/// <summary>
/// The site of a folder of workbooks, rebuilt when the files change. If a build fails, the site of the last successful build stays
/// available.
/// </summary>
internal sealed class PreviewSite(MunicipalFolder folder, FiscalYear year)
{
    private KnownWorkbooks? workbooks;
    private Register? register;
    private TaskCompletionSource changed = new(TaskCreationOptions.RunContinuationsAsynchronously);

    public PreviewState State { get; private set; } = new(0, null, []);

    /// <summary>The address of the preview, which its pages contain; set before the first build.</summary>
    public Uri Address { get; set; } = new("http://localhost/");

    /// <summary>Reads the files again, builds the site, and increments the version.</summary>
    public async Task RefreshAsync(CancellationToken cancellation)
    {
        var (site, problems) = await TryMakeAsync(cancellation);
        State = new(State.Version + 1, site ?? State.Site, problems);
        Interlocked.Exchange(ref changed, new(TaskCreationOptions.RunContinuationsAsynchronously)).SetResult();
    }

    /// <summary>Waits until the version differs from the given one, and returns the current version.</summary>
    public async Task<int> NextAsync(int version, CancellationToken cancellation)
    {
        while (true)
        {
            var next = Volatile.Read(ref changed).Task;
            if (State.Version != version)
                return State.Version;
            await next.WaitAsync(cancellation);
        }
    }

    private async Task<(SiteOnDemand? Site, IReadOnlyList<string> Problems)> TryMakeAsync(CancellationToken cancellation)
    {
        try
        {
            return await MakeAsync(cancellation);
        }
        catch (ContentException wrong)
        {
            return (null, [.. wrong.Problems.Select(p => p.ToString())]);
        }
        catch (Exception failure) when (failure is IOException or UnauthorizedAccessException or InvalidOperationException)
        {
            return (null, [failure.Message]);
        }
    }

    private async Task<(SiteOnDemand? Site, IReadOnlyList<string> Problems)> MakeAsync(CancellationToken cancellation)
    {
        if (!SiteContent.TryLoad(folder.Content, AssetNaming.Plain, out var content, out var wrong))
            return (null, [.. wrong.Select(p => p.ToString())]);
        var read = await WorkbookFolder.ReadAsync(folder.Folder, Workbooks(), cancellation);
        if (read.Failure is { } failure)
            return (null, [failure, .. read.Readings.Where(r => !r.Reading.IsAccepted).SelectMany(Errors)]);
        var report = Report.Compose(year, register!, read.Submissions);
        var options = SiteSettings.Read(Environment.GetEnvironmentVariable, Address, content);
        return (new(SiteInput.Of([report]), options with { DataLicense = options.DataLicense ?? SiteSettings.LocalLicense }), []);
    }

    // The cached workbooks were read with a particular register. When the register changes, all workbooks are read again.
    private KnownWorkbooks Workbooks()
    {
        var now = folder.Register();
        if (workbooks is null || !now.Equals(register))
            (register, workbooks) = (now, new(now, year));
        return workbooks;
    }

    private static IEnumerable<string> Errors((string File, Workbooks.Reading.WorkbookReading Reading) read) => read.Reading.Problems
        .Where(p => p.Severity == Severity.Error).Select(p => $"{read.File} {p.Sheet} {p.Cell}: {p.Message}");
}
