using KawasakiServerless.Testing;

namespace KawasakiServerless.Fault.Tests;

[CollectionDefinition(Name)]
public sealed class SharedAzurite : AzuriteFixture, IAsyncLifetime, ICollectionFixture<SharedAzurite>
{
    public const string Name = "Azurite";
}
