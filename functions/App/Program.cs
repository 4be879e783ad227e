using System.Runtime;
using KawasakiServerless.Domain;
using KawasakiServerless.Functions;

// Garbage is collected on the allocating thread. With a concurrent collector beside it, a malicious workbook would use twice the processor
// time that its wall-clock budget allows. `ConcurrentGarbageCollection=false` has the same effect, but lets the heap grow by half before a
// collection.
GCSettings.LatencyMode = GCLatencyMode.Batch;

try
{
    Folding.Require();
    using var worker = Worker.Build(args, Environment.GetEnvironmentVariable);
    return await Worker.RunAsync(worker);
}
catch (InvalidOperationException failure)
{
    // A setting is invalid; the message names it.
    await Console.Error.WriteLineAsync(failure.Message);
    return 1;
}
