using System.Collections.Concurrent;
using Microsoft.AspNetCore.Components;
using Microsoft.AspNetCore.Components.Web;
using Microsoft.Extensions.Logging.Abstractions;

namespace KawasakiServerless.Site.Rendering;

/// <summary>
/// Renders parts of pages. The method Of is for a component that is identical on many pages of a reporting year: it renders the component
/// once and caches the HTML. The method Apart renders a large fragment with its own HtmlRenderer, whose memory is released before the rest
/// of the page is rendered.
/// </summary>
internal sealed class Repeated(IServiceProvider services)
{
    private readonly ConcurrentDictionary<(Type Component, object Key), MarkupString> known = [];

    /// <param name="key">Identifies the HTML in the cache: two calls with the same component and key return the same HTML.</param>
    /// <param name="parameters">Creates the component's parameters. It is called only on the first call for a key, so different parameters
    /// require different keys.</param>
    public MarkupString Of<T>(object key, Func<Dictionary<string, object?>> parameters)
        where T : IComponent => known.GetOrAdd((typeof(T), key), _ => Render<T>(ParameterView.FromDictionary(parameters())));

    public MarkupString Apart(RenderFragment fragment) =>
        Render<Drawn>(
            ParameterView.FromDictionary(new Dictionary<string, object?>(StringComparer.Ordinal) { [nameof(Drawn.Fragment)] = fragment }));

    private MarkupString Render<T>(ParameterView parameters)
        where T : IComponent
    {
        using var text = new StringWriter();
        using var renderer = new HtmlRenderer(services, NullLoggerFactory.Instance);
        // None of the site's components awaits anything, and nothing else uses this renderer, so InvokeAsync has completed when it returns.
        var drawing = renderer.Dispatcher.InvokeAsync(() => renderer.BeginRenderingComponent<T>(parameters).WriteHtmlTo(text));
        return drawing.IsCompletedSuccessfully
            ? new(text.ToString())
            : throw new InvalidOperationException(
                $"{typeof(T).Name} could not be rendered synchronously.", drawing.Exception?.InnerException);
    }

    private sealed class Drawn : ComponentBase
    {
        [Parameter, EditorRequired] public RenderFragment Fragment { get; set; } = null!;

        protected override void BuildRenderTree(Microsoft.AspNetCore.Components.Rendering.RenderTreeBuilder builder) =>
            builder.AddContent(0, Fragment);
    }
}
