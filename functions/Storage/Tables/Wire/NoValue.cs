using Azure;

namespace KawasakiServerless.Storage.Tables;

internal sealed class NoValue<T>(Response response) : NullableResponse<T>
{
    public override bool HasValue => false;

    public override T Value => throw new InvalidOperationException("The entity does not exist; ask HasValue first.");

    public override Response GetRawResponse() => response;
}
