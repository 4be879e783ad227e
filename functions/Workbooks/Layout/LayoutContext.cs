using KawasakiServerless.Domain;

namespace KawasakiServerless.Workbooks;

/// <summary>Whose workbook it is, and for which reporting year.</summary>
internal sealed record LayoutContext(Register Register, FiscalYear ReportingYear, Department? Department)
{
    public bool IsCoordinator => Department?.Code == Register.Coordinator;

    public string ExampleNumber => new RecordId(Department?.Code ?? Register.Coordinator, 12).ToString();
}
