using System.Runtime;
using KawasakiServerless.Domain;
using KawasakiServerless.Local.CommandLine;
using KawasakiServerless.Site.Content;
using KawasakiServerless.Storage;

// The garbage collector works on the thread that allocates: beside it, a hostile workbook would take twice the processor time that its
// budget allows on the clock. `ConcurrentGarbageCollection=false` would say the same, and let the heap grow by half before it collects.
GCSettings.LatencyMode = GCLatencyMode.Batch;

try
{
    Folding.Require();
    return await Root.RunAsync(args, RegisterFile.Shipped());
}
catch (OperationCanceledException)
{
    return 1;
}
catch (StorageException failure)
{
    await Console.Error.WriteLineAsync(
        $"{failure.Message} Check the storage settings (AzureWebJobsStorage) and whether the account can be reached.");
    return 1;
}
catch (Exception failure) when (failure is IOException or InvalidOperationException or InvalidDataException or UnauthorizedAccessException
    or FormatException or ContentException)
{
    await Console.Error.WriteLineAsync(failure.Message);
    return 1;
}
