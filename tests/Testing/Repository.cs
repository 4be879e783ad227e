namespace KawasakiServerless.Testing;

public static class Repository
{
    /// <summary>The repository's root folder: the closest folder above the running tests that contains KawasakiServerless.sln.</summary>
    public static string Root { get; } = Find(AppContext.BaseDirectory);

    public static string PathTo(params ReadOnlySpan<string> parts) => Path.Combine([Root, .. parts]);

    private static string Find(string? folder)
    {
        for (; folder is not null; folder = Path.GetDirectoryName(folder))
        {
            if (File.Exists(Path.Combine(folder, "KawasakiServerless.sln")))
                return folder;
        }

        throw new InvalidOperationException($"No KawasakiServerless.sln above {AppContext.BaseDirectory}.");
    }
}
