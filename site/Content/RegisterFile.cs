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
    /// <exception cref="ContentException">The file is not a register, or is inconsistent.</exception>
    public static Register? Read(string path)
    {
        if (!File.Exists(path))
            return null;
        try
        {
            using var json = File.OpenRead(path);
            return Register.Parse(json);
        }
        catch (JsonException broken)
        {
            throw new ContentException([new ContentProblem(Name, (int)(broken.LineNumber ?? 0) + 1, broken.Message)]);
        }
    }
}
