using KawasakiServerless.Domain;
using KawasakiServerless.Web.Staff.Shell;

namespace KawasakiServerless.Web.Staff.Differences;

/// <summary>One page of a long difference.</summary>
/// <param name="Screen">Whose it is.</param>
/// <param name="Title">Between what.</param>
/// <param name="Back">The screen it belongs to.</param>
/// <param name="Page">The records of this page.</param>
public sealed record DifferenceView(DepartmentScreen Screen, string Title, Crumb Back, Paged<RecordChange> Page);
