using System.Diagnostics;
using System.Globalization;
using System.Net.Http.Headers;
using KawasakiServerless.Domain;
using KawasakiServerless.Storage;
using KawasakiServerless.Storage.Years;
using KawasakiServerless.Testing;

namespace KawasakiServerless.Benchmarks;

/// <summary>
/// The command together: 50 people repeatedly open the coordinator's board while 20 departments submit at the same time, over HTTP and with
/// storage in Azurite. Prints the number of successful responses, the responses per second, and the median and the slowest time.
/// </summary>
internal static class TogetherMeasure
{
    private const int Departments = 20, Readers = 50, Looks = 4;

    private static readonly FiscalYear Year = FiscalYear.Of(2018);

    public static async Task<int> RunAsync()
    {
        var azurite = new AzuriteFixture { Stores = 1 };
        await azurite.InitializeAsync();
        try
        {
            using var log = new KeptLog();
            await using var server = PipelineServer.Build(azurite.NewStore(), log);
            await server.Get<CityStorage>().EnsureCreatedAsync(CancellationToken.None);
            await server.Get<YearStore>().OpenAsync(Year, Register.Of2018, CancellationToken.None);
            await server.StartAsync();
            using var http = new HttpClient { BaseAddress = server.Address };
            await LookAsync(http, 0);
            await TellAsync(http);
        }
        finally
        {
            await azurite.DisposeAsync();
        }

        return 0;
    }

    private static async Task TellAsync(HttpClient http)
    {
        var codes = Register.Of2018.Departments.Take(Departments).Select(d => (d.Code, Workbook: SmallWorkbook.Of(d.Code, (1, "講座を開いた。"))))
            .ToList();
        var clock = Stopwatch.StartNew();
        var submitting = Task.WhenAll(codes.Select(c => SubmitAsync(http, c.Code, c.Workbook)));
        var looks = (await Task.WhenAll(Enumerable.Range(1, Readers).Select(reader => RescanReusedAsync(http, reader)))).SelectMany(l => l)
            .ToList();
        var looked = clock.Elapsed;
        var submissions = await submitting;
        await Console.Out.WriteLineAsync(Line($"{Readers} people at once on the board, {Looks} times each", looks, looked));
        await Console.Out.WriteLineAsync(Line($"{Departments} departments submitting at once", submissions, clock.Elapsed));
    }

    private static string Line(string what, IReadOnlyCollection<Answer> answers, TimeSpan took) => string.Create(
        CultureInfo.InvariantCulture,
        $"{what}: {answers.Count(a => a.IsSuccess)} of {answers.Count} well, {answers.Count / took.TotalSeconds:0.0} a second, median "
            + $"{answers.Select(a => a.Milliseconds).Order().ElementAt(answers.Count / 2):0} ms, slowest "
            + $"{answers.Max(a => a.Milliseconds):0} ms");

    private static async Task<List<Answer>> RescanReusedAsync(HttpClient http, int reader)
    {
        List<Answer> answers = [];
        for (var look = 0; look < Looks; look++)
            answers.Add(await LookAsync(http, reader));
        return answers;
    }

    private static Task<Answer> LookAsync(HttpClient http, int reader) =>
        SendAsync(http, new(HttpMethod.Get, "/staff/2018/board"), SignedIn.As($"reader {reader}", "Coordinator"));

    private static Task<Answer> SubmitAsync(HttpClient http, string code, byte[] workbook)
    {
        var content = new ByteArrayContent(workbook);
        content.Headers.ContentType = new MediaTypeHeaderValue("application/vnd.openxmlformats-officedocument.spreadsheetml.sheet");
        var request = new HttpRequestMessage(HttpMethod.Post, $"/api/departments/{code}/submissions?year=2018") { Content = content };
        return SendAsync(http, request, SignedIn.As($"clerk of {code}", $"Department.{code}"));
    }

    private static async Task<Answer> SendAsync(HttpClient http, HttpRequestMessage request, string principal)
    {
        request.Headers.Add(SignedIn.Header, principal);
        var clock = Stopwatch.StartNew();
        using var answer = await http.SendAsync(request);
        await answer.Content.ReadAsByteArrayAsync();
        return new(answer.IsSuccessStatusCode, clock.Elapsed.TotalMilliseconds);
    }

    private sealed record Answer(bool IsSuccess, double Milliseconds);
}
