using Microsoft.AspNetCore.Components;

namespace KawasakiServerless.Site;

/// <summary>A page to be rendered: where it stands, which component draws it, and what that component is given.</summary>
/// <param name="Shown">What it is about; null where it is about no one thing.</param>
internal sealed record Page(string Path, Type Component, ParameterView Parameters, object? Shown)
{
    public const string NotFound = "/404.html";

    public string File => Path.EndsWith('/') ? $"{Path[1..]}index.html" : Path[1..];

    /// <summary>Fingerprint of everything it is rendered from; null until it is known.</summary>
    public string? Inputs { get; init; }

    public static Page Of<T>(string path)
        where T : IComponent => new(path, typeof(T), ParameterView.Empty, null);

    public static Page Of<T>(string path, string parameter, object value)
        where T : IComponent =>
            new(path, typeof(T), ParameterView.FromDictionary(new Dictionary<string, object?> { [parameter] = value }), value);
}
