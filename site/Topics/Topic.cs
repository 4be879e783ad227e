using KawasakiServerless.Site.Content;

namespace KawasakiServerless.Site.Topics;

/// <summary>
/// A need of everyday life (困りごと) that gathers what the report says of it, whatever the department: input/topics/dementia.md.
/// </summary>
/// <param name="Slug">In its address: dementia.</param>
/// <param name="Title">認知症.</param>
/// <param name="Order">Of the topics among themselves.</param>
/// <param name="Description">What search engines show.</param>
public sealed record Topic(string Slug, string Title, int Order, string Description)
{
    /// <summary>In which situation somebody looks for it: 家族のもの忘れが気になる.</summary>
    public required string Lead { get; init; }

    /// <summary>A record that holds one of these words belongs to the topic.</summary>
    public IReadOnlyList<string> Words { get; init; } = [];

    /// <summary>管理番号 of records that belong to it without having one of its words.</summary>
    public IReadOnlyList<string> Add { get; init; } = [];

    /// <summary>管理番号 of records that have one of its words and do not belong to it.</summary>
    public IReadOnlyList<string> LeaveOut { get; init; } = [];

    /// <summary>Other words by which the search finds its page.</summary>
    public IReadOnlyList<string> FoundBy { get; init; } = [];

    /// <summary>What stands above the records.</summary>
    public required MarkdownText Text { get; init; }
}
