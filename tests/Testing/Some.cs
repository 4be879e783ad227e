using System.Globalization;
using KawasakiServerless.Domain;
using KawasakiServerless.Workbooks.Writing;

namespace KawasakiServerless.Testing;

/// <summary>Creates the objects that tests need.</summary>
public static class Some
{
    public static FiscalYear Year { get; } = FiscalYear.Of(2018);

    /// <summary>A city with few departments and one policy area, whose site is published quickly.</summary>
    public static Register SmallRegister { get; } = Register.Of2018 with
    {
        Departments = [.. Register.Of2018.Departments.Where(d => d.Code is "zaisei" or "kenkofukushi" or "takatsu")],
        PolicyAreas = [Register.Of2018.PolicyArea("elderly")],
        Viewpoints = [Register.Of2018.Viewpoint(1) with { PolicyAreas = ["elderly"] }],
    };

    public static byte[] Sample(string department) =>
        File.ReadAllBytes(Path.Combine(AppContext.BaseDirectory, "Samples", $"2018-{Register.Of2018.Department(department).Name}.xlsx"));

    /// <summary>A bureau's workbook with initiatives of these texts.</summary>
    public static byte[] Workbook(string department, params string[] initiatives) =>
        TemplateWriter.Write(
            new(Register.Of2018, Year, Register.Of2018.Department(department), Records(department, initiatives), DateTimeOffset.UnixEpoch));

    /// <summary>
    /// A bureau's workbook with one initiative and its only indicator. The figures are those of the two years before the given year, the
    /// earlier one first. A figure that is null is marked as not reported.
    /// </summary>
    public static byte[] WorkbookWithFigures(string department, FiscalYear year, params decimal?[] figures) =>
        WorkbookOfManyWithFigures(department, year, 1, figures);

    /// <summary>A workbook with this many initiatives, the first of which has an indicator with these figures.</summary>
    public static byte[] WorkbookOfManyWithFigures(string department, FiscalYear year, int count, params decimal?[] figures)
    {
        var initiatives = Records(department, ["数値のある取組", .. Enumerable.Range(2, count - 1).Select(n => $"取組{n}")]).Initiatives;
        var initiative = initiatives[0];
        var indicator = new Indicator(
            $"{initiative.Id}-1", initiative.Source, initiative.Id, "開催数", null, "回", false,
            [.. ExpectedYears.Due(year).Zip(figures, (y, value) => value is { } v ? Figure.Reported(y, v) : Figure.NotReported(y))], []);
        return TemplateWriter.Write(new(Register.Of2018, year, Register.Of2018.Department(department),
            DepartmentRecords.Of([.. initiatives, indicator]), DateTimeOffset.UnixEpoch));
    }

    /// <summary>A workbook for the given reporting year, without records.</summary>
    public static byte[] WorkbookOfYear(string department, int year) =>
        TemplateWriter.Write(new(Register.Of2018, FiscalYear.Of(year), Register.Of2018.Department(department), DepartmentRecords.Empty,
            DateTimeOffset.UnixEpoch));

    /// <summary>A workbook of a year with initiatives that have no record id (管理番号) yet.</summary>
    public static byte[] UnnumberedWorkbook(string department, FiscalYear year, params string[] initiatives)
    {
        var records = Records(department, initiatives).Select(r => r with { Id = $"draft {r.Id}" });
        return TemplateWriter.Write(new(Register.Of2018, year, Register.Of2018.Department(department), records, DateTimeOffset.UnixEpoch));
    }

    /// <summary>A bureau's workbook with one indicator in this unit.</summary>
    public static byte[] WorkbookInUnit(string department, string unit)
    {
        var records = Records(department, ["拠点を整備した。"]);
        var figures = ExpectedYears.Due(Year).Select(y => Figure.Reported(y, 5)).ToEquatableList();
        var indicator = new Indicator(
            $"{department}-0001-1", Source.Read(department, "", ""), $"{department}-0001", "拠点数", null, unit, false, figures, []);
        return TemplateWriter.Write(new(Register.Of2018, Year, Register.Of2018.Department(department),
            records with { Indicators = [indicator] }, DateTimeOffset.UnixEpoch));
    }

    private static DepartmentRecords Records(string department, string[] initiatives) => DepartmentRecords.Empty with
    {
        Initiatives = [.. initiatives.Select((text, index) => new Initiative(
            string.Create(CultureInfo.InvariantCulture, $"{department}-{index + 1:D4}"), Source.Read(department, "", ""), 1, "elderly",
            ["健康福祉局"], text))],
    };
}
