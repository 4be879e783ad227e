using System.Runtime;
using KawasakiServerless.Domain;
using KawasakiServerless.Functions;

// The garbage collector works on the thread that allocates: beside it, a hostile workbook would take twice the processor time that its
// budget allows on the clock. `ConcurrentGarbageCollection=false` would say the same, and let the heap grow by half before it collects.
GCSettings.LatencyMode = GCLatencyMode.Batch;

try
{
    Folding.Require();
    using var worker = Worker.Build(args, Environment.GetEnvironmentVariable);
    return await Worker.RunAsync(worker);
}
catch (InvalidOperationException failure)
{
    // A wrong setting; the message names it.
    await Console.Error.WriteLineAsync(failure.Message);
    return 1;
}
