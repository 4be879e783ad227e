using KawasakiServerless.Site.Content;

namespace KawasakiServerless.Site.Topics;

/// <summary>
/// An everyday need (困りごと), such as dementia, read from input/topics/dementia.md. Its page shows the initiatives, indicators,
/// collaborations and ward activities about it, whichever department reported them.
/// </summary>
/// <param name="Slug">The name of the topic in the address of its page, such as dementia.</param>
/// <param name="Title">The name of the topic, such as 認知症.</param>
/// <param name="Order">The number by which the topics are sorted.</param>
/// <param name="Description">The description that search engines show.</param>
public sealed record Topic(string Slug, string Title, int Order, string Description)
{
    /// <summary>A sentence about the situation in which readers look for the topic, such as 家族のもの忘れが気になる.</summary>
    public required string Lead { get; init; }

    /// <summary>
    /// A record whose searched texts (see <see cref="TopicIndex"/>) contain one of these words belongs to the topic.
    /// </summary>
    public IReadOnlyList<string> Words { get; init; } = [];

    /// <summary>The ids (管理番号) of records that belong to the topic although they contain none of the words.</summary>
    public IReadOnlyList<string> Add { get; init; } = [];

    /// <summary>The ids (管理番号) of records that do not belong to the topic although they contain one of the words.</summary>
    public IReadOnlyList<string> LeaveOut { get; init; } = [];

    /// <summary>Additional words with which the search finds the topic's page.</summary>
    public IReadOnlyList<string> FoundBy { get; init; } = [];

    /// <summary>The text that the topic's page shows above the records.</summary>
    public required MarkdownText Text { get; init; }
}
