using System.CommandLine;
using KawasakiServerless.Application;
using KawasakiServerless.Application.Publishing;
using KawasakiServerless.Application.Settings;
using KawasakiServerless.Domain;
using KawasakiServerless.Site;
using KawasakiServerless.Storage;

namespace KawasakiServerless.Local.CommandLine;

/// <summary>The command `publish`: publishes to the configured storage immediately, without waiting for the nightly run.</summary>
internal static class PublishCommand
{
    public static Command New()
    {
        var url = Options.Url();
        var command = new Command("publish", "Publish to the configured storage now") { url };
        command.SetAction((arguments, cancellation) => RunAsync(arguments.GetValue(url), cancellation));
        return command;
    }

    private static async Task<int> RunAsync(Uri? url, CancellationToken cancellation)
    {
        if (!StorageConnection.IsConfigured(Environment.GetEnvironmentVariable))
        {
            await Console.Error.WriteLineAsync("No storage is configured: set AzureWebJobsStorage, or AzureWebJobsStorage__accountName.");
            return 1;
        }

        var site = SiteSettings.Read(Environment.GetEnvironmentVariable, url, SiteContent.Shipped);
        await using var services = new ServiceCollection()
            .AddLogging()
            .AddApplication(StorageConnection.Open(Environment.GetEnvironmentVariable), site)
            .BuildServiceProvider();
        await services.GetRequiredService<CityStorage>().EnsureCreatedAsync(cancellation);
        var publication = await services.GetRequiredService<Publisher>().PublishAsync(Triggers.Command, Environment.UserName, cancellation);
        await Console.Out.WriteLineAsync(
            $"{publication.Id} {publication.State}: {publication.Rendered} rendered, {publication.Written} written, "
                + $"{publication.Removed} removed. {publication.Message}");
        if (publication.State is PublicationState.Live && site.Address == SiteSettings.LocalAddress)
            await Console.Error.WriteLineAsync(
                $"The links of the site begin with {site.Address}, because neither SITE_URL nor --url gives its public address.");
        return publication.State is PublicationState.Live or PublicationState.Unchanged ? 0 : 1;
    }
}
