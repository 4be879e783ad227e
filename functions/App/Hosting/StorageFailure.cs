using Azure;

namespace KawasakiServerless.Functions.Hosting;

/// <summary>Storage that refuses or does not answer.</summary>
public static class StorageFailure
{
    /// <returns>The failure, or the last of all tries where the client libraries report these together; null for anything else.</returns>
    public static RequestFailedException? Of(Exception? failure) => failure switch
    {
        RequestFailedException one => one,
        AggregateException { InnerExceptions: [.., RequestFailedException last] } => last,
        _ => null,
    };
}
