using System.Net;
using KawasakiServerless.Domain;
using KawasakiServerless.Fault.Tests.Promise;
using KawasakiServerless.Functions.Publishing;
using KawasakiServerless.Storage.Publications;
using KawasakiServerless.Storage.Submissions;
using KawasakiServerless.Storage.Years;
using KawasakiServerless.Testing;

namespace KawasakiServerless.Fault.Tests.Kills;

/// <summary>An operation that is killed at one call after another.</summary>
internal abstract class Scenario(MortalCity city)
{
    /// <summary>Kinds of calls that an operation makes by the hundred, all alike.</summary>
    public static readonly IReadOnlySet<string> Bulk = new HashSet<string>(["PUT content", "PUT $web", "DELETE $web", "DELETE content"], StringComparer.Ordinal);

    protected MortalCity City { get; } = city;

    protected Settled Promise { get; } = new(city.View);

    /// <summary>Brings an empty store to where the first round begins.</summary>
    public virtual Task PrepareAsync() => Task.CompletedTask;

    /// <summary>Brings the store to where a round begins.</summary>
    /// <param name="round">From 1.</param>
    public abstract Task BeginAsync(int round);

    /// <summary>The operation, until the app makes no more calls for it.</summary>
    public abstract Task ActAsync();

    /// <summary>What must hold of the store as the dead process left it.</summary>
    public abstract Task<IEnumerable<string>> AfterDeathAsync();

    /// <summary>After the restart: what people and timers do; then what must hold.</summary>
    public abstract Task<IEnumerable<string>> AfterRestartAsync();

    protected async Task FireAsync(string function)
    {
        using var answer = await City.FireAsync(function);
        if (answer.StatusCode != HttpStatusCode.OK)
            throw new InvalidOperationException($"{function} answered {answer.StatusCode}.\n{City.Output}");
    }

    protected async Task<HttpStatusCode> SubmitAsync(string department, byte[] workbook, params HttpStatusCode[] expected)
    {
        using var answer = await City.UploadAsync(department, workbook);
        return expected.Contains(answer.StatusCode) ? answer.StatusCode
            : throw new InvalidOperationException($"The upload was answered {answer.StatusCode}: {await answer.Content.ReadAsStringAsync()}");
    }
}

internal enum UploadKind
{
    First,
    Replacing,
    Rejected,
}

/// <summary>A workbook is uploaded. In every second round the clerk sends it again after the restart, as a person does who got no answer.</summary>
internal sealed class UploadScenario(MortalCity city, UploadKind kind) : Scenario(city)
{
    private static readonly string[] Bureaus = ["zaisei", "kankyo", "byoin", "soumukikaku", "shiminbunka", "keizairodo", "kodomomirai", "machizukuri", "kensetsuryokusei", "kowan", "rinkaibu", "jogesuido", "kotsu", "shobo", "kyoiku"];

    private string department = Bureaus[0];
    private byte[] workbook = [];
    private string? counted;
    private int round;

    public override async Task PrepareAsync()
    {
        if (kind != UploadKind.First)
            await SubmitAsync(department, SmallWorkbook.Of(department, (1, "一"), (2, "二")), HttpStatusCode.Created);
    }

    public override async Task BeginAsync(int round)
    {
        this.round = round;
        department = kind == UploadKind.First ? Bureaus[round - 1] : department;
        workbook = kind == UploadKind.Rejected ? SmallWorkbook.Of("kankyo", (1, $"ほかの局の取組{round}")) : SmallWorkbook.Of(department, (1, "一"), (2, $"取組{round}"), (3, "三"));
        counted = (await City.View.Get<CurrentStore>().FindAsync(FiscalYear.Of(2018), department, default))?.Submission;
    }

    public override async Task ActAsync()
    {
        using var answer = await City.UploadAsync(department, workbook);
    }

    // What counts is the one before or this one, whole.
    public override async Task<IEnumerable<string>> AfterDeathAsync()
    {
        var pointer = await City.View.Get<CurrentStore>().FindAsync(FiscalYear.Of(2018), department, default);
        if (pointer?.Submission == counted)
            return [];
        if (kind == UploadKind.Rejected || pointer!.Sha256 != Hash)
            return [$"{pointer?.Submission} counts instead of {counted}"];
        var records = await City.View.Get<Storage.Records.RecordStore>().ReadAsync(pointer.Submission, default);
        return records.Initiatives.Count == 3 ? [] : [$"{pointer.Submission} counts with {records.Initiatives.Count} of its 3 records"];
    }

    public override async Task<IEnumerable<string>> AfterRestartAsync()
    {
        var isSentAgain = round % 2 == 0;
        if (isSentAgain)
            await SubmitAsync(department, workbook, kind == UploadKind.Rejected ? [HttpStatusCode.UnprocessableEntity] : [HttpStatusCode.OK, HttpStatusCode.Created]);
        await FireAsync("Sweep");
        await FireAsync("Sweep");
        return [.. await Promise.BreachesAsync(), .. await OutcomeAsync(isSentAgain)];
    }

    private string Hash => PackedContent.HashOf(workbook);

    private async Task<IEnumerable<string>> OutcomeAsync(bool isSentAgain)
    {
        var own = (await Promise.SubmissionsAsync()).Where(s => s.Sha256 == Hash).ToList();
        var pointer = await City.View.Get<CurrentStore>().FindAsync(FiscalYear.Of(2018), department, default);
        if (isSentAgain && own.Count == 0)
            return ["what was sent again is lost"];
        if (kind == UploadKind.Rejected)
            return own.Any(s => s.State != SubmissionState.Rejected) || pointer?.Submission != counted ? ["a rejected workbook changed something"] : [];
        if (own.Count == 0)
            return pointer?.Submission != counted ? ["what was never received counts"] : [];
        return own.Count(s => s.State == SubmissionState.Accepted) != 1 || pointer?.Sha256 != Hash ? [$"{own.Count} submissions, {string.Join(' ', own.Select(s => s.State))}, {pointer?.Submission} counts"] : [];
    }
}

/// <summary>Something is published or put back.</summary>
internal abstract class PublishScenario(MortalCity city) : Scenario(city)
{
    protected const string Bureau = "zaisei";

    private Manifest? before;

    protected Publication? First { get; private set; }

    protected bool IsHeld { get; set; }

    public override async Task PrepareAsync()
    {
        await City.View.Get<YearStore>().ReleaseAsync(FiscalYear.Of(2018), default);
        await ReportAsync(0);
    }

    public override async Task BeginAsync(int round) => before = await LiveAsync();

    public override async Task<IEnumerable<string>> AfterDeathAsync()
    {
        // The one begun last, which need not be the one asked for last.
        var last = (await City.View.Get<PublicationStore>().HistoryAsync(default)).Where(p => p.StartedAt is not null).MaxBy(p => p.StartedAt);
        var after = last is null ? null : await City.View.Get<ManifestStore>().FindAsync(last.Manifest ?? last.Id, default);
        return (await Promise.Readers.BreachesAsync(before, after)).Select(b => $"(dead) {b}");
    }

    public override async Task<IEnumerable<string>> AfterRestartAsync()
    {
        await FireAsync("Sweep");
        await FireAsync("NightlyPublish");
        return [.. await Promise.BreachesAsync(), .. await Promise.OfSiteAsync(), .. await OutcomeAsync()];
    }

    protected virtual Task<IEnumerable<string>> OutcomeAsync() => Task.FromResult<IEnumerable<string>>([]);

    /// <summary>Reports two initiatives, of which the first says something new and the second is another one than the time before.</summary>
    protected Task ReportAsync(int round) => SubmitAsync(Bureau, SmallWorkbook.Of(Bureau, (1, $"取組{round}"), (round % 2 == 0 ? 2 : 3, "ほかの取組")), HttpStatusCode.Created);

    protected async Task PublishAsync() => await RequestAsync(HttpMethod.Post, "/api/publications");

    protected async Task RequestAsync(HttpMethod method, string path)
    {
        var ended = City.Switch.AnsweredAsync("release lock");
        using var answer = await City.SendAsync(method, path);
        if (answer.StatusCode != HttpStatusCode.Accepted)
            throw new InvalidOperationException($"{path} was answered {answer.StatusCode}.");
        await ended;
    }

    protected async Task PublishFirstAsync()
    {
        await PublishAsync();
        First = (await City.View.Get<PublicationStore>().HistoryAsync(default)).First(p => p.State == PublicationState.Live);
    }

    private async Task<Manifest?> LiveAsync()
    {
        var id = (await City.View.Get<PublicationStore>().HistoryAsync(default)).LiveManifests().FirstOrDefault();
        return id is null ? null : await City.View.Get<ManifestStore>().FindAsync(id, default);
    }
}

/// <summary>The first publication, into an empty site.</summary>
internal sealed class FirstPublication(MortalCity city) : PublishScenario(city)
{
    public override async Task BeginAsync(int round)
    {
        await Parallel.ForEachAsync(new[] { City.View.Storage.Web, City.View.Storage.Content, City.View.Storage.PublicationBlobs }, async (container, _) =>
            await Parallel.ForEachAsync(container.GetBlobsAsync(cancellationToken: default), async (blob, _) => await container.DeleteBlobAsync(blob.Name, cancellationToken: default)));
        foreach (var row in await City.View.Storage.Publications.QueryAsync<Storage.Tables.TableEntity>().ToListAsync())
            await City.View.Storage.Publications.DeleteEntityAsync(row.PartitionKey, row.RowKey);
        await base.BeginAsync(round);
    }

    public override Task ActAsync() => PublishAsync();
}

/// <summary>A page changed, one is new, one is gone. In every second round something else is accepted before the sweep takes the publication up.</summary>
internal sealed class ChangedPublication(MortalCity city) : PublishScenario(city)
{
    private int reports;
    private int round;

    public override async Task PrepareAsync()
    {
        await base.PrepareAsync();
        await PublishAsync();
    }

    public override async Task BeginAsync(int round)
    {
        this.round = round;
        await ReportAsync(++reports);
        await base.BeginAsync(round);
    }

    public override Task ActAsync() => PublishAsync();

    public override async Task<IEnumerable<string>> AfterRestartAsync()
    {
        if (round % 2 == 0)
            await ReportAsync(++reports);
        return await base.AfterRestartAsync();
    }
}

/// <summary>An earlier publication is put back, and publishing is held.</summary>
internal sealed class RestoredPublication(MortalCity city) : PublishScenario(city)
{
    private int reports;

    public override async Task PrepareAsync()
    {
        await base.PrepareAsync();
        await PublishFirstAsync();
    }

    public override async Task BeginAsync(int round)
    {
        using var lifted = await City.SendAsync(HttpMethod.Post, "/api/publications/release");
        await ReportAsync(++reports);
        await PublishAsync();
        await base.BeginAsync(round);
    }

    public override Task ActAsync() => RequestAsync(HttpMethod.Post, $"/api/publications/{First!.Id}/restore");

    // Put back and held, or as if nobody had asked.
    protected override async Task<IEnumerable<string>> OutcomeAsync()
    {
        var hold = await City.View.Get<HoldStore>().FindAsync(default);
        var night = (await City.View.Get<PublicationStore>().HistoryAsync(default)).First(p => p.Trigger == Triggers.Nightly);
        var isBack = night is { State: PublicationState.Held } && night.Manifest == First!.Manifest;
        return (hold is not null) == isBack ? [] : [$"the hold is {hold?.Restored ?? "none"}, and the night ended as {night.State} with {night.Manifest}"];
    }
}

/// <summary>The sweep takes up what others left: a submission received, one that is to be rejected, one whose year is not open, a workbook without a row, a publication.</summary>
internal sealed class SweepScenario(MortalCity city) : PublishScenario(city)
{
    private int left;

    public override async Task PrepareAsync()
    {
        await base.PrepareAsync();
        await PublishAsync();
    }

    public override async Task BeginAsync(int round)
    {
        await base.BeginAsync(round);
        var ago = DateTimeOffset.UtcNow.AddDays(-7);
        await LeaveAsync("kankyo", SmallWorkbook.Of("kankyo", (1, $"受信{++left}")), ago);
        await LeaveAsync("kowan", SmallWorkbook.Of("zaisei", (1, $"誤り{left}")), ago);
        await LeaveAsync("byoin", SmallWorkbook.Of("byoin", (1, $"開かれていない年度{left}")), ago, year: 2030);
        await City.View.Get<SubmissionStore>().SaveOriginalAsync(SubmissionId.New(FiscalYear.Of(2018), "kotsu", ago), SmallWorkbook.Of("kotsu", (1, "孤児")), default);
        await City.View.Get<PublicationStore>().AddAsync(new(PublicationStore.NewId(ago.AddSeconds(left)), PublicationState.Requested, Triggers.Request, "a test", ago, null), default);
    }

    public override Task ActAsync() => FireAsync("Sweep");

    private async Task<Submission> LeaveAsync(string department, byte[] workbook, DateTimeOffset at, int year = 2018)
    {
        var pointer = await City.View.Get<CurrentStore>().FindAsync(FiscalYear.Of(year), department, default);
        var id = SubmissionId.New(FiscalYear.Of(year), department, at);
        await City.View.Get<SubmissionStore>().SaveOriginalAsync(id, workbook, default);
        return await City.View.Get<SubmissionStore>().AddAsync(
            new(id, SubmissionState.Received, null, PackedContent.HashOf(workbook), workbook.Length, at, "a clerk", pointer?.Submission, pointer?.ETag), default);
    }
}
