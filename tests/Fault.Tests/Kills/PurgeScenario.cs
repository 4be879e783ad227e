using System.Globalization;
using System.Net;
using System.Net.Http.Json;
using KawasakiServerless.Domain;
using KawasakiServerless.Fault.Tests.Cities;
using KawasakiServerless.Testing;

namespace KawasakiServerless.Fault.Tests.Kills;

/// <summary>A record is purged that is published and is also in a rejected workbook.</summary>
internal sealed class PurgeScenario(MortalCity city) : PublishScenario(city)
{
    private string record = "", mark = "";

    public override async Task BeginAsync(int round)
    {
        record = string.Create(CultureInfo.InvariantCulture, $"{Bureau}-{100 + round:D4}");
        // No other round uses this text, and nothing else is in Korean, so a search for it finds exactly the places from which this round's
        // record was not purged.
        mark = $"{(char)('가' + round)}힣";
        (int, string)[] initiatives = [(1, $"取組{round}"), (100 + round, $"{mark}さんのお宅を訪問した。")];
        await SubmitAsync(Bureau, SmallWorkbook.Of(Bureau, initiatives), HttpStatusCode.Created);
        await SubmitAsync(Bureau, SmallWorkbook.Of("kankyo", (1, $"{mark}さんのお宅を訪問した。")), HttpStatusCode.UnprocessableEntity);
        await PublishAsync();
        await base.BeginAsync(round);
    }

    public override async Task ActAsync()
    {
        using var answer = await City.SendAsync(HttpMethod.Post, "/api/purges", JsonContent.Create(new { record }));
        if (answer.StatusCode != HttpStatusCode.Accepted)
            throw new InvalidOperationException($"The purge was answered {answer.StatusCode}.");
        while (true)
        {
            var updated = City.Switch.AnsweredAsync("PUT Publications");
            switch (await FindAsync())
            {
                case { State: PurgeState.Done }:
                    return;
                case { Message: { } message }:
                    throw new InvalidOperationException($"The purge did not end: {message}");
            }

            await updated.WaitAsync(City.Death);
        }
    }

    // Sweeps once more than the other scenarios: one sweep may only finish a submission that the purge had begun, and the next one
    // continues the purge.
    public override async Task<IEnumerable<string>> AfterRestartAsync()
    {
        await FireAsync("Sweep");
        return await base.AfterRestartAsync();
    }

    // Returns what is wrong. Allowed are only two outcomes: the purge is done and the record is found nowhere, or the app was killed before
    // it stored the request and the record is still published.
    protected override async Task<IEnumerable<string>> OutcomeAsync()
    {
        var places = await City.View.Storage.PlacesOfAsync(mark);
        return await FindAsync() switch
        {
            null => places.Any(p => p.StartsWith("$web", StringComparison.Ordinal)) ? [] : [$"nobody asked for it, and {record} is gone"],
            { State: PurgeState.Done } => places.Select(place => $"{record} is purged, and {place} has it"),
            var purge => [$"the purge of {record} is still {purge.State}: {purge.Message}"],
        };
    }

    private async Task<Purge?> FindAsync() => (await Promise.PurgesAsync()).SingleOrDefault(p => p.What == record);
}
