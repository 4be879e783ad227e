using System.Globalization;
using System.Xml.Linq;

namespace KawasakiServerless.Workbooks.Annotating;

/// <summary>
/// The lists in a workbook's styles part (fonts, fills, cellXfs). Each list is read only once, and created if it is missing.
/// </summary>
internal sealed class StyleSections
{
    private static readonly string[] InOrder =
        ["numFmts", "fonts", "fills", "borders", "cellStyleXfs", "cellXfs", "cellStyles", "dxfs", "tableStyles", "colors", "extLst"];

    private readonly XElement root;
    private readonly Dialect dialect;
    private readonly Dictionary<string, Section> sections = new(StringComparer.Ordinal);

    public StyleSections(XElement root, Dialect dialect)
    {
        (this.root, this.dialect) = (root, dialect);
        if (root.Name.Namespace != dialect.Main)
            throw new InvalidDataException("The workbook's styles are written in another dialect.");
    }

    public IReadOnlyList<XElement> this[string name] => Of(name).Items;

    /// <returns>The index of the element in the section.</returns>
    public int Add(string name, XElement element)
    {
        var (section, items) = Of(name);
        section.Add(element);
        items.Add(element);
        section.SetAttributeValue("count", items.Count.ToString(CultureInfo.InvariantCulture));
        return items.Count - 1;
    }

    private Section Of(string name)
    {
        if (!sections.TryGetValue(name, out var section))
        {
            var element = root.FirstCalled(name) ?? Begin(name);
            sections[name] = section = new(element, [.. element.Elements()]);
        }

        return section;
    }

    private XElement Begin(string name)
    {
        var section = new XElement(dialect.Name(name));
        var before = root.Elements()
            .LastOrDefault(e => Array.IndexOf(InOrder, e.Name.LocalName) is >= 0 and var at && at < Array.IndexOf(InOrder, name));
        if (before is null)
            root.AddFirst(section);
        else
            before.AddAfterSelf(section);
        return section;
    }

    private sealed record Section(XElement Element, List<XElement> Items);
}
