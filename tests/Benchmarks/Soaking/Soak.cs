using System.Collections.Concurrent;
using System.Globalization;
using System.Net;
using System.Net.Http.Json;
using System.Text.Json;
using System.Text.RegularExpressions;
using KawasakiServerless.Domain;
using KawasakiServerless.Testing;
using KawasakiServerless.Workbooks.Reading;
using KawasakiServerless.Workbooks.Writing;

namespace KawasakiServerless.Benchmarks;

/// <summary>
/// The command soak [--minutes 30]: starts the local run of the app, and uploads, publishes and reads pages at the same time. Prints how
/// the memory of the app developed, and the faults that were found.
/// </summary>
internal sealed partial class Soak : IDisposable
{
    private const int Readers = 3, LinksOfAPage = 3;

    private static readonly FiscalYear Year = FiscalYear.Of(2018);
    private static readonly TimeSpan BetweenUploads = TimeSpan.FromSeconds(2), BetweenPublications = TimeSpan.FromSeconds(10),
        BetweenLooks = TimeSpan.FromSeconds(5);

    private readonly HttpClient http;
    private readonly int process;
    private readonly ConcurrentQueue<string> faults = [];
    private readonly List<double> memory = [];
    private int uploads, publications, reads;

    private Soak(AppProcess app)
    {
        process = app.Id;
        http = new(new SocketsHttpHandler { AutomaticDecompression = DecompressionMethods.GZip })
        {
            BaseAddress = app.Address,
            Timeout = TimeSpan.FromMinutes(2)
        };
    }

    public static async Task<int> RunAsync(string[] options)
    {
        var minutes = options switch
        {
            [] => 30,
            ["--minutes", var text] when int.TryParse(
                text, NumberStyles.None, CultureInfo.InvariantCulture, out var given) && given > 0 => given,
            _ => 0,
        };
        if (minutes == 0)
        {
            await Console.Error.WriteLineAsync("soak [--minutes 30]");
            return 2;
        }

        var data = Directory.CreateTempSubdirectory("kawasaki-soak-");
        try
        {
            await using var app = await AppProcess.LocalAsync(data);
            using var soak = new Soak(app);
            await soak.RunAsync(TimeSpan.FromMinutes(minutes));
            // Azurite ends with the app. Otherwise it could still write to the folder while the folder is deleted.
            await app.InterruptAsync();
            return soak.Tell() ? 0 : 1;
        }
        finally
        {
            data.Delete(recursive: true);
        }
    }

    public void Dispose() => http.Dispose();

    private async Task RunAsync(TimeSpan duration)
    {
        using var end = new CancellationTokenSource(duration);
        await Task.WhenAll(
            [
                RepeatAsync(BetweenUploads, UploadAsync, end.Token),
                RepeatAsync(BetweenPublications, PublishAsync, end.Token),
                RepeatAsync(BetweenLooks, LookAsync, end.Token),
                .. Enumerable.Range(0, Readers)
                    .Select(reader => RepeatAsync(TimeSpan.FromMilliseconds(250), turn => ReadAsync((turn * Readers) + reader), end.Token)),
            ]);
        await SettleAsync();
    }

    // The cancellation token only ends the repetition. An action that has begun is completed, so that no cancelled request counts as a
    // fault.
    private async Task RepeatAsync(TimeSpan pause, Func<int, Task> act, CancellationToken end)
    {
        using var timer = new PeriodicTimer(pause);
        try
        {
            for (var turn = 0; await timer.WaitForNextTickAsync(end); turn++)
                await TryAsync(act, turn);
        }
        catch (OperationCanceledException)
        {
            // The time is over.
        }
    }

    private async Task TryAsync(Func<int, Task> act, int turn)
    {
        try
        {
            await act(turn);
        }
        catch (Exception failure) when (failure is HttpRequestException or TaskCanceledException or JsonException)
        {
            faults.Enqueue($"{act.Method.Name}: {failure.Message}");
        }
    }

    // Downloads a department's workbook from the app, changes the text of one initiative, and uploads the workbook.
    private async Task UploadAsync(int turn)
    {
        var departments = Register.Of2018.Departments;
        var department = departments[turn % departments.Count];
        var workbook = await http.GetByteArrayAsync($"api/departments/{department.Code}/template?year=2018");
        var records = WorkbookReader.Read(workbook, new(Register.Of2018, Year, department.Code)).Records;
        if (records.Initiatives.Count == 0)
            return;
        var changed = records with
        {
            Initiatives = [.. records.Initiatives
            .Select((initiative, n) => n == turn % records.Initiatives.Count ? Told(initiative, turn) : initiative)]
        };
        using var content = new ByteArrayContent(
            TemplateWriter.Write(new(Register.Of2018, Year, department, changed, DateTimeOffset.UnixEpoch)));
        using var answer = await http.PostAsync($"api/departments/{department.Code}/submissions?year=2018", content);
        Expect(answer.StatusCode is HttpStatusCode.Created or HttpStatusCode.OK, $"upload for {department.Code}: {(int)answer.StatusCode}");
        uploads++;
    }

    private static Initiative Told(Initiative initiative, int turn) =>
        initiative with { Text = $"{Turn().Replace(initiative.Text, "")}（{turn.ToString(CultureInfo.InvariantCulture)}回目の修正）" };

    private async Task PublishAsync(int turn)
    {
        using var answer = await http.PostAsync("api/publications", null);
        Expect(answer.StatusCode == HttpStatusCode.Accepted, $"publication: {(int)answer.StatusCode}");
        publications++;
    }

    // Reads a page, checks that it is complete, and reads some of the pages and files that it links to.
    private async Task ReadAsync(int turn)
    {
        var pages = Address().Matches(await http.GetStringAsync("sitemap.xml"));
        var page = new Uri(pages[turn * 7919 % pages.Count].Groups[1].Value).AbsolutePath;
        var html = await BodyAsync(page, page);
        Expect(html.EndsWith("</html>", StringComparison.Ordinal)
            || html.EndsWith("</html>\n", StringComparison.Ordinal), $"{page} is cut off");
        var links = Link().Matches(html);
        foreach (var link in Enumerable.Range(0, LinksOfAPage).Select(n => links[((turn * 31) + (n * 977)) % links.Count].Groups[1].Value))
            await BodyAsync(WebUtility.HtmlDecode(link), page);
    }

    private async Task<string> BodyAsync(string path, string from)
    {
        using var answer = await http.GetAsync(path);
        Expect(answer.StatusCode == HttpStatusCode.OK, $"{path} from {from}: {(int)answer.StatusCode}");
        reads++;
        return await answer.Content.ReadAsStringAsync();
    }

    private async Task LookAsync(int turn)
    {
        var status = await File.ReadAllTextAsync($"/proc/{process}/status");
        var mebibytes = long.Parse(Resident().Match(status).Groups[1].Value, CultureInfo.InvariantCulture) / 1024.0;
        lock (memory)
            memory.Add(mebibytes);
        if (turn % 12 == 0)
            Console.WriteLine(
                $"{turn / 12,3} min: {mebibytes:F0} MiB, {uploads} uploads, {publications} publications asked for, {reads} reads, "
                    + $"{faults.Count} faults");
    }

    // Waits until every requested publication has ended, and counts each failed one as a fault.
    private async Task SettleAsync()
    {
        using var limit = new CancellationTokenSource(TimeSpan.FromMinutes(5));
        using var timer = new PeriodicTimer(TimeSpan.FromSeconds(1));
        var states = await StatesAsync();
        while (states.Any(s => s is "requested" or "running") && await timer.WaitForNextTickAsync(limit.Token))
            states = await StatesAsync();
        foreach (var failed in states.Where(s => s == "failed"))
            faults.Enqueue($"a publication {failed}");
        Console.WriteLine(
            $"publications: {string.Join(", ", states.GroupBy(s => s, StringComparer.Ordinal).Select(g => $"{g.Count()} {g.Key}"))}");
    }

    private async Task<List<string>> StatesAsync() =>
        [.. (await http.GetFromJsonAsync<JsonElement>("api/publications")).EnumerateArray()
            .Select(p => p.GetProperty("state").GetString()!)];

    private void Expect(bool holds, string fault)
    {
        if (!holds)
            faults.Enqueue(fault);
    }

    /// <returns>Whether there were no faults.</returns>
    private bool Tell()
    {
        var thirds = memory.Chunk(Math.Max(1, (memory.Count + 2) / 3)).Select(third => third.Order().ElementAt(third.Length / 2)).ToList();
        Console.WriteLine($"{uploads} uploads, {publications} publications asked for, {reads} reads");
        Console.WriteLine(
            $"memory (median of each third, MiB): {string.Join(", ", thirds.Select(m => $"{m:F0}"))}; most {memory.Max():F0}");
        Console.WriteLine($"{faults.Count} faults");
        foreach (var fault in faults.Take(20))
            Console.WriteLine($"  {fault}");
        return faults.IsEmpty;
    }

    [GeneratedRegex("（[0-9]+回目の修正）$")]
    private static partial Regex Turn();

    [GeneratedRegex("<loc>([^<]+)</loc>")]
    private static partial Regex Address();

    [GeneratedRegex("(?:href|src)=\"(/[^\"#?]*)")]
    private static partial Regex Link();

    [GeneratedRegex(@"VmRSS:\s+([0-9]+) kB")]
    private static partial Regex Resident();
}
