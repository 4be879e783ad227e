using System.Diagnostics;
using System.Globalization;
using KawasakiServerless.Testing;

namespace KawasakiServerless.Local.Tests.LocalRun;

/// <summary>Azurite, the emulator of Azure storage, ends while the app runs.</summary>
public sealed class LostStorageTests : IDisposable
{
    private const string Sentence = "Local storage (Azurite) has ended unexpectedly, and the app with it; start it again.";

    private readonly DirectoryInfo data = Directory.CreateTempSubdirectory("kawasaki-lost-");

    public void Dispose() => data.Delete(recursive: true);

    [Theory]
    [InlineData("Public site")]
    [InlineData("Loading the sample workbooks")]
    [InlineData("checking:")]
    public async Task TheAppEndsWithOneSentenceWhenAzuriteEnds(string announced)
    {
        await using var app = await AppProcess.LocalAsync(data, announced);

        KillChildOf(app.Id);

        Assert.Equal(1, await app.EndedAsync());
        Assert.Equal(Sentence, app.Output.Split('\n', StringSplitOptions.RemoveEmptyEntries)[^1]);
        Assert.DoesNotContain("   at ", app.Output, StringComparison.Ordinal);
        Assert.DoesNotContain("fail:", app.Output, StringComparison.Ordinal);
    }

    private static void KillChildOf(int id)
    {
        using var azurite = Assert.Single(Process.GetProcesses(), p => ParentOf(p.Id) == id);
        azurite.Kill();
    }

    // The parent's id is the fourth field of stat. The second field, the process name in parentheses, may itself contain spaces and
    // parentheses.
    private static int? ParentOf(int id)
    {
        try
        {
            var stat = File.ReadAllText($"/proc/{id}/stat");
            return int.Parse(stat[(stat.LastIndexOf(')') + 1)..].Split(' ')[2], CultureInfo.InvariantCulture);
        }
        catch (IOException)
        {
            // The process has ended in the meantime.
            return null;
        }
    }
}
