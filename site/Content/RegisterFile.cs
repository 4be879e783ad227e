using System.Text.Json;
using KawasakiServerless.Domain;

namespace KawasakiServerless.Site.Content;

/// <summary>Reads a municipality's own register (台帳) from the file register.json.</summary>
public static class RegisterFile
{
    public const string Name = "register.json";

    /// <summary>
    /// The register with which a new installation starts: register.json in the shipped content, or Kawasaki's register of 2018 if the
    /// content has no such file.
    /// </summary>
    public static Register Shipped() =>
        Read(Path.Combine(Path.GetDirectoryName(ContentFolders.Shipped.Settings)!, Name)) ?? Register.Of2018;

    /// <returns>Null when the file does not exist.</returns>
    /// <exception cref="ContentException">The file is not a register, or RegisterChecks finds faults in it. The problems name the line of
    /// each fault.</exception>
    public static Register? Read(string path)
    {
        if (!File.Exists(path))
            return null;
        var json = File.ReadAllBytes(path);
        var register = Parse(json);
        if (RegisterChecks.Of(register) is not { Count: > 0 } findings)
            return register;
        var lines = new JsonLines(json);
        throw new ContentException(
            [.. findings.Select(f => new ContentProblem(Name, lines.Of(f.Field), $"{f.Field}: {f.Message}{f.Remedy}"))]);
    }

    private static Register Parse(byte[] json)
    {
        try
        {
            using var stream = new MemoryStream(json);
            return Register.ParseDraft(stream);
        }
        catch (JsonException broken)
        {
            throw new ContentException([new ContentProblem(Name, (int)(broken.LineNumber ?? 0) + 1, broken.Message)]);
        }
    }
}
