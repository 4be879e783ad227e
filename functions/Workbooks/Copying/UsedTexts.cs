using System.Collections.Frozen;
using System.Globalization;
using System.Xml;
using KawasakiServerless.Workbooks.Annotating;
using KawasakiServerless.Workbooks.Spreadsheets;

namespace KawasakiServerless.Workbooks.Copying;

/// <summary>
/// The elements within a text that are copied (plain text, runs and their formatting), each with the attributes that are copied. Phonetic
/// guides (&lt;rPh&gt;) are not on the list, so they are dropped.
/// </summary>
internal static class TextParts
{
    public static IReadOnlyDictionary<string, string[]> Wanted { get; } = new Dictionary<string, string[]>(StringComparer.Ordinal)
    {
        ["t"] = [],
        ["r"] = [],
        ["rPr"] = [],
        ["rFont"] = ["val"],
        ["charset"] = ["val"],
        ["family"] = ["val"],
        ["b"] = ["val"],
        ["i"] = ["val"],
        ["strike"] = ["val"],
        ["color"] = ["auto", "indexed", "rgb", "theme", "tint"],
        ["sz"] = ["val"],
        ["u"] = ["val"],
        ["vertAlign"] = ["val"],
        ["scheme"] = ["val"],
    };
}

/// <summary>
/// The shared texts (sharedStrings.xml) that visible cells refer to. All other texts are replaced by empty ones and not removed, because
/// cells refer to shared texts by index.
/// </summary>
internal sealed class UsedTexts
{
    private static readonly FrozenDictionary<string, string[]> Wanted = new Dictionary<string, string[]>(
        TextParts.Wanted, StringComparer.Ordinal)
    {
        ["sst"] = [],
        ["si"] = [],
    }.ToFrozenDictionary(StringComparer.Ordinal);

    private readonly HashSet<int> used = [];

    public void Use(ReadOnlySpan<char> number)
    {
        if (int.TryParse(number, NumberStyles.AllowLeadingWhite | NumberStyles.AllowTrailingWhite, CultureInfo.InvariantCulture,
            out var text))
            used.Add(text);
    }

    /// <param name="package">The workbook.</param>
    /// <param name="path">Path of the part with the shared texts; null when the workbook has none.</param>
    /// <param name="target">The part with the shared texts in the copy.</param>
    public void Write(Package package, string? path, Stream target)
    {
        using var reader = path is null ? null : package.TryOpen(path);
        using var writer = XmlWriter.Create(target, EditedPackage.AsItWas);
        if (reader is null)
        {
            writer.WriteStartElement("sst", Xml.Main.NamespaceName);
            return;
        }

        var (part, count) = (new CopiedPart(reader, writer, package.Budget), 0);
        part.Run(() =>
        {
            if (!Wanted.TryGetValue(reader.LocalName, out var attributes))
                part.Skip();
            else if (reader.LocalName == "si" && !used.Contains(count++))
                WriteEmpty(part, writer);
            else
                part.Copy(attributes.Contains);
        });
    }

    private static void WriteEmpty(CopiedPart part, XmlWriter writer)
    {
        part.Skip();
        writer.WriteStartElement("si", Xml.Main.NamespaceName);
        writer.WriteElementString("t", Xml.Main.NamespaceName, "");
        writer.WriteEndElement();
    }
}
