using System.Diagnostics;
using System.Globalization;
using KawasakiServerless.Application.Reviews;
using KawasakiServerless.Domain;
using KawasakiServerless.Storage;
using KawasakiServerless.Storage.Submissions;
using KawasakiServerless.Storage.Years;
using KawasakiServerless.Testing;

namespace KawasakiServerless.Benchmarks;

/// <summary>
/// The command board: measures the coordinator's board (the page with the state of all departments) for 200 departments with 50 submissions
/// each, with storage in Azurite. Prints the storage requests and the time that the board takes.
/// </summary>
internal static class BoardMeasure
{
    private const int Departments = 200, Submissions = 50, Runs = 9;

    private static readonly FiscalYear Year = FiscalYear.Of(2018);
    private static readonly DateTimeOffset Start = new(2018, 7, 1, 0, 0, 0, TimeSpan.Zero);

    public static async Task<int> RunAsync()
    {
        var azurite = new AzuriteFixture { Stores = 1 };
        await azurite.InitializeAsync();
        try
        {
            var store = azurite.NewStore();
            await using var city = new LargeCity(store);
            await FillAsync(city, CancellationToken.None);
            await TellAsync(city, CancellationToken.None);
            await TellPageAsync(store);
        }
        finally
        {
            await azurite.DisposeAsync();
        }

        return 0;
    }

    private static async Task TellAsync(LargeCity city, CancellationToken cancellation)
    {
        var year = (await city.Get<YearStore>().FindAsync(Year, cancellation))!;
        List<double> milliseconds = [];
        for (var run = 0; run < Runs; run++)
        {
            city.Network.Forget();
            var clock = Stopwatch.StartNew();
            var board = await city.Get<Boards>().OfAsync(year, cancellation);
            milliseconds.Add(clock.Elapsed.TotalMilliseconds);
            Trace.Assert(board.Lines.Count == Departments && board.CountOf(ReportState.SentBack) == Departments, "The board is not whole.");
        }

        await Console.Out.WriteLineAsync(string.Create(
            CultureInfo.InvariantCulture,
            $"{Departments} departments, {Submissions} submissions each: {city.Network.Requests.Count} request "
                + $"({string.Join(", ", city.Network.Requests)}), first {milliseconds[0]:0} ms, median "
                + $"{milliseconds.Order().ElementAt(Runs / 2):0} ms"));
    }

    // Measures the whole page as a browser gets it, including the check of the sign-in and the rendering.
    private static async Task TellPageAsync(string store)
    {
        using var log = new KeptLog();
        await using var server = PipelineServer.Build(store, log);
        await server.StartAsync();
        using var http = new HttpClient { BaseAddress = server.Address };
        http.DefaultRequestHeaders.Add(SignedIn.Header, SignedIn.With("Coordinator"));
        List<double> milliseconds = [];
        var bytes = 0;
        for (var run = 0; run < Runs; run++)
        {
            var clock = Stopwatch.StartNew();
            bytes = (await http.GetByteArrayAsync("/staff/2018/board")).Length;
            milliseconds.Add(clock.Elapsed.TotalMilliseconds);
        }

        await Console.Out.WriteLineAsync(string.Create(
            CultureInfo.InvariantCulture,
            $"Its page: {bytes:#,0} bytes, first {milliseconds[0]:0} ms, median {milliseconds.Order().ElementAt(Runs / 2):0} ms"));
    }

    private static async Task FillAsync(LargeCity city, CancellationToken cancellation)
    {
        await city.Get<CityStorage>().EnsureCreatedAsync(cancellation);
        await city.Get<YearStore>()
            .OpenAsync(Year, Register.Of2018 with
            {
                Coordinator = CodeOf(0),
                Departments = [.. Enumerable.Range(0, Departments).Select(Department)]
            }, cancellation);
        await Parallel.ForEachAsync(Enumerable.Range(0, Departments),
            new ParallelOptions { MaxDegreeOfParallelism = 16, CancellationToken = cancellation }, async (i, _) =>
            await FillAsync(city, CodeOf(i), cancellation));
    }

    // Stores the rows that accepted submissions would have left, and a review with six open comments.
    private static async Task FillAsync(LargeCity city, string department, CancellationToken cancellation)
    {
        Submission? last = null;
        for (var i = 0; i < Submissions; i++)
        {
            var at = Start.AddHours(i);
            var row = new Submission(
                SubmissionId.New(Year, department, at), SubmissionState.Accepted, "報告.xlsx", "00", 1, at, "一人目の職員", last?.Id.Value, null);
            last = await city.Get<SubmissionStore>().AddAsync(row, cancellation);
        }

        var pointer = new CurrentPointer(
            department, last!.Id.Value, "00", last.UploadedAt, default)
        { Who = last.UploadedBy, Findings = new(0, 3, 2, 14) };
        await city.Get<CurrentStore>().TryMoveAsync(Year, pointer, null, cancellation);
        var comments = Enum.GetValues<ReportSection>().Select(s => new TypedComment(s, new string('長', CommentText.MostOfAComment)));
        await city.Get<ReportReviews>().SendBackAsync(
            new(Year, department), new(new(pointer.Submission, null), [.. comments]),
            new(Guid.NewGuid(), "取りまとめ担当", ReviewSide.Coordinator), cancellation);
    }

    private static Department Department(int index) =>
        Register.Of2018.Departments[0] with { Order = index + 1, Code = CodeOf(index), Name = $"{CodeOf(index)}局", Aliases = [] };

    private static string CodeOf(int index) => $"dept{(char)('a' + (index / 26))}{(char)('a' + (index % 26))}";
}
