using System.Xml;
using KawasakiServerless.Workbooks.Annotating;
using KawasakiServerless.Workbooks.Spreadsheets;

namespace KawasakiServerless.Workbooks.Copying;

/// <summary>
/// Copies the styles part of a workbook. Leaves out extensions: the elements extLst and all elements outside the namespaces of
/// SpreadsheetML.
/// </summary>
internal static class CopiedStyles
{
    /// <param name="package">The workbook.</param>
    /// <param name="path">Path of the styles part; null when the workbook has none.</param>
    /// <param name="target">The styles part of the copy.</param>
    public static void Write(Package package, string? path, Stream target)
    {
        using var reader = path is null ? null : package.TryOpen(path);
        using var writer = XmlWriter.Create(target, EditedPackage.AsItWas);
        if (reader is null)
        {
            writer.WriteStartElement("styleSheet", Xml.Main.NamespaceName);
            return;
        }

        var part = new CopiedPart(reader, writer, package.Budget);
        part.Run(() =>
        {
            // Elements of SpreadsheetML are copied, whether in the transitional or in the strict namespace. Elements in other namespaces
            // are skipped, and extension lists (extLst), which contain such elements.
            if (reader.LocalName == "extLst" || !IsOfSpreadsheets(reader.NamespaceURI))
                part.Skip();
            else
                part.Copy(_ => true);
        });
    }

    private static bool IsOfSpreadsheets(string space) =>
        space.EndsWith("/spreadsheetml/2006/main", StringComparison.Ordinal)
            || space.EndsWith("/spreadsheetml/main", StringComparison.Ordinal);
}
