using KawasakiServerless.Testing;
using KawasakiServerless.Web.SignIn;
using Microsoft.AspNetCore.DataProtection;
using Microsoft.AspNetCore.Http;

namespace KawasakiServerless.Web.Tests.SignIn;

/// <summary>
/// The platform ends a session only at a fixed time after the sign-in. Tests that the app also ends it after an hour without a request.
/// </summary>
public sealed class AppServiceSessionsTests
{
    private const string Portal = "/staff/", Api = "/api/departments";

    private readonly LateClock clock = new();
    private readonly AppServiceSessions sessions;
    private string? cookie;

    public AppServiceSessionsTests() =>
        sessions = new(new(_ => "True"), new EphemeralDataProtectionProvider(), clock);

    [Theory]
    [InlineData(Portal, 59, true)]
    [InlineData(Portal, 61, false)]
    [InlineData(Api, 59, true)]
    [InlineData(Api, 61, false)]
    public void ASessionExpiresAfterAnHourWithoutARequest(string path, int minutes, bool isSignedIn)
    {
        Assert.True(Sends(Portal));
        clock.Ahead = TimeSpan.FromMinutes(minutes);

        Assert.Equal(isSignedIn, Sends(path));
        Assert.Equal(isSignedIn, Sends(path));
    }

    [Fact]
    public void ASessionThatIsUsedDoesNotExpire()
    {
        for (var hours = 0.0; hours < 8; hours += 0.75)
        {
            clock.Ahead = TimeSpan.FromHours(hours);
            Assert.True(Sends(hours % 1.5 == 0 ? Portal : Api));
        }
    }

    [Fact]
    public void SigningOutBeginsANewSession()
    {
        Sends(Portal);
        clock.Ahead = TimeSpan.FromHours(2);

        Assert.False(Sends(Portal));
        Assert.False(Sends("/staff/sign-in", name: null));
        Assert.True(Sends(Portal));
    }

    [Fact]
    public void TheCookieOfAnotherPersonIsIgnored()
    {
        Sends(Portal);
        clock.Ahead = TimeSpan.FromHours(2);

        Assert.True(Sends(Portal, "another clerk"));
    }

    [Fact]
    public void AProgramThatKeepsNoCookieIsNotLimited()
    {
        Assert.True(Sends(Api));
        Assert.Null(cookie);
        clock.Ahead = TimeSpan.FromHours(2);

        Assert.True(Sends(Api));
    }

    [Fact]
    public void TheCookieIsProtectedAndSentOnlyToThisHost()
    {
        var context = ContextOf(Portal, "a clerk");
        sessions.Of(context);

        var set = Assert.Single(context.Response.Headers.SetCookie.OfType<string>());
        Assert.StartsWith("__Host-", set, StringComparison.Ordinal);
        Assert.All(["path=/;", "secure", "samesite=lax", "httponly"],
            flag => Assert.Contains(flag, set, StringComparison.OrdinalIgnoreCase));
        Assert.DoesNotContain("clerk", set, StringComparison.Ordinal);
    }

    /// <summary>Sends a request as a browser that keeps the cookie.</summary>
    /// <param name="path">The path of the request.</param>
    /// <param name="name">The person whom the platform regards as signed in; null for nobody.</param>
    /// <returns>Whether the app regards the person as signed in.</returns>
    private bool Sends(string path, string? name = "a clerk")
    {
        var context = ContextOf(path, name);
        var caller = sessions.Of(context);
        if (context.Response.Headers.SetCookie is [{ } set, ..])
            cookie = set.Split(';')[0] is { } pair && pair.EndsWith('=') ? null : set.Split(';')[0];
        return caller is not null;
    }

    private DefaultHttpContext ContextOf(string path, string? name)
    {
        var context = new DefaultHttpContext();
        context.Request.Path = path;
        if (name is not null)
            context.Request.Headers[SignedIn.Header] = SignedIn.As(name, "Department.kankyo");
        if (cookie is not null)
            context.Request.Headers.Cookie = cookie;
        return context;
    }
}
