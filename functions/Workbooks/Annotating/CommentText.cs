using System.Xml.Linq;
using KawasakiServerless.Domain;
using static KawasakiServerless.Packing.Xml;

namespace KawasakiServerless.Workbooks.Annotating;

/// <summary>Writes the comment of a cell: the message and the remedy of each of its problems.</summary>
internal static class CommentText
{
    private const int LongestLine = 2_000;

    // Excel displays at most this many characters of a comment, so the problems that do not fit are omitted.
    private const int Longest = 32_767;

    /// <param name="before">Text to insert before the first problem.</param>
    public static IEnumerable<XElement> Runs(CellMark mark, string before)
    {
        var length = 0;
        foreach (var (index, problem) in mark.Problems.Index())
        {
            var title = $"{(index == 0 ? before : "\n\n")}【{problem.Severity.Label()}】{Cut(problem.Message)}\n";
            var remedy = Cut(string.Join('\n', problem.RemedyLines()));
            length += title.Length + remedy.Length;
            if (length > Longest)
                yield break;
            yield return Run(title, Element("b"));
            yield return Run(remedy, bold: null);
        }
    }

    private static XElement Run(string text, XElement? bold) => Element(
        "r",
        Element(
            "rPr",
            bold,
            Element("sz", Attribute("val", 10)),
            Element("color", Attribute("rgb", "FF1F2933")),
            Element("rFont", Attribute("val", "游ゴシック")),
            Element("family", Attribute("val", 3)),
            Element("charset", Attribute("val", 128))),
        Element("t", new XAttribute(XNamespace.Xml + "space", "preserve"), Escapes.Encode(text)));

    private static string Cut(string text) =>
        PlainText.Of(text) is { Length: > LongestLine } plain ? plain[..LongestLine] + "…" : PlainText.Of(text);
}
