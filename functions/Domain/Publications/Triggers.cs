namespace KawasakiServerless.Domain;

/// <summary>
/// The reason why a publication runs. If the inputs are unchanged, only the nightly run checks the live site, and only a purge renders the
/// site again.
/// </summary>
public static class Triggers
{
    public const string Nightly = "nightly", Request = "request", Command = "command", Restore = "restore", Purge = "purge";
}
