using System.Xml.Linq;

namespace KawasakiServerless.Storage.Keys;

/// <summary>
/// The keys with which the app protects cookies and forms, a blob each: two instances that make a key at once keep both, and whoever reads
/// finds a key whole or not at all. The caller is synchronous, so this is too.
/// </summary>
public sealed class KeyStore(CityStorage storage)
{
    private const string Extension = ".xml";

    /// <exception cref="StorageException">Storage failed.</exception>
    public IReadOnlyCollection<XElement> ReadAll() => [.. storage.Keys.ReadAll(Extension).Select(Parse)];

    /// <param name="key">Never changed afterwards.</param>
    /// <param name="name">Unique among keys; letters, digits and hyphens.</param>
    /// <exception cref="StorageException">Storage failed.</exception>
    public void Add(XElement key, string name) =>
        storage.Keys.Put(name + Extension,
            new(BinaryData.FromString(key.ToString(SaveOptions.DisableFormatting)).ToMemory()) { ContentType = "application/xml" });

    private static XElement Parse(BinaryData blob)
    {
        using var xml = blob.ToStream();
        return XElement.Load(xml);
    }
}
