using DocumentFormat.OpenXml;
using DocumentFormat.OpenXml.Packaging;
using DocumentFormat.OpenXml.Validation;

namespace KawasakiServerless.Workbooks.Tests.Writing;

public sealed class TemplateValidityTests
{
    [Theory]
    [InlineData("kenkofukushi")]
    [InlineData("takatsu")]
    [InlineData("zaisei")]
    public void ATemplateIsValidOpenXml(string department)
    {
        using var document = SpreadsheetDocument.Open(new MemoryStream(Some.Template(department)), isEditable: false);
        Assert.Empty(
            new OpenXmlValidator(FileFormatVersions.Office2013).Validate(document).Select(e => $"{e.Path?.XPath} {e.Description}"));
    }
}
