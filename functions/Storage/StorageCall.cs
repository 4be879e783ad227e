using System.Runtime.CompilerServices;
using Azure;
using Azure.Identity;

namespace KawasakiServerless.Storage;

/// <summary>
/// Runs calls to the Azure SDK and converts their failures to <see cref="StorageException"/>, so that no other project has to handle
/// exceptions of the SDK.
/// </summary>
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

    /// <summary>
    /// Returns the items of all pages and requests each page only when it is needed. An empty page does not end the sequence, because
    /// further pages may follow it.
    /// </summary>
    /// <exception cref="StorageException">A page could not be read.</exception>
    public static async IAsyncEnumerable<T> EachAsync<T>(AsyncPageable<T> pages, [EnumeratorCancellation] CancellationToken cancellation)
        where T : notnull
    {
        await using var items = pages.GetAsyncEnumerator(cancellation);
        while (await RunAsync(() => items.MoveNextAsync().AsTask(), cancellation))
            yield return items.Current;
    }

    /// <summary>Whether the failure is transient, so that the same call may succeed later.</summary>
    public static bool MayPass(Exception failure) => failure switch
    {
        RequestFailedException refused => refused.Status is 0 or 408 or 429 or >= 500,
        // If no attempt received a response, Azure.Core throws the exceptions of all attempts as one AggregateException.
        AggregateException tries => tries.InnerExceptions.All(MayPass),
        // The connection broke, or an attempt timed out. (IsOfStorage has already excluded cancellation by the caller.)
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
        // The app could not get a token for its identity, for example because the token endpoint is unreachable.
        AuthenticationFailedException =>
            new("The app could not get a token for storage: its identity was not confirmed.", failure) { MayPass = true },
        _ => new("Storage did not answer.", failure) { MayPass = true },
    };

    private static StorageException Of(Exception failure, RequestFailedException last) =>
        new(MessageOf(last), failure) { MayPass = MayPass(failure), Status = last.Status, Code = last.ErrorCode };

    // Creates a short message, because the SDK's own one contains all headers and the whole body of the response.
    private static string MessageOf(RequestFailedException refused) => refused.Status == 0
        ? "Storage was not reached."
        : $"Storage answered {refused.Status} {refused.ErrorCode}".TrimEnd() + ".";
}
