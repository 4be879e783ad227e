namespace KawasakiServerless.Browser.Tests.Gates;

internal static class Faults
{
    private const int Told = 40;

    /// <summary>Fails with what was found; xunit's own message would cut it short.</summary>
    public static void None(IReadOnlyCollection<string> found) =>
        Assert.True(found.Count == 0, $"{found.Count} faults:\n{string.Join('\n', found.Take(Told))}");
}
