namespace KawasakiServerless.Local.LocalRun;

/// <summary>Finds the root folder of the repository, whose package.json contains the Azurite version to install.</summary>
internal static class LocalFolder
{
    /// <exception cref="InvalidOperationException">Neither the program nor the working directory is inside the repository.</exception>
    public static string Find() =>
        Above(AppContext.BaseDirectory) ?? Above(Directory.GetCurrentDirectory())
        ?? throw new InvalidOperationException("Run this inside the repository: package.json beside KawasakiServerless.sln was not found.");

    private static string? Above(string start)
    {
        for (var folder = new DirectoryInfo(start); folder is not null; folder = folder.Parent)
        {
            if (File.Exists(Path.Combine(folder.FullName, "KawasakiServerless.sln"))
                && File.Exists(Path.Combine(folder.FullName, "package.json")))
                return folder.FullName;
        }

        return null;
    }
}
