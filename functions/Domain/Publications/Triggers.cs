namespace KawasakiServerless.Domain;

/// <summary>
/// The reasons why a publication is started. If the inputs have not changed since the last complete publication, a nightly publication
/// compares the live site with its manifest (list of files), a purge renders the site again, and a request or a command normally does
/// nothing.
/// </summary>
public static class Triggers
{
    public const string Nightly = "nightly", Request = "request", Command = "command", Restore = "restore", Purge = "purge";
}
