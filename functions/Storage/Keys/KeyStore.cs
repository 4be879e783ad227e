using System.Xml.Linq;

namespace KawasakiServerless.Storage.Keys;

/// <summary>
/// Stores the ASP.NET Core Data Protection keys, which protect cookies and form tokens, one blob each. If two instances create a key at the
/// same time, both keys are stored, and a reader never sees a partially written key. Synchronous, because the
/// Data Protection interface that calls it is.
/// </summary>
public sealed class KeyStore(CityStorage storage)
{
    private const string Extension = ".xml";

    /// <exception cref="StorageException">Storage failed.</exception>
    public IReadOnlyCollection<XElement> ReadAll() => [.. storage.Keys.ReadAll(Extension).Select(Parse)];

    /// <param name="key">The key; it is never changed after it was stored.</param>
    /// <param name="name">The name of the key, of letters, digits and hyphens; no other key has it.</param>
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
