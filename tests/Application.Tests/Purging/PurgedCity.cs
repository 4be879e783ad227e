using KawasakiServerless.Application.Publishing;
using KawasakiServerless.Application.Purging;
using KawasakiServerless.Application.Submissions;
using KawasakiServerless.Domain;
using KawasakiServerless.Storage.Records;
using KawasakiServerless.Storage.Submissions;
using KawasakiServerless.Testing;

namespace KawasakiServerless.Application.Tests.Purging;

/// <summary>Helpers for tests of purging. A <see cref="City"/> runs the app's use cases against the storage emulator.</summary>
internal static class PurgedCity
{
    /// <summary>
    /// A character that occurs only in the data to be purged. The tests search for it to see whether any of that data is left.
    /// </summary>
    public const string Mark = "麤";

    public const string Secret = $"{Mark}澤さんのお宅を訪問した。", Other = "講座を開いた。", Third = "相談を受けた。";

    public static async Task<Purge> PurgeAsync(this City city, string what) =>
        await city.Get<Purger>().RunAsync((await city.Get<Purger>().RequestAsync(what, "the coordinator", default))!, default);

    /// <summary>
    /// Submits a workbook that is rejected because one of its texts is too long. The workbook is kept, but none of its records take effect.
    /// </summary>
    public static async Task RejectAsync(this City city) =>
        Assert.IsType<UploadOutcome.Rejected>(await city.SubmitAsync("zaisei", Some.Workbook("zaisei", Secret, new string('長', 40_000))));

    public static async Task RestoreAsync(this City city, string publication)
    {
        var requested = Assert.IsType<RestoreOutcome.Requested>(
            await city.Get<Restoration>().RequestAsync(publication, "the coordinator", default));
        Assert.Equal(PublicationState.Live, (await city.Get<Publisher>().RunAsync(requested.Publication, default)).State);
    }

    public static Task<CurrentPointer?> CurrentAsync(this City city) => city.Get<CurrentStore>().FindAsync(City.Year, "zaisei", default);

    /// <summary>Returns the texts of the initiatives in the submission that is in effect.</summary>
    public static async Task<IEnumerable<string>> InitiativesAsync(this City city) =>
        (await city.Get<RecordStore>().ReadAsync((await city.CurrentAsync())!.Submission, default)).Initiatives.Select(i => i.Text);
}
