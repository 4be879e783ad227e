namespace KawasakiServerless.Domain;

/// <summary>
/// The reasons why a publication is started. A restore publishes the files of an earlier publication again. The other reasons differ if the
/// site's inputs have not changed since the last complete publication: a nightly publication corrects files of the live site that differ
/// from the manifest (list of files), a purge renders the site again, and a request or a command does nothing, unless an earlier attempt at
/// it crashed or failed or the live site has no home page.
/// </summary>
public static class Triggers
{
    public const string Nightly = "nightly", Request = "request", Command = "command", Restore = "restore", Purge = "purge";
}
