using System.Globalization;
using System.Net;
using Microsoft.AspNetCore.Builder;
using Microsoft.AspNetCore.Hosting;
using Microsoft.AspNetCore.Http;

namespace KawasakiServerless.Testing;

/// <summary>Stands in for the endpoint from which an app in App Service gets the tokens of its managed identity.</summary>
public sealed class ManagedIdentityStandIn : IAsyncDisposable
{
    private const string Secret = "of the endpoint";

    private readonly WebApplication server;

    private ManagedIdentityStandIn() => server = Build();

    /// <summary>
    /// The audience of all tokens that this stand-in issues, whatever resource a request names; null to use the resource that the request
    /// names.
    /// </summary>
    public string? Audience { get; set; }

    /// <summary>The environment variables that App Service sets for an app with a managed identity.</summary>
    public IReadOnlyDictionary<string, string> Settings => new Dictionary<string, string>(StringComparer.Ordinal)
    {
        ["IDENTITY_ENDPOINT"] = $"{server.Urls.Single()}/msi/token",
        ["IDENTITY_HEADER"] = Secret,
    };

    /// <summary>The client id that the last request named; null if it named none.</summary>
    public string? AskedFor { get; private set; }

    public static async Task<ManagedIdentityStandIn> StartAsync()
    {
        var standIn = new ManagedIdentityStandIn();
        await standIn.server.StartAsync();
        return standIn;
    }

    public ValueTask DisposeAsync() => server.DisposeAsync();

    private WebApplication Build()
    {
        var builder = LoopbackServer.CreateBuilder();
        builder.WebHost.ConfigureKestrel(kestrel => kestrel.Listen(IPAddress.Loopback, 0));
        var app = builder.Build();
        app.MapGet("/msi/token", Answer);
        return app;
    }

    private IResult Answer(HttpRequest request)
    {
        if (request.Headers["X-IDENTITY-HEADER"] != Secret)
            return Results.Unauthorized();
        AskedFor = request.Query["client_id"];
        var until = DateTimeOffset.UtcNow.AddHours(1);
        return Results.Json(new Dictionary<string, string>(StringComparer.Ordinal)
        {
            ["access_token"] = StorageToken.For(Audience ?? request.Query["resource"]!, until),
            ["expires_on"] = until.ToUnixTimeSeconds().ToString(CultureInfo.InvariantCulture),
            ["token_type"] = "Bearer",
            ["resource"] = request.Query["resource"]!,
        });
    }
}
