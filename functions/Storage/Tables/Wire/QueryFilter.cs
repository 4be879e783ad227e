using System.Globalization;

namespace KawasakiServerless.Storage.Tables;

/// <summary>Values as OData literals, quoted by type.</summary>
/// <remarks>https://learn.microsoft.com/rest/api/storageservices/querying-tables-and-entities</remarks>
internal static class QueryFilter
{
    public static string Create(FormattableString filter) =>
        string.Format(CultureInfo.InvariantCulture, filter.Format, [.. filter.GetArguments().Select(Literal)]);

    private static string Literal(object? value) => value switch
    {
        null => "null",
        string text => Quoted(text),
        char character => Quoted(character.ToString()),
        bool truth => truth ? "true" : "false",
        long or ulong or uint => string.Create(CultureInfo.InvariantCulture, $"{value}L"),
        int or short or ushort or byte or sbyte => string.Create(CultureInfo.InvariantCulture, $"{value}"),
        double number => EdmValue.DoubleText(number),
        float number => EdmValue.DoubleText(number),
        Guid guid => $"guid'{guid}'",
        DateTime time => $"datetime'{EdmValue.Utc(time).UtcDateTime.ToString("O", CultureInfo.InvariantCulture)}'",
        DateTimeOffset time => $"datetime'{time.UtcDateTime.ToString("O", CultureInfo.InvariantCulture)}'",
        byte[] bytes => $"X'{Convert.ToHexString(bytes)}'",
        BinaryData data => $"X'{Convert.ToHexString(data)}'",
        _ => throw new ArgumentException($"A filter cannot hold a {value.GetType()}.", nameof(value)),
    };

    private static string Quoted(string text) => $"'{text.Replace("'", "''", StringComparison.Ordinal)}'";
}
