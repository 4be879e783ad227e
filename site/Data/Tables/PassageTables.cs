using KawasakiServerless.Domain;
using KawasakiServerless.Site.DataDictionary;
using static KawasakiServerless.Site.DataDictionary.OpenDataColumns;

namespace KawasakiServerless.Site.Data.Tables;

/// <summary>The open-data tables of passages (本文) and of the headings above them.</summary>
internal static class PassageTables
{
    public static IReadOnlyList<OpenDataTable> All { get; } =
    [
        OpenDataTable.Of(
            new OpenDataFile("passages", "報告の本文", "1行が本文の1つの段落または項目です。",
            [
                Id, Name("document", "資料の番号"), List("path", "見出しの並び（外側から内側へ）", "passage-headings"),
                Sentence("heading", "最も内側の見出し") with { Forms = DataForms.Cells, Blank = "見出しがない" }, Kind, Sentence("text", "本文"),
                .. OpenDataColumns.Source,
            ]),
            PassageData.AllOf,
            report => report.Passages.Select(PassageRow.Of)),
        OpenDataTable.Of(
            new OpenDataFile("passage-headings", "報告の本文の見出し", "1行が本文の1つの段落または項目の1つの見出しです。",
                [Key("passage", "本文の管理番号"), new("level", DataType.WholeNumber, "見出しの深さ（1が最も外側）") { Unit = "段" },
                    Sentence("heading", "見出し")]),
            report => report.Passages.SelectMany(PassageHeading.Of)),
    ];
}

/// <param name="Id">The id (管理番号) of the passage, which the table passage-headings references.</param>
internal sealed record PassageData(string Id, string Document, IEnumerable<string> Path, PassageKind Kind, string Text, DataSource Source)
{
    public static IEnumerable<PassageData> AllOf(Report report) =>
        report.Passages.Select(p => new PassageData(p.Id, p.Document, p.Path, p.Kind, p.Text, DataSource.Of(p)));
}

/// <param name="Heading">The innermost heading above the passage; null if there is none.</param>
internal sealed record PassageRow(string Id, string Document, string? Heading, PassageKind Kind, string Text, DataSource Source)
{
    public static PassageRow Of(Passage p) =>
        new(p.Id, p.Document, p.Path.Count == 0 ? null : p.Path[^1], p.Kind, p.Text, DataSource.Of(p));
}

internal sealed record PassageHeading(string Passage, int Level, string Heading)
{
    public static IEnumerable<PassageHeading> Of(Passage p) => p.Path.Select((h, at) => new PassageHeading(p.Id, at + 1, h));
}
