using KawasakiServerless.Testing;

namespace KawasakiServerless.Browser.Tests.Gates;

/// <summary>Runs html-validate on all pages in one process, with the rules in htmlvalidate.mjs.</summary>
internal static class HtmlValidate
{
    private const string Script = "html-validate/bin/html-validate.mjs";

    /// <returns>The code 0 and an empty output if all pages are valid; otherwise another code and what is wrong, page by page.</returns>
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
