using KawasakiServerless.Application.Publishing;
using KawasakiServerless.Application.Submissions;
using KawasakiServerless.Application.Sweep;
using KawasakiServerless.Application.Tests.Faults;
using KawasakiServerless.Domain;
using KawasakiServerless.Storage.Publications;
using KawasakiServerless.Storage.Years;
using KawasakiServerless.Testing;

namespace KawasakiServerless.Application.Tests.Publishing;

/// <summary>Each change of the published data is in the public history once: none is missing, none is repeated.</summary>
[Collection(SharedAzurite.Name)]
public sealed class ChangeHistoryTests(SharedAzurite azurite)
{
    private static readonly FiscalYear Before = FiscalYear.Of(2017);

    private readonly FaultyNetwork network = new();

    /// <summary>Each case gives the request to storage at which the publishing process dies.</summary>
    public static TheoryData<string> Deaths =>
        ["PUT changes.json", "PUT $web/changes/index.html", "PUT $web/index.html", "POST Publications", "PUT Publications"];

    [Fact]
    public async Task TheHistoryListsACorrectedFigureWithItsOldAndItsNewValue()
    {
        await using var city = await PublishedAsync(3, 5);

        await MendAsync(city, 3, 50);
        await PublishAsync(city, Triggers.Request);

        Assert.Equal(["1: first of 2018, 1 initiatives", "2: Changed zaisei-0001-1 Figure 2017 5回 → 50回"], await ToldAsync(city));
    }

    [Fact]
    public async Task TheHistoryListsTheFirstPublicationOnceAndNoUnchangedOnes()
    {
        await using var city = await PublishedAsync(3, 5);

        foreach (var trigger in new[] { Triggers.Nightly, Triggers.Request, Triggers.Nightly })
            await PublishAsync(city, trigger);

        Assert.Equal(["1: first of 2018, 1 initiatives"], await ToldAsync(city));
    }

    [Fact]
    public async Task AWorkbookFileWithTheSameRecordsAddsNothingToTheHistory()
    {
        await using var city = await PublishedAsync(3, 5);
        // A different file with the same records, because it was written at another time.
        await city.SubmitAsync("zaisei", AsAnotherFile(3, 5));

        Assert.Equal(PublicationState.Live, (await PublishAsync(city, Triggers.Request)).State);

        Assert.Single(await ToldAsync(city));
    }

    [Fact]
    public async Task TheHistoryListsBothTheRemovalAndTheReturnOfAFigure()
    {
        await using var city = await PublishedAsync(3, 5);
        foreach (var figure in new decimal?[] { null, 5 })
        {
            await MendAsync(city, 3, figure);
            await PublishAsync(city, Triggers.Request);
        }

        Assert.Equal(
            ["1: first of 2018, 1 initiatives", "2: Changed zaisei-0001-1 Figure 2017 5回 → "
                + "NotReported", "3: Changed zaisei-0001-1 Figure 2017 NotReported → 5回"],
            await ToldAsync(city));
    }

    [Fact]
    public async Task SeveralUploadsBetweenTwoPublicationsAreOneChange()
    {
        await using var city = await PublishedAsync(3, 5);
        await MendAsync(city, 3, 50);
        await MendAsync(city, 3, 6);
        await city.SubmitAsync("takatsu", Some.Workbook("takatsu", "新しい取組"));

        await PublishAsync(city, Triggers.Nightly);

        Assert.Equal("2: Changed zaisei-0001-1 Figure 2017 5回 → 6回; Added takatsu-0001", (await ToldAsync(city))[^1]);
    }

    [Fact]
    public async Task TheHistoryListsALaterReleasedYearByItsCountsAndThenEachChange()
    {
        await using var city = await PublishedAsync(3, 5);
        var years = city.Get<YearStore>();
        await years.OpenAsync(Before, Register.Of2018, default);
        await city.SubmitAsync("zaisei", Some.WorkbookWithFigures("zaisei", Before, 1, 2), Before);
        await PublishAsync(city, Triggers.Nightly);
        Assert.Single(await ToldAsync(city));

        await years.ReleaseAsync(Before, default);
        await PublishAsync(city, Triggers.Request);
        await city.SubmitAsync("zaisei", Some.WorkbookWithFigures("zaisei", Before, 1, 20), Before);
        await PublishAsync(city, Triggers.Request);

        Assert.Equal(["2: first of 2017, 1 initiatives", "3: Changed zaisei-0001-1 Figure 2016 2回 → 20回"], (await ToldAsync(city)).Skip(1));
    }

    [Theory]
    [MemberData(nameof(Deaths))]
    public async Task APublicationFinishedAfterACrashIsInTheHistoryOnce(string death)
    {
        await using var city = await PublishedAsync(3, 5);
        await MendAsync(city, 3, 50);
        await DieAsync(city, death);

        await city.Get<Sweeper>().SweepAsync(TimeSpan.Zero, default);
        await PublishAsync(city, Triggers.Nightly);

        Assert.Equal(["1: first of 2018, 1 initiatives", "2: Changed zaisei-0001-1 Figure 2017 5回 → 50回"], await ToldAsync(city));
        Assert.All(await city.Get<PublicationStore>().HistoryAsync(default),
            p => Assert.True(p.State is PublicationState.Live or PublicationState.Unchanged, $"{p.State}"));
    }

    [Theory]
    [MemberData(nameof(Deaths))]
    public async Task EachChangeIsInTheHistoryOnceIfAnotherPublicationFollowsACrash(string death)
    {
        await using var city = await PublishedAsync(3, 5);
        await MendAsync(city, 3, 50);
        await DieAsync(city, death);
        await MendAsync(city, 4, 50);

        await PublishAsync(city, Triggers.Request);
        await city.Get<Sweeper>().SweepAsync(TimeSpan.Zero, default);

        var told = await ToldAsync(city);
        // If the process died at PUT Publications, its changes were live and committed, and only its row was not updated, so the next
        // publication reports only the later change. If it died earlier, its changes were not committed, and the next publication reports
        // both changes.
        string[] expected = death == "PUT Publications"
            ? ["2: Changed zaisei-0001-1 Figure 2017 5回 → 50回", "3: Changed zaisei-0001-1 Figure 2016 3回 → 4回"]
            : ["2: Changed zaisei-0001-1 Figure 2016 3回 → 4回, Figure 2017 5回 → 50回"];
        Assert.Equal(expected, told.Skip(1));
    }

    [Fact]
    public async Task AnOvertakenPublisherCannotCommitItsChangesToTheHistory()
    {
        await using var city = await PublishedAsync(3, 5);
        await MendAsync(city, 3, 50);
        var store = city.Get<ChangeStore>();
        var first = (await store.ReadHistoryAsync()).Newest!;
        var overtaken = first with { Publication = "20180801T000000000-000000", Changes = first.Changes with { Number = 2 } };
        await PublishAsync(city, Triggers.Request);

        await store.SaveAsync(overtaken, null, default);
        Assert.False(await store.TryCommitAsync(overtaken, default));

        Assert.Equal("2: Changed zaisei-0001-1 Figure 2017 5回 → 50回", (await ToldAsync(city))[^1]);
    }

    [Fact]
    public async Task APublicationIsInTheHistoryOnceWhenTheFirstAnswersAreLost()
    {
        await using var city = await PublishedAsync(3, 5);
        await MendAsync(city, 3, 50);
        network.LosesFirstAnswers = true;

        await PublishAsync(city, Triggers.Request);

        Assert.Equal(2, (await ToldAsync(city)).Count);
    }

    private async Task<City> PublishedAsync(params decimal?[] figures)
    {
        var city = await City.OpenAsync(azurite, network: network);
        await MendAsync(city, figures);
        await city.ReleaseAsync();
        await PublishAsync(city, Triggers.Request);
        return city;
    }

    private static Task<UploadOutcome> MendAsync(City city, params decimal?[] figures) =>
        city.SubmitAsync("zaisei", Some.WorkbookWithFigures("zaisei", City.Year, figures));

    private static byte[] AsAnotherFile(params decimal?[] figures)
    {
        var workbook = new MemoryStream();
        workbook.Write(Some.WorkbookWithFigures("zaisei", City.Year, figures));
        using (var zip = new System.IO.Compression.ZipArchive(workbook, System.IO.Compression.ZipArchiveMode.Update, leaveOpen: true))
            zip.CreateEntry("docProps/note.xml").LastWriteTime = DateTimeOffset.UnixEpoch.AddYears(30);
        return workbook.ToArray();
    }

    private static Task<Publication> PublishAsync(City city, string trigger) =>
        city.Get<Publisher>().PublishAsync(trigger, "a test", default);

    /// <summary>
    /// Runs a publication until it sends the given request. Neither this request nor any later one arrives. Then breaks the publish lock,
    /// which the dead process has not released.
    /// </summary>
    private async Task DieAsync(City city, string death)
    {
        var requested = await city.Get<Publisher>().RequestAsync(Triggers.Request, "a test", default);
        var isCommitted = false;
        await city.DieAsync(network, IsDeath, () => city.Get<Publisher>().RunAsync(requested, default));

        bool IsDeath(HttpRequestMessage request)
        {
            var isDeath = Is(request, death, isCommitted);
            if (Is(request, "POST Publications", isCommitted: false))
                isCommitted = true;
            return isDeath;
        }
    }

    // A publication updates its row (PUT Publications) at its start and again at its end. Only the second update counts as the death, so
    // PUT Publications matches only after the changes are committed (POST Publications).
    private static bool Is(HttpRequestMessage request, string death, bool isCommitted)
    {
        var path = Uri.UnescapeDataString(request.RequestUri!.AbsolutePath);
        return $"{request.Method}" == death.Split(' ')[0] && death.Split(' ')[1] switch
        {
            "Publications" =>
                path.Contains("/Publications", StringComparison.Ordinal)
                    && (isCommitted || death.StartsWith("POST", StringComparison.Ordinal)),
            var file => path.EndsWith($"/{file}", StringComparison.Ordinal),
        };
    }

    private static async Task<IReadOnlyList<string>> ToldAsync(City city) =>
        [.. (await city.Get<ChangeStore>().ReadHistoryAsync()).History.Publications.Reverse()
            .Select(p => $"{p.Number}: {string.Join(" and ", p.Years.Select(Told))}")];

    private static string Told(Changes year) => year.IsFirst
        ? $"first of {year.ReportingYear.Year}, {year.Counts[RecordKind.Initiative]} initiatives"
        : string.Join("; ", year.Records
            .Select(r => $"{r.Change} {r.Id}{(r.Change == ChangeKind.Changed ? $" {string.Join(", ", r.Fields.Select(Told))}" : "")}"));

    private static string Told(FieldChange field) => $"{field.Field} {field.Year?.Year} {Told(field.Before)} → {Told(field.After)}";

    private static string Told(FieldValue value) =>
        value.State == FieldState.Number ? FormattableString.Invariant($"{value.Number}{value.Unit}") : $"{value.State}";
}
