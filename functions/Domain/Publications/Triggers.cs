namespace KawasakiServerless.Domain;

/// <summary>
/// The reasons why a publication is started. If the inputs have not changed, only the nightly publication compares the live site with its
/// manifest, and only a purge renders the site again.
/// </summary>
public static class Triggers
{
    public const string Nightly = "nightly", Request = "request", Command = "command", Restore = "restore", Purge = "purge";
}
