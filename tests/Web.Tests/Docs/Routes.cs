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
/// <param name="Method">GET stands for HEAD too.</param>
/// <param name="Access">Null when it names nobody.</param>
/// <param name="Form">Null when no form of the portal is sent to it.</param>
internal sealed record Route(string Method, string Pattern, Access? Access, FormBody? Form)
{
    public bool IsOfPortal => Pattern.StartsWith("/staff", StringComparison.Ordinal);
}

/// <summary>What is mapped, without a server.</summary>
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
