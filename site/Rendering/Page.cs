using Microsoft.AspNetCore.Components;

namespace KawasakiServerless.Site;

/// <summary>A page to be rendered: where it stands, which component draws it, and what that component is given.</summary>
internal sealed record Page(string Path, Type Component, ParameterView Parameters)
{
    public const string NotFound = "/404.html";

    public string File => Path.EndsWith('/') ? $"{Path[1..]}index.html" : Path[1..];

    public static Page Of<T>(string path)
        where T : IComponent => new(path, typeof(T), ParameterView.Empty);

    public static Page Of<T>(string path, string parameter, object value)
        where T : IComponent => new(path, typeof(T), ParameterView.FromDictionary(new Dictionary<string, object?> { [parameter] = value }));
}
