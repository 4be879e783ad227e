using System.Text.Json.Nodes;
using System.Text.RegularExpressions;
using KawasakiServerless.Infra.Tests.Deployments;
using KawasakiServerless.Infra.Tests.Faults;
using KawasakiServerless.Testing;

namespace KawasakiServerless.Infra.Tests.Bicep;

/// <summary>A copy of infra/ (the Bicep files) with both parameter files, to be compiled as it is or with faults in it.</summary>
internal sealed class BicepFolder(BicepProcess bicep, string path)
{
    /// <summary>The names of the parameter files: for a plain installation, and for one with everything switched on.</summary>
    public const string Plain = "main.bicepparam", Everything = "everything.bicepparam";

    public static BicepFolder Copy(BicepProcess bicep, string to)
    {
        Directory.CreateDirectory(to);
        foreach (var file in Directory.EnumerateFiles(Repository.PathTo("infra")))
            File.Copy(file, Path.Combine(to, Path.GetFileName(file)));
        var everything = File.ReadAllText(Repository.PathTo("tests", "Infra.Tests", Everything));
        File.WriteAllText(Path.Combine(to, Everything), everything.Replace("../../infra/", "", StringComparison.Ordinal));
        return new(bicep, to);
    }

    public IEnumerable<string> Files =>
        Directory.EnumerateFiles(path).Where(f => Path.GetExtension(f) is ".bicep" or ".bicepparam").Order(StringComparer.Ordinal);

    /// <exception cref="InvalidOperationException">The text that the fault replaces does not occur exactly once in the file.</exception>
    public void Seed(Fault fault)
    {
        var file = Path.Combine(path, fault.File);
        var parts = File.ReadAllText(file).Split(fault.Right);
        if (parts.Length != 2)
            throw new InvalidOperationException($"{fault.Name}: {fault.File} has {parts.Length - 1} times “{fault.Right}”.");
        File.WriteAllText(file, string.Join(fault.Wrong, parts));
    }

    /// <summary>
    /// Changes the parameters of a plain installation so that they contain a value (a literal, with quotes) instead of reading the
    /// environment variable of this name.
    /// </summary>
    public void Set(string name, string value)
    {
        var file = Path.Combine(path, Plain);
        var read = new Regex($"readEnvironmentVariable\\('{name}'[^)]*\\)", RegexOptions.None, TimeSpan.FromSeconds(1));
        var parameters = File.ReadAllText(file);
        if (!read.IsMatch(parameters))
            throw new InvalidOperationException($"{Plain} does not read {name}.");
        File.WriteAllText(file, read.Replace(parameters, value));
    }

    /// <returns>Errors and warnings of the compiler and its linter, as `file: code: message`.</returns>
    public async Task<IReadOnlyList<string>> DiagnoseAsync(string parameters)
    {
        var result = await bicep.CallAsync("bicep/compileParams", new()
        {
            ["path"] = Path.Combine(path, parameters),
            ["parameterOverrides"] = new JsonObject(),
        });
        return [.. result["diagnostics"]!.AsArray().Select(d => $"{Path.GetFileName((string)d!["source"]!)}: {d["code"]}: {d["message"]}")];
    }

    /// <returns>The resources that a deployment with these parameters would create.</returns>
    public async Task<Deployment> PredictAsync(string parameters)
    {
        var result = await bicep.CallAsync("bicep/getSnapshot", new()
        {
            ["path"] = Path.Combine(path, parameters),
            ["metadata"] = new JsonObject
            {
                ["tenantId"] = Deployment.Tenant,
                ["subscriptionId"] = "00000000-0000-0000-0000-000000000001",
                ["location"] = "japaneast",
            },
        });
        return new(JsonNode.Parse((string)result["snapshot"]!)!);
    }

    /// <returns>The content of the file as the formatter of Bicep would write it.</returns>
    public async Task<string> FormatAsync(string file) =>
        (string)(await bicep.CallAsync("bicep/format", new() { ["path"] = file }))["contents"]!;

    /// <returns>The names of the files that the compilation of these parameters reads.</returns>
    public async Task<IEnumerable<string>> ReachAsync(string parameters)
    {
        var result = await bicep.CallAsync("bicep/getFileReferences", new() { ["path"] = Path.Combine(path, parameters) });
        return result["filePaths"]!.AsArray().Select(f => Path.GetFileName((string)f!));
    }
}
