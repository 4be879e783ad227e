namespace KawasakiServerless.Workbooks.Annotating;

/// <summary>A workbook without sheets. The list of problems is added to it when the original cannot be marked.</summary>
internal static class EmptyWorkbook
{
    private const string Office = "http://schemas.openxmlformats.org/officeDocument/2006/relationships";

    public static byte[] ToBytes()
    {
        using var zip = new ReproducibleZip();
        zip.Add("[Content_Types].xml", """
            <?xml version="1.0" encoding="UTF-8" standalone="yes"?>
            <Types xmlns="http://schemas.openxmlformats.org/package/2006/content-types"><Default Extension="rels" ContentType="application/vnd.openxmlformats-package.relationships+xml"/><Default Extension="xml" ContentType="application/xml"/><Override PartName="/xl/workbook.xml" ContentType="application/vnd.openxmlformats-officedocument.spreadsheetml.sheet.main+xml"/></Types>
            """u8.ToArray());
        zip.Add("_rels/.rels", System.Text.Encoding.UTF8.GetBytes($"""
            <?xml version="1.0" encoding="UTF-8" standalone="yes"?>
            <Relationships xmlns="http://schemas.openxmlformats.org/package/2006/relationships"><Relationship Id="rId1" Type="{Office}/officeDocument" Target="xl/workbook.xml"/></Relationships>
            """));
        zip.Add("xl/workbook.xml", System.Text.Encoding.UTF8.GetBytes($"""
            <?xml version="1.0" encoding="UTF-8" standalone="yes"?>
            <workbook xmlns="{Xml.Main}" xmlns:r="{Office}"><sheets/></workbook>
            """));
        return zip.ToArray();
    }
}
