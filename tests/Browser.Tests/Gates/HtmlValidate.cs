using KawasakiServerless.Testing;

namespace KawasakiServerless.Browser.Tests.Gates;

/// <summary>html-validate over a folder of pages, in one process, by the rules of htmlvalidate.mjs.</summary>
internal static class HtmlValidate
{
    private const string Script = "html-validate/bin/html-validate.mjs";

    /// <returns>0 and nothing, or what is wrong, page by page.</returns>
    public static async Task<(int Code, string Output)> RunAsync(IReadOnlyDictionary<string, string> pages)
    {
        var folder = Directory.CreateTempSubdirectory("kawasaki-html-");
        foreach (var (path, html) in pages)
        {
            var file = new FileInfo(Path.Combine(folder.FullName, path));
            file.Directory!.Create();
            await File.WriteAllTextAsync(file.FullName, html);
        }

        var result = await NodePackages.RunAsync(
            await NodePackages.FileAsync(Script), "--config", Rules, "--max-warnings", "0", "--formatter", "text", folder.FullName);
        folder.Delete(recursive: true);
        return result;
    }

    private static string Rules => Repository.PathTo("tests", "Browser.Tests", "Gates", "htmlvalidate.mjs");
}
