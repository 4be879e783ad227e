using KawasakiServerless.Testing;
using KawasakiServerless.Web.SignIn;
using Microsoft.AspNetCore.Http;

namespace KawasakiServerless.Web.Tests.SignIn;

/// <summary>The header that names the caller counts only while the platform says that it writes it.</summary>
public sealed class AppServiceCallersFacts
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
    public void WhileItIsOnTheHeaderCounts(string setting) => Assert.True(CallerOf(setting, SignedIn.With("Coordinator"))!.IsCoordinator);

    [Theory]
    [InlineData("not base64!")]
    [InlineData("e30")]
    [InlineData("bm8ganNvbg==")]
    [InlineData("bnVsbA==")]
    public void AHeaderThatThePlatformDoesNotWriteIsNobody(string header) => Assert.Null(CallerOf("True", header));

    private static Caller? CallerOf(string? setting, string header)
    {
        var context = new DefaultHttpContext();
        context.Request.Headers[AppServiceCallers.Header] = header;
        return new AppServiceCallers(name => name == "WEBSITE_AUTH_ENABLED" ? setting : null).Of(context);
    }
}
