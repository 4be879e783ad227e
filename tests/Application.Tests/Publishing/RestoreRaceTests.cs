using Azure.Data.Tables;
using KawasakiServerless.Application.Publishing;
using KawasakiServerless.Application.Tests.Faults;
using KawasakiServerless.Domain;
using KawasakiServerless.Storage.Publications;

namespace KawasakiServerless.Application.Tests.Publishing;

/// <summary>Two people restore publications, or lift the same hold, at the same time.</summary>
[Collection(SharedAzurite.Name)]
public sealed class RestoreRaceTests(SharedAzurite azurite)
{
    private readonly FaultyNetwork network = new();

    [Theory]
    [InlineData(false)]
    [InlineData(true)]
    public async Task TheSecondOfTwoRestoresAtTheSameTimeIsRefused(bool isHeld)
    {
        await using var city = await azurite.PublishedAsync(network, "一");
        var first = await city.NewestAsync();
        await city.ReportAsync("一", "二");
        var second = await city.PublishAsync(Triggers.Request);
        if (isHeld)
            await RestoreAsync(city, first.Id, "a third coordinator");
        RestoreOutcome? winner = null;
        DuringFirst("POST Publications", () => winner = RestoreAsync(city, second.Id, "the faster").GetAwaiter().GetResult());

        var loser = await RestoreAsync(city, first.Id, "the slower");

        var hold = Assert.IsType<RestoreOutcome.Overtaken>(loser).Now;
        Assert.Equal(("the faster", second.Id), (hold?.Who, hold?.Restored));
        Assert.Equal(hold, await city.Get<HoldStore>().FindAsync(default));
        Assert.Equal(hold?.Publication, Assert.IsType<RestoreOutcome.Requested>(winner).Publication.Id);
        var refused = Assert.Single(await city.Get<PublicationStore>().HistoryAsync(default), p => p.RequestedBy == "the slower");
        Assert.Equal(PublicationState.Failed, refused.State);
        Assert.NotNull(refused.FinishedAt);
        Assert.DoesNotContain(await AuditAsync(city), e => e.Who == "the slower");
        Assert.Contains(await AuditAsync(city), e => e == ("the faster", "restore", second.Id));
    }

    [Theory]
    [InlineData(false)]
    [InlineData(true)]
    public async Task OnlyThePersonWhoLiftedTheHoldIsInTheAuditLog(bool losesFirstAnswers)
    {
        await using var city = await azurite.PublishedAsync(network, "一");
        var first = await city.NewestAsync();
        await RestoreAsync(city, first.Id, "the coordinator");
        var restoration = city.Get<Restoration>();
        bool? isLifted = null;
        DuringFirst("POST Audit", () => isLifted = restoration.LiftAsync("the faster", default).GetAwaiter().GetResult());
        network.LosesFirstAnswers = losesFirstAnswers;

        Assert.True(await restoration.LiftAsync("the slower", default));

        Assert.True(isLifted);
        Assert.Null(await city.Get<HoldStore>().FindAsync(default));
        Assert.Equal([("the faster", "lift hold", first.Id)], (await AuditAsync(city)).Where(e => e.What == "lift hold"));
        Assert.IsType<RestoreOutcome.Requested>(await RestoreAsync(city, first.Id, "the coordinator"));
    }

    // Runs the action once, in the moment in which the given request is on its way to storage.
    private void DuringFirst(string named, Action act)
    {
        var isDone = false;
        network.IsCut = request =>
        {
            if (isDone || !PublishedCity.Named(request).StartsWith(named, StringComparison.Ordinal))
                return false;
            isDone = true;
            Task.Run(act).GetAwaiter().GetResult();
            return false;
        };
    }

    private static Task<RestoreOutcome> RestoreAsync(City city, string publication, string who) =>
        city.Get<Restoration>().RequestAsync(publication, who, default);

    private static async Task<IReadOnlyList<(string? Who, string? What, string? To)>> AuditAsync(City city) =>
        [.. (await city.Storage.Audit.Client.QueryAsync<TableEntity>().ToListAsync())
            .Select(e => (e.GetString("Who"), e.GetString("What"), e.GetString("To")))];
}
