using System.Text;
using System.Text.RegularExpressions;
using KawasakiServerless.Domain;
using KawasakiServerless.Workbooks.Annotating;

namespace KawasakiServerless.Workbooks.Tests.Annotating;

/// <summary>
/// A damaged workbook gets an answer too: the copy with its problems marked or, if that is impossible, the list of findings alone.
/// </summary>
public sealed class DamagedAnswerTests
{
    private static readonly Problem[] Problems =
    [
        new("x", Severity.Error, "課題", "A2, C9", null, "何かが違います。", "直してください。例：1"),
        new("x", Severity.Info, "別の表", "A1", null, "何かが違います。", "直してください。例：1"),
    ];

    [Fact]
    public void AWorkbookWithADamagedPartGetsAnAnswer()
    {
        var (random, parts) = (new Random(4), Answer.PartsOf(Some.Fixture("openpyxl-rich.xlsx")));
        for (var i = 0; i < 400; i++)
        {
            var path = parts.Keys.ElementAt(random.Next(parts.Count));
            var damaged = parts.ToDictionary(p => p.Key, p => p.Value);
            damaged[path] = Damaged(damaged[path], random);
            Assert.NotEmpty(new Answer(AnnotatedWorkbook.Write(TestBook.Zip(damaged.Select(p => (p.Key, p.Value))), Problems)).SheetNames);
        }
    }

    private static byte[] Damaged(byte[] part, Random random)
    {
        var text = Encoding.Latin1.GetString(part);
        var at = random.Next(text.Length);
        return Encoding.Latin1.GetBytes(random.Next(4) switch
        {
            0 => text[..at],
            1 => text.Remove(at, Math.Min(random.Next(40), text.Length - at)),
            2 => Regex.Replace(text, "=\"[^\"]*\"", m => random.Next(5) == 0 ? "=\"99999999999\"" : m.Value),
            _ => Regex.Replace(text, "<([a-zA-Z]+) [^>]*/>", m => random.Next(5) == 0 ? "" : m.Value),
        });
    }
}
