using System.Runtime;
using KawasakiServerless.Domain;
using KawasakiServerless.Functions;

// Batch mode collects garbage on the allocating thread. A concurrent collector would run on a second processor at the same time, so a
// malicious workbook could use twice the processor time that its wall-clock limit allows. `ConcurrentGarbageCollection=false` has the same
// effect, but lets the heap grow by half before a collection.
GCSettings.LatencyMode = GCLatencyMode.Batch;

try
{
    Folding.Require();
    using var worker = Worker.Build(args, Environment.GetEnvironmentVariable);
    return await Worker.RunAsync(worker);
}
catch (InvalidOperationException failure)
{
    // A setting is invalid, the ICU library is missing, or the Functions host did not start the program. The message says which, so the
    // stack trace is not printed.
    await Console.Error.WriteLineAsync(failure.Message);
    return 1;
}
