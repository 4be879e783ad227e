using System.Net;
using System.Net.Security;
using System.Security.Cryptography;
using System.Security.Cryptography.X509Certificates;

namespace KawasakiServerless.Testing;

/// <summary>A certificate for test servers on 127.0.0.1, in a temporary folder that is deleted when the certificate is disposed.</summary>
public sealed class LoopbackCertificate : IDisposable
{
    private readonly DirectoryInfo folder = Directory.CreateTempSubdirectory("kawasaki-certificate-");
    private readonly X509Certificate2 certificate = SelfSigned();

    public LoopbackCertificate()
    {
        File.WriteAllText(CertificateFile, certificate.ExportCertificatePem());
        File.WriteAllText(KeyFile, certificate.GetRSAPrivateKey()!.ExportPkcs8PrivateKeyPem());
    }

    /// <summary>
    /// The path of the certificate (PEM). A process trusts the certificate if its environment variable SSL_CERT_FILE names this file.
    /// </summary>
    public string CertificateFile => Path.Combine(folder.FullName, "cert.pem");

    public string KeyFile => Path.Combine(folder.FullName, "key.pem");

    /// <summary>Accepts this certificate and no other.</summary>
    public RemoteCertificateValidationCallback Validation => (_, presented, _, _) =>
        presented is not null && presented.GetRawCertData().AsSpan().SequenceEqual(certificate.RawData);

    public void Dispose()
    {
        certificate.Dispose();
        folder.Delete(recursive: true);
    }

    private static X509Certificate2 SelfSigned()
    {
        using var key = RSA.Create(2048);
        var request = new CertificateRequest("CN=127.0.0.1", key, HashAlgorithmName.SHA256, RSASignaturePadding.Pkcs1);
        var names = new SubjectAlternativeNameBuilder();
        names.AddIpAddress(IPAddress.Loopback);
        request.CertificateExtensions.Add(names.Build());
        return request.CreateSelfSigned(DateTimeOffset.UtcNow.AddDays(-1), DateTimeOffset.UtcNow.AddDays(1));
    }
}
