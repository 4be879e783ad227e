namespace KawasakiServerless.Domain;

/// <summary>
/// Why a publication runs. When the inputs are unchanged only the nightly run looks at the live site, and only a purge renders it again.
/// </summary>
public static class Triggers
{
    public const string Nightly = "nightly", Request = "request", Command = "command", Restore = "restore", Purge = "purge";
}
