using KawasakiServerless.Functions.CommandLine;
using KawasakiServerless.Functions.Hosting;

try
{
    return await Root.RunAsync(args);
}
catch (OperationCanceledException)
{
    return 1;
}
catch (Exception failure) when (StorageFailure.Of(failure) is { } unanswered)
{
    await Console.Error.WriteLineAsync($"Storage: {unanswered.Message}");
    return 1;
}
catch (Exception failure) when (failure is IOException or InvalidOperationException or UnauthorizedAccessException or FormatException)
{
    await Console.Error.WriteLineAsync(failure.Message);
    return 1;
}
