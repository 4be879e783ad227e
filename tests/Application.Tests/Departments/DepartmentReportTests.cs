using KawasakiServerless.Application.Departments;
using KawasakiServerless.Application.Publishing;
using KawasakiServerless.Application.Tests.Publishing;
using KawasakiServerless.Domain;

namespace KawasakiServerless.Application.Tests.Departments;

/// <summary>A department sees whether the public site shows its report now, and otherwise when it will.</summary>
[Collection(SharedAzurite.Name)]
public sealed class DepartmentReportTests(SharedAzurite azurite)
{
    [Fact]
    public async Task AReportIsPublishedFromThePublicationThatContainsItUntilTheNextSubmission()
    {
        await using var city = await City.OpenAsync(azurite);
        await city.ReportAsync("一つ目の取組");
        Assert.Equal((false, PublicationProspect.AfterRelease), await StateAsync(city));

        await city.ReleaseAsync();
        Assert.Equal((false, PublicationProspect.NextPublication), await StateAsync(city));
        await city.PublishAsync(Triggers.Request);
        Assert.True((await StateAsync(city)).IsPublished);
        await city.PublishAsync(Triggers.Request);
        Assert.True((await StateAsync(city)).IsPublished);

        await city.ReportAsync("二つ目の取組");
        Assert.Equal((false, PublicationProspect.NextPublication), await StateAsync(city));
    }

    [Fact]
    public async Task APublicationWithoutTheYearDoesNotShowItsReport()
    {
        await using var city = await City.OpenAsync(azurite);
        await city.ReportAsync("一つ目の取組");
        await city.PublishAsync(Triggers.Nightly);

        await city.ReleaseAsync();

        Assert.Equal((false, PublicationProspect.NextPublication), await StateAsync(city));
    }

    [Fact]
    public async Task AfterARestoreOnlyTheRestoredReportIsPublished()
    {
        await using var city = await azurite.PublishedAsync(null, "一つ目の取組");
        var first = await city.NewestAsync();
        await city.ReportAsync("二つ目の取組");
        await city.PublishAsync(Triggers.Request);
        Assert.True((await StateAsync(city)).IsPublished);

        var restore = Assert.IsType<RestoreOutcome.Requested>(
            await city.Get<Restoration>().RequestAsync(first.Id, "the coordinator", default)).Publication;
        await city.Get<Publisher>().RunAsync(restore, default);

        Assert.Equal((false, PublicationProspect.AfterHold), await StateAsync(city));
        await city.ReportAsync("一つ目の取組", "二つ目の取組");
        Assert.Equal((false, PublicationProspect.AfterHold), await StateAsync(city));
    }

    private static async Task<(bool IsPublished, PublicationProspect Prospect)> StateAsync(City city)
    {
        var year = await city.ReportingYearAsync();
        var report = await city.Get<DepartmentReports>().FindAsync(year, year.Register.Department("zaisei"), default);
        return (report.IsPublished, await city.Get<PublicationProspects>().OfAsync(year, default));
    }
}
