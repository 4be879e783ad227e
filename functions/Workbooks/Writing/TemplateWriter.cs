using System.Xml.Linq;
using KawasakiServerless.Domain;

namespace KawasakiServerless.Workbooks;

/// <param name="Department">Whose workbook it is.</param>
/// <param name="Records">What it is prefilled with.</param>
/// <param name="LastModified">What the workbook says of itself; nothing else in it depends on when or where it is written.</param>
public sealed record TemplateRequest(Register Register, FiscalYear ReportingYear, Department Department, DepartmentRecords Records, DateTimeOffset LastModified);

/// <summary>Writes a department's workbook in the template layout (様式).</summary>
public static class TemplateWriter
{
    /// <returns>An .xlsx; the same request gives the same bytes on any machine.</returns>
    public static byte[] Write(TemplateRequest request)
    {
        var context = new LayoutContext(request.Register, request.ReportingYear, request.Department);
        SheetLayout[] layouts = [.. TemplateSheets.All.Where(s => s.IsFor(context))];
        var choices = new ChoiceLists(context);
        List<WrittenSheet> sheets =
        [
            new(FrontSheet.Name, new FrontPage(context, layouts, choices).Part()),
            .. layouts.Select(l => new WrittenSheet(l.Name, new RecordSheet(l, context, choices).Part(request.Records))),
        ];
        sheets.Add(new(ChoiceLists.Name, choices.Part()) { IsHidden = true });
        return WrittenWorkbook.ToBytes(sheets, Properties(request), request.LastModified);
    }

    private static (string, string)[] Properties(TemplateRequest request) =>
    [
        (FrontSheet.DepartmentProperty, request.Department.Code),
        (FrontSheet.YearProperty, request.ReportingYear.EraLabel),
        (FrontSheet.VersionProperty, TemplateSheets.Version),
    ];
}

internal sealed record WrittenSheet(string Name, XElement Part)
{
    public bool IsHidden { get; init; }

    /// <summary>A1:M40, where the sheet has a filter.</summary>
    public string? FilterRange => (string?)Part.Element(Xml.Main + "autoFilter")?.Attribute("ref");
}
