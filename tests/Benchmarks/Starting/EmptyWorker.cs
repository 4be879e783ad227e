using System.Xml.Linq;
using KawasakiServerless.Testing;
using KawasakiServerless.Testing.Host;

namespace KawasakiServerless.Benchmarks;

/// <summary>
/// A .NET worker process (isolated worker model) with one function that answers at once. Its start shows how long the packages alone take,
/// so the start of our worker is compared with it.
/// </summary>
internal static class EmptyWorker
{
    private const string Project = """
        <Project Sdk="Microsoft.NET.Sdk">
          <PropertyGroup>
            <TargetFramework>net10.0</TargetFramework>
            <AzureFunctionsVersion>v4</AzureFunctionsVersion>
            <OutputType>Exe</OutputType>
            <AssemblyName>KawasakiServerless.Functions</AssemblyName>
            <ImplicitUsings>enable</ImplicitUsings>
          </PropertyGroup>
          <ItemGroup>
            <FrameworkReference Include="Microsoft.AspNetCore.App" />
            <!-- packages -->
            <None Update="host.json" CopyToOutputDirectory="PreserveNewest" />
          </ItemGroup>
        </Project>
        """;

    private const string Program = """
        using Microsoft.AspNetCore.Http;
        using Microsoft.Azure.Functions.Worker;
        using Microsoft.Azure.Functions.Worker.Builder;
        using Microsoft.Extensions.Hosting;

        var builder = FunctionsApplication.CreateBuilder(args);
        builder.ConfigureFunctionsWebApplication();
        builder.Build().Run();

        public sealed class Api
        {
            [Function("api")]
            public IResult Run([HttpTrigger(AuthorizationLevel.Anonymous, "get", Route = "api/{*path}")] HttpRequest request) => Results.Text("ok");
        }
        """;

    private static readonly string[] Packages =
    [
        "Microsoft.Azure.Functions.Worker", "Microsoft.Azure.Functions.Worker.Sdk",
        "Microsoft.Azure.Functions.Worker.Extensions.Http.AspNetCore",
    ];

    /// <returns>The folder of the published worker.</returns>
    public static async Task<string> PublishAsync(string folder)
    {
        var source = Directory.CreateDirectory(Path.Combine(folder, "source")).FullName;
        var versions = XDocument.Load(Repository.PathTo("Directory.Packages.props")).Descendants("PackageVersion")
            .ToDictionary(p => p.Attribute("Include")!.Value, p => p.Attribute("Version")!.Value, StringComparer.Ordinal);
        var references = Packages.Select(
            name => new XElement("PackageReference", new XAttribute("Include", name), new XAttribute("Version", versions[name])));
        await File.WriteAllTextAsync(
            Path.Combine(source, "Empty.csproj"),
            Project.Replace("<!-- packages -->", string.Concat(references), StringComparison.Ordinal));
        await File.WriteAllTextAsync(Path.Combine(source, "Program.cs"), Program);
        File.Copy(Repository.PathTo("functions", "App", "host.json"), Path.Combine(source, "host.json"));
        return await PublishedWorker.PublishAsync(source, Path.Combine(folder, "published"));
    }
}
