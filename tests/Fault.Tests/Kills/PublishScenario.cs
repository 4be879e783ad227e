using System.Net;
using KawasakiServerless.Domain;
using KawasakiServerless.Fault.Tests.Cities;
using KawasakiServerless.Storage.Publications;
using KawasakiServerless.Storage.Years;
using KawasakiServerless.Testing;

namespace KawasakiServerless.Fault.Tests.Kills;

/// <summary>The base class of scenarios in which something is published, restored or purged.</summary>
internal abstract class PublishScenario(MortalCity city) : Scenario(city)
{
    protected const string Bureau = "zaisei";

    private Manifest? before;

    public override async Task PrepareAsync()
    {
        await City.View.Get<YearStore>().ReleaseAsync(FiscalYear.Of(2018), default);
        await ReportAsync(0);
    }

    public override async Task BeginAsync(int round) => before = await LiveAsync();

    public override async Task<IEnumerable<string>> AfterDeathAsync()
    {
        // The publication that started last, which need not be the one requested last.
        var last = (await City.View.Get<PublicationStore>().HistoryAsync(default)).Where(p => p.StartedAt is not null)
            .MaxBy(p => p.StartedAt);
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

    /// <summary>
    /// Reports two initiatives: the first with a new text, the second a different initiative from the one reported before.
    /// </summary>
    protected Task ReportAsync(int round) =>
        SubmitAsync(Bureau, SmallWorkbook.Of(Bureau, (1, $"取組{round}"), (round % 2 == 0 ? 2 : 3, "ほかの取組")), HttpStatusCode.Created);

    protected async Task PublishAsync() => await RequestAsync(HttpMethod.Post, "/api/publications");

    protected async Task RequestAsync(HttpMethod method, string path)
    {
        var ended = City.Switch.AnsweredAsync("release lock");
        using var answer = await City.SendAsync(method, path);
        if (answer.StatusCode != HttpStatusCode.Accepted)
            throw new InvalidOperationException($"{path} was answered {answer.StatusCode}.");
        await ended.WaitAsync(City.Death);
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
        await Parallel.ForEachAsync(new[] { City.View.Storage.Web.Client, City.View.Storage.Content.Client,
            City.View.Storage.PublicationBlobs.Client }, async (container, _) =>
            await Parallel.ForEachAsync(container.GetBlobsAsync(cancellationToken: default),
                async (blob, _) => await container.DeleteBlobAsync(blob.Name, cancellationToken: default)));
        foreach (var row in await City.View.Storage.Publications.Client.QueryAsync<Azure.Data.Tables.TableEntity>().ToListAsync())
            await City.View.Storage.Publications.Client.DeleteEntityAsync(row.PartitionKey, row.RowKey);
        await base.BeginAsync(round);
    }

    public override Task ActAsync() => PublishAsync();
}

/// <summary>
/// Publishes a site in which one page changed, one is new and one is gone. In every second round, another workbook is accepted after the
/// restart, before the sweep resumes the publication.
/// </summary>
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

/// <summary>Restores an earlier publication. This also sets a hold, which stops all other publications until the hold is lifted.</summary>
internal sealed class RestoredPublication(MortalCity city) : PublishScenario(city)
{
    private Publication? first;
    private int reports;

    public override async Task PrepareAsync()
    {
        await base.PrepareAsync();
        await PublishAsync();
        first = (await City.View.Get<PublicationStore>().HistoryAsync(default)).First(p => p.State == PublicationState.Live);
    }

    public override async Task BeginAsync(int round)
    {
        using var lifted = await City.SendAsync(HttpMethod.Post, "/api/publications/release");
        await ReportAsync(++reports);
        await PublishAsync();
        await base.BeginAsync(round);
    }

    public override Task ActAsync() => RequestAsync(HttpMethod.Post, $"/api/publications/{first!.Id}/restore");

    // Returns what is wrong. Allowed are only two outcomes: the earlier publication is restored and there is a hold, or everything is as if
    // nobody had requested the restore.
    protected override async Task<IEnumerable<string>> OutcomeAsync()
    {
        var hold = await City.View.Get<HoldStore>().FindAsync(default);
        var night = (await City.View.Get<PublicationStore>().HistoryAsync(default)).First(p => p.Trigger == Triggers.Nightly);
        var isBack = night is { State: PublicationState.Held } && night.Manifest == first!.Manifest;
        return (hold is not null) == isBack
            ? []
            : [$"the hold is {hold?.Restored ?? "none"}, and the night ended as {night.State} with {night.Manifest}"];
    }
}
