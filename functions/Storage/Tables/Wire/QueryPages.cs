using System.Globalization;
using System.Runtime.CompilerServices;
using System.Text.Json;
using Azure;
using Azure.Core;

namespace KawasakiServerless.Storage.Tables;

/// <summary>Pages as they arrive. Only a missing continuation header ends them: an empty page may carry one.</summary>
internal sealed class QueryPages<T>(TableRest rest, Query query, Func<JsonElement, T> read, CancellationToken cancellationToken)
    : AsyncPageable<T>(cancellationToken)
    where T : notnull
{
    public override IAsyncEnumerable<Page<T>> AsPages(string? continuationToken = null, int? pageSizeHint = null) =>
        PagesAsync(Continuation.Parse(continuationToken), pageSizeHint ?? query.PageSize, CancellationToken);

    private async IAsyncEnumerable<Page<T>> PagesAsync(
        Continuation? start, int? pageSize, [EnumeratorCancellation] CancellationToken cancellation)
    {
        var next = start;
        do
        {
            using var message = CreateMessage(next, pageSize);
            var response = await rest.SendAsync(message, cancellation);
            next = Continuation.In(response, query.Names);
            yield return Page<T>.FromValues(ValuesIn(response), next?.ToString(), response);
        }
        while (next is not null);
    }

    private HttpMessage CreateMessage(Continuation? from, int? pageSize)
    {
        var message = rest.Create(RequestMethod.Get, query.Path);
        Add("$filter", query.Filter);
        Add("$top", pageSize?.ToString(CultureInfo.InvariantCulture));
        Add("$select", query.Select);
        Add(query.Names.First, from?.First);
        Add(query.Names.Second, from?.Second);
        return message;

        void Add(string name, string? value)
        {
            if (!string.IsNullOrEmpty(value))
                message.Request.Uri.AppendQuery(name, value, escapeValue: true);
        }
    }

    private List<T> ValuesIn(Response response)
    {
        using var json = JsonDocument.Parse(response.Content);
        return [.. json.RootElement.GetProperty("value").EnumerateArray().Select(read)];
    }
}
