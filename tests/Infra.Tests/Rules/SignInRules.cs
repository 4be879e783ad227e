namespace KawasakiServerless.Infra.Tests.Rules;

/// <summary>Rules for sign-in. If one of them is broken, other people may be accepted as staff, or nobody can sign in.</summary>
internal static class SignInRules
{
    private const string Directory = "properties.identityProviders.azureActiveDirectory";
    private const string Client = "11111111-2222-3333-4444-555555555555";

    public static IEnumerable<Rule> All =>
    [
        new("authentication is on", d => d.SignIn["properties.platform.enabled"], "true"),
        new("staff sign in with the directory", d => d.SignIn[$"{Directory}.enabled"], "true"),
        new("staff sign in nowhere else", d => d.SignIn.Pairs("properties.identityProviders").Keys, ["azureActiveDirectory"]),
        new("sign-in names the app registration", d => d.SignIn[$"{Directory}.registration.clientId"], Client),
        new(
            "sign-in has no client secret",
            d => d.SignIn[$"{Directory}.registration.clientSecretSettingName"], "OVERRIDE_USE_MI_FIC_ASSERTION_CLIENTID"),
        new("the issuer is the tenant of the city", d => d.SignIn[$"{Directory}.registration.openIdIssuer"],
            $"[format('{{0}}{{1}}/v2.0', environment().authentication.loginEndpoint, '{Deployments.Deployment.Tenant}')]"),
        new(
            "tokens are for this app",
            d => d.SignIn.All($"{Directory}.validation.allowedAudiences").Select(a => a[""]), [Client, $"api://{Client}"]),
        new(
            "tokens were asked for by this app",
            d => d.SignIn.All($"{Directory}.validation.defaultAuthorizationPolicy.allowedApplications").Select(a => a[""]), [Client]),
        new(
            "the app itself refuses who is not signed in",
            d => d.SignIn["properties.globalValidation.unauthenticatedClientAction"], "AllowAnonymous"),
        new("sign-in needs https", d => d.SignIn["properties.httpSettings.requireHttps"], "true"),
        new("a sign-in is answered once", d => d.SignIn["properties.login.nonce.validateNonce"], "true"),
        new("a sign-in lasts a working day", d => d.SignIn["properties.login.cookieExpiration.timeToExpiration"], "08:00:00"),
        new("no tokens are kept", d => d.SignIn["properties.login.tokenStore.enabled"], "false"),
    ];
}
