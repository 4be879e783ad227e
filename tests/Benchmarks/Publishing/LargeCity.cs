using System.Diagnostics;
using KawasakiServerless.Application;
using KawasakiServerless.Application.Publishing;
using KawasakiServerless.Application.Submissions;
using KawasakiServerless.Domain;
using KawasakiServerless.Site;
using KawasakiServerless.Storage;
using KawasakiServerless.Storage.Records;
using KawasakiServerless.Storage.Submissions;
using KawasakiServerless.Storage.Years;
using KawasakiServerless.Testing;
using KawasakiServerless.Workbooks.Writing;
using Microsoft.Extensions.DependencyInjection;

namespace KawasakiServerless.Benchmarks;

/// <summary>What one publication did and needed.</summary>
/// <param name="Written">The paths of the files written to the live site.</param>
/// <param name="Calls">The number of all requests to storage.</param>
/// <param name="PeakBytes">The peak memory of the process (resident set).</param>
internal sealed record PublishedOnce(string State, double Seconds, int Rendered, IReadOnlyList<string> Written,
    IReadOnlyList<string> Contents, int Calls, int TableQueries, long PeakBytes);

/// <summary>Runs the app's use cases against a store that the benchmarks fill.</summary>
internal sealed class LargeCity : IAsyncDisposable
{
    private static readonly FiscalYear Year = FiscalYear.Of(2018);

    private readonly ServiceProvider services;

    public LargeCity(string connection) => services = new ServiceCollection()
        .AddLogging()
        .AddApplication(
            Network.Connect(connection), new SiteOptions(new("https://care.example/")) { DataLicense = new(AppProcess.License) })
        .BuildServiceProvider();

    public CountedNetwork Network { get; } = new();

    public T Get<T>()
        where T : notnull => services.GetRequiredService<T>();

    /// <summary>Opens and releases a year that has no submissions yet.</summary>
    public async Task OpenAsync(CancellationToken cancellation)
    {
        await Get<CityStorage>().EnsureCreatedAsync(cancellation);
        await Get<YearStore>().OpenAsync(Year, Register.Of2018, cancellation);
        await Get<YearStore>().ReleaseAsync(Year, cancellation);
    }

    /// <summary>Stores submissions with this many initiatives in total, in the places where accepted uploads are stored.</summary>
    public async Task FillAsync(int initiatives, CancellationToken cancellation)
    {
        foreach (var submission in SyntheticReport.Submissions(initiatives))
            await SubmitAsync(submission.Department, submission.Records, cancellation);
    }

    /// <summary>
    /// Submits the records of the first department again with the figures of one indicator changed. The other records stay the same,
    /// including their sources.
    /// </summary>
    public async Task ChangeAFigureAsync(int which, CancellationToken cancellation)
    {
        var pointer = (await Get<CurrentStore>().OfYearAsync(Year, cancellation)).OrderBy(p => p.Department, StringComparer.Ordinal)
            .First();
        var before = await Get<RecordStore>().ReadAsync(pointer.Submission, cancellation);
        var changed = before.Indicators[which % before.Indicators.Count];
        await SubmitAsync(pointer.Department, before.Select(r => r == changed ? Raised(changed) : r), cancellation);
    }

    /// <summary>
    /// Uploads the workbook of the coordinator's department again with the figures of one indicator changed. It is accepted in the same way
    /// as any upload.
    /// </summary>
    public async Task UploadAFigureAsync(int which, CancellationToken cancellation)
    {
        var department = Register.Of2018.Department(LargeWorkbook.Department);
        var pointer = (await Get<CurrentStore>().FindAsync(Year, department.Code, cancellation))!;
        var before = await Get<RecordStore>().ReadAsync(pointer.Submission, cancellation);
        var changed = before.Indicators.Where(i => i.Figures.Any(f => f.Value is not null)).ElementAt(which);
        var workbook = TemplateWriter.Write(
            new(Register.Of2018, Year, department, before.Select(r => r == changed ? Raised(changed) : r), DateTimeOffset.UnixEpoch));
        if (await UploadAsync(department.Code, workbook, cancellation) is not UploadOutcome.Accepted)
            throw new InvalidOperationException("The workbook is to be accepted.");
    }

    /// <summary>
    /// Uploads a workbook. Afterwards, <see cref="Network"/> contains the calls of the submission, without those that every request needs
    /// to find its year.
    /// </summary>
    public async Task<UploadOutcome> UploadAsync(string department, byte[] workbook, CancellationToken cancellation)
    {
        var year = (await Get<YearStore>().FindAsync(Year, cancellation))!;
        Network.Forget();
        return await Get<Acceptance>().AcceptAsync(
            new(year, Register.Of2018.Department(department), workbook, "workbook.xlsx", "a benchmark"), cancellation);
    }

    public async Task<PublishedOnce> PublishAsync(string trigger, CancellationToken cancellation)
    {
        Network.Forget();
        var clock = Stopwatch.StartNew();
        var publication = await Get<Publisher>().PublishAsync(trigger, "a benchmark", cancellation);
        var seconds = clock.Elapsed.TotalSeconds;
        using var process = Process.GetCurrentProcess();
        var requests = Network.Requests;
        return new(
            $"{publication.State} {publication.Message}".TrimEnd(),
            seconds,
            publication.Rendered,
            [.. Written(requests, "PUT $web/")],
            [.. Written(requests, "PUT content/")],
            requests.Count,
            requests.Count(r => r.StartsWith("GET ", StringComparison.Ordinal) && r.Contains("()", StringComparison.Ordinal)),
            process.PeakWorkingSet64);
    }

    public ValueTask DisposeAsync() => services.DisposeAsync();

    private static IEnumerable<string> Written(IEnumerable<string> requests, string prefix) =>
        requests.Where(r => r.StartsWith(prefix, StringComparison.Ordinal)).Select(r => r[prefix.Length..]).Order(StringComparer.Ordinal);

    private static Indicator Raised(Indicator indicator) => indicator with
    {
        Figures = [.. indicator.Figures.Select(f => f.Value is { } value ? Figure.Reported(f.Year, value + 1000) : f)],
        Source = indicator.Source with { UploadedAt = indicator.Source.UploadedAt.AddDays(1) },
    };

    private async Task SubmitAsync(string department, DepartmentRecords records, CancellationToken cancellation)
    {
        var now = DateTimeOffset.UtcNow;
        var (id, current) = (SubmissionId.New(Year, department, now), await Get<CurrentStore>().FindAsync(Year, department, cancellation));
        await Get<SubmissionStore>().AddAsync(
            new(id, SubmissionState.Accepted, "workbook.xlsx", id.Value, 0, now, "a benchmark", current?.Submission,
                current?.Version)
            { Counts = records.Counts },
            cancellation);
        await Get<RecordStore>().WriteAsync(id.Value, records, cancellation);
        await Get<CurrentStore>().TryMoveAsync(Year, new(department, id.Value, id.Value, now, default), current?.Version, cancellation);
    }
}
