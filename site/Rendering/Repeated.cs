using System.Collections.Concurrent;
using Microsoft.AspNetCore.Components;
using Microsoft.AspNetCore.Components.Web;
using Microsoft.Extensions.Logging.Abstractions;

namespace KawasakiServerless.Site;

/// <summary>What stands on many pages of a year word for word is rendered once; what is large is rendered apart from its page.</summary>
internal sealed class Repeated(IServiceProvider services)
{
    private readonly ConcurrentDictionary<(Type Component, object Key), MarkupString> known = [];

    /// <param name="key">Tells it from everything else that this component draws in this year.</param>
    /// <param name="parameters">What it is given, all of which the key must tell apart.</param>
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
        // No component of these pages waits for anything, and nobody else uses this renderer: it has drawn when the call returns.
        var drawing = renderer.Dispatcher.InvokeAsync(() => renderer.BeginRenderingComponent<T>(parameters).WriteHtmlTo(text));
        return drawing.IsCompletedSuccessfully
            ? new(text.ToString())
            : throw new InvalidOperationException($"{typeof(T).Name} could not be drawn at once.", drawing.Exception?.InnerException);
    }

    private sealed class Drawn : ComponentBase
    {
        [Parameter, EditorRequired] public RenderFragment Fragment { get; set; } = null!;

        protected override void BuildRenderTree(Microsoft.AspNetCore.Components.Rendering.RenderTreeBuilder builder) =>
            builder.AddContent(0, Fragment);
    }
}
