using System.Globalization;

namespace KawasakiServerless.Storage.Tables;

internal static class ColumnValue
{
    /// <summary>The stored value as the property's type.</summary>
    /// <exception cref="InvalidCastException">The column holds something else.</exception>
    public static object As(Type type, object value)
    {
        var wanted = Nullable.GetUnderlyingType(type) ?? type;
        return (value, wanted) switch
        {
            _ when wanted.IsInstanceOfType(value) => value,
            (DateTimeOffset time, _) when wanted == typeof(DateTime) => time.UtcDateTime,
            (byte[] bytes, _) when wanted == typeof(BinaryData) => new BinaryData(bytes),
            (string name, { IsEnum: true }) => Enum.Parse(wanted, name),
            (int or long or double, { IsPrimitive: true }) => Convert.ChangeType(value, wanted, CultureInfo.InvariantCulture),
            _ => throw new InvalidCastException($"A {value.GetType()} in the table does not fit a property of type {type}."),
        };
    }
}
