using KawasakiServerless.Workbooks.Layout;

namespace KawasakiServerless.Workbooks.Tests.Documentation;

/// <summary>The page of one sheet of the template: its columns, and the values among which a clerk chooses in them.</summary>
internal static class SheetPage
{
    private static readonly LayoutContext Context = new(new(Some.Register), Some.Year, Some.Department(Some.Register.Coordinator));

    public static string Of(SheetLayout layout) => Markdown.Page(
    [
        $"# {layout.Name}",
        layout.Purpose,
        $"記入するのは、{OwnerOf(layout)}です。様式のシート「{layout.Name}」に、見出しの下へ一行に一つずつ書きます。列の順序は変えても構いません。{(layout.IsOptional ? "シートがなくても構いません。" : "")}",
        "## 列",
        Markdown.Table(["列", "必須", "書くもの", "説明", "例"], layout.ColumnsFor(Some.Year).Select(Row)),
        .. YearsOf(layout),
        .. ListsOf(layout),
        "直すところが見つかったときの指摘は、[指摘の一覧](problems.md)にあります。",
        DatasetPages.Made,
    ]);

    public static string OwnerOf(SheetLayout layout) => layout.Owner switch
    {
        SheetOwner.Everyone => "すべての局・区",
        SheetOwner.Coordinator => $"取りまとめの{Context.Department!.Name}",
        _ => $"各区役所と、取りまとめの{Context.Department!.Name}",
    };

    private static string[] Row(TemplateColumn c) => [c.Header, c.IsRequired ? "必須" : "", c.Form, c.HintFor(Some.Register), c.Example];

    private static string[] YearsOf(SheetLayout layout) =>
        layout.HasYears ? [$"年度の列は報告年度によって変わります。上は{Some.Year.Label}の報告のものです。"] : [];

    private static IEnumerable<string> ListsOf(SheetLayout layout)
    {
        foreach (var (column, index) in layout.Columns.Where(c => c.Choices(Context).Count > 0).Select((c, i) => (c, i)))
        {
            if (index == 0)
                yield return "## 一覧";
            yield return $"### {column.Header}";
            yield return Markdown.List(column.Choices(Context));
        }
    }
}
