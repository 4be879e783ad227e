using System.Threading.Channels;
using KawasakiServerless.Local.Files;
using KawasakiServerless.Site.Content;

namespace KawasakiServerless.Local.Preview;

/// <summary>Watches the files from which a preview is built: workbooks, register, settings, input and theme.</summary>
internal sealed class PreviewFiles : IDisposable
{
    // Editors write a file in several steps, so a change is reported only after no further change has occurred for this time.
    private static readonly TimeSpan Quiet = TimeSpan.FromMilliseconds(30);

    private readonly Channel<string> changes = Channel.CreateUnbounded<string>();
    private readonly List<FileSystemWatcher> watchers = [];

    public PreviewFiles(MunicipalFolder folder)
    {
        var content = folder.Content;
        string[] roots = [folder.Folder.FullName, Path.GetDirectoryName(content.Settings)!, content.Input, content.Theme];
        // Several of these paths may be the same folder, which needs only one watcher.
        foreach (var root in roots.Select(Path.TrimEndingDirectorySeparator).Distinct(StringComparer.Ordinal).Where(Directory.Exists))
            Watch(root);
    }

    /// <summary>Completes after a change, once no further change has occurred for 30 ms.</summary>
    public async Task ChangedAsync(CancellationToken cancellation)
    {
        await changes.Reader.ReadAsync(cancellation);
        while (true)
        {
            await Task.Delay(Quiet, cancellation);
            if (!changes.Reader.TryRead(out _))
                return;
            while (changes.Reader.TryRead(out _))
            {
            }
        }
    }

    public void Dispose() => watchers.ForEach(w => w.Dispose());

    private void Watch(string folder)
    {
        var watcher = new FileSystemWatcher(folder)
        {
            IncludeSubdirectories = true,
            NotifyFilter = NotifyFilters.FileName | NotifyFilters.DirectoryName | NotifyFilters.LastWrite | NotifyFilters.Size
        };
        watcher.Changed += (_, change) => Note(change.FullPath);
        watcher.Created += (_, change) => Note(change.FullPath);
        watcher.Deleted += (_, change) => Note(change.FullPath);
        watcher.Renamed += (_, change) => Note(change.FullPath);
        watcher.EnableRaisingEvents = true;
        watchers.Add(watcher);
    }

    private void Note(string path)
    {
        if (IsInput(path))
            changes.Writer.TryWrite(path);
    }

    // Selects files by name and type, because the preview is not built from all files in these folders. Temporary files of editors, lock
    // files of Excel (~$) and the pages of a site that is built into the same folder are ignored.
    private static bool IsInput(string path) => Path.GetFileName(path) is var name && (name is ContentSettings.File or RegisterFile.Name
        || (Path.GetExtension(name).ToLowerInvariant()
            is ".xlsx" or ".xlsm" or ".xls" or ".md" or ".yml" or ".css" or ".svg" or ".png" && !name.StartsWith("~$",
                StringComparison.Ordinal)));
}
