using System.CommandLine;
using KawasakiServerless.Domain;
using KawasakiServerless.Workbooks.Writing;

namespace KawasakiServerless.Local.CommandLine;

/// <summary>
/// The command `template`: writes an empty template for a department. A template prefilled with the last report requires storage, so only
/// the HTTP interface and the staff portal provide it.
/// </summary>
internal static class TemplateCommand
{
    public static Command New(Register register)
    {
        var department = Options.Department(register, "Department the workbook is for");
        department.Required = true;
        var year = Options.Year();
        var to = new Option<FileInfo>("--to") { Description = "Where to write the workbook", HelpName = "FILE", Required = true };
        var command = new Command("template", "Write a department's workbook") { department, year, to };
        command.SetAction((arguments, cancellation) => RunAsync(
            RequestOf(register, arguments.GetRequiredValue(year), arguments.GetRequiredValue(department)!), arguments.GetRequiredValue(to),
            cancellation));
        return command;
    }

    private static TemplateRequest RequestOf(Register register, FiscalYear year, string department) =>
        new(register, year, register.Department(department), DepartmentRecords.Empty, TimeProvider.System.GetUtcNow());

    private static async Task<int> RunAsync(TemplateRequest request, FileInfo to, CancellationToken cancellation)
    {
        await OutputFile.WriteAsync("--to", to, TemplateWriter.Write(request), cancellation);
        await Console.Out.WriteLineAsync($"{request.Department.Name}: {to.FullName}");
        return 0;
    }
}
