using System.Text.RegularExpressions;
using Markdig;
using Markdig.Extensions.Tables;
using Markdig.Renderers;
using Markdig.Renderers.Html;
using Markdig.Syntax;

namespace KawasakiServerless.Site.Content;

/// <summary>Renders parsed Markdown to HTML, with tables in the markup that the site's style sheet expects, or to plain text.</summary>
internal static partial class MarkdownHtml
{
    public const string CaptionKey = "caption";

    public static string Of(Block block, MarkdownPipeline pipeline)
    {
        if (block is ParagraphBlock && English().IsMatch(PlainText(block)))
            block.GetAttributes().AddProperty("lang", "en");
        using var text = new StringWriter { NewLine = "\n" };
        var renderer = new HtmlRenderer(text);
        pipeline.Setup(renderer);
        renderer.ObjectRenderers.ReplaceOrAdd<HtmlTableRenderer>(new CardTables());
        renderer.Render(block);
        return text.ToString();
    }

    public static string PlainText(Block block)
    {
        using var text = new StringWriter { NewLine = "\n" };
        var renderer = new HtmlRenderer(text) { EnableHtmlForBlock = false, EnableHtmlForInline = false, EnableHtmlEscape = false };
        renderer.Render(block);
        return text.ToString().Trim();
    }

    // A paragraph of words without any Japanese character. Pages are in Japanese, so screen readers pronounce such a paragraph correctly
    // only if it is marked as English.
    [GeneratedRegex(@"^(?=.*[a-z]{2} [a-z]{2})[\x20-\x7E\s’–]+$", RegexOptions.CultureInvariant | RegexOptions.Singleline)]
    private static partial Regex English();

    /// <summary>
    /// Writes tables that the style sheet shows as a card per row on narrow screens. The first cell of a row becomes the heading of the
    /// card; each of the other cells repeats the heading of its column in data-label.
    /// </summary>
    private sealed class CardTables : HtmlObjectRenderer<Table>
    {
        protected override void Write(HtmlRenderer renderer, Table obj)
        {
            renderer.EnsureLine();
            renderer.Write("<table class=\"cards\">");
            if (obj.GetData(CaptionKey) is string { Length: > 0 } caption)
                renderer.Write("<caption>").WriteEscape(caption).Write("</caption>");
            var rows = obj.OfType<TableRow>().ToList();
            var head = rows.FirstOrDefault(r => r.IsHeader)?.OfType<TableCell>().ToList() ?? [];
            renderer.Write("<thead><tr>");
            foreach (var cell in head)
                WriteCell(renderer, cell, "<th scope=\"col\">", "</th>");
            renderer.Write("</tr></thead>\n<tbody>");
            foreach (var row in rows.Where(r => !r.IsHeader))
                WriteRow(renderer, row, head);
            renderer.WriteLine("</tbody></table>");
        }

        private static void WriteRow(HtmlRenderer renderer, TableRow row, List<TableCell> head)
        {
            renderer.Write("<tr>");
            foreach (var (i, cell) in row.OfType<TableCell>().Index())
            {
                if (i == 0)
                    WriteCell(renderer, cell, "<th scope=\"row\">", "</th>");
                else
                    WriteCell(renderer.Write("<td data-label=\"").WriteEscape(i < head.Count ? PlainText(head[i]) : "").Write("\">"),
                        cell, "", "</td>");
            }

            renderer.WriteLine("</tr>");
        }

        private static void WriteCell(HtmlRenderer renderer, TableCell cell, string begin, string end)
        {
            renderer.Write(begin);
            var implicitly = renderer.ImplicitParagraph;
            renderer.ImplicitParagraph = true;
            renderer.WriteChildren(cell);
            renderer.ImplicitParagraph = implicitly;
            renderer.Write(end);
        }
    }
}
