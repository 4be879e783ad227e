using System.CommandLine;
using KawasakiServerless.Domain;
using KawasakiServerless.Workbooks;

namespace KawasakiServerless.Functions.CommandLine;

/// <summary>template: writes a department's empty workbook. The one prefilled with its records comes from the interface, which has storage.</summary>
internal static class TemplateCommand
{
    public static Command New()
    {
        var department = Options.Department("Department the workbook is for");
        department.Required = true;
        var year = Options.Year();
        var to = new Option<FileInfo>("--to") { Description = "Where to write the workbook", HelpName = "FILE", Required = true };
        var command = new Command("template", "Write a department's workbook") { department, year, to };
        command.SetAction((arguments, cancellation) => RunAsync(
            arguments.GetRequiredValue(department)!, arguments.GetRequiredValue(year), arguments.GetRequiredValue(to), cancellation));
        return command;
    }

    private static async Task<int> RunAsync(string code, FiscalYear year, FileInfo to, CancellationToken cancellation)
    {
        var department = Register.Of2018.Department(code);
        var workbook = TemplateWriter.Write(new(Register.Of2018, year, department, DepartmentRecords.Empty, TimeProvider.System.GetUtcNow()));
        await OutputFile.WriteAsync("--to", to, workbook, cancellation);
        await Console.Out.WriteLineAsync($"{department.Name}: {to.FullName}");
        return 0;
    }
}
