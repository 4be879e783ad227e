using Azure;
using KawasakiServerless.Functions.CommandLine;

try
{
    return await Root.RunAsync(args);
}
catch (OperationCanceledException)
{
    return 1;
}
catch (Exception failure) when (failure is IOException or InvalidOperationException or UnauthorizedAccessException or RequestFailedException)
{
    await Console.Error.WriteLineAsync(failure.Message);
    return 1;
}
