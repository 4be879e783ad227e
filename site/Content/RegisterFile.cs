using System.Text.Json;
using KawasakiServerless.Domain;

namespace KawasakiServerless.Site.Content;

/// <summary>A municipality's own register (台帳), as a file.</summary>
public static class RegisterFile
{
    public const string Name = "register.json";

    /// <summary>
    /// What a new installation starts with: the register of its content, or the city's of 2018 where the content has none.
    /// </summary>
    public static Register Shipped() =>
        Read(Path.Combine(Path.GetDirectoryName(ContentFolders.Shipped.Settings)!, Name)) ?? Register.Of2018;

    /// <returns>Null when there is no such file.</returns>
    /// <exception cref="ContentException">The file is no register, or contradicts itself.</exception>
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
