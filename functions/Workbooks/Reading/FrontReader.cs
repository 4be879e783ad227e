using System.Globalization;
using KawasakiServerless.Domain;
using KawasakiServerless.Workbooks.Accounting;
using KawasakiServerless.Workbooks.Layout;
using KawasakiServerless.Workbooks.Problems;
using KawasakiServerless.Workbooks.Spreadsheets;

namespace KawasakiServerless.Workbooks.Reading;

/// <summary>
/// The values of はじめに, the first sheet of the template. A department, year or version that the sheet lacks is taken from the document
/// properties of the workbook, into which these values are written when the template is created.
/// </summary>
/// <param name="HasSheet">Whether the workbook has a sheet はじめに.</param>
/// <param name="IsTemplate">Whether the workbook was created from the template, so that it once had all sheets.</param>
/// <param name="Answer">The cell that says 該当なし; null when no cell says so, which means that the department has something to
/// report.</param>
internal sealed record FrontSheetReading(
    Department? Department, FiscalYear? ReportingYear, FrontCell? Answer, bool HasSheet, bool IsTemplate)
{
    public bool NothingToReport => Answer is not null;

    /// <summary>The sheet はじめに; null when the workbook has none.</summary>
    public SheetPlace? Sheet { get; init; }

    /// <summary>
    /// Findings about values that neither the sheet nor the document properties contain and that were assumed, each at the cell that should
    /// contain the value.
    /// </summary>
    public EquatableList<FrontDoubt> Assumed { get; init; } = [];
}

/// <summary>A cell of the sheet はじめに that contains, or should contain, the value of a field.</summary>
internal sealed record FrontCell(SheetPlace Sheet, CellAddress Address, SheetCell Cell)
{
    /// <summary>The address of the cell that contains the field's name; set only if the field has a value.</summary>
    public CellAddress Name { get; init; }
}

/// <param name="Sheet">The sheet はじめに; null when the workbook has none.</param>
/// <param name="At">The blank cell that should contain the value; null when the sheet does not contain the field's name.</param>
internal sealed record FrontDoubt(Finding Finding, SheetPlace? Sheet, FrontCell? At)
{
    public void AddTo(ProblemLog log)
    {
        if (At is not null)
            log.Add(Finding, At.Sheet, At.Address, At.Cell);
        else if (Sheet is not null)
            log.Add(Finding, Sheet);
        else
            log.Add(Finding);
    }
}

internal sealed class FrontReader(Spreadsheet workbook, WorkbookRequest request, DepartmentNames names, ReadingProgress progress)
{
    private readonly List<FrontDoubt> assumed = [];

    public FrontSheetReading Read()
    {
        var at = workbook.Sheets.Index().FirstOrDefault(s => !s.Item.IsHidden && FrontFields.AreOn(s.Item));
        var front = at.Item is null ? null : new FrontFields(at.Item, new(at.Index, at.Item.Name));
        front?.Take(progress.Uses.Of(front.Place));
        return new(Department(front), Year(front), NothingToReport(front), front is not null, CheckVersion(front))
        {
            Sheet = front?.Place,
            Assumed = [.. assumed]
        };
    }

    private Department? Department(FrontFields? front)
    {
        var field = front?.Find(FrontSheet.Department);
        var name = field?.Cell.Text ?? Property(FrontSheet.DepartmentProperty);
        var expected = request.Department is { } code ? request.Register.FindDepartment(code) : null;
        if (name is null && (expected ?? DepartmentGuess.Of(workbook, request, names, progress.Budget)) is { } known)
        {
            assumed.Add(new(FileFindings.DepartmentAssumed(known), front?.Place, front?.Blank(FrontSheet.Department)));
            return known;
        }

        var department = name is null ? null : Find(name);
        if (department is null)
            Report(Unknown(name, front), field ?? front?.Blank(FrontSheet.Department), name);
        else if (expected is not null && department != expected)
            Report(Findings.OtherDepartment(expected), field, name);
        return department ?? expected;
    }

    private Finding Unknown(string? name, FrontFields? front) =>
        name is null && front is null
            ? Findings.FileOfUnknownDepartment()
            : Findings.UnknownDepartment(
                names.OfDivision(name ?? "")?.Name ?? Nearest.DepartmentOf((name ?? "").Fold(), request.Register));

    // The entry is the name of a department, or its code, or its name and the name of one of its divisions.
    private Department? Find(string entry) =>
        names.TryFind(entry, out var named) ? named
        : request.Register.FindDepartment(OneDepartment.In(entry, names) ?? "") is { } owner && !IsMisspelt(entry, owner) ? owner
        : request.Register.FindDepartment(entry);

    // 高津区役役所 is a misspelt name and not a division 役役所 of 高津区.
    private static bool IsMisspelt(string entry, Department department) =>
        department.FoldedNames().Any(n => Nearest.Distance(entry.FoldWithoutSpaces(), n.WithoutSpaces()) <= 1);

    private FiscalYear? Year(FrontFields? front)
    {
        var field = front?.Find(FrontSheet.ReportingYear);
        var written = field?.Cell.Text ?? Property(FrontSheet.YearProperty);
        if (written is null)
        {
            assumed.Add(new(FileFindings.YearAssumed(request.ReportingYear), front?.Place, front?.Blank(FrontSheet.ReportingYear)));
            return null;
        }

        if (!FiscalYear.TryParse(written, out var year))
            Report(Findings.NotA(FiscalYearKind.Expected, FrontSheet.ReportingYear.Header, request.ReportingYear.Label), field, written);
        else if (year != request.ReportingYear)
            Report(Findings.OtherYear(request.ReportingYear), field, written);
        else if (EndedEra.In(written, FrontSheet.ReportingYear.Header, year) is { } ended)
            Report(ended, field, written);
        return year;
    }

    private bool CheckVersion(FrontFields? front)
    {
        var field = front?.Find(FrontSheet.Version);
        var written = field?.Cell.Text ?? Property(FrontSheet.VersionProperty);
        if (VersionNumber(written) < VersionNumber(TemplateWords.Version))
            Report(FileFindings.OlderTemplate(written!), field, written);
        return written is not null;
    }

    // Returns null for a version of the template that is missing or not a number. It is then not compared with the current version: if the
    // template is an old one, its wrong columns are reported anyway.
    private static int? VersionNumber(string? written) =>
        int.TryParse(TemplateColumn.FoldHeader(written ?? ""), NumberStyles.None, CultureInfo.InvariantCulture, out var version)
            ? version
            : null;

    private FrontCell? NothingToReport(FrontFields? front)
    {
        if (front?.Find(FrontSheet.NothingToReport) is not { } field)
            return null;
        var entry = FrontSheet.NothingToReport.Read(field.Cell, new(names, request.ReportingYear, null));
        if (entry.Finding is not null)
            Report(entry.Finding, field, null);
        return entry.Value == true ? field : null;
    }

    private string? Property(string name) => workbook.Properties.Custom.GetValueOrDefault(name) is { Length: > 0 } value ? value : null;

    private void Report(Finding finding, FrontCell? field, string? found)
    {
        if (field is not null)
            progress.Log.Add(finding, field.Sheet, field.Address, field.Cell);
        else
            progress.Log.Add(finding, found);
    }
}
