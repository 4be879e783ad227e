namespace KawasakiServerless.Browser.Tests.Gates;

internal static class Faults
{
    private const int Told = 40;

    /// <summary>Fails if anything was found, and lists the first faults. xunit's own assertion would shorten its message.</summary>
    public static void None(IReadOnlyCollection<string> found) =>
        Assert.True(found.Count == 0, $"{found.Count} faults:\n{string.Join('\n', found.Take(Told))}");
}
