using Microsoft.Playwright;

namespace KawasakiServerless.Browser.Tests.Gates;

internal static class Thinning
{
    // The shape of an element is, as in DomShape, its name, class, role and other attributes, and whether it contains text, but also the
    // shapes of the elements in it. Rows and items are counted together if their parents have the same attributes, as have all elements
    // that contain these: the lists of a page, or the tables of its groups. All other elements are counted within their own parent, so that
    // no row loses a cell that the rows beside it have.
    private const string Script = """
        most => {
          const withValue = new Set(['class', 'role', 'type', 'scope', 'aria-current', 'aria-hidden']);
          const [shapes, paths, counts] = [new Map(), new Map([[document.body, '']]), new Map()];
          const ownOf = e => {
            const attributes = [...e.attributes].map(a => withValue.has(a.name) ? `${a.name}=${a.value}` : a.name).sort();
            const holdsText = [...e.childNodes].some(n => n.nodeType === Node.TEXT_NODE && n.data.trim());
            return `${e.localName} ${attributes} ${holdsText}`;
          };
          const shapeOf = e => {
            if (!shapes.has(e)) shapes.set(e, `${ownOf(e)} (${[...new Set([...e.children].map(shapeOf))].sort()})`);
            return shapes.get(e);
          };
          const pathOf = e => {
            if (!paths.has(e)) paths.set(e, `${pathOf(e.parentElement)} > ${ownOf(e)}`);
            return paths.get(e);
          };
          const countsIn = place => {
            if (!counts.has(place)) counts.set(place, new Map());
            return counts.get(place);
          };
          for (const parent of document.querySelectorAll('main, main *')) {
            for (const child of parent.isConnected ? [...parent.children] : []) {
              const [seen, shape] = [countsIn(child.matches('li, tr, tbody, section, article, details') ? pathOf(parent) : parent), shapeOf(child)];
              seen.set(shape, (seen.get(shape) ?? 0) + 1);
              if (seen.get(shape) > most) child.remove();
            }
          }
        }
        """;

    private const int MostAlike = 3;

    /// <summary>
    /// Removes rows, items and boxes that differ only in their words from three earlier ones in the same place.
    /// </summary>
    public static Task ThinOutAsync(this IPage page) => page.EvaluateAsync(Script, MostAlike);
}
