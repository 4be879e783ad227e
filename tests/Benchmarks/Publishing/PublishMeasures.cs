using System.Diagnostics;
using System.Globalization;
using System.Text.Json;
using KawasakiServerless.Application.Publishing;
using KawasakiServerless.Domain;
using KawasakiServerless.Site.Gates;
using KawasakiServerless.Testing;
using KawasakiServerless.Workbooks.Reading;

namespace KawasakiServerless.Benchmarks;

/// <summary>
/// Measures publishing to Azurite (the storage emulator): a full publication, one after a single figure changed, and one with nothing new.
/// Each publication of a synthetic report runs in a new process without warm-up, like a cold start of the function app.
/// </summary>
internal static class PublishMeasures
{
    public const string Command = "publication", Making = "made", Filling = "fill", Changing = "change";

    private const int Runs = 5, PreparedRecords = 2_000;

    public static async Task<IReadOnlyList<Result>> MeasureAsync(ComparisonOptions options, CancellationToken cancellation)
    {
        var azurite = new AzuriteFixture();
        await azurite.InitializeAsync();
        try
        {
            List<Result> results = [.. await OfTheCityAsync(azurite.NewStore(), cancellation)];
            foreach (var size in options.Sizes)
                results.AddRange(await OfSizeAsync(azurite.NewStore(), size, cancellation));
            return results;
        }
        finally
        {
            await azurite.DisposeAsync();
        }
    }

    /// <summary>Publishes once and prints the time, the calls and the memory that the publication needed.</summary>
    public static async Task PublishAsync(string connection, string trigger)
    {
        await using var city = new LargeCity(connection);
        var clock = Stopwatch.StartNew();
        city.Get<Publisher>().Progressed = row => Console.Error.WriteLine(string.Create(
            CultureInfo.InvariantCulture,
            $"    {clock.Elapsed.TotalSeconds:0.00} s: {row.State} {row.Stage}, {row.Rendered} rendered, {row.Written} written, "
                + $"{Environment.WorkingSet / 1048576} MiB"));
        Console.WriteLine(JsonSerializer.Serialize(await city.PublishAsync(trigger, CancellationToken.None)));
    }

    /// <summary>Opens a year and fills it with a synthetic report.</summary>
    public static async Task FillAsync(string connection, int initiatives)
    {
        await using var city = new LargeCity(connection);
        await city.OpenAsync(CancellationToken.None);
        await city.FillAsync(initiatives, CancellationToken.None);
    }

    /// <summary>Changes the figures of one indicator.</summary>
    public static async Task ChangeAsync(string connection, int which)
    {
        await using var city = new LargeCity(connection);
        await city.ChangeAFigureAsync(which, CancellationToken.None);
    }

    /// <summary>
    /// Makes all files of a first publication and runs the gates (the checks before publication), without storage. Prints the time and
    /// memory needed. For inspection or profiling.
    /// </summary>
    public static async Task MakeAsync(int initiatives)
    {
        var clock = Stopwatch.StartNew();
        using var spool = new ContentSpool();
        var site = await BuiltSite.MakeAsync(
            SyntheticSite.InputOf(initiatives), new(new("https://care.example/")), new(null, spool), CancellationToken.None);
        var breaches = SiteGate.Check(site.Check, []);
        using var process = Process.GetCurrentProcess();
        Console.WriteLine(string.Create(
            CultureInfo.InvariantCulture,
            $"{site.Files.Count} files, {spool.Length / 1048576} MiB packed, {breaches.Count} breaches, "
                + $"{clock.Elapsed.TotalSeconds:0.00} s, of processor time {process.TotalProcessorTime.TotalSeconds:0.00} s, at most "
                + $"{process.PeakWorkingSet64 / 1048576} MiB"));
    }

    private static async Task<IReadOnlyList<Result>> OfSizeAsync(string connection, int size, CancellationToken cancellation)
    {
        await using var city = new LargeCity(connection);
        await city.OpenAsync(cancellation);
        await city.FillAsync(size, cancellation);
        var full = await ApartAsync(connection, Triggers.Request, cancellation);
        List<PublishedOnce> changed = [], same = [];
        for (var run = 0; run < Runs; run++)
        {
            await city.ChangeAFigureAsync(run, cancellation);
            changed.Add(await ApartAsync(connection, Triggers.Request, cancellation));
            same.Add(await ApartAsync(connection, Triggers.Request, cancellation));
        }

        var night = await ApartAsync(connection, Triggers.Nightly, cancellation);
        var (one, none) = (Middle(changed), Middle(same));
        WrittenBlobs.Print(size, one);
        var name = string.Create(CultureInfo.InvariantCulture, $"{size:#,0} initiatives");
        return
        [
            Seconds($"publish one changed figure, {name}", one, full, 0.05, 0.01),
            Seconds($"publish nothing new, on demand, {name}", none, full, 0.01, null),
            Seconds($"publish nothing new, in the night, {name}", night, full, null, null),
            Count($"pages written for one changed figure, {name}", one.Written.Count(WrittenBlobs.IsPage), "pages", 20, null),
            Count($"pages rendered with nothing new, {name}", same.Max(s => s.Rendered), "pages", 0, null),
            Count($"blobs written with nothing new, {name}", same.Max(s => s.Written.Count + s.Contents.Count), "blobs", 0, null),
            Count($"table queries with nothing new, {name}", none.TableQueries, "queries", null, 2),
            Count($"storage calls with nothing new, {name}", none.Calls, "calls", null, null),
            Count($"peak memory of a full publish, {name}", full.PeakBytes / 1048576.0, "MiB", 512, 256),
            Count($"storage calls of a full publish, {name}", full.Calls, "calls", null, null),
        ];
    }

    private static Result Seconds(string name, PublishedOnce ours, PublishedOnce full, double? bar, double? aim) =>
        new(name, "s", ours.Seconds, "full publish", full.Seconds, bar, aim)
        {
            OurPeakBytes = ours.PeakBytes,
            PeerPeakBytes = full.PeakBytes
        };

    private static Result Count(string name, double ours, string unit, double? bar, double? aim) =>
        new(name, unit, ours, null, null, bar, aim);

    // Measures a publication of the city's report after one changed figure, and the storage calls of a submission. Runs in this process
    // after a first publication, like a function app that has already been working.
    private static async Task<IReadOnlyList<Result>> OfTheCityAsync(string connection, CancellationToken cancellation)
    {
        await using var city = new LargeCity(connection);
        await city.OpenAsync(cancellation);
        foreach (var file in Directory.GetFiles(Repository.PathTo("functions", "Samples"), "*.xlsx").Order(StringComparer.Ordinal))
        {
            var workbook = await File.ReadAllBytesAsync(file, cancellation);
            await city.UploadAsync(WorkbookReader.Read(workbook, LargeWorkbook.Request with { Department = null },
                cancellation).Department!, workbook, cancellation);
        }

        await city.PublishAsync(Triggers.Request, cancellation);
        List<double> seconds = [];
        for (var run = 0; run < Runs; run++)
        {
            await city.UploadAFigureAsync(run, cancellation);
            seconds.Add((await city.PublishAsync(Triggers.Request, cancellation)).Seconds);
        }

        var records = LargeWorkbook.Records().Take(PreparedRecords).ToList();
        await city.UploadAsync(LargeWorkbook.Department, LargeWorkbook.Template(records), cancellation);
        return
        [
            Count("from an accepted upload to the live page, the city's report", seconds.Order().ElementAt(Runs / 2), "s", null, 1),
            Count(string.Create(CultureInfo.InvariantCulture, $"storage calls of an accepted submission of {records.Count:#,0} records"),
                city.Network.Requests.Count, "calls", (records.Count / 100.0) + 12, null),
        ];
    }

    private static async Task<PublishedOnce> ApartAsync(string connection, string trigger, CancellationToken cancellation)
    {
        var start = new ProcessStartInfo(
            await AheadOfTime.ItselfAsync(), [Command, connection, trigger])
        { UseShellExecute = false, RedirectStandardOutput = true };
        using var process = Process.Start(start)!;
        var printed = await process.StandardOutput.ReadToEndAsync(cancellation);
        await process.WaitForExitAsync(cancellation);
        var published = process.ExitCode == 0
            ? JsonSerializer.Deserialize<PublishedOnce>(printed.Split('\n').Last(l => l.StartsWith('{')))!
            : throw new InvalidOperationException(printed);
        await Console.Error.WriteLineAsync(
            string.Create(CultureInfo.InvariantCulture, $"  {published.State}: {published.Seconds:0.00} s, {published.Rendered} rendered,"
                + $" {published.Written.Count} written, {published.Calls} calls, {published.PeakBytes / 1048576} MiB"));
        return published.State is "Live" or "Unchanged" ? published : throw new InvalidOperationException(published.State);
    }

    private static PublishedOnce Middle(IEnumerable<PublishedOnce> runs) => runs.OrderBy(r => r.Seconds).ElementAt(Runs / 2);
}
