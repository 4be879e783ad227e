using Azure.Core;

namespace KawasakiServerless.Storage.Tables;

/// <summary>Retries, transport and diagnostics are Azure.Core's.</summary>
public sealed class TableClientOptions : ClientOptions;
