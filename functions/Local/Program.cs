using System.Runtime;
using KawasakiServerless.Domain;
using KawasakiServerless.Local.CommandLine;
using KawasakiServerless.Site.Content;
using KawasakiServerless.Storage;

// Batch mode collects garbage on the allocating thread. A concurrent collector would run on a second processor at the same time, so a
// malicious workbook could use twice the processor time that its wall-clock limit allows. `ConcurrentGarbageCollection=false` has the same
// effect, but lets the heap grow by half before a collection.
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
