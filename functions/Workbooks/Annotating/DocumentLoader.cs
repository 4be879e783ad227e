using System.Xml;
using System.Xml.Linq;
using KawasakiServerless.Workbooks.Budgets;
using KawasakiServerless.Workbooks.Spreadsheets;

namespace KawasakiServerless.Workbooks.Annotating;

/// <summary>
/// Loads an XML part like <see cref="XDocument.Load(XmlReader, LoadOptions)"/> with white space preserved, and charges its nodes to the
/// budget.
/// </summary>
/// <param name="names">The names of elements and attributes in all parts loaded so far. Each new name is charged to the budget.</param>
internal sealed class DocumentLoader(XmlReader reader, HashSet<string> names, Budget budget)
{
    // The maximum number of attributes of one element. XElement scans the existing attributes whenever one is added, so the time to load an
    // element is quadratic in that number.
    private const int MostAttributes = 1_000;

    // The maximum number of namespace declarations on an element and its ancestors. The time that XElement takes to write an element is
    // quadratic in that number.
    private const int MostNamespaces = 100;

    private readonly XDocument document = new();
    private int namespaces;

    public XDocument Load()
    {
        XContainer parent = document;
        while (reader.Step(budget))
            parent = Take(parent);
        return document;
    }

    private XContainer Take(XContainer parent)
    {
        switch (reader.NodeType)
        {
            case XmlNodeType.Element:
                return Begin(parent);
            case XmlNodeType.EndElement:
                return End((XElement)parent);
            case XmlNodeType.XmlDeclaration:
                document.Declaration = new(
                    reader.GetAttribute("version"), reader.GetAttribute("encoding"), reader.GetAttribute("standalone"));
                return parent;
            default:
                AddContent(parent);
                return parent;
        }
    }

    private XContainer Begin(XContainer parent)
    {
        var isEmpty = reader.IsEmptyElement;
        Spend(0);
        var element = new XElement(XNamespace.Get(reader.NamespaceURI) + reader.LocalName, Attributes());
        parent.Add(element);
        namespaces += Declared(element);
        if (namespaces > MostNamespaces)
            throw new InvalidDataException("The workbook declares too many namespaces.");
        if (isEmpty)
            namespaces -= Declared(element);
        return isEmpty ? parent : element;
    }

    private XContainer End(XElement element)
    {
        // Adds an empty text, so that an element read as <a></a> is not written as <a/>.
        if (element.IsEmpty)
            element.Add("");
        namespaces -= Declared(element);
        return element.Parent ?? (XContainer)document;
    }

    private XAttribute[] Attributes()
    {
        if (reader.AttributeCount > MostAttributes)
            throw new InvalidDataException("An element of the workbook has too many attributes.");
        var attributes = new XAttribute[reader.AttributeCount];
        for (var i = 0; reader.MoveToNextAttribute(); i++)
        {
            Spend(reader.Value.Length);
            attributes[i] = new(XNamespace.Get(reader.Prefix.Length == 0 ? "" : reader.NamespaceURI) + reader.LocalName, reader.Value);
        }

        reader.MoveToElement();
        return attributes;
    }

    private static int Declared(XElement element) => element.Attributes().Count(a => a.IsNamespaceDeclaration);

    private void AddContent(XContainer parent)
    {
        budget.SpendDocumentNode(reader.Value.Length);
        parent.Add(reader.NodeType switch
        {
            XmlNodeType.CDATA => new XCData(reader.Value),
            XmlNodeType.Comment => new XComment(reader.Value),
            XmlNodeType.ProcessingInstruction => new XProcessingInstruction(reader.Name, reader.Value),
            _ => reader.Value,
        });
    }

    private void Spend(int length)
    {
        budget.SpendDocumentNode(length);
        if (names.Add(reader.LocalName))
            budget.SpendDocumentName();
    }
}
