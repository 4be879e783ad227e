using KawasakiServerless.Application.Departments;
using KawasakiServerless.Application.Registers;
using KawasakiServerless.Application.Submissions;
using KawasakiServerless.Domain;
using KawasakiServerless.Storage.Records;
using KawasakiServerless.Storage.Submissions;
using KawasakiServerless.Storage.Years;

namespace KawasakiServerless.Application.Tests.Registers;

/// <summary>Helpers for tests of registers. A <see cref="City"/> runs the app's use cases against the storage emulator.</summary>
internal static class RegisteredCity
{
    public static FiscalYear NextYear { get; } = FiscalYear.Of(2019);

    public static OfficialName Zaimu { get; } = new("財務局", "ざいむきょく", "Financial Affairs Bureau");

    public static Department Bureau(string code, OfficialName name) =>
        new(2, code, name.Name, name.Kana, name.English, DepartmentKind.Bureau, null, []);

    public static async Task<RegisterToEdit> RegisterAsync(this City city, FiscalYear? year = null) =>
        (await city.Get<RegisterEditing>().FindAsync(year ?? City.Year, default))!;

    /// <summary>Returns a draft in which 財政局 of the register in force is renamed. Nothing is saved.</summary>
    public static async Task<RegisterDraft> RenamedAsync(this City city, FiscalYear? year = null) =>
        (await city.Get<RegisterEditing>().ReorganiseAsync(year ?? City.Year, new Reorganisation.Rename("zaisei", Zaimu), default))!.Draft;

    public static Task<RegisterOutcome> SaveAsync(this City city, RegisterDraft draft, string who = "the coordinator") =>
        city.Get<RegisterEditing>().SaveAsync(draft, who, default);

    /// <summary>Opens the year 2019 and applies a reorganisation to its register (the list of departments).</summary>
    public static async Task ReorganiseNextYearAsync(this City city, Reorganisation change)
    {
        Assert.IsType<NextYearOutcome.Opened>(await city.Get<NextYear>().OpenAsync(NextYear, "the coordinator", default));
        var preview = await city.Get<RegisterEditing>().ReorganiseAsync(NextYear, change, default);
        Assert.Empty(preview!.Findings);
        Assert.IsType<RegisterOutcome.Saved>(await city.SaveAsync(preview.Draft));
    }

    public static async Task<byte[]> TemplateAsync(this City city, string department)
    {
        var year = (await city.Get<YearStore>().FindAsync(NextYear, default))!;
        return await city.Get<Templates>().MakeAsync(year, year.Register.Department(department), default);
    }

    /// <summary>Whether the portal says that a department's workbook is prefilled with earlier data.</summary>
    public static async Task<bool> IsPrefilledAsync(this City city, string department)
    {
        var year = (await city.Get<YearStore>().FindAsync(NextYear, default))!;
        return (await city.Get<DepartmentReports>().FindAsync(year, year.Register.Department(department), default)).IsPrefilled;
    }

    public static async Task<UploadOutcome> SubmitNextYearAsync(this City city, string department, byte[] workbook)
    {
        var year = (await city.Get<YearStore>().FindAsync(NextYear, default))!;
        return await city.Get<Acceptance>().AcceptAsync(new(year, year.Register.Department(department), workbook, "my file.xlsx",
            "a clerk"), default);
    }

    /// <summary>
    /// Returns the record ids (管理番号) and texts of the initiatives in the department's submission that is in effect for 2019.
    /// </summary>
    public static async Task<IReadOnlyList<string>> InitiativesAsync(this City city, string department)
    {
        var pointer = await city.Get<CurrentStore>().FindAsync(NextYear, department, default);
        var records = await city.Get<RecordStore>().ReadAsync(pointer!.Submission, default);
        return [.. records.Initiatives.Select(i => $"{i.Id} {i.Text}")];
    }
}
