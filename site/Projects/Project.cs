using KawasakiServerless.Domain;
using KawasakiServerless.Site.Rendering;

namespace KawasakiServerless.Site.Projects;

/// <summary>
/// Records of several departments or kinds that describe the same project (事業), such as an initiative, a collaboration and ward activities.
/// </summary>
/// <param name="Records">The ids (管理番号) of the records.</param>
public sealed record Project(string Name, EquatableList<string> Records);

/// <summary>A link to another record of the same project.</summary>
/// <param name="Kind">The label beside the link: 取組 (initiative), 連携取組 (collaboration) or, for a ward activity, the name of the ward,
/// with the year if it is known. For an activity common to all wards, the label says so.</param>
public sealed record ProjectLink(string Kind, Link Link);
