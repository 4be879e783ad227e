using KawasakiServerless.Site.Content;
using KawasakiServerless.Site.Rendering;

namespace KawasakiServerless.Site.Tests.Content;

/// <summary>
/// A copy of the content (settings, texts and styles of the site) that is shipped with the code, for tests that change or damage it.
/// </summary>
internal sealed class ContentFolder : IDisposable
{
    private readonly DirectoryInfo folder = Directory.CreateTempSubdirectory("content-");

    public ContentFolder()
    {
        var shipped = Path.GetDirectoryName(ContentFolders.Shipped.Settings)!;
        foreach (var file in Directory.EnumerateFiles(shipped, "*", SearchOption.AllDirectories))
            Write(Path.GetRelativePath(shipped, file), File.ReadAllBytes(file));
    }

    public void Write(string path, ReadOnlySpan<byte> bytes)
    {
        var file = Path.Combine(folder.FullName, path);
        Directory.CreateDirectory(Path.GetDirectoryName(file)!);
        File.WriteAllBytes(file, bytes);
    }

    public void Edit(string path, Func<string, string> edit)
    {
        var file = Path.Combine(folder.FullName, path);
        var text = File.ReadAllText(file);
        File.WriteAllText(file, edit(text));
        Assert.NotEqual(text, File.ReadAllText(file));
    }

    public void Delete(string path) => File.Delete(Path.Combine(folder.FullName, path));

    public SiteContent Load() => SiteContent.Load(ContentFolders.Within(folder.FullName));

    /// <summary>Loads the content and returns its problems, each as file:line: sentence; empty if there are none.</summary>
    public IEnumerable<string> Problems() =>
        SiteContent.TryLoad(ContentFolders.Within(folder.FullName), AssetNaming.ByContent, out _, out var problems)
            ? []
            : problems.Select(p => p.ToString());

    public void Dispose() => folder.Delete(recursive: true);
}
