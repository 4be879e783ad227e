using System.Runtime.CompilerServices;
using Azure;
using Azure.Identity;

namespace KawasakiServerless.Storage;

/// <summary>The edge to the SDK: whatever a call to storage throws leaves here as a <see cref="StorageException"/>.</summary>
internal static class StorageCall
{
    /// <exception cref="StorageException">The call failed.</exception>
    /// <exception cref="OperationCanceledException">It was cancelled by <paramref name="cancellation"/>.</exception>
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
    /// <exception cref="OperationCanceledException">It was cancelled by <paramref name="cancellation"/>.</exception>
    public static Task RunAsync(Func<Task> call, CancellationToken cancellation) => RunAsync(
        async () =>
        {
            await call();
            return true;
        },
        cancellation);

    /// <summary>For callers that are synchronous by their interface.</summary>
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

    /// <summary>Reads pages as they are asked for. A page may be empty and be followed by others.</summary>
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
        // Azure.Core reports the failures of all tries together when none of them got an answer.
        AggregateException tries => tries.InnerExceptions.All(MayPass),
        // The connection broke off, or a try took too long and nobody had cancelled it.
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
        // The identity of the app gives no token, as when its endpoint is out of reach.
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
