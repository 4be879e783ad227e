using System.IO.Compression;
using System.Xml.Linq;

namespace KawasakiServerless.Workbooks.Tests;

/// <summary>A template that LibreOffice has saved (Fixtures/make.py) still helps those who fill it in.</summary>
public sealed class LibreOfficeTests
{
    private static readonly XNamespace Main = "http://schemas.openxmlformats.org/spreadsheetml/2006/main";

    [Theory]
    [InlineData("takatsu")]
    [InlineData("kenkofukushi")]
    public void ItsDropDownsAndHintsSurvive(string department)
    {
        var (ours, saved) = (Validations(Some.Sample(department)), Validations(Saved(department)));

        Assert.NotEmpty(ours);
        Assert.Equal(ours.Count(IsList), saved.Count(IsList));
        Assert.Superset(Prompts(ours), Prompts(saved));
    }

    [Theory]
    [InlineData("takatsu")]
    [InlineData("kenkofukushi")]
    public void ItsFillsAndWrappedTextSurvive(string department)
    {
        var (ours, saved) = (Part(Some.Sample(department), "xl/styles.xml"), Part(Saved(department), "xl/styles.xml"));

        Assert.Superset(Fills(ours), Fills(saved));
        Assert.Contains(saved.Descendants(Main + "alignment"), a => a.Attribute("wrapText")?.Value is "true" or "1");
    }

    [Theory]
    [InlineData("takatsu")]
    [InlineData("byoin")]
    public void WhereItWasFilledInAllOfThemSurvive(string department)
    {
        var (template, filled) = (Some.Template(department), Some.Fixture($"filled/libreoffice-{department}.xlsx"));

        Assert.Equal(Validations(template).Count(IsList), Validations(filled).Count(IsList));
        Assert.Superset(Prompts(Validations(template)), Prompts(Validations(filled)));
        Assert.Superset(Fills(Part(template, "xl/styles.xml")), Fills(Part(filled, "xl/styles.xml")));
    }

    private static byte[] Saved(string department) =>
        File.ReadAllBytes(Path.Combine(AppContext.BaseDirectory, "Fixtures", $"libreoffice-{department}.xlsx"));

    private static List<XElement> Validations(byte[] workbook) =>
        [.. Parts(workbook).Where(p => p.Key.StartsWith("xl/worksheets/sheet", StringComparison.Ordinal)).SelectMany(p => p.Value.Descendants(Main + "dataValidation"))];

    private static bool IsList(XElement validation) => validation.Attribute("type")?.Value == "list";

    private static HashSet<string> Prompts(IEnumerable<XElement> validations) =>
        [.. validations.Select(v => v.Attribute("prompt")?.Value ?? "").Where(p => p.Length > 0)];

    private static HashSet<string> Fills(XDocument styles) =>
        [.. styles.Descendants(Main + "fgColor").Select(c => c.Attribute("rgb")?.Value ?? "").Where(c => c.Length > 0)];

    private static XDocument Part(byte[] workbook, string name) => Parts(workbook)[name];

    private static Dictionary<string, XDocument> Parts(byte[] workbook)
    {
        using var archive = new ZipArchive(new MemoryStream(workbook));
        return archive.Entries.Where(e => e.FullName.EndsWith(".xml", StringComparison.Ordinal)).ToDictionary(e => e.FullName, Load, StringComparer.Ordinal);
    }

    private static XDocument Load(ZipArchiveEntry entry)
    {
        using var stream = entry.Open();
        return XDocument.Load(stream);
    }
}
