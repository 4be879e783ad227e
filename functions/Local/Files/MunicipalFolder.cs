using KawasakiServerless.Domain;
using KawasakiServerless.Site.Content;

namespace KawasakiServerless.Local.Files;

/// <summary>
/// A folder of workbooks with what a municipality brings beside them: register.json, settings.yml, input and theme. What it does not have
/// is that of the repository, or of the package outside of one.
/// </summary>
/// <param name="Folder">Of the workbooks.</param>
/// <param name="Default">The register of a folder without one.</param>
internal sealed record MunicipalFolder(DirectoryInfo Folder, Register Default)
{
    public ContentFolders Content => ContentFolders.Within(Folder.FullName, Fallback());

    /// <exception cref="ContentException">register.json is no register.</exception>
    public Register Register() => RegisterFile.Read(Path.Combine(Folder.FullName, RegisterFile.Name)) ?? Default;

    // Whoever works in the repository edits its files, not the copies beside the program.
    private static ContentFolders Fallback()
    {
        for (var folder = new DirectoryInfo(Directory.GetCurrentDirectory()); folder is not null; folder = folder.Parent)
        {
            if (File.Exists(Path.Combine(folder.FullName, "KawasakiServerless.sln"))
                && Directory.Exists(Path.Combine(folder.FullName, "site")))
                return ContentFolders.Of(Path.Combine(folder.FullName, "site"));
        }

        return ContentFolders.Shipped;
    }
}
