using System.Collections.Concurrent;
using System.Reflection;
using System.Runtime.Serialization;

namespace KawasakiServerless.Storage.Tables;

/// <summary>Types of one's own as entities: each public property that can be read and set is a column of its name.</summary>
internal sealed class EntityMap
{
    private static readonly ConcurrentDictionary<Type, EntityMap> Maps = new();
    private readonly IReadOnlyList<(string Name, PropertyInfo Property)> columns;

    private EntityMap(Type type) =>
        columns = [.. type.GetProperties(BindingFlags.Public | BindingFlags.Instance).Where(IsColumn).Select(p => (NameOf(p), p))];

    /// <summary>What is sent: not null, not the service's own.</summary>
    public static IEnumerable<(string Name, object Value)> PropertiesOf(ITableEntity entity) =>
        from pair in entity is IDictionary<string, object> dictionary ? dictionary : Of(entity.GetType()).Read(entity)
        where pair.Value is not null && !Names.IsOfTheService(pair.Key)
        select (pair.Key, pair.Value);

    public static T To<T>(TableEntity entity)
        where T : class, ITableEntity
        => entity as T ?? Of(typeof(T)).Fill(Activator.CreateInstance<T>(), entity);

    private static EntityMap Of(Type type) => Maps.GetOrAdd(type, t => new EntityMap(t));

    private static bool IsColumn(PropertyInfo property) =>
        property is { GetMethod.IsPublic: true, SetMethod: not null, Name: not nameof(ITableEntity.ETag) }
        && property.GetIndexParameters().Length == 0
        && property.GetCustomAttribute<IgnoreDataMemberAttribute>() is null;

    private static string NameOf(PropertyInfo property) => property.GetCustomAttribute<DataMemberAttribute>()?.Name ?? property.Name;

    private IEnumerable<KeyValuePair<string, object>> Read(object entity) =>
        columns.Select(c => KeyValuePair.Create(c.Name, c.Property.GetValue(entity)!));

    private T Fill<T>(T target, TableEntity entity)
        where T : ITableEntity
    {
        foreach (var (name, property) in columns)
        {
            if (entity[name] is { } value)
                property.SetValue(target, ColumnValue.As(property.PropertyType, value));
        }

        target.ETag = entity.ETag;
        return target;
    }
}
