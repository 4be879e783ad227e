using KawasakiServerless.Browser.Tests.Browsing;
using KawasakiServerless.Testing;

namespace KawasakiServerless.Browser.Tests.Staff.Stories;

/// <summary>
/// Starts a local run (the app on this machine) in which only three departments reported in 2018. The setting for the licence of the open
/// data is set, because without a licence no year can be released.
/// </summary>
internal static class SmallCity
{
    public const string Hospitals = "病院局", Environment = "環境局", Water = "上下水道局";

    private static readonly Dictionary<string, string> Settings = new(StringComparer.Ordinal) { ["DATA_LICENSE"] = AppProcess.License };

    public static async Task<City> StartAsync()
    {
        var city = new City { Start = StartAsync };
        await city.InitializeAsync();
        return city;
    }

    private static async Task<AppProcess> StartAsync(DirectoryInfo data)
    {
        var samples = data.CreateSubdirectory("samples");
        foreach (var department in new[] { Hospitals, Environment, Water })
            await File.WriteAllBytesAsync(Path.Combine(samples.FullName, $"2018-{department}.xlsx"), SampleWorkbook.Of(department).Bytes);
        return await AppProcess.LocalAsync(data.CreateSubdirectory("storage"), samples, Settings);
    }
}
