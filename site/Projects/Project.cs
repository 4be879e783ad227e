using KawasakiServerless.Domain;

namespace KawasakiServerless.Site.Projects;

/// <summary>Records that describe the same project (事業): an initiative, a collaboration, activities of wards.</summary>
/// <param name="Records">The 管理番号 of each record.</param>
public sealed record Project(string Name, EquatableList<string> Records);

/// <summary>A link to another record of the same project.</summary>
/// <param name="Kind">取組, 連携取組, or the name of the ward.</param>
public sealed record ProjectLink(string Kind, Link Link);
