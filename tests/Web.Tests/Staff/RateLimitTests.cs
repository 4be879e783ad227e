using KawasakiServerless.Testing;
using KawasakiServerless.Web.Limits;
using Microsoft.Extensions.DependencyInjection;

namespace KawasakiServerless.Web.Tests.Staff;

[Collection(OneWebApp.Name)]
public sealed class RateLimitTests(WebApp app)
{
    [Fact]
    public async Task TooManyUploadsAreRefusedWithARetryTimeOnlyForThePersonWhoSentThem()
    {
        using var log = new KeptLog();
        await using var server = PipelineServer.Build(
            app.Storage, log, services => services.AddSingleton(new RateLimits(2, 1, TimeSpan.FromMinutes(10))));
        await server.StartAsync();
        using var http = new HttpClient { BaseAddress = server.Address };

        Assert.Equal(415, (int)(await UploadAsync(http, "one")).StatusCode);
        Assert.Equal(415, (int)(await UploadAsync(http, "one")).StatusCode);
        using var third = await UploadAsync(http, "one");
        Assert.Equal(429, (int)third.StatusCode);
        Assert.InRange(third.Headers.RetryAfter!.Delta!.Value.TotalSeconds, 1, 600);
        Assert.Contains("分ほどしてから", await third.Content.ReadAsStringAsync(), StringComparison.Ordinal);
        Assert.Equal(415, (int)(await UploadAsync(http, "another")).StatusCode);
    }

    [Theory]
    [InlineData("/api/publications")]
    [InlineData("/api/publications/20180401T000000000-abcdef/restore")]
    [InlineData("/api/purges")]
    [InlineData("/staff/purges")]
    public async Task PublishingAndRestoringAreLimitedTogether(string path)
    {
        using var log = new KeptLog();
        await using var server = PipelineServer.Build(
            app.Storage, log, services => services.AddSingleton(new RateLimits(2, 1, TimeSpan.FromMinutes(10))));
        await server.StartAsync();
        using var http = new HttpClient { BaseAddress = server.Address };

        Assert.Equal(404, (int)(await PostAsync(http, "/api/publications/20180401T000000000-abcdef/restore")).StatusCode);
        Assert.Equal(429, (int)(await PostAsync(http, path)).StatusCode);
    }

    [Theory]
    [InlineData("review/message")]
    [InlineData("review/nothing")]
    [InlineData("review/approve")]
    [InlineData("review/send-back")]
    [InlineData("review/close")]
    [InlineData("checks/20180401T000000000-abcdef/confirm")]
    public async Task EntriesInReviewsAreLimitedTogetherAndApartFromUploads(string form)
    {
        const string Department = "/staff/2018/departments/kankyo";
        using var log = new KeptLog();
        await using var server = PipelineServer.Build(
            app.Storage, log, services => services.AddSingleton(new RateLimits(1, 1, TimeSpan.FromMinutes(10))));
        await server.StartAsync();
        using var http = new HttpClient { BaseAddress = server.Address };

        Assert.Equal(400, (int)(await PostAsync(http, $"{Department}/review/message")).StatusCode);
        using var refused = await PostAsync(http, $"{Department}/{form}");

        Assert.Equal(429, (int)refused.StatusCode);
        Assert.Contains("分ほどしてから", await refused.Content.ReadAsStringAsync(), StringComparison.Ordinal);
        Assert.NotEqual(429, (int)(await PostAsync(http, $"{Department}/upload")).StatusCode);
    }

    private static Task<HttpResponseMessage> PostAsync(HttpClient http, string path)
    {
        var request = new HttpRequestMessage(HttpMethod.Post, path);
        request.Headers.Add(SignedIn.Header, SignedIn.As("one", "Coordinator"));
        return http.SendAsync(request);
    }

    private static Task<HttpResponseMessage> UploadAsync(HttpClient http, string name)
    {
        var request = new HttpRequestMessage(
            HttpMethod.Post, "/api/departments/kankyo/submissions?year=2018")
        { Content = new StringContent("no workbook") };
        request.Headers.Add(SignedIn.Header, SignedIn.As(name, "Department.kankyo"));
        return http.SendAsync(request);
    }
}
