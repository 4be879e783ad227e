using KawasakiServerless.Workbooks.Copying;
using KawasakiServerless.Workbooks.Tests.Annotating;

namespace KawasakiServerless.Workbooks.Tests.Copying;

/// <summary>What the format of a cell hides behind another text is not in the public copy of a workbook.</summary>
public sealed class MaskedContentTests
{
    private const string Secret = "麤澤";

    [Fact]
    public void ANumberThatItsFormatDisplaysAsAFixedTextIsCopiedAsThatText()
    {
        var sheet = CopyOf("&quot;非公開&quot;", "<c r=\"A1\" s=\"1\"><v>86420</v></c><c r=\"B1\"><v>13579</v></c>");

        Assert.DoesNotContain("86420", sheet, StringComparison.Ordinal);
        Assert.Contains("t=\"inlineStr\"><is><t>非公開</t></is></c>", sheet, StringComparison.Ordinal);
        Assert.Contains("<v>13579</v>", sheet, StringComparison.Ordinal);
    }

    [Theory]
    [InlineData("[&lt;10]&quot;10未満&quot;;0", "3", "10未満")]
    [InlineData("[&lt;10]&quot;10未満&quot;;0", "1", "10未満")]
    [InlineData("[&lt;10]&quot;1～9&quot;;0", "9", "1～9")]
    [InlineData("&quot;第2種&quot;", "86420", "第2種")]
    public void ANumberThatItsFormatHidesBehindAnotherNumberIsCopiedAsTheDisplayedText(string format, string stored, string shown)
    {
        var sheet = CopyOf(format, $"<c r=\"A1\" s=\"1\"><v>{stored}</v></c>");

        Assert.DoesNotContain($"<v>{stored}</v>", sheet, StringComparison.Ordinal);
        Assert.Contains($"<t>{shown}</t>", sheet, StringComparison.Ordinal);
    }

    [Theory]
    [InlineData("[&lt;10]&quot;10未満&quot;;0", "12")]
    [InlineData("#,##0,&quot;千&quot;", "52499")]
    [InlineData("0.0&quot;人&quot;", "45.93")]
    [InlineData("&quot;第&quot;0&quot;回&quot;", "3")]
    [InlineData("0;&quot;▲&quot;0", "-52")]
    [InlineData("0.0&quot; &quot;%", "0.459")]
    public void ANumberThatItsFormatRevealsIsCopiedAsANumber(string format, string stored) =>
        Assert.Contains($"<v>{stored}</v>", CopyOf(format, $"<c r=\"A1\" s=\"1\"><v>{stored}</v></c>"), StringComparison.Ordinal);

    [Fact]
    public void ATextThatItsFormatHidesBehindAnotherTextIsCopiedAsTheDisplayedText()
    {
        var sheet = CopyOf("0;0;0;&quot;非公開&quot;", $"<c r=\"A1\" s=\"1\" t=\"inlineStr\"><is><t>{Secret}</t></is></c>");

        Assert.DoesNotContain(Secret, sheet, StringComparison.Ordinal);
        Assert.Contains("<t>非公開</t>", sheet, StringComparison.Ordinal);
    }

    private static string CopyOf(string format, string cell)
    {
        var original = PublicCopyTests.Formatted(format).Raw("表", "", $"<sheetData><row r=\"1\">{cell}</row></sheetData>").ToBytes();
        return new Answer(Assert.IsType<byte[]>(PublicCopy.TryMake(original, CancellationToken.None))).Text("xl/worksheets/sheet1.xml");
    }
}
