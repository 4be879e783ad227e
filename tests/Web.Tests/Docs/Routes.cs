using KawasakiServerless.Application;
using KawasakiServerless.Site;
using KawasakiServerless.Storage;
using KawasakiServerless.Testing;
using KawasakiServerless.Web.Pipeline;
using KawasakiServerless.Web.SignIn;
using KawasakiServerless.Web.Staff.Forms;
using Microsoft.AspNetCore.Routing;
using Microsoft.Extensions.DependencyInjection;

namespace KawasakiServerless.Web.Tests.Docs;

/// <summary>A route as its metadata describes it.</summary>
/// <param name="Method">The HTTP method; HEAD is not listed, because it belongs to GET.</param>
/// <param name="Access">Who may use the route; null if the metadata does not say it.</param>
/// <param name="Form">The kind of form that the portal sends to the route; null if it sends none.</param>
internal sealed record Route(string Method, string Pattern, Access? Access, FormBody? Form)
{
    public bool IsOfPortal => Pattern.StartsWith("/staff", StringComparison.Ordinal);
}

/// <summary>Lists the routes of the app without starting a server.</summary>
internal static class Routes
{
    public static async Task<IReadOnlyList<Route>> AllAsync()
    {
        var builder = LoopbackServer.CreateBuilder();
        builder.Services
            .AddApplication(StorageConnection.Open(name => name == "AzureWebJobsStorage__accountName" ? "nowhere" : null),
                new SiteOptions(new("https://care.example/")))
            .AddWeb()
            .AddSingleton<ICallers>(new AppServiceCallers(_ => null))
            .AddSingleton(new OwnOrigins(["https://care.example"]));
        await using var built = builder.Build();
        built.MapWeb();
        return [.. ((IEndpointRouteBuilder)built).DataSources.SelectMany(s => s.Endpoints).OfType<RouteEndpoint>().SelectMany(Of)];
    }

    private static IEnumerable<Route> Of(RouteEndpoint endpoint) => endpoint.Metadata.GetMetadata<HttpMethodMetadata>()!.HttpMethods
        .Where(method => method != "HEAD")
        .Select(method => new Route(method, endpoint.RoutePattern.RawText!, endpoint.Metadata
            .OfType<Access>().Cast<Access?>().LastOrDefault(), endpoint.Metadata.GetMetadata<FormBody>()));
}
