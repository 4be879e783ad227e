using System.Text;
using KawasakiServerless.Packing;
using KawasakiServerless.Site.Catalogue;

namespace KawasakiServerless.Site.Data;

/// <summary>Every table in both formats in one archive, with a README and the data dictionary. The same data are the same bytes anywhere.</summary>
internal static class DataArchive
{
    public const string Readme = "README.txt";

    public static byte[] Write(IReadOnlyList<PublishedTable> tables, string title)
    {
        using var zip = new ReproducibleZip();
        zip.Add(Readme, Text(tables, title));
        foreach (var file in tables.SelectMany(t => t.Files))
            zip.Add(file.Name, file.Bytes);
        return zip.ToArray();
    }

    // With a byte order mark and CRLF, so that the plainest editor of any Windows shows it.
    private static byte[] Text(IEnumerable<PublishedTable> tables, string title) =>
        [.. Encoding.UTF8.Preamble, .. Encoding.UTF8.GetBytes(string.Join("\r\n", Lines(tables, title)) + "\r\n")];

    private static IEnumerable<string> Lines(IEnumerable<PublishedTable> tables, string title) =>
    [
        title,
        "",
        "この中には、すべての表がCSVとJSONの2つの形式で入っています。",
        "CSV：文字コードはUTF-8（BOM付き）、改行はCRLFです。1行目は列の名前です。1つのセルには1つの値が入ります。",
        "JSON：文字コードはUTF-8です。文章は、局・区が提出した文字のままです。",
        .. CellWords.All,
        $"列の意味、型、単位、取る値、空欄の意味は、{OpenDataColumns.Dictionary}.csv と {OpenDataColumns.Dictionary}.json にあります。",
        "",
        .. tables.Select(t => $"{t.Name}\t{t.Description.Title}（{Texts.Format(t.Facts.Rows)}行）\t{t.Description.Row}"),
    ];
}

/// <summary>How a cell is to be read, as the page and the README say it.</summary>
internal static class CellWords
{
    public static IReadOnlyList<string> All { get; } =
    [
        "0は「0と報告された」こと、空欄は「値がない」ことを表します。空欄の理由は、データ辞書と、status列のある表ではその列が示します。",
        "CSVとExcelでは、文中の改行を空白に、丸数字などの環境依存文字を「(1)」のような文字に置き換えています。",
        "CSVでは、「=」「+」「-」「@」で始まる文章の前に「'」を付けています。",
    ];
}
