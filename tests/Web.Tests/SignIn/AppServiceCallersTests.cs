using System.Text.Json;
using KawasakiServerless.Testing;
using KawasakiServerless.Web.SignIn;
using Microsoft.AspNetCore.Http;

namespace KawasakiServerless.Web.Tests.SignIn;

/// <summary>
/// The header that names the caller is trusted only while the platform's setting WEBSITE_AUTH_ENABLED says that App Service writes it.
/// </summary>
public sealed class AppServiceCallersTests
{
    [Theory]
    [InlineData(null)]
    [InlineData("")]
    [InlineData("False")]
    [InlineData("0")]
    [InlineData("yes")]
    public void WhileSignInIsSwitchedOffNobodyIsSignedIn(string? setting) => Assert.Null(CallerOf(setting, SignedIn.With("Coordinator")));

    [Theory]
    [InlineData("True")]
    [InlineData("true")]
    public void WhileSignInIsSwitchedOnThePrincipalHeaderIsTrusted(string setting) =>
        Assert.True(CallerOf(setting, SignedIn.With("Coordinator"))!.IsCoordinator);

    [Theory]
    [InlineData("not base64!")]
    [InlineData("e30")]
    [InlineData("bm8ganNvbg==")]
    [InlineData("bnVsbA==")]
    public void AnInvalidPrincipalHeaderGivesNoCaller(string header) => Assert.Null(CallerOf("True", header));

    [Theory]
    [InlineData("name", "name", "name=田中", "田中")]
    [InlineData(
        "http://schemas.xmlsoap.org/ws/2005/05/identity/claims/name", "roles", "name=田中;preferred_username=tanaka@city.example",
        "田中（tanaka）")]
    [InlineData("name", "roles", "name=田中;http://schemas.xmlsoap.org/ws/2005/05/identity/claims/upn=tanaka", "田中（tanaka）")]
    [InlineData("name", "roles", "name=tanaka;upn=tanaka", "tanaka")]
    [InlineData(
        "http://schemas.xmlsoap.org/ws/2005/05/identity/claims/emailaddress", "roles", "preferred_username=tanaka@city.example",
        "tanaka@city.example")]
    [InlineData(
        "http://schemas.xmlsoap.org/ws/2005/05/identity/claims/name", "roles",
        "http://schemas.xmlsoap.org/ws/2005/05/identity/claims/name=田中", "田中")]
    [InlineData("name", "roles", "name= ;http://schemas.microsoft.com/identity/claims/objectidentifier=0a1b", "0a1b")]
    [InlineData("name", "roles", "", "?")]
    public void TheNameOfACallerIsReadFromTheClaims(string nameType, string roleType, string claims, string name)
    {
        var pairs = claims.Split(';', StringSplitOptions.RemoveEmptyEntries).Select(c => c.Split('=', 2)).Append([roleType, "Coordinator"]);
        var principal = new
        {
            auth_typ = "aad",
            name_typ = nameType,
            role_typ = roleType,
            claims = pairs
            .Select(p => new { typ = p[0], val = p[1] })
        };

        var caller = CallerOf("True", Convert.ToBase64String(JsonSerializer.SerializeToUtf8Bytes(principal)))!;

        Assert.Equal(name, caller.Name);
    }

    private static Caller? CallerOf(string? setting, string header)
    {
        var context = new DefaultHttpContext();
        context.Request.Headers[AppServiceCallers.Header] = header;
        return new AppServiceCallers(name => name == "WEBSITE_AUTH_ENABLED" ? setting : null).Of(context);
    }
}
