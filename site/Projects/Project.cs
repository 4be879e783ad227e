using KawasakiServerless.Domain;
using KawasakiServerless.Site.Rendering;

namespace KawasakiServerless.Site.Projects;

/// <summary>
/// Records of several departments or kinds that describe the same project (事業), such as an initiative, a collaboration and ward activities.
/// </summary>
/// <param name="Records">The 管理番号 of each record.</param>
public sealed record Project(string Name, EquatableList<string> Records);

/// <summary>A link to another record of the same project.</summary>
/// <param name="Kind">The label of the link: 取組, 連携取組, or the name of the ward and the year.</param>
public sealed record ProjectLink(string Kind, Link Link);
