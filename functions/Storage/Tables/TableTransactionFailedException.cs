using System.Diagnostics.CodeAnalysis;
using System.Globalization;
using Azure;

namespace KawasakiServerless.Storage.Tables;

/// <summary>A transaction of which nothing was done; the service names the first action that could not be.</summary>
[SuppressMessage("Design", "CA1032", Justification = "The official constructor; a service's answer is always behind it.")]
public sealed class TableTransactionFailedException(RequestFailedException requestFailedException)
    : RequestFailedException(requestFailedException.Status, requestFailedException.Message, requestFailedException.ErrorCode, requestFailedException)
{
    /// <summary>Null when the service did not say.</summary>
    public int? FailedTransactionActionIndex { get; } = IndexIn(requestFailedException.Message);

    private static int? IndexIn(string message)
    {
        var colon = message.IndexOf(':', StringComparison.Ordinal);
        var start = message.AsSpan(0, Math.Max(colon, 0));
        return int.TryParse(start, NumberStyles.None, CultureInfo.InvariantCulture, out var index) ? index : null;
    }
}
