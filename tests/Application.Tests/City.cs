using Azure;
using KawasakiServerless.Application.Submissions;
using KawasakiServerless.Application.Tests.Faults;
using KawasakiServerless.Domain;
using KawasakiServerless.Site;
using KawasakiServerless.Storage;
using KawasakiServerless.Storage.Years;
using KawasakiServerless.Testing;
using Microsoft.Extensions.DependencyInjection;

namespace KawasakiServerless.Application.Tests;

/// <summary>
/// Runs the app's use cases against the storage emulator. A newly opened city has an empty store in which the reporting year 2018 is open.
/// </summary>
internal sealed class City : IAsyncDisposable
{
    private readonly ServiceProvider services;

    private City(string connection, TimeProvider time, FaultyNetwork? network, string? site, SiteOptions? options = null)
    {
        Connection = connection;
        services = new ServiceCollection()
            .AddLogging()
            .AddApplication(network?.Connect(connection) ?? StorageConnection.Open(name => name == "AzureWebJobsStorage" ? connection
                : name == "SiteStorage" ? site : null), options ?? OptionsAt("https://care.example/"))
            .AddSingleton(time)
            .BuildServiceProvider(new ServiceProviderOptions { ValidateOnBuild = true, ValidateScopes = true });
    }

    public static FiscalYear Year { get; } = FiscalYear.Of(2018);

    public string Connection { get; }

    public CityStorage Storage => Get<CityStorage>();

    /// <summary>The files of the live site that the test has downloaded, each with its name and the ETag that it had.</summary>
    public Dictionary<(string Name, ETag Version), string> KnownFiles { get; } = [];

    /// <param name="register">The register of the year; <see cref="Some.SmallRegister"/> if null.</param>
    public static Task<City> OpenAsync(
        SharedAzurite azurite, TimeProvider? time = null, FaultyNetwork? network = null, Register? register = null) =>
        OpenAsync(new(azurite.NewStore(), time ?? TimeProvider.System, network, site: null), register ?? Some.SmallRegister);

    /// <summary>Opens a city whose public site has its own storage account.</summary>
    /// <param name="azurite">The storage emulator, which provides the accounts.</param>
    /// <param name="site">The connection string of the public site's account.</param>
    public static Task<City> WithSiteAccountAsync(SharedAzurite azurite, string site) =>
        OpenAsync(new(azurite.NewStore(), TimeProvider.System, network: null, site), Some.SmallRegister);

    /// <summary>Another installation that uses the same store, but whose public site has another address.</summary>
    public static City Beside(City other, string address) =>
        new(other.Connection, TimeProvider.System, network: null, site: null, OptionsAt(address));

    /// <summary>The same installation after its texts, topics or styles were edited.</summary>
    public static City WithContent(City other, SiteContent content) => new(
        other.Connection, TimeProvider.System, network: null, site: null, OptionsAt("https://care.example/") with { Content = content });

    /// <summary>Another installation that uses the same store, but has no licence for the open data.</summary>
    public static City WithoutLicense(City other) =>
        new(other.Connection, TimeProvider.System, network: null, site: null,
            OptionsAt("https://care.example/") with { DataLicense = null });

    private static SiteOptions OptionsAt(string address) =>
        new(new(address)) { DataLicense = new("https://creativecommons.org/licenses/by/4.0/"), Content = SmallSite.Content };

    private static async Task<City> OpenAsync(City city, Register register)
    {
        await city.Storage.EnsureCreatedAsync(default);
        await city.Get<YearStore>().OpenAsync(Year, register, default);
        return city;
    }

    public T Get<T>()
        where T : notnull => services.GetRequiredService<T>();

    public async Task<ReportingYear> ReportingYearAsync() => (await Get<YearStore>().FindAsync(Year, default))!;

    public async Task<UploadOutcome> SubmitAsync(
        string department, byte[] workbook, FiscalYear? year = null) => await Get<Acceptance>().AcceptAsync(
        new((await Get<YearStore>().FindAsync(year ?? Year, default))!, Register.Of2018.Department(department),
            workbook, "my file.xlsx", "a clerk"),
        default);

    public Task ReleaseAsync() => Get<YearStore>().ReleaseAsync(Year, default);

    public async ValueTask DisposeAsync()
    {
        await services.DisposeAsync();
        await Stores.EmptyAsync(Connection);
    }
}
