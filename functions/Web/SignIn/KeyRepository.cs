using System.Xml.Linq;
using KawasakiServerless.Storage.Keys;
using Microsoft.AspNetCore.Antiforgery;
using Microsoft.AspNetCore.DataProtection;
using Microsoft.AspNetCore.DataProtection.KeyManagement;
using Microsoft.AspNetCore.DataProtection.Repositories;
using Microsoft.AspNetCore.DataProtection.XmlEncryption;

namespace KawasakiServerless.Web.SignIn;

/// <summary>Stores the Data Protection keys in the storage account, so that all instances of the app share them.</summary>
internal sealed class KeyRepository(KeyStore keys) : IXmlRepository
{
    public IReadOnlyCollection<XElement> GetAllElements() => keys.ReadAll();

    public void StoreElement(XElement element, string friendlyName) => keys.Add(element, friendlyName);
}

internal static class ProtectionServices
{
    /// <summary>Registers Data Protection, with keys that survive a restart of the process, and antiforgery tokens.</summary>
    public static IServiceCollection AddProtection(this IServiceCollection services)
    {
        services.AddDataProtection().SetApplicationName("KawasakiServerless");
        // The keys are stored without additional encryption: the storage account encrypts all data at rest, and only the app's identity can
        // read them.
        services.AddOptions<KeyManagementOptions>().Configure<KeyStore>((options, keys) =>
            (options.XmlRepository, options.XmlEncryptor) = (new KeyRepository(keys), new NullXmlEncryptor()));
        services.AddAntiforgery().AddOptions<AntiforgeryOptions>().Configure<OwnOrigins>(Configure);
        return services.LoadKeysWhenNeeded();
    }

    private static void Configure(AntiforgeryOptions options, OwnOrigins own)
    {
        options.Cookie.Name = "kawasaki-form";
        options.Cookie.Path = DevelopmentSessions.Path;
        options.Cookie.HttpOnly = true;
        // Lax and not Strict: a page that is opened by a link in a mail would otherwise arrive without the cookie and replace it, which
        // makes the forms in all other tabs stale. A form that another site submits is refused by its token and its origin.
        options.Cookie.SameSite = SameSiteMode.Lax;
        options.Cookie.SecurePolicy = own.AreSecure ? CookieSecurePolicy.Always : CookieSecurePolicy.None;
        options.SuppressXFrameOptionsHeader = true;
    }

    // Removes the hosted service that loads the keys at startup. Otherwise the app could not start before storage responds. The keys are
    // loaded on first use instead.
    private static IServiceCollection LoadKeysWhenNeeded(this IServiceCollection services)
    {
        foreach (var eager in services.Where(s => s.ImplementationType?.Name == "DataProtectionHostedService").ToList())
            services.Remove(eager);
        return services;
    }
}
