using System.Net;
using Azure.Storage.Blobs;

namespace KawasakiServerless.App.Tests;

/// <summary>
/// The staff portal in the .NET worker process that is deployed: it has the same HTTP pipeline as in the local run, and the keys that
/// protect its forms are kept in storage.
/// </summary>
[Collection(OneHostedApp.Name)]
public sealed class PortalTests(HostedApp app)
{
    [Fact]
    public async Task AStaffFormIsShownAndItsKeyIsStoredWithoutAWarning()
    {
        using var page = await app.SendAsync(HttpMethod.Get, "/staff/sign-out", "Coordinator");

        Assert.Equal(HttpStatusCode.OK, page.StatusCode);
        Assert.Contains("__RequestVerificationToken", await page.Content.ReadAsStringAsync(), StringComparison.Ordinal);
        Assert.All(page.Headers.GetValues("Set-Cookie"), cookie => Assert.Contains("secure", cookie, StringComparison.OrdinalIgnoreCase));
        Assert.DoesNotContain("DataProtection", app.Host.Output, StringComparison.Ordinal);
        Assert.NotEmpty(new BlobContainerClient(app.Storage, "keys").GetBlobs());
    }

    [Fact]
    public async Task AVisitorWhoIsNotSignedInGetsAPageThatAsksForSignIn()
    {
        using var page = await app.SendAsync(HttpMethod.Get, "/staff/2018/departments/kankyo/", null);

        Assert.Equal(HttpStatusCode.Unauthorized, page.StatusCode);
        Assert.Contains("<h1>サインインが必要です</h1>", await page.Content.ReadAsStringAsync(), StringComparison.Ordinal);
    }
}
