using System.Xml.Linq;

namespace KawasakiServerless.Workbooks.Annotating;

/// <summary>
/// The XML namespaces of a workbook. The Office Open XML standard has two sets of them: transitional (the usual one) and strict.
/// </summary>
internal sealed record Dialect(XNamespace Main, XNamespace Relationships)
{
    private static readonly Dialect Usual = new(Xml.Main, Xml.Relationships);

    private static readonly Dialect Strict =
        new("http://purl.oclc.org/ooxml/spreadsheetml/main", "http://purl.oclc.org/ooxml/officeDocument/relationships");

    public static Dialect Of(XElement root) =>
        root.Name.Namespace == Usual.Main ? Usual
        : root.Name.Namespace == Strict.Main ? Strict
        : throw new InvalidDataException("The workbook is written in an unknown dialect.");

    public XName Name(string element) => Main + element;

    public string TypeOf(string relation) => $"{Relationships}/{relation}";

    /// <summary>Renames the elements from the transitional namespace to the main namespace of this dialect.</summary>
    public XElement Translate(XElement element)
    {
        if (this != Usual)
        {
            foreach (var each in element.DescendantsAndSelf().Where(e => e.Name.Namespace == Usual.Main))
                each.Name = Main + each.Name.LocalName;
        }

        return element;
    }
}

internal static class LocalNames
{
    /// <summary>Selects child elements by local name and ignores the namespace, as the code that reads workbooks does.</summary>
    public static IEnumerable<XElement> Called(this XContainer parent, string name) =>
        parent.Elements().Where(e => e.Name.LocalName == name);

    public static XElement? FirstCalled(this XContainer parent, string name) => parent.Called(name).FirstOrDefault();

    /// <summary>
    /// Removes elements in one pass. Calling <see cref="XNode.Remove"/> for each would search the list from its beginning every time.
    /// </summary>
    public static void RemoveAll(this XContainer parent, Predicate<XElement> isGone)
    {
        var (nodes, count) = (new List<object>(), 0);
        foreach (var node in parent.Nodes())
        {
            count++;
            if (node is not XElement element || !isGone(element))
                nodes.Add(node);
        }

        if (nodes.Count < count)
            parent.ReplaceNodes([.. nodes]);
    }
}
