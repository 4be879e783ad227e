using Microsoft.Playwright;

namespace KawasakiServerless.Browser.Tests.Gates;

internal static class Thinning
{
    // The shape of an element is, as in DomShape, its name, class, role and other attributes, and whether it contains text, but also the
    // shapes of the elements in it.
    private const string Script = """
        most => {
          const withValue = new Set(['class', 'role', 'type', 'scope', 'aria-current', 'aria-hidden']);
          const shapes = new Map();
          const shapeOf = e => {
            if (!shapes.has(e)) {
              const attributes = [...e.attributes].map(a => withValue.has(a.name) ? `${a.name}=${a.value}` : a.name).sort();
              const holdsText = [...e.childNodes].some(n => n.nodeType === Node.TEXT_NODE && n.data.trim());
              shapes.set(e, `${e.localName} ${attributes} ${holdsText} (${[...new Set([...e.children].map(shapeOf))].sort()})`);
            }
            return shapes.get(e);
          };
          for (const parent of document.querySelectorAll('main, main *')) {
            const seen = new Map();
            for (const child of [...parent.children]) {
              const shape = shapeOf(child);
              seen.set(shape, (seen.get(shape) ?? 0) + 1);
              if (seen.get(shape) > most) child.remove();
            }
          }
        }
        """;

    private const int MostAlike = 3;

    /// <summary>
    /// Removes rows, items and boxes that differ only in their words from three earlier ones within the same parent element.
    /// </summary>
    public static Task ThinOutAsync(this IPage page) => page.EvaluateAsync(Script, MostAlike);
}
