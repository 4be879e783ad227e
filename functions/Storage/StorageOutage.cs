using Azure;

namespace KawasakiServerless.Storage;

/// <summary>Failures of the storage that may pass by themselves.</summary>
public static class StorageOutage
{
    /// <summary>
    /// Whether storage was not reached or could not answer. When every try failed without an answer, Azure.Core throws an
    /// AggregateException of what each threw; where a try took too long that is a TaskCanceledException, with nobody having cancelled.
    /// </summary>
    public static bool IsOutage(this Exception failure) => failure switch
    {
        RequestFailedException refused => refused.Status is 0 or 408 or 429 or >= 500,
        AggregateException tries => tries.InnerExceptions.All(IsOutage),
        // The answer broke off each time.
        IOException => true,
        TaskCanceledException => true,
        _ => false,
    };
}
