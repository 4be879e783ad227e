using KawasakiServerless.Domain;
using KawasakiServerless.Workbooks.Layout;
using KawasakiServerless.Workbooks.Problems;

namespace KawasakiServerless.Workbooks.Writing;

/// <param name="Department">The department that will fill in the workbook.</param>
/// <param name="Records">The records from the department's last report, which are written into the rows of the sheets.</param>
/// <param name="LastModified">The modification time to store in the workbook, so that the same request yields the same bytes at any time
/// and on any machine.</param>
public sealed record TemplateRequest(
    Register Register, FiscalYear ReportingYear, Department Department, DepartmentRecords Records, DateTimeOffset LastModified)
{
    /// <summary>
    /// Whether to include optional sheets that contain no records. False produces a workbook like those from before these sheets were
    /// introduced.
    /// </summary>
    public bool HasBlankOptionalSheets { get; init; } = true;
}

/// <summary>Writes a department's workbook in the template layout (様式).</summary>
public static class TemplateWriter
{
    /// <returns>An .xlsx; the same request yields the same bytes on any machine.</returns>
    public static byte[] Write(TemplateRequest request)
    {
        var context = new LayoutContext(new(request.Register), request.ReportingYear, request.Department);
        SheetLayout[] layouts = [.. TemplateSheets.All
            .Where(s => s.IsFor(context) && (request.HasBlankOptionalSheets || !s.IsOptional || s.Write(request.Records, context).Any()))];
        var choices = new ChoiceLists(context);
        List<WrittenSheet> sheets =
        [
            WrittenSheet.Of(FrontSheet.Name, new FrontPage(context, layouts, choices).Part()),
            .. layouts.Select(l => WrittenSheet.Of(l.Name, new RecordSheet(l, context, choices).Part(request.Records))),
        ];
        sheets.Add(WrittenSheet.Of(ChoiceLists.Name, choices.Part()) with { IsHidden = true });
        return WrittenWorkbook.ToBytes(sheets, Styles.Part(), Properties(request), request.LastModified);
    }

    private static (string, string)[] Properties(TemplateRequest request) =>
    [
        (FrontSheet.DepartmentProperty, request.Department.Code),
        (FrontSheet.YearProperty, request.ReportingYear.EraLabel),
        (FrontSheet.VersionProperty, TemplateWords.Version),
    ];
}
