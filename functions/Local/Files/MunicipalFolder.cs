using KawasakiServerless.Domain;
using KawasakiServerless.Site.Content;

namespace KawasakiServerless.Local.Files;

/// <summary>
/// A folder of workbooks that may also contain the municipality's register.json, settings.yml, input and theme. Whichever of settings.yml,
/// input and theme is missing is taken from the repository or, when the working directory is not inside the repository, from the files
/// installed with the program.
/// </summary>
/// <param name="Folder">The folder of the workbooks.</param>
/// <param name="Default">The register to use when the folder contains no register.json.</param>
internal sealed record MunicipalFolder(DirectoryInfo Folder, Register Default)
{
    public ContentFolders Content => ContentFolders.Within(Folder.FullName, Fallback());

    /// <exception cref="ContentException">register.json is not a valid register.</exception>
    public Register Register() => RegisterFile.Read(Path.Combine(Folder.FullName, RegisterFile.Name)) ?? Default;

    // If the working directory is inside the repository, the files of the repository are used, because developers edit these files and not
    // the copies beside the program.
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
