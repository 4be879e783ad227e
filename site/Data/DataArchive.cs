using KawasakiServerless.Packing;

namespace KawasakiServerless.Site.Data;

/// <summary>
/// Writes all.zip: all tables as CSV and JSON, a README, and descriptors for Frictionless and CSV on the Web tools. The unpacked archive is
/// a Frictionless data package. The same data produce the same bytes on every machine.
/// </summary>
internal static class DataArchive
{
    public static byte[] Write(PublishedData data, DataReadme readme)
    {
        using var zip = new ReproducibleZip();
        zip.Add(DataReadme.File, readme.Text);
        zip.Add(DataPackage.Name, DataPackage.Write(data));
        zip.Add(CsvwMetadata.Name, CsvwMetadata.Write(data));
        foreach (var file in data.Tables.SelectMany(t => t.Files))
            zip.Add(file.Name, file.Packed ?? PackedPart.Of(file.Bytes));
        return zip.ToArray();
    }
}

/// <summary>Sentences that explain how to interpret cells, shown on the open-data page and in the README.</summary>
internal static class CellWords
{
    public static IReadOnlyList<string> All { get; } =
    [
        "0は「0と報告された」こと、空欄は「値がない」ことを表します。空欄の理由は、データ辞書と、status列のある表ではその列が示します。",
        "CSVとExcelでは、文中の改行を空白に、丸数字などの機種依存文字を「(1)」のような文字に置き換えています。",
        "CSVでは、「=」「+」「-」「@」と全角の「＝」「＋」「－」「＠」で始まる文章の前に「'」を付けています。",
    ];
}
