using Microsoft.AspNetCore.Components;

namespace KawasakiServerless.Site.Rendering;

/// <summary>A page to be rendered: its address, its component, and the component's parameters.</summary>
/// <param name="Shown">The object that the page is about, such as an indicator or a department; null for a page without such an
/// object.</param>
internal sealed record Page(string Path, Type Component, ParameterView Parameters, object? Shown)
{
    public const string NotFound = "/404.html", Index = "index.html";

    public string File => Path.EndsWith('/') ? Path[1..] + Index : Path[1..];

    /// <summary>The fingerprint of everything from which the page is rendered; null until it has been computed.</summary>
    public string? Inputs { get; init; }

    public static Page Of<T>(string path)
        where T : IComponent => new(path, typeof(T), ParameterView.Empty, null);

    public static Page Of<T>(string path, string parameter, object value)
        where T : IComponent =>
            new(path, typeof(T), ParameterView.FromDictionary(new Dictionary<string, object?> { [parameter] = value }), value);
}
