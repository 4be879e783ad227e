namespace KawasakiServerless.Storage.Tables;

/// <summary>AccountName, AccountKey, TableEndpoint, EndpointSuffix and DefaultEndpointsProtocol of a storage connection string.</summary>
internal sealed record ConnectionString(Uri Endpoint, TableSharedKeyCredential Credential)
{
    public static ConnectionString Parse(string text)
    {
        var settings = Settings(text);
        var account = Required(settings, "AccountName");
        var protocol = settings.GetValueOrDefault("DefaultEndpointsProtocol", "https");
        var suffix = settings.GetValueOrDefault("EndpointSuffix", "core.windows.net");
        var endpoint = settings.GetValueOrDefault("TableEndpoint", $"{protocol}://{account}.table.{suffix}");
        return new(new Uri(endpoint), new TableSharedKeyCredential(account, Required(settings, "AccountKey")));
    }

    private static Dictionary<string, string> Settings(string text) => text
        .Split(';', StringSplitOptions.RemoveEmptyEntries | StringSplitOptions.TrimEntries)
        .Select(s => s.Split('=', 2))
        .Where(s => s.Length == 2)
        .ToDictionary(s => s[0], s => s[1], StringComparer.OrdinalIgnoreCase);

    // The text itself is a secret and stays out of the message.
    private static string Required(Dictionary<string, string> settings, string name) =>
        settings.GetValueOrDefault(name) ?? throw new FormatException($"The connection string has no {name}.");
}
