namespace KawasakiServerless.Site.Content;

/// <summary>The paths from which a municipality's settings, texts and theme are read.</summary>
/// <param name="Settings">The path of settings.yml.</param>
/// <param name="Input">The folder of texts.</param>
/// <param name="Theme">The folder of styles and images.</param>
public sealed record ContentFolders(string Settings, string Input, string Theme)
{
    private const string InputName = "input", ThemeName = "theme";

    /// <summary>The content that is shipped with the program, in the folder `site` beside the program's files.</summary>
    public static ContentFolders Shipped { get; } = Of(Path.Combine(AppContext.BaseDirectory, "site"));

    /// <summary>The paths of settings.yml, input and theme in one folder, whether they exist or not.</summary>
    public static ContentFolders Of(string folder) =>
        new(Path.Combine(folder, ContentSettings.File), Path.Combine(folder, InputName), Path.Combine(folder, ThemeName));

    /// <summary>
    /// The paths in a folder that may lack settings.yml, input or theme. Whatever it lacks is read from the shipped content.
    /// </summary>
    public static ContentFolders Within(string folder) => Within(folder, Shipped);

    /// <param name="folder">The folder that takes precedence.</param>
    /// <param name="shipped">The paths to use for settings.yml, input or theme if the folder does not contain them.</param>
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

    /// <summary>
    /// Reads the Markdown files in a subfolder of the input folder, ordered by name. Files that cannot be read are left out.
    /// </summary>
    internal IReadOnlyList<ContentText> ReadMarkdown(string folder, ICollection<ContentProblem> problems)
    {
        var path = Path.Combine(Input, folder);
        return Directory.Exists(path)
            ? [.. Directory.EnumerateFiles(path, "*.md").Order(StringComparer.Ordinal)
                .Select(f => ReadInput(Path.Combine(folder, Path.GetFileName(f)), problems)).OfType<ContentText>()]
            : [];
    }

    /// <returns>Null when the file does not exist or cannot be read.</returns>
    internal ContentText? ReadInput(string name, ICollection<ContentProblem> problems) =>
        ContentFile.ReadText(Path.Combine(Input, name), $"{InputName}/{name.Replace('\\', '/')}", problems);

    internal bool HasInput(string name) => File.Exists(Path.Combine(Input, name));

    internal Theme ReadTheme(ICollection<ContentProblem> problems) => Content.Theme.Read(Theme, Shipped.Theme, problems);
}
