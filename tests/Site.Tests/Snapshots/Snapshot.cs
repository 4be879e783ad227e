using AngleSharp.Html;

namespace KawasakiServerless.Site.Tests;

/// <summary>
/// Compares a page with its approved version in this folder. If they differ, writes the received page to the same folder.
/// </summary>
internal static class Snapshot
{
    public static void Matches(string name, AngleSharp.Dom.IElement element)
    {
        using var writer = new StringWriter();
        element.ToHtml(writer, new PrettyMarkupFormatter { Indentation = "  ", NewLine = "\n" });
        var received = string.Join('\n', writer.ToString().Split('\n').Select(line => line.TrimEnd()).Where(line => line.Length > 0))
            + "\n";
        Matches(name, "html", received);
    }

    /// <param name="file">The file name with its extension, such as feed.xml.</param>
    /// <param name="received">The content that the test produced.</param>
    public static void MatchesText(string file, string received) =>
        Matches(Path.GetFileNameWithoutExtension(file), Path.GetExtension(file)[1..], received);

    private static void Matches(string name, string extension, string received)
    {
        var approved = Path.Combine(Folder, $"{name}.approved.{extension}");
        if (File.Exists(approved) && File.ReadAllText(approved) == received)
            return;
        File.WriteAllText(Path.Combine(Folder, $"{name}.received.{extension}"), received);
        Assert.Fail(
            $"{name} differs from its approved page. If {name}.received.{extension} is right, rename it to {name}.approved.{extension}.");
    }

    private static string Folder { get; } = Path.Combine(ProjectFolder(new(AppContext.BaseDirectory)), "Snapshots");

    private static string ProjectFolder(DirectoryInfo folder) =>
        folder.GetFiles("Site.Tests.csproj").Length > 0 ? folder.FullName : ProjectFolder(folder.Parent!);
}
