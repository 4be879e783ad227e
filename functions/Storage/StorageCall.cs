using System.Runtime.CompilerServices;
using Azure;
using Azure.Identity;

namespace KawasakiServerless.Storage;

/// <summary>The boundary to the SDK: every failure of a call to storage is rethrown as a <see cref="StorageException"/>.</summary>
internal static class StorageCall
{
    /// <exception cref="StorageException">The call failed.</exception>
    /// <exception cref="OperationCanceledException">The call was cancelled by <paramref name="cancellation"/>.</exception>
    public static async Task<T> RunAsync<T>(Func<Task<T>> call, CancellationToken cancellation)
    {
        try
        {
            return await call();
        }
        catch (Exception failure) when (IsOfStorage(failure, cancellation))
        {
            throw Of(failure);
        }
    }

    /// <exception cref="StorageException">The call failed.</exception>
    /// <exception cref="OperationCanceledException">The call was cancelled by <paramref name="cancellation"/>.</exception>
    public static Task RunAsync(Func<Task> call, CancellationToken cancellation) => RunAsync(
        async () =>
        {
            await call();
            return true;
        },
        cancellation);

    /// <summary>Runs a call synchronously, for callers that implement synchronous interfaces.</summary>
    /// <exception cref="StorageException">The call failed.</exception>
    public static T Run<T>(Func<T> call)
    {
        try
        {
            return call();
        }
        catch (Exception failure) when (IsOfStorage(failure, CancellationToken.None))
        {
            throw Of(failure);
        }
    }

    /// <summary>Reads pages lazily. An empty page may be followed by others.</summary>
    /// <exception cref="StorageException">A page could not be read.</exception>
    public static async IAsyncEnumerable<T> EachAsync<T>(AsyncPageable<T> pages, [EnumeratorCancellation] CancellationToken cancellation)
        where T : notnull
    {
        await using var items = pages.GetAsyncEnumerator(cancellation);
        while (await RunAsync(() => items.MoveNextAsync().AsTask(), cancellation))
            yield return items.Current;
    }

    /// <summary>Whether the same call may succeed later.</summary>
    public static bool MayPass(Exception failure) => failure switch
    {
        RequestFailedException refused => refused.Status is 0 or 408 or 429 or >= 500,
        // If no attempt got a response, Azure.Core reports the failures of all attempts together.
        AggregateException tries => tries.InnerExceptions.All(MayPass),
        // The connection broke, or an attempt timed out without having been cancelled by the caller.
        IOException or TaskCanceledException => true,
        _ => false,
    };

    private static bool IsOfStorage(Exception failure, CancellationToken cancellation) => failure switch
    {
        OperationCanceledException when cancellation.IsCancellationRequested => false,
        RequestFailedException or AggregateException { InnerExceptions: [.., RequestFailedException] } or AuthenticationFailedException =>
            true,
        _ => MayPass(failure),
    };

    private static StorageException Of(Exception failure) => failure switch
    {
        RequestFailedException refused => Of(failure, refused),
        AggregateException { InnerExceptions: [.., RequestFailedException last] } => Of(failure, last),
        // The app's identity gets no token, for example because its endpoint is unreachable.
        AuthenticationFailedException =>
            new("There is no token for storage: the identity of the app was not confirmed.", failure) { MayPass = true },
        _ => new("Storage did not answer.", failure) { MayPass = true },
    };

    private static StorageException Of(Exception failure, RequestFailedException last) =>
        new(MessageOf(last), failure) { MayPass = MayPass(failure), Status = last.Status, Code = last.ErrorCode };

    // The SDK's own message repeats headers and the whole body.
    private static string MessageOf(RequestFailedException refused) => refused.Status == 0
        ? "Storage was not reached."
        : $"Storage answered {refused.Status} {refused.ErrorCode}".TrimEnd() + ".";
}
