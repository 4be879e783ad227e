using KawasakiServerless.Testing;

namespace KawasakiServerless.Fault.Tests;

public sealed class SharedAzurite : AzuriteFixture, IAsyncLifetime;
