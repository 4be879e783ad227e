using KawasakiServerless.Domain;
using KawasakiServerless.Site.Collaborations;
using KawasakiServerless.Site.Data;
using KawasakiServerless.Site.Departments;
using KawasakiServerless.Site.Passages;
using KawasakiServerless.Site.Projects;
using KawasakiServerless.Site.Publications;
using KawasakiServerless.Site.Topics;

namespace KawasakiServerless.Site.Rendering;

/// <summary>The report of one year, with indexes that are built once so that no page has to search the whole report.</summary>
public sealed class ReportView
{
    private readonly Dictionary<string, InitiativePlace> places;
    private readonly Dictionary<string, Department?> departmentsOfDivisions;
    private readonly ILookup<string, InitiativePlace> reportedBy;
    private readonly ILookup<string, InitiativePlace> naming;
    private readonly Lazy<PublishedData> data;
    private readonly Lazy<PageNames> names;
    private readonly Lazy<TopicIndex> topics;
    private readonly Lazy<ProjectIndex> projects;
    private readonly Lazy<ReportedCounts> reported;
    private readonly Lazy<FiscalYear?> newestFigures;

    internal ReportView(Report report, SiteView site)
    {
        (Report, Site) = (report, site);
        data = new(() => new(this));
        topics = new(() => new(this, site.Content.Topics));
        projects = new(() => new(this, site.Content.Projects));
        Viewpoints = ViewpointSummary.AllOf(report);
        Places = [.. Viewpoints.SelectMany(v => v.Areas).SelectMany(a => InitiativePlace.AllOf(report, a))];
        Documents = ReportDocumentView.AllOf(report);
        Departments = [.. report.Register.Departments.OrderBy(d => d.Order)];
        Matrix = new(report);
        Wards = [.. Departments.Where(d => d.IsWard)];
        PlainSummaries = report.PlainSummaries.ToLookup(s => s.Page);
        Workbooks = [.. site.Input.Workbooks.Where(w => w.ReportingYear == report.ReportingYear)];
        Addresses = new(this);
        names = new(() => new(this));
        reported = new(() => new(report));
        newestFigures = new(() => report.Indicators.SelectMany(i => i.Figures).Where(f => f.Value is not null).MaxBy(f => f.Year)?.Year);
        places = Places.ToDictionary(p => p.Initiative.Id);
        departmentsOfDivisions = Viewpoints.SelectMany(v => v.Areas).SelectMany(a => a.Divisions).Distinct()
            .ToDictionary(d => d, new DepartmentNames(report.Register).OfDivision);
        reportedBy = Places.ToLookup(p => p.Initiative.Source.Department);
        naming = Places.SelectMany(p => DepartmentsOf(p.Initiative).Select(d => (d.Code, Place: p))).ToLookup(n => n.Code, n => n.Place);
    }

    public Report Report { get; }

    /// <summary>All reporting years of the site, including this one.</summary>
    public SiteView Site { get; }

    public bool IsNewest => ReferenceEquals(Report, Site.Input.Newest);

    public Links Links => Site.LinksOf(Report.ReportingYear);

    internal PublishedData Data => data.Value;

    public PageNames Names => names.Value;

    /// <summary>Finds the records that belong to each topic (困りごと).</summary>
    internal TopicIndex Topics => topics.Value;

    /// <summary>Finds, for a record, the other records that describe the same project (事業).</summary>
    internal ProjectIndex Projects => projects.Value;

    public ReportedCounts Reported => reported.Value;

    public EquatableList<ViewpointSummary> Viewpoints { get; }

    /// <summary>
    /// Every initiative with its policy area and the initiatives before and after it in the policy area, in the order of the report.
    /// </summary>
    public IReadOnlyList<InitiativePlace> Places { get; }

    public IReadOnlyList<ReportDocumentView> Documents { get; }

    public IReadOnlyList<Department> Departments { get; }

    public IReadOnlyList<Department> Wards { get; }

    /// <summary>The plain-language summaries, grouped by the page that each of them introduces.</summary>
    public ILookup<SectionPage, PlainSummary> PlainSummaries { get; }

    /// <summary>The departments' workbooks that readers can download; empty in a year whose workbooks are not published.</summary>
    public IReadOnlyList<PublishedWorkbook> Workbooks { get; }

    public RecordAddresses Addresses { get; }

    public CollaborationMatrix Matrix { get; }

    public Department Coordinator => Report.Register.Department(Report.Register.Coordinator);

    public InitiativePlace PlaceOf(Indicator indicator) => places[indicator.Initiative];

    public Department? DepartmentOf(string division) => departmentsOfDivisions.GetValueOrDefault(division);

    /// <summary>The workbook of a department that readers can download; null if it is not published.</summary>
    public PublishedWorkbook? WorkbookOf(string department) => Workbooks.FirstOrDefault(w => w.Department == department);

    /// <summary>
    /// The time of the first publication that contained this reporting year's report; null when no such publication is recorded.
    /// </summary>
    public DateTimeOffset? FirstPublishedAt => Site.History?.FirstOf(Report.ReportingYear)?.PublishedAt;

    /// <summary>
    /// The time of the newest publication that removed records of this reporting year, of one kind or (null) of any; null when none is
    /// recorded.
    /// </summary>
    public DateTimeOffset? LastRemovedAt(RecordKind? kind) => Site.History?.LastRemoval(Report.ReportingYear, kind)?.PublishedAt;

    /// <summary>The newest fiscal year for which the report has a number; null if it has none.</summary>
    public FiscalYear? NewestFigures => newestFigures.Value;

    public DateTimeOffset? LastSubmittedAt => Report.Submissions.Select(s => (DateTimeOffset?)s.SubmittedAt).Max();

    public IEnumerable<InitiativePlace> ReportedBy(Department department) => reportedBy[department.Code];

    /// <summary>Initiatives that other departments reported and that list a division of this department as responsible.</summary>
    public IEnumerable<InitiativePlace> Naming(Department department) =>
        naming[department.Code].Where(p => p.Initiative.Source.Department != department.Code);

    public DepartmentSubmission? SubmissionOf(Department department) =>
        Report.Submissions.FirstOrDefault(s => s.Department == department.Code);

    /// <summary>
    /// The departments that an initiative's page names as contacts: those to which the initiative's divisions belong. If there are none,
    /// the department that reported the initiative. If the register lacks that department, the coordinator (the department in charge of
    /// the whole report).
    /// </summary>
    public IReadOnlyList<Department> AskedAbout(Initiative initiative) =>
        [.. DepartmentsOf(initiative).DefaultIfEmpty(Report.Register.FindDepartment(initiative.Source.Department) ?? Coordinator)];

    private IEnumerable<Department> DepartmentsOf(Initiative initiative) =>
        initiative.Divisions.Select(DepartmentOf).OfType<Department>().Distinct();
}

/// <summary>An initiative with its policy area, its indicators, and the initiatives before and after it in the policy area.</summary>
public sealed record InitiativePlace(
    PolicyAreaSummary Area, Initiative Initiative, EquatableList<Indicator> Indicators, Initiative? Previous, Initiative? Next)
{
    internal static IEnumerable<InitiativePlace> AllOf(Report report, PolicyAreaSummary area)
    {
        var all = area.Initiatives;
        return all.Select((initiative, i) => new InitiativePlace(
            area,
            initiative,
            [.. report.IndicatorsOf(initiative)],
            i > 0 ? all[i - 1] : null,
            i < all.Count - 1 ? all[i + 1] : null));
    }
}
