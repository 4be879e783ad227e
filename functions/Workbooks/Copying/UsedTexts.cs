using System.Collections.Frozen;
using System.Globalization;
using System.Xml;
using KawasakiServerless.Workbooks.Annotating;
using KawasakiServerless.Workbooks.Spreadsheets;

namespace KawasakiServerless.Workbooks.Copying;

/// <summary>The elements of a cell's text that are copied: its runs and their formatting. Phonetic guides (rPh) are dropped.</summary>
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

/// <summary>The shared texts that visible cells reference. All others are emptied but keep their index.</summary>
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
    /// <param name="path">Path of its shared texts; null when it has none.</param>
    /// <param name="target">The part of the copy.</param>
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
