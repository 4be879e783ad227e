using KawasakiServerless.Testing;

namespace KawasakiServerless.Storage.Tests;

public sealed class SharedAzurite : AzuriteFixture, IAsyncLifetime;

[CollectionDefinition(Name)]
public sealed class OneAzurite : ICollectionFixture<SharedAzurite>
{
    public const string Name = "Azurite";
}
