using Microsoft.AspNetCore.Builder;
using Microsoft.Extensions.Logging;

namespace KawasakiServerless.Testing;

/// <summary>
/// The builder for every server of the tests: without a log, and without a watch on the settings file, because Linux allows each user only
/// 128 such watches.
/// </summary>
public static class LoopbackServer
{
    public static WebApplicationBuilder CreateBuilder()
    {
        var builder = WebApplication.CreateSlimBuilder(new WebApplicationOptions { Args = ["--hostBuilder:reloadConfigOnChange=false"] });
        builder.Logging.ClearProviders();
        return builder;
    }
}
