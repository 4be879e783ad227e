using KawasakiServerless.Domain;
using KawasakiServerless.Web.Staff.Shell;

namespace KawasakiServerless.Web.Staff.Differences;

/// <summary>One page of the list of changes between two versions of a report.</summary>
/// <param name="Screen">The department screen to which the difference belongs.</param>
/// <param name="Title">A title that names the two compared versions.</param>
/// <param name="Back">The link back to the screen that led to this one.</param>
/// <param name="Page">The changed records on this page.</param>
public sealed record DifferenceView(DepartmentScreen Screen, string Title, Crumb Back, Paged<RecordChange> Page);
