using Azure.Data.Tables;
using KawasakiServerless.Application.Registers;
using KawasakiServerless.Application.Tests.Faults;
using KawasakiServerless.Domain;
using KawasakiServerless.Storage;
using KawasakiServerless.Storage.Years;
using KawasakiServerless.Testing;

namespace KawasakiServerless.Application.Tests.Registers;

[Collection(SharedAzurite.Name)]
public sealed class RegisterEditingTests(SharedAzurite azurite)
{
    [Fact]
    public async Task ASavedRegisterIsANewVersionAndTheEarlierOneStays()
    {
        await using var city = await City.OpenAsync(azurite);
        var before = (await city.ReportingYearAsync()).Register;

        var saved = Assert.IsType<RegisterOutcome.Saved>(await city.SaveAsync(await city.RenamedAsync() with { Note = "名称変更" }));

        var now = await city.RegisterAsync();
        Assert.Equal("財務局", now.Register.Department("zaisei").Name);
        Assert.Equal(("the coordinator", City.Year, before.Version, "名称変更"), (now.Version.Who, now.Version.Year, now.Version.Before,
            now.Version.Note));
        Assert.Equal(now.Version.Version, now.Register.Version);
        Assert.Equal(RegisterChangeKind.Renamed, Assert.Single(saved.Difference.Changes).Kind);
        var versions = await city.Get<RegisterVersions>().OfYearAsync(City.Year, default);
        Assert.Equal([saved.Version.Version, before.Version], versions.Select(v => v.Version));
        Assert.Equal(before, await city.Get<RegisterVersions>().FindAsync(City.Year, before.Version, default));
        Assert.Equal(saved.Difference, await city.Get<RegisterVersions>().ChangedByAsync(City.Year, saved.Version.Version, default));
        Assert.Null(await city.Get<RegisterVersions>().FindAsync(City.Year, "../2018-04", default));
        Assert.Equal(("the coordinator", "register saved"), Assert.Single(await LinesAsync(city)));
    }

    [Fact]
    public async Task SavingAnOutdatedRegisterIsAConflictThatShowsTheOtherChange()
    {
        await using var city = await City.OpenAsync(azurite);
        var slow = await city.RenamedAsync();
        var (register, contact) = ((await city.RegisterAsync()).Register, new RegisterContact("川崎市", "川崎", "推進室"));
        await city.SaveAsync(slow with { Register = register with { Contact = contact } }, "a colleague");

        var conflict = Assert.IsType<RegisterOutcome.Conflict>(await city.SaveAsync(slow));

        Assert.Equal("a colleague", conflict.Theirs.Who);
        Assert.NotNull(conflict.Theirs.When);
        Assert.Contains(Assert.Single(conflict.Difference.Changes).Fields, f => f.Field == "contact/place" && f.New == "川崎");
        Assert.Equal("財政局", (await city.RegisterAsync()).Register.Department("zaisei").Name);
    }

    [Fact]
    public async Task OfSixSimultaneousSavesOfARegisterOneSucceedsAndTheOthersConflict()
    {
        await using var city = await City.OpenAsync(azurite);
        var draft = await city.RenamedAsync();

        var outcomes = await Task.WhenAll(Enumerable.Range(0, 6).Select(n => city.SaveAsync(draft, $"person {n}")));

        Assert.Single(outcomes.OfType<RegisterOutcome.Saved>());
        Assert.Equal(5, outcomes.OfType<RegisterOutcome.Conflict>().Count());
        Assert.Equal(2, (await city.Get<RegisterVersions>().OfYearAsync(City.Year, default)).Count);
    }

    [Fact]
    public async Task ReleasingTheYearMeanwhileIsNoConflictForSavingTheRegister()
    {
        await using var city = await City.OpenAsync(azurite);
        var draft = await city.RenamedAsync();

        var (_, outcome) = (city.ReleaseAsync(), await city.SaveAsync(draft));

        Assert.IsType<RegisterOutcome.Saved>(outcome);
        await city.ReleaseAsync();
        Assert.True((await city.ReportingYearAsync()).IsReleased);
        Assert.Equal("財務局", (await city.ReportingYearAsync()).Register.Department("zaisei").Name);
    }

    [Fact]
    public async Task ADepartmentWithSubmissionsIsNotRemoved()
    {
        await using var city = await City.OpenAsync(azurite);
        var submitted = await city.SubmitAsync("zaisei", Some.Workbook("zaisei", "取組"));

        var preview = await city.Get<RegisterEditing>().ReorganiseAsync(City.Year, new Reorganisation.Abolish("zaisei"), default);
        var outcome = await city.SaveAsync(preview!.Draft);

        Assert.False(preview.MayBeSaved);
        var refused = Assert.IsType<RegisterOutcome.Refused>(outcome);
        Assert.Contains(refused.Findings, f => f.Message.Contains(submitted.Submission.Id.Value, StringComparison.Ordinal));
        Assert.NotNull((await city.RegisterAsync()).Register.FindDepartment("zaisei"));
    }

    [Fact]
    public async Task ADepartmentThatSubmitsWhileItIsRemovedStays()
    {
        var network = new FaultyNetwork();
        await using var city = await City.OpenAsync(azurite, network: network);
        var preview = await city.Get<RegisterEditing>().ReorganiseAsync(City.Year, new Reorganisation.Abolish("zaisei"), default);
        var submits = new Lazy<Task>(() => Task.Run(() => city.SubmitAsync("zaisei", Some.Workbook("zaisei", "取組"))));
        network.Refusal = request =>
        {
            if (request.Method == HttpMethod.Put && request.RequestUri!.AbsolutePath.Contains("/register/", StringComparison.Ordinal))
                submits.Value.GetAwaiter().GetResult();
            return null;
        };

        Assert.IsType<RegisterOutcome.Refused>(await city.SaveAsync(preview!.Draft));

        Assert.True(submits.IsValueCreated);
        Assert.NotNull((await city.RegisterAsync()).Register.FindDepartment("zaisei"));
        Assert.Single(await city.Get<RegisterVersions>().OfYearAsync(City.Year, default));
    }

    [Fact]
    public async Task SavingAnUnchangedRegisterCreatesNoVersion()
    {
        await using var city = await City.OpenAsync(azurite);
        var now = await city.RegisterAsync();

        Assert.IsType<RegisterOutcome.Unchanged>(await city.SaveAsync(new(City.Year, now.Version.Version, now.Register)));
        Assert.Empty(await LinesAsync(city));
    }

    [Fact]
    public async Task AYearThatIsNotOpenHasNoRegisterToSave()
    {
        await using var city = await City.OpenAsync(azurite);
        var draft = await city.RenamedAsync();
        Assert.IsType<RegisterOutcome.NotOpen>(await city.SaveAsync(draft with { Year = FiscalYear.Of(2017) }));
        Assert.Null(await city.Get<RegisterEditing>().PreviewAsync(draft with { Year = FiscalYear.Of(2017) }, default));
    }

    [Theory]
    [InlineData("/register/")]
    [InlineData("/Years\\?|/Years$")]
    [InlineData("/Years\\(PartitionKey='years'")]
    [InlineData("/Audit")]
    public async Task AProcessThatDiesWhileItSavesLeavesTheOldOrTheNewRegister(string death)
    {
        var network = new FaultyNetwork();
        await using var city = await City.OpenAsync(azurite, network: network);
        var draft = await city.RenamedAsync();
        network.IsCut = r =>
            r.Method != HttpMethod.Get
                && System.Text.RegularExpressions.Regex.IsMatch(Uri.UnescapeDataString(r.RequestUri!.AbsolutePath), death);

        await Assert.ThrowsAsync<StorageException>(() => city.SaveAsync(draft));

        Assert.True(network.Refused > 0);
        network.IsCut = _ => false;
        var left = await city.RegisterAsync();
        Assert.Equal(death == "/Audit" ? "財務局" : "財政局", left.Register.Department("zaisei").Name);
        var next = left.Register with { Contact = new("川崎市", "川崎", "推進室") };
        Assert.IsType<RegisterOutcome.Saved>(await city.SaveAsync(new(City.Year, left.Version.Version, next)));
        Assert.Equal((await city.Get<RegisterVersions>().OfYearAsync(City.Year, default)).Count - 1, (await LinesAsync(city)).Count);
    }

    [Fact]
    public async Task YearsAreOpenedOneAfterAnother()
    {
        await using var city = await City.OpenAsync(azurite);
        await city.SaveAsync(await city.RenamedAsync());
        var years = city.Get<NextYear>();

        Assert.Equal(RegisteredCity.NextYear, await years.FindAsync(default));
        Assert.Equal(RegisteredCity.NextYear, Assert.IsType<NextYearOutcome.NotNext>(await years.OpenAsync(FiscalYear.Of(2020), "a",
            default)).Next);
        var outcomes = await Task.WhenAll(Enumerable.Range(0, 4).Select(_ => years.OpenAsync(RegisteredCity.NextYear, "a", default)));

        Assert.All(outcomes, o => Assert.True(o is NextYearOutcome.Opened or NextYearOutcome.AlreadyOpen));
        Assert.IsType<NextYearOutcome.AlreadyOpen>(await years.OpenAsync(City.Year, "a", default));
        Assert.Equal("財務局", (await city.RegisterAsync(RegisteredCity.NextYear)).Register.Department("zaisei").Name);
        Assert.Single(await city.Get<RegisterVersions>().OfYearAsync(RegisteredCity.NextYear, default));
        Assert.Single(await LinesAsync(city), l => l.What == "year opened");
    }

    [Fact]
    public async Task AYearIsNotOpenedWithAnInvalidRegister()
    {
        await using var city = await City.OpenAsync(azurite);
        var (now, versions) = (await city.RegisterAsync(), city.Get<RegisterVersionStore>());
        RegisterVersion about = new("2018-broken", City.Year, now.Version.Version, "an earlier program", now.Version.When);
        await versions.AddAsync(now.Register with { Version = about.Version, Contact = new("川崎市", "川崎", "<b>") }, about, default);
        await versions.TryMoveAsync(City.Year, now.Version.Version, about.Version, default);

        var refused = Assert.IsType<NextYearOutcome.NotValid>(await city.Get<NextYear>().OpenAsync(RegisteredCity.NextYear, "a", default));

        Assert.Equal("contact/division", Assert.Single(refused.Findings).Field);
        Assert.Null(await city.Get<YearStore>().FindAsync(RegisteredCity.NextYear, default));
        Assert.Empty(await LinesAsync(city));
    }

    [Fact]
    public async Task ReorganisingTheNextYearsRegisterDoesNotChangeThisYearsRegister()
    {
        await using var city = await City.OpenAsync(azurite);
        await city.ReorganiseNextYearAsync(new Reorganisation.Abolish("zaisei"));

        Assert.NotNull((await city.RegisterAsync()).Register.FindDepartment("zaisei"));
        Assert.Null((await city.RegisterAsync(RegisteredCity.NextYear)).Register.FindDepartment("zaisei"));
        Assert.Equal(2, (await city.Get<RegisterVersions>().OfYearAsync(RegisteredCity.NextYear, default)).Count);
        Assert.Single(await city.Get<RegisterVersions>().OfYearAsync(City.Year, default));
    }

    private static async Task<IReadOnlyList<(string Who, string What)>> LinesAsync(City city) =>
        [.. (await city.Storage.Audit.Client.QueryAsync<TableEntity>().ToListAsync()).Select(e =>
            (e.GetString("Who"), e.GetString("What")))];
}
