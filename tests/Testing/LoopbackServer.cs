using Microsoft.AspNetCore.Builder;
using Microsoft.Extensions.Logging;

namespace KawasakiServerless.Testing;

/// <summary>
/// What every server of the tests begins with: no log, and no watch on the settings file, of which Linux allows a user 128.
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
