using System.Diagnostics;
using System.Globalization;
using KawasakiServerless.Browser.Tests.Browsing;
using KawasakiServerless.Domain;
using KawasakiServerless.Testing;
using KawasakiServerless.Workbooks.Reading;
using KawasakiServerless.Workbooks.Writing;
using Microsoft.Playwright;

namespace KawasakiServerless.Pictures;

/// <summary>
/// The command preview: measures the seconds from saving a style sheet, a text or a workbook until Chromium shows the change, with the
/// city's report. Prints the medians of ten runs.
/// </summary>
internal static class PreviewMeasure
{
    private const int Runs = 10;

    private const string Department = "健康福祉局", Record = "kenkofukushi-0001";

    public static async Task RunAsync()
    {
        var folder = Directory.CreateTempSubdirectory("preview-");
        foreach (var (from, to) in new[] { ("functions/Samples", ""), ("site/input", "input"), ("site/theme", "theme") })
            Copy(Repository.PathTo(from), Path.Combine(folder.FullName, to));
        await using var app = await AppProcess.PreviewAsync(folder);
        using var playwright = await Playwright.CreateAsync();
        await using var browser = await Chromium.LaunchAsync(playwright);
        var page = await browser.NewPageAsync();
        await MeasureAsync("style", page, new(app.Address, "about/"), run => Style(folder.FullName,
            run), "run => getComputedStyle(document.documentElement).getPropertyValue('--saved').trim() === `${run}`");
        await MeasureAsync("page", page, new(app.Address, "about/"),
            run => Text(folder.FullName, run), "run => document.querySelector('.lead')?.textContent === `保存${run}`");
        await MeasureAsync("workbook cell", page, new(app.Address, $"initiatives/{Record}/"),
            run => Cell(folder.FullName, run), "run => document.querySelector('h1')?.textContent.trim() === `保存${run}`");
        folder.Delete(recursive: true);
    }

    private static async Task MeasureAsync(
        string what, IPage page, Uri address, Func<int, (string File, byte[] Content)> edit, string shown)
    {
        await page.GotoAsync(address.AbsoluteUri);
        List<double> seconds = [];
        for (var run = 0; run <= Runs; run++)
        {
            var (file, content) = edit(run);
            var start = Stopwatch.GetTimestamp();
            await File.WriteAllBytesAsync(file, content);
            await page.WaitForFunctionAsync(shown, run);
            seconds.Add(Stopwatch.GetElapsedTime(start).TotalSeconds);
            await page.WaitForLoadStateAsync();
        }

        // The first run does not count, because the runtime compiles the code during it.
        var sorted = seconds.Skip(1).Order().ToList();
        Console.WriteLine(string.Create(
            CultureInfo.InvariantCulture,
            $"{what,-14} {(sorted[(Runs / 2) - 1] + sorted[Runs / 2]) / 2:F2} s ({sorted[0]:F2} to {sorted[^1]:F2}; first "
                + $"{seconds[0]:F2})"));
    }

    private static (string File, byte[] Content) Style(string folder, int run)
    {
        var file = Path.Combine(folder, "theme", "glossary.css");
        return (file, System.Text.Encoding.UTF8.GetBytes($":root {{ --saved: {run}; }}\n"));
    }

    private static (string File, byte[] Content) Text(string folder, int run)
    {
        var file = Path.Combine(folder, "input", "pages", "about.md");
        return (file, System.Text.Encoding.UTF8.GetBytes(
            string.Join(
                '\n', File.ReadLines(file).Select(line => line.StartsWith("lead:", StringComparison.Ordinal) ? $"lead: 保存{run}" : line))));
    }

    private static (string File, byte[] Content) Cell(string folder, int run)
    {
        var file = Directory.EnumerateFiles(folder, $"*{Department}.xlsx").Single();
        var reading = WorkbookReader.Read(File.ReadAllBytes(file),
            new(Register.Of2018, FiscalYear.Of(2018), null) { FileName = Path.GetFileName(file) }, CancellationToken.None);
        var records = reading.Records with
        {
            Initiatives =
            [.. reading.Records.Initiatives.Select(i => i.Id == Record ? i with { Text = $"保存{run}" } : i)]
        };
        return (file, TemplateWriter.Write(
            new(Register.Of2018, FiscalYear.Of(2018), Register.Of2018.Department(reading.Department!), records, DateTimeOffset.UnixEpoch)));
    }

    private static void Copy(string from, string to)
    {
        foreach (var file in Directory.EnumerateFiles(from, "*", SearchOption.AllDirectories))
        {
            var copy = Path.Combine(to, Path.GetRelativePath(from, file));
            Directory.CreateDirectory(Path.GetDirectoryName(copy)!);
            File.Copy(file, copy);
        }
    }
}
