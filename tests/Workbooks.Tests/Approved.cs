namespace KawasakiServerless.Workbooks.Tests;

/// <summary>
/// Compares a text with the approved text in the repository. If they differ, writes the received text beside the approved file; with the
/// environment variable ACCEPT=1, the received text becomes the approved one instead.
/// </summary>
internal static class Approved
{
    private static readonly bool Accepts = Environment.GetEnvironmentVariable("ACCEPT") == "1";

    public static void Matches(string text, params string[] path)
    {
        var approved = Path.Combine([Root, .. path]);
        var received = Path.ChangeExtension(
            approved.Replace(".approved", "", StringComparison.Ordinal), $".received{Path.GetExtension(approved)}");
        Directory.CreateDirectory(Path.GetDirectoryName(approved)!);
        File.Delete(received);
        if (File.Exists(approved) && File.ReadAllText(approved) == text)
            return;
        File.WriteAllText(Accepts ? approved : received, text);
        Assert.True(
            Accepts,
            $"{Path.Combine(path)} differs from what was received. If {Path.GetFileName(received)} beside it is right, run again with "
                + "ACCEPT=1.");
    }

    /// <summary>The folder of KawasakiServerless.sln.</summary>
    public static string Root { get; } = Above(AppContext.BaseDirectory);

    private static string Above(string folder) =>
        File.Exists(Path.Combine(folder, "KawasakiServerless.sln")) ? folder : Above(Path.GetDirectoryName(folder)!);
}
