using KawasakiServerless.Site.Rendering;
using KawasakiServerless.Site.Search;
using Microsoft.AspNetCore.Components;

namespace KawasakiServerless.Site.Records;

/// <summary>
/// The page of a reporting year that lists the records of one kind. The home page links to it, and the search finds it.
/// </summary>
/// <param name="Folder">The name of the page's folder below that of the year, such as statistics.</param>
/// <param name="Name">The text of a link to the page.</param>
internal sealed record ListPage(string Folder, string Name)
{
    /// <summary>The component that renders the page.</summary>
    public required Type Component { get; init; }

    /// <summary>Counts the items on the page of a year.</summary>
    public required Func<ReportView, int> Count { get; init; }

    /// <summary>Describes the page of a year, without a full stop at the end.</summary>
    public required Func<ReportView, string> Description { get; init; }

    /// <summary>Other names under which the search finds the page.</summary>
    public Func<ReportView, IReadOnlyList<string>> OtherNames { get; init; } = _ => [];

    /// <summary>The list pages of all kinds that have one.</summary>
    public static IEnumerable<ListPage> All => PublishedKind.All.Select(kind => kind.List).OfType<ListPage>();

    public Page PageIn(ReportView view) => new(view.Links.To(this).Href, Component, ParameterView.Empty, null);

    public SearchEntry EntryIn(ReportView view) => new(SearchKind.Site, view.Links.To(this).Href, Name)
    {
        Text = $"{Description(view)}。",
        Names = OtherNames(view),
    };
}
