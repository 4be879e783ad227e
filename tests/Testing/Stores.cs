using Azure.Storage.Blobs;

namespace KawasakiServerless.Testing;

/// <summary>Stores of the emulator.</summary>
public static class Stores
{
    /// <summary>
    /// Removes the blobs of a store that is no longer needed. The emulator sorts all blobs of all its stores again and again, so a test that
    /// leaves a site makes every later test slower.
    /// </summary>
    public static async Task EmptyAsync(string connection)
    {
        var service = new BlobServiceClient(connection);
        await foreach (var container in service.GetBlobContainersAsync())
            await service.DeleteBlobContainerAsync(container.Name);
    }
}
