using System.Diagnostics.CodeAnalysis;
using System.Globalization;
using Azure;

namespace KawasakiServerless.Storage.Tables;

/// <summary>A transaction of which nothing was done; the service names the first action that could not be.</summary>
[SuppressMessage("Design", "CA1032", Justification = "The official package's constructor; there is always a service's answer behind it.")]
public sealed class TableTransactionFailedException(RequestFailedException requestFailedException)
    : RequestFailedException(requestFailedException.Status, requestFailedException.Message, requestFailedException.ErrorCode, requestFailedException)
{
    /// <summary>Null when the service did not say.</summary>
    public int? FailedTransactionActionIndex { get; } = IndexIn(requestFailedException.Message);

    private static int? IndexIn(string message)
    {
        var colon = message.IndexOf(':', StringComparison.Ordinal);
        return colon > 0 && int.TryParse(message.AsSpan(0, colon), NumberStyles.None, CultureInfo.InvariantCulture, out var index) ? index : null;
    }
}
