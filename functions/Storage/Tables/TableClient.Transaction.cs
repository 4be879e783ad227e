using Azure;
using Azure.Core;

namespace KawasakiServerless.Storage.Tables;

public sealed partial class TableClient
{
    /// <summary>All of the actions or none: up to 100 on different entities of one partition, 4 MiB together.</summary>
    /// <returns>One answer per action, in their order, with the ETags.</returns>
    /// <exception cref="ArgumentException">The service would refuse the transaction as it is.</exception>
    /// <exception cref="TableTransactionFailedException">Nothing was done; the exception names the action.</exception>
    /// <exception cref="RequestFailedException">Refused as a whole, or the outcome is unknown.</exception>
    public async Task<Response<IReadOnlyList<Response>>> SubmitTransactionAsync(
        IEnumerable<TableTransactionAction> transactionActions, CancellationToken cancellationToken = default)
    {
        TableTransactionAction[] actions = [.. transactionActions];
        TransactionRules.Check(actions);
        using var message = CreateTransaction(actions);
        var response = await rest.SendAsync(message, cancellationToken);
        var parts = TransactionAnswer.Read(response, actions.Length);
        if (parts.FirstOrDefault(p => p.IsError) is { } failed)
            parts = await FindOwnAsync(message, failed, actions, cancellationToken) ?? throw Failure(failed);
        return Response.FromValue(parts, response);
    }

    private HttpMessage CreateTransaction(TableTransactionAction[] actions)
    {
        var body = new TransactionBody(Name, rest);
        var message = rest.Create(RequestMethod.Post, "$batch");
        message.Request.Headers.Add("Content-Type", body.ContentType);
        message.Request.Content = RequestContent.Create(body.Write(actions));
        return message;
    }

    private static TableTransactionFailedException Failure(Response failed) =>
        new(new RequestFailedException(failed, innerException: null, ErrorParser.Instance));

    /// <summary>A retried transaction of additions may meet its own first attempt: then every entity is as it was sent.</summary>
    private async Task<IReadOnlyList<Response>?> FindOwnAsync(
        HttpMessage sent, Response failed, TableTransactionAction[] actions, CancellationToken cancellationToken)
    {
        if (failed.Status != 409 || actions.Any(a => a.ActionType is not TableTransactionActionType.Add))
            return null;
        var found = new List<Response>();
        foreach (var action in actions)
        {
            if (await FindOwnAsync(sent, action.Entity, cancellationToken) is not { } own)
                return null;
            found.Add(own);
        }

        return found;
    }
}
