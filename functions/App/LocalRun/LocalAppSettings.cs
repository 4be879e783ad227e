namespace KawasakiServerless.Functions.LocalRun;

/// <summary>App settings a local run knows; in Azure infra sets the same.</summary>
internal static class LocalAppSettings
{
    private static readonly Dictionary<string, string> Defaults = new(StringComparer.Ordinal) { ["NIGHTLY_SCHEDULE"] = "0 0 17 * * *" };

    /// <summary>%NAME% as the Functions host expands it.</summary>
    public static string Expand(string text) =>
        text is ['%', .. var name, '%'] ? Environment.GetEnvironmentVariable(name) ?? Defaults[name] : text;
}
