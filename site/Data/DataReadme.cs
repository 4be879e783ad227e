using System.Globalization;
using System.Text;
using KawasakiServerless.Domain;
using KawasakiServerless.Packing;
using KawasakiServerless.Site.DataDictionary;
using KawasakiServerless.Site.Rendering;

namespace KawasakiServerless.Site.Data;

/// <summary>
/// The README of the open data, for readers who received the files without the web site: licence, contact, date, address, and how to
/// interpret cells. It is published as a text file in the archive and as a sheet of the workbook.
/// </summary>
internal sealed record DataReadme(IReadOnlyList<(string Item, string Content)> Lines)
{
    public const string File = "README.txt", SheetName = "README";

    /// <summary>
    /// Describes the first sheet of the open-data workbook, which explains the other sheets and is not published as a table.
    /// </summary>
    public static OpenDataFile Description { get; } = new(
        SheetName, "説明", "1行が1つの項目です。", [OpenDataColumns.Name("item", "項目"), OpenDataColumns.Sentence("content", "内容")]);

    /// <summary>The README as the first sheet of the workbook.</summary>
    public WrittenSheet Sheet => DataWorkbook.Pack(
        SheetName, new(["item", "content"], [.. Lines.Select(l => (object?[])[PlainCell.Of(l.Item), PlainCell.Of(l.Content)])]));

    /// <summary>
    /// The README as a text file, with a byte order mark and CRLF, so that Notepad on old versions of Windows displays it correctly.
    /// </summary>
    public byte[] Text =>
        [.. Encoding.UTF8.Preamble, .. Encoding.UTF8.GetBytes(string.Concat(Lines.Select(l => $"{l.Item}：{l.Content}\r\n")))];

    public static DataReadme Of(PublishedData data)
    {
        var (register, options) = (data.Report.Register, data.View.Site.Options);
        return new(
        [
            ("題名", data.Title),
            ("公開者", register.PublisherName),
            ("利用の条件", DataTerms.Of(register, options)),
            .. options.DataLicense is null ? Array.Empty<(string, string)>() : [("出典の書き方", DataTerms.Attribution(data.Title, options))],
            ("問い合わせ先", ContactOf(data)),
            ("最終更新日", data.Modified.InJapan().ToString("yyyy-MM-dd", CultureInfo.InvariantCulture)),
            ("更新の頻度", "1年に1回。報告が直されたときは、その都度"),
            ("アドレス", new Uri(options.Address, $"data/{data.Year}/").AbsoluteUri),
            ("作り方", "局・区役所が提出したExcelの報告から、1つの値ごとに出典のセルを添えて作っています"),
            ("CSV", "文字コードはUTF-8（BOM付き）、改行はCRLF、1行目は列の名前、1つのセルには1つの値"),
            ("JSON", "文字コードはUTF-8（BOMなし）。文章は、局・区が提出した文字のまま"),
            .. CellWords.All.Select(words => ("値の読み方", words)),
            ("列の説明", $"列の意味、型、単位、取る値、空欄の意味は、表{OpenDataColumns.Dictionary}に記載"),
            .. StructureChanges.All.Select(c => ("形式の変更", $"{c.Date} {c.What}")),
            .. data.Tables.Select(t => ($"表 {t.Name}", $"{t.Description.Title}（{Texts.Format(t.Facts.Rows)}行）。{t.Description.Row}")),
        ]);
    }

    private static string ContactOf(PublishedData data)
    {
        var register = data.Report.Register;
        var (name, details) = DcatTerms.ContactOf(register);
        string?[] parts = [register.ContactName == name ? null : $"{register.ContactName}。お問い合わせは", name, details?.Telephone, details?.Mail,
            new Uri(data.View.Site.Options.Address, Links.Contact.Href).AbsoluteUri];
        return string.Join(' ', parts.OfType<string>());
    }
}
