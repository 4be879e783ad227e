using System.IO.Compression;
using System.Text;
using KawasakiServerless.Application.Submissions;
using KawasakiServerless.Application.Tests.Publishing;
using KawasakiServerless.Domain;
using KawasakiServerless.Storage.Years;
using KawasakiServerless.Testing;

namespace KawasakiServerless.Application.Tests.Registers;

/// <summary>
/// When departments are reorganised, their successors continue to report the same records in the next year, under the same record ids
/// (管理番号) and addresses.
/// </summary>
[Collection(SharedAzurite.Name)]
public sealed class SuccessorTests(SharedAzurite azurite)
{
    [Fact]
    public async Task ARenamedDepartmentKeepsItsCodeItsRecordIdsAndItsPage()
    {
        await using var city = await ReportedCityAsync();
        await city.ReorganiseNextYearAsync(new Reorganisation.Rename("zaisei", RegisteredCity.Zaimu));

        // The clerk submits a workbook with the department's old name and without record ids (管理番号).
        Assert.IsType<UploadOutcome.Accepted>(await city.SubmitNextYearAsync("zaisei", Some.UnnumberedWorkbook("zaisei",
            RegisteredCity.NextYear, "一つ目", "三つ目")));
        Assert.Equal(["zaisei-0001 一つ目", "zaisei-0003 三つ目"], await city.InitiativesAsync("zaisei"));
        await PublishAsync(city);

        var page = await PageAsync(city, "departments/zaisei/index.html");
        Assert.Contains("財務局", page, StringComparison.Ordinal);
        Assert.DoesNotContain("http-equiv=\"refresh\"", page, StringComparison.Ordinal);
        Assert.Contains("財政局", await PageAsync(city, "2018/departments/zaisei/index.html"), StringComparison.Ordinal);
    }

    [Fact]
    public async Task TheSuccessorOfMergedDepartmentsKeepsTheirRecordIdsAndAddresses()
    {
        await using var city = await ReportedCityAsync();
        await city.ReorganiseNextYearAsync(new Reorganisation.Merge(["zaisei",
            "kenkofukushi"], RegisteredCity.Bureau("zaimu", RegisteredCity.Zaimu)));

        var outcome = await city.SubmitNextYearAsync("zaimu", await city.TemplateAsync("zaimu"));

        Assert.IsType<UploadOutcome.Accepted>(outcome);
        Assert.Equal(
            ["kenkofukushi-0001 健康の取組", "zaisei-0001 一つ目",
                "zaisei-0002 二つ目"], (await city.InitiativesAsync("zaimu")).Order(StringComparer.Ordinal));
        await PublishAsync(city);
        foreach (var moved in new[] { "departments/zaisei", "departments/kenkofukushi" })
        {
            var page = await PageAsync(city, $"{moved}/index.html");
            Assert.Contains("<meta http-equiv=\"refresh\" content=\"0; url=/departments/zaimu/\"", page, StringComparison.Ordinal);
            Assert.Contains("<link rel=\"canonical\" href=\"https://care.example/departments/zaimu/\"", page, StringComparison.Ordinal);
        }

        // The pages of the merged departments' records keep their addresses.
        Assert.Contains("一つ目", await PageAsync(city, "initiatives/zaisei-0001/index.html"), StringComparison.Ordinal);
        Assert.DoesNotContain("example/departments/zaisei/", await PageAsync(city, "sitemap.xml"), StringComparison.Ordinal);

        // In a later submission without record ids, the records are recognized again. A new record gets an id with the successor's code.
        await city.SubmitNextYearAsync("zaimu", await UnnumberedAsync(city, "zaimu", "一つ目", "健康の取組", "新しい取組"));
        Assert.Equal(["zaisei-0001 一つ目", "kenkofukushi-0001 健康の取組", "zaimu-0001 新しい取組"], await city.InitiativesAsync("zaimu"));
        await city.PublishAsync(Triggers.Request);
        Assert.Contains("url=/2018/initiatives/zaisei-0002/", await PageAsync(city, "initiatives/zaisei-0002/index.html"),
            StringComparison.Ordinal);
    }

    [Fact]
    public async Task EachRecordIdOfASplitDepartmentIsContinuedByOneOfItsSuccessors()
    {
        await using var city = await ReportedCityAsync();
        OfficialName shisan = new("資産局", "しさんきょく", "Assets Bureau");
        await city.ReorganiseNextYearAsync(new Reorganisation.Split("zaisei", [RegisteredCity.Bureau("zaimu", RegisteredCity.Zaimu),
            RegisteredCity.Bureau("shisan", shisan)]));
        var both = await city.TemplateAsync("shisan");

        Assert.IsType<UploadOutcome.Accepted>(await city.SubmitNextYearAsync("zaimu", await UnnumberedAsync(city, "zaimu", "一つ目")));
        var refused = Assert.IsType<UploadOutcome.Rejected>(await city.SubmitNextYearAsync("shisan", both));
        Assert.Contains(refused.Problems, p => p.Message == "管理番号 zaisei-0001 の取組は、改編で分かれたほかの局・区が先に報告しています。");
        Assert.IsType<UploadOutcome.Accepted>(await city.SubmitNextYearAsync("shisan", await city.TemplateAsync("shisan")));
        Assert.Equal(["zaisei-0001 一つ目"], await city.InitiativesAsync("zaimu"));
        Assert.Equal(["zaisei-0002 二つ目"], await city.InitiativesAsync("shisan"));

        // Both successors report the same initiative. The second one to do so gets a new record id for it.
        Assert.IsType<UploadOutcome.Accepted>(await city.SubmitNextYearAsync("shisan", await UnnumberedAsync(city, "shisan", "一つ目",
            "二つ目")));
        Assert.Equal(["shisan-0001 一つ目", "zaisei-0002 二つ目"], await city.InitiativesAsync("shisan"));
        await PublishAsync(city);

        var page = await PageAsync(city, "departments/zaisei/index.html");
        Assert.Contains("href=\"/departments/zaimu/\"", page, StringComparison.Ordinal);
        Assert.Contains("href=\"/departments/shisan/\"", page, StringComparison.Ordinal);
        Assert.DoesNotContain("http-equiv=\"refresh\"", page, StringComparison.Ordinal);
    }

    [Fact]
    public async Task ATemplateIsPrefilledUntilTheOtherSuccessorReportsAllRecords()
    {
        await using var city = await ReportedCityAsync();
        OfficialName shisan = new("資産局", "しさんきょく", "Assets Bureau");
        await city.ReorganiseNextYearAsync(new Reorganisation.Split("zaisei", [RegisteredCity.Bureau("zaimu", RegisteredCity.Zaimu),
            RegisteredCity.Bureau("shisan", shisan)]));

        Assert.True(await city.IsPrefilledAsync("shisan"));
        Assert.True(await city.IsPrefilledAsync("kenkofukushi"));
        // The other successor reports all records of the split department, so nothing is left with which this successor's workbook can be
        // prefilled.
        Assert.IsType<UploadOutcome.Accepted>(await city.SubmitNextYearAsync("zaimu", await city.TemplateAsync("zaimu")));
        Assert.False(await city.IsPrefilledAsync("shisan"));
        Assert.True(await city.IsPrefilledAsync("zaimu"));
    }

    private async Task<City> ReportedCityAsync()
    {
        var city = await City.OpenAsync(azurite);
        await city.SubmitAsync("zaisei", Some.Workbook("zaisei", "一つ目", "二つ目"));
        await city.SubmitAsync("kenkofukushi", Some.Workbook("kenkofukushi", "健康の取組"));
        await city.ReleaseAsync();
        return city;
    }

    // Returns a workbook in the layout of the template that names the given department on its front sheet. Its rows have no record ids.
    private static async Task<byte[]> UnnumberedAsync(City city, string department, params string[] initiatives)
    {
        var year = (await city.Get<YearStore>().FindAsync(RegisteredCity.NextYear, default))!;
        var records = DepartmentRecords.Empty with
        {
            Initiatives = [.. initiatives.Select((text, i) => new Initiative($"draft {i}", Source.Read(department, "",
                ""), 1, "elderly", [year.Register.Department(department).Name], text))],
        };
        return Workbooks.Writing.TemplateWriter.Write(new(year.Register, year.Year, year.Register.Department(department), records,
            DateTimeOffset.UnixEpoch));
    }

    private static async Task PublishAsync(City city)
    {
        await city.Get<YearStore>().ReleaseAsync(RegisteredCity.NextYear, default);
        var publication = await city.PublishAsync(Triggers.Request);
        Assert.Equal(PublicationState.Live, publication.State);
    }

    private static async Task<string> PageAsync(City city, string path)
    {
        var blob = (await city.Storage.Web.Client.GetBlobClient(path).DownloadContentAsync()).Value;
        if (blob.Details.ContentEncoding != "gzip")
            return blob.Content.ToString();
        await using var gzip = new GZipStream(blob.Content.ToStream(), CompressionMode.Decompress);
        using var reader = new StreamReader(gzip, Encoding.UTF8);
        return await reader.ReadToEndAsync();
    }
}
