namespace KawasakiServerless.Site.Content;

/// <summary>Where the content of a site is read from.</summary>
/// <param name="Settings">settings.yml.</param>
/// <param name="Input">Texts.</param>
/// <param name="Theme">Styles and images.</param>
public sealed record ContentFolders(string Settings, string Input, string Theme)
{
    private const string InputName = "input", ThemeName = "theme";

    /// <summary>What stands beside the program, as its package brings it.</summary>
    public static ContentFolders Shipped { get; } = Of(Path.Combine(AppContext.BaseDirectory, "site"));

    /// <summary>All of it in one folder.</summary>
    public static ContentFolders Of(string folder) =>
        new(Path.Combine(folder, ContentSettings.File), Path.Combine(folder, InputName), Path.Combine(folder, ThemeName));

    /// <summary>settings.yml, input and theme of a folder; what it does not hold is the shipped one.</summary>
    public static ContentFolders Within(string folder) => Within(folder, Shipped);

    /// <param name="folder">Whose files come first.</param>
    /// <param name="shipped">What is taken for those that it does not hold.</param>
    public static ContentFolders Within(string folder, ContentFolders shipped)
    {
        var own = Of(folder);
        return new(
            File.Exists(own.Settings) ? own.Settings : shipped.Settings,
            Directory.Exists(own.Input) ? own.Input : shipped.Input,
            Directory.Exists(own.Theme) ? own.Theme : shipped.Theme);
    }

    internal ContentText? ReadSettings(ICollection<ContentProblem> problems) =>
        ContentFile.ReadText(Settings, ContentSettings.File, problems);

    /// <summary>The Markdown files of a folder of the input, in the order of their names.</summary>
    internal IReadOnlyList<ContentText> ReadMarkdown(string folder, ICollection<ContentProblem> problems)
    {
        var path = Path.Combine(Input, folder);
        return Directory.Exists(path)
            ? [.. Directory.EnumerateFiles(path, "*.md").Order(StringComparer.Ordinal)
                .Select(f => ReadInput(Path.Combine(folder, Path.GetFileName(f)), problems)).OfType<ContentText>()]
            : [];
    }

    /// <returns>Null when there is no such file, or it cannot be read.</returns>
    internal ContentText? ReadInput(string name, ICollection<ContentProblem> problems) =>
        ContentFile.ReadText(Path.Combine(Input, name), $"{InputName}/{name.Replace('\\', '/')}", problems);

    internal bool HasInput(string name) => File.Exists(Path.Combine(Input, name));

    internal Theme ReadTheme(ICollection<ContentProblem> problems) => Content.Theme.Read(Theme, Shipped.Theme, problems);
}
