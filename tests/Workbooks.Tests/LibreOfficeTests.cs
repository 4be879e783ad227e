using System.IO.Compression;
using System.Xml.Linq;

namespace KawasakiServerless.Workbooks.Tests;

/// <summary>
/// When LibreOffice saves a workbook made from the template (Fixtures/make.py), the workbook keeps its aids for filling it in, such as
/// drop-down lists and input hints.
/// </summary>
public sealed class LibreOfficeTests
{
    private static readonly XNamespace Main = "http://schemas.openxmlformats.org/spreadsheetml/2006/main";

    [Theory]
    [InlineData("takatsu")]
    [InlineData("kenkofukushi")]
    public void DropDownListsAndInputHintsSurviveSavingByLibreOffice(string department)
    {
        var (ours, saved) = (Validations(Some.Sample(department)), Validations(Saved(department)));

        Assert.NotEmpty(ours);
        Assert.Equal(ours.Count(IsList), saved.Count(IsList));
        Assert.Superset(Prompts(ours), Prompts(saved));
    }

    [Theory]
    [InlineData("takatsu")]
    [InlineData("kenkofukushi")]
    public void FillsAndWrappedTextSurviveSavingByLibreOffice(string department)
    {
        var (ours, saved) = (Part(Some.Sample(department), "xl/styles.xml"), Part(Saved(department), "xl/styles.xml"));

        Assert.Superset(Fills(ours), Fills(saved));
        Assert.Contains(saved.Descendants(Main + "alignment"), a => a.Attribute("wrapText")?.Value is "true" or "1");
    }

    [Theory]
    [InlineData("takatsu")]
    [InlineData("byoin")]
    public void DropDownListsHintsAndFillsSurviveWhenLibreOfficeFillsInATemplate(string department)
    {
        var (template, filled) = (Some.Template(department), Some.Fixture($"filled/libreoffice-{department}.xlsx"));

        Assert.Equal(Validations(template).Count(IsList), Validations(filled).Count(IsList));
        Assert.Superset(Prompts(Validations(template)), Prompts(Validations(filled)));
        Assert.Superset(Fills(Part(template, "xl/styles.xml")), Fills(Part(filled, "xl/styles.xml")));
    }

    [Theory]
    [InlineData("takatsu")]
    [InlineData("kenkofukushi")]
    public void ColumnsStayWideEnoughAfterSavingByLibreOffice(string department)
    {
        // A column's width counts characters of the default font. With another font, the number for the same width is different.
        var (before, after) = (Sheets(Some.Sample(department)), Sheets(Saved(department)));
        Assert.Equal(before.Count, after.Count);
        foreach (var (ours, saved) in before.Zip(after))
        {
            Assert.NotEmpty(Widths(ours));
            Assert.InRange(Widths(saved).Count, Widths(ours).Count, int.MaxValue);
            Assert.All(Widths(ours).Zip(Widths(saved)), pair => Assert.InRange(pair.Second, pair.First, pair.First * 1.2));
        }
    }

    [Theory]
    [InlineData("takatsu")]
    [InlineData("kenkofukushi")]
    public void EveryCellWithWrappedTextStillWrapsAfterSavingByLibreOffice(string department)
    {
        var (ours, saved) = (Wrapped(Some.Sample(department)), Wrapped(Saved(department)));

        Assert.NotEmpty(ours);
        Assert.Superset(ours, saved);
    }

    [Theory]
    [InlineData("takatsu")]
    [InlineData("kenkofukushi")]
    public void SheetsSavedByLibreOfficeArePrintedOnA4LandscapeWithTheHeaderOnEachPage(string department)
    {
        var (ours, saved) = (Some.Sample(department), Saved(department));

        var printed = Sheets(ours).Index().Where(s => IsLandscape(s.Item)).Select(s => s.Index).ToList();
        Assert.NotEmpty(printed);
        Assert.Equal(Sheets(ours).Count, Sheets(saved).Count);
        Assert.All(printed, index => Assert.Equal(("9", "landscape", "1", "0"), Page(Sheets(saved)[index])));
        Assert.All(Sheets(saved).Where(s => s.Descendants(Main + "dataValidation").Any()), sheet =>
        {
            Assert.Contains(sheet.Descendants(Main + "pageSetUpPr"), p => IsTrue(p.Attribute("fitToPage")));
            Assert.Contains(
                Some.Department(department).Name, sheet.Descendants(Main + "oddFooter").Single().Value, StringComparison.Ordinal);
        });
        Assert.Equal(Names(ours), Names(saved));
    }

    // LibreOffice loses the frozen panes of every workbook when it converts without a window, so the converted files cannot be tested for
    // them. The test only checks that the files given to LibreOffice have them.
    [Theory]
    [InlineData("takatsu")]
    [InlineData("kenkofukushi")]
    public void TheWorkbooksGivenToLibreOfficeHaveFrozenHeaders(string department) => Assert.All(
        Sheets(Some.Sample(department)).Where(s => s.Descendants(Main + "autoFilter").Any()),
        sheet => Assert.Equal(("1", "frozen", "A2"), Pane(sheet.Descendants(Main + "pane").Single())));

    private static byte[] Saved(string department) =>
        File.ReadAllBytes(Path.Combine(AppContext.BaseDirectory, "Fixtures", $"libreoffice-{department}.xlsx"));

    private static List<XElement> Validations(byte[] workbook) =>
        [.. Parts(workbook).Where(p => p.Key.StartsWith("xl/worksheets/sheet", StringComparison.Ordinal))
            .SelectMany(p => p.Value.Descendants(Main + "dataValidation"))];

    private static bool IsList(XElement validation) => validation.Attribute("type")?.Value == "list";

    private static HashSet<string> Prompts(IEnumerable<XElement> validations) =>
        [.. validations.Select(v => v.Attribute("prompt")?.Value ?? "").Where(p => p.Length > 0)];

    private static HashSet<string> Fills(XDocument styles) =>
        [.. styles.Descendants(Main + "fgColor").Select(c => c.Attribute("rgb")?.Value ?? "").Where(c => c.Length > 0)];

    private static List<XDocument> Sheets(byte[] workbook) =>
    [
        .. Parts(workbook).Where(p => p.Key.StartsWith("xl/worksheets/sheet", StringComparison.Ordinal))
            .OrderBy(p => p.Key, StringComparer.Ordinal).Select(p => p.Value),
    ];

    // Ours are all sheets but the hidden one with the choices of the drop-down lists.
    private static bool IsLandscape(XDocument sheet) =>
        sheet.Descendants(Main + "pageSetup").Any(p => p.Attribute("orientation")?.Value == "landscape");

    private static List<double> Widths(XDocument sheet) =>
        [.. sheet.Descendants(Main + "col")
            .SelectMany(c => Enumerable.Repeat((double)c.Attribute("width")!, (int)c.Attribute("max")! - (int)c.Attribute("min")! + 1))];

    private static HashSet<string> Wrapped(byte[] workbook)
    {
        var wraps = Part(workbook, "xl/styles.xml").Root!.Element(Main + "cellXfs")!.Elements(Main + "xf")
            .Select(x => IsTrue(x.Element(Main + "alignment")?.Attribute("wrapText"))).ToList();
        return [.. Sheets(workbook).Index().SelectMany(s => s.Item.Descendants(Main + "c")
            .Where(c => c.HasElements && wraps[(int?)c.Attribute("s") ?? 0]), (s, c) => $"{s.Index} {c.Attribute("r")!.Value}")];
    }

    private static (string?, string?, string?, string?) Page(XDocument sheet)
    {
        var page = sheet.Descendants(Main + "pageSetup").Single();
        return (page.Attribute("paperSize")?.Value, page.Attribute("orientation")?.Value, page.Attribute("fitToWidth")?.Value,
            page.Attribute("fitToHeight")?.Value);
    }

    private static (string?, string?, string?) Pane(XElement pane) =>
        (pane.Attribute("ySplit")?.Value, pane.Attribute("state")?.Value, pane.Attribute("topLeftCell")?.Value);

    private static HashSet<string> Names(byte[] workbook) =>
        [.. Part(workbook, "xl/workbook.xml").Descendants(Main + "definedName")
            .Select(n => $"{n.Attribute("name")!.Value} {n.Attribute("localSheetId")!.Value} {n.Value.Replace("'", "", StringComparison.Ordinal)}")];

    private static bool IsTrue(XAttribute? attribute) => attribute?.Value is "true" or "1";

    private static XDocument Part(byte[] workbook, string name) => Parts(workbook)[name];

    private static Dictionary<string, XDocument> Parts(byte[] workbook)
    {
        using var archive = new ZipArchive(new MemoryStream(workbook));
        return archive.Entries.Where(e => e.FullName.EndsWith(".xml", StringComparison.Ordinal))
            .ToDictionary(e => e.FullName, Load, StringComparer.Ordinal);
    }

    private static XDocument Load(ZipArchiveEntry entry)
    {
        using var stream = entry.Open();
        return XDocument.Load(stream);
    }
}
