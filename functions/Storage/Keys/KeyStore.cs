using System.Xml.Linq;

namespace KawasakiServerless.Storage.Keys;

/// <summary>
/// The keys with which the app protects cookies and forms, one blob each. If two instances create a key at the same time, both keys are
/// kept, and a reader never sees a partially written key. Synchronous, because the calling interface is.
/// </summary>
public sealed class KeyStore(CityStorage storage)
{
    private const string Extension = ".xml";

    /// <exception cref="StorageException">Storage failed.</exception>
    public IReadOnlyCollection<XElement> ReadAll() => [.. storage.Keys.ReadAll(Extension).Select(Parse)];

    /// <param name="key">The key; it never changes afterwards.</param>
    /// <param name="name">A name that is unique among the keys, of letters, digits and hyphens.</param>
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
