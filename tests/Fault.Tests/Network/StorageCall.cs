using System.Text;
using System.Text.RegularExpressions;
using Microsoft.AspNetCore.Http;

namespace KawasakiServerless.Fault.Tests.Network;

/// <summary>A call to storage.</summary>
/// <param name="Kind">What is done to which table or container, for example PUT $web or query Records.</param>
/// <param name="Resource">The name of the blob or the key of the row; empty if the call is not about a single blob or row.</param>
internal sealed partial record StorageCall(string Method, string Kind, string Resource)
{
    public bool IsReading => Method is "GET" or "HEAD";

    public override string ToString() => $"{Kind} {Resource}".TrimEnd();

    /// <param name="request">The request as the app sent it, with the account as the first part of its path.</param>
    /// <param name="body">The body of the request. The body of a transaction names the table.</param>
    public static StorageCall OfTables(HttpRequest request, byte[] body)
    {
        var path = WithoutAccount(request);
        if (path == "$batch")
        {
            var table = InTransaction().Match(Encoding.UTF8.GetString(body)).Groups;
            return new(
                request.Method, $"{(table["verb"].Value == "DELETE" ? "removing" : "writing")} transaction {table["table"].Value}", "");
        }

        var parts = Entity().Match(path).Groups;
        return (request.Method, parts["keys"].Value) switch
        {
            (_, _) when path == "Tables" => new(request.Method, "create table", ""),
            ("POST", _) => new("POST", $"insert {path}", ""),
            ("GET", "") => new("GET", $"query {parts["table"].Value}", ""),
            (var method, var keys) => new(method, $"{method} {parts["table"].Value}", keys),
        };
    }

    public static StorageCall OfBlobs(HttpRequest request)
    {
        var path = WithoutAccount(request).Split('/', 2);
        var (container, blob, query) = (path[0], path.ElementAtOrDefault(1) ?? "", request.Query);
        return ((string?)query["comp"], (string?)query["restype"]) switch
        {
            ("list", _) => new(request.Method, $"list {container}", ""),
            ("lease", _) => new(request.Method, $"{request.Headers["x-ms-lease-action"]} lock", blob),
            (_, "container") => new(request.Method, "create container", container),
            _ => new(request.Method, $"{request.Method} {container}", blob),
        };
    }

    private static string WithoutAccount(HttpRequest request) => (request.Path.Value ?? "").Split('/', 3).ElementAtOrDefault(2) ?? "";

    [GeneratedRegex(@"^(?<table>[A-Za-z0-9]+)\((?<keys>.*)\)$", RegexOptions.ExplicitCapture)]
    private static partial Regex Entity();

    [GeneratedRegex(@"\n(?<verb>PUT|POST|PATCH|DELETE) http://[^/]+/[^/]+/(?<table>[A-Za-z0-9]+)", RegexOptions.ExplicitCapture)]
    private static partial Regex InTransaction();
}
