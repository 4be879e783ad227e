using System.Xml.Linq;
using KawasakiServerless.Domain;
using KawasakiServerless.Workbooks.Writing;

namespace KawasakiServerless.Benchmarks;

/// <summary>
/// Writes the initiatives of <see cref="LargeWorkbook"/> in the report layout: a row for each policy area, with several initiatives in one
/// cell and their figures in the text.
/// </summary>
internal static class LargeReport
{
    private const int ItemsInCell = 4;

    public static byte[] Write()
    {
        var records = LargeWorkbook.Records().ToList();
        var indicators = records.OfType<Indicator>().ToLookup(i => i.Initiative, StringComparer.Ordinal);
        var rows = records.OfType<Initiative>().OrderBy(i => i.Viewpoint).GroupBy(i => i.Viewpoint).SelectMany(v => Table(v, indicators))
            .Select(Row);
        var sheet = Xml.Element("worksheet", Xml.Element("sheetData", rows));
        return WrittenWorkbook.ToBytes([WrittenSheet.Of("視点別", sheet)], Styles.Part(), [], new(2018, 6, 1, 0, 0, 0, TimeSpan.Zero));
    }

    private static IEnumerable<string[]> Table(IGrouping<int, Initiative> viewpoint, ILookup<string, Indicator> indicators) =>
    [
        [$"視点{viewpoint.Key}「{Register.Of2018.Viewpoint(viewpoint.Key).Title}」"],
        ["施策等", "これまでの主な取組", "第2段階における課題と今後の方向性"],
        .. viewpoint.Chunk(ItemsInCell).Select(items => Line(items, indicators)),
    ];

    private static string[] Line(Initiative[] items, ILookup<string, Indicator> indicators) =>
    [
        $"{Register.Of2018.PolicyArea(items[0].PolicyArea).Name}\n（{Divisions.Format(items[0].Divisions)}）",
        string.Join('\n', items.Select(i => $"・{i.Text}{Figures(indicators[i.Id].First())}")),
        $"・{items[0].Text}を、引き続き推進する。",
    ];

    private static string Figures(Indicator indicator) =>
        $"（{indicator.Name} {string.Join(' ', indicator.Figures.Where(f => f.Value is not null).Select(f => $"H{f.Year.Year - 1988}：{f.Value:#,0.##}{indicator.Unit}"))}）";

    private static XElement Row(string[] texts, int index) => SheetParts.Row(
        index + 1, RowHeights.Line, texts.Select((text, at) => TemplateParts.Cell(index + 1, at + 1, Content.Of(text), CellStyle.Default)));
}
