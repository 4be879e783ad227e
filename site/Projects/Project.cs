using KawasakiServerless.Domain;

namespace KawasakiServerless.Site.Projects;

/// <summary>Records that are one and the same project (事業): an initiative, a collaboration, what wards did for it.</summary>
/// <param name="Records">管理番号 of each.</param>
public sealed record Project(string Name, EquatableList<string> Records);

/// <summary>Another record of the same project, as a page links to it.</summary>
/// <param name="Kind">取組, 連携取組, or the ward.</param>
public sealed record ProjectLink(string Kind, Link Link);
