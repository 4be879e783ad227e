using System.Text;
using KawasakiServerless.Domain;

namespace KawasakiServerless.Workbooks.Tests.Annotating;

/// <summary>The answer to a workbook that the department changed after an earlier answer, or that another program wrote.</summary>
public sealed class AnsweredAgainTests
{
    [Theory]
    [InlineData("xlMacrosheet")]
    [InlineData("xlIntlMacrosheet")]
    public void TheAnswerToAWorkbookWithExcel4MacrosIsTheListOfFindingsAlone(string type)
    {
        const string relations = "xl/_rels/workbook.xml.rels", sheet = "xl/macrosheets/sheet1.xml";
        var parts = Answer.PartsOf(First());
        parts[relations] = Encoding.UTF8.GetBytes(Encoding.UTF8.GetString(parts[relations]).Replace(
            "</Relationships>",
            $"<Relationship Id=\"m\" Type=\"http://schemas.microsoft.com/office/2006/relationships/{type}\" Target=\"macrosheets/sheet1.xml\"/></Relationships>",
            StringComparison.Ordinal));
        parts[sheet] = "<macrosheet/>"u8.ToArray();

        var answer = Answer.To(TestBook.Zip(parts.Select(p => (p.Key, p.Value))), At("A2"));

        Assert.Equal("指摘一覧", Assert.Single(answer.SheetNames));
        Assert.Equal(0, answer.PartCount(sheet));
    }

    private static byte[] First() => Answer.To(
        TestBook.Of("zaisei", "課題", ["視点", "施策", "課題と今後の方向性"], [9, "その他", "文"]).ToBytes(), At("A2")).Bytes;

    private static Problem At(string cell) => new("x", Severity.Error, "課題", cell, null, "何かが違います。", "直してください。例：1");
}
