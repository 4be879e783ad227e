using KawasakiServerless.Site.Content;

namespace KawasakiServerless.Site.Topics;

/// <summary>
/// An everyday need (困りごと) that gathers everything the report contains about it, across departments: input/topics/dementia.md.
/// </summary>
/// <param name="Slug">Its part of the address: dementia.</param>
/// <param name="Title">認知症.</param>
/// <param name="Order">Its position among the topics.</param>
/// <param name="Description">The description that search engines show.</param>
public sealed record Topic(string Slug, string Title, int Order, string Description)
{
    /// <summary>The situation in which a reader looks for it: 家族のもの忘れが気になる.</summary>
    public required string Lead { get; init; }

    /// <summary>A record that contains one of these words belongs to the topic.</summary>
    public IReadOnlyList<string> Words { get; init; } = [];

    /// <summary>管理番号 of records that belong to it although they contain none of its words.</summary>
    public IReadOnlyList<string> Add { get; init; } = [];

    /// <summary>管理番号 of records that do not belong to it although they contain one of its words.</summary>
    public IReadOnlyList<string> LeaveOut { get; init; } = [];

    /// <summary>Alternative words by which the search finds its page.</summary>
    public IReadOnlyList<string> FoundBy { get; init; } = [];

    /// <summary>The text above the records.</summary>
    public required MarkdownText Text { get; init; }
}
