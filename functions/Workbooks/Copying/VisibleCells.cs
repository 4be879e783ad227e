using System.Collections.Frozen;
using System.Globalization;
using System.Xml;
using KawasakiServerless.Workbooks.Annotating;
using KawasakiServerless.Workbooks.Spreadsheets;

namespace KawasakiServerless.Workbooks.Copying;

/// <summary>
/// Copies a sheet with its values and formatting, but without formulas and without content that no visible cell shows: that of hidden rows
/// and columns, that of cells covered by a merged range, and that which a number format displays as nothing, such as ;;;. Content that the
/// format of its cell hides behind another text, such as 非公開 or 10未満, is replaced by that text. Content to the right of the columns that
/// are read is also left out, because it is not known whether it is visible.
/// </summary>
internal sealed class VisibleCells(Package package, Sheet sheet, UsedTexts texts, UsedStyles styles)
{
    // The elements that are copied, with the copied attributes of each; TextParts lists the elements within texts.
    private static readonly FrozenDictionary<string, string[]> Wanted = new Dictionary<string, string[]>(
        TextParts.Wanted, StringComparer.Ordinal)
    {
        ["worksheet"] = [],
        ["sheetViews"] = [],
        ["sheetView"] = ["showGridLines", "showZeros", "rightToLeft", "zoomScale", "workbookViewId"],
        ["pane"] = ["xSplit", "ySplit", "topLeftCell", "activePane", "state"],
        ["sheetFormatPr"] = ["baseColWidth", "defaultColWidth", "defaultRowHeight", "customHeight", "zeroHeight"],
        ["cols"] = [],
        ["col"] = ["min", "max", "width", "style", "hidden", "bestFit", "customWidth"],
        ["sheetData"] = [],
        ["row"] = ["s", "customFormat", "ht", "hidden", "customHeight"],
        ["c"] = ["s", "t"],
        ["v"] = [],
        ["is"] = [],
        ["mergeCells"] = ["count"],
        ["mergeCell"] = ["ref"],
        ["pageMargins"] = ["left", "right", "top", "bottom", "header", "footer"],
        ["pageSetup"] = ["paperSize", "scale", "fitToWidth", "fitToHeight", "orientation"],
    }.ToFrozenDictionary(StringComparer.Ordinal);

    private int row, column;
    private bool isShared;

    public void Write(string path, Stream target)
    {
        using var reader = package.Open(path);
        using var writer = XmlWriter.Create(target, EditedPackage.AsItWas);
        var part = new CopiedPart(reader, writer, package.Budget);
        part.Run(() => Take(part));
    }

    private void Take(CopiedPart part)
    {
        var name = part.Reader.LocalName;
        if (!Wanted.TryGetValue(name, out var attributes) || IsOfAnotherWindow(part.Reader))
            part.Skip();
        else if (name == "row")
            TakeRow(part, attributes);
        else if (name == "c")
            TakeCell(part, attributes);
        else
            part.Copy(attributes.Contains);
        if (name == "v" && isShared)
            texts.Use(part.Text);
    }

    private void TakeRow(CopiedPart part, string[] attributes)
    {
        (row, column) = (NumberOf(part.Reader) ?? row + 1, 0);
        part.Copy(attributes.Contains, row.ToString(CultureInfo.InvariantCulture));
    }

    private void TakeCell(CopiedPart part, string[] attributes)
    {
        column = CellAddress.TryParse(part.Reader.GetAttribute("r"), out var at) ? at.Column : column + 1;
        isShared = part.Reader.GetAttribute("t") == "s";
        var address = new CellAddress(row, column);
        if (sheet.Hidden.Rows.Contains(row) || sheet.Hidden.HasColumn(column))
            part.Skip();
        else if (sheet.At(address).Kind == CellKind.Blank)
            part.CopyEmpty(name => name == "s", address.ToString());
        else
            CopyCell(part, attributes, address);
    }

    private void CopyCell(CopiedPart part, string[] attributes, CellAddress address)
    {
        styles.Use(part.Reader.GetAttribute("s"));
        if (sheet.At(address).IsInsteadOfText || MaskedNumber.Is(sheet.At(address)))
            part.CopyAsText(sheet.At(address).Text, address.ToString());
        else
            part.Copy(attributes.Contains, address.ToString());
    }

    // Whether the element is the sheet view of a second window. Such views are not copied, because the copy defines only one window.
    private static bool IsOfAnotherWindow(XmlReader reader) =>
        reader.LocalName == "sheetView" && reader.GetAttribute("workbookViewId") != "0";

    private static int? NumberOf(XmlReader row) =>
        int.TryParse(row.GetAttribute("r"), NumberStyles.None, CultureInfo.InvariantCulture, out var number)
            && number is >= 1 and <= CellAddress.LastRow
            ? number
            : null;
}
