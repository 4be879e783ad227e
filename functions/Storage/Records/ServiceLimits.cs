using System.Globalization;
using KawasakiServerless.Storage.Tables;

namespace KawasakiServerless.Storage.Records;

/// <summary>What the Table service takes of a row. The check of a workbook accepts no record beyond; were one to come here all the same, it is not sent.</summary>
/// <remarks>https://learn.microsoft.com/rest/api/storageservices/understanding-the-table-service-data-model</remarks>
internal static class ServiceLimits
{
    // The keys and the timestamp are columns as well.
    private const int MostColumns = 255, OwnColumns = 3, MostUnits = 32_768, MostBytes = 1024 * 1024;

    // \u5ddd.
    private const int MostBytesOfACharacter = 6;

    private static readonly DateTimeOffset First = new(1601, 1, 1, 0, 0, 0, TimeSpan.Zero);

    /// <exception cref="ArgumentException">The service would refuse the row. The message names the column and not its content.</exception>
    public static TableEntity Checked(TableEntity entity)
    {
        var reasons = ReasonsOf(entity).ToList();
        return reasons.Count == 0 ? entity : throw new ArgumentException($"The row {entity.PartitionKey}/{entity.RowKey} cannot be stored: {string.Join(' ', reasons)}", nameof(entity));
    }

    /// <summary>As it travels, which is more than the service counts (UTF-16) and what the emulator counts. Most rows are so small that an estimate will do.</summary>
    private static long SizeOf(TableEntity entity) =>
        RecordEntity.Characters(entity) * MostBytesOfACharacter is <= MostBytes and var estimate ? estimate : EntityJson.Write(entity).Length;

    private static IEnumerable<string> ReasonsOf(TableEntity entity)
    {
        if (entity.Count > MostColumns - OwnColumns)
            yield return Reason($"it has {entity.Count} columns, of {MostColumns - OwnColumns}.");
        if (SizeOf(entity) is > MostBytes and var bytes)
            yield return Reason($"it has {bytes} bytes, of {MostBytes}.");
        foreach (var (name, value) in entity)
        {
            if (ReasonOf(value) is { } reason)
                yield return $"{name} {reason}";
        }
    }

    private static string? ReasonOf(object? value) => value switch
    {
        string { Length: > MostUnits } text => Reason($"has {text.Length} characters, of {MostUnits}."),
        string text when !IsWellFormed(text) => "holds half of a surrogate pair.",
        double number when !double.IsFinite(number) => "is no number.",
        DateTimeOffset time when time < First => "is before 1601.",
        _ => null,
    };

    private static bool IsWellFormed(string text)
    {
        if (!text.AsSpan().ContainsAnyInRange('\uD800', '\uDFFF'))
            return true;
        for (var i = 0; i < text.Length; i++)
        {
            if (char.IsSurrogate(text[i]) && !(i + 1 < text.Length && char.IsSurrogatePair(text[i], text[++i])))
                return false;
        }

        return true;
    }

    private static string Reason(FormattableString reason) => reason.ToString(CultureInfo.InvariantCulture);
}
