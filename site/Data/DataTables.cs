using KawasakiServerless.Domain;

namespace KawasakiServerless.Site.Data;

/// <summary>The rows of each table of the open data, made from a report.</summary>
internal sealed class DataTables(Report report)
{
    private Register Register => report.Register;

    public IEnumerable<InitiativeData> Initiatives => report.Initiatives.Select(i => new InitiativeData(
        i.Id, i.Viewpoint, ViewpointName(i.Viewpoint), i.PolicyArea, NameOf(i.PolicyArea), i.Divisions, i.Text, report.IndicatorsOf(i).Select(x => x.Id), DataSource.Of(i)));

    public IEnumerable<DirectionData> Directions => report.Directions.Select(d =>
        new DirectionData(d.Id, d.Viewpoint, ViewpointName(d.Viewpoint), d.PolicyArea, NameOf(d.PolicyArea), d.Divisions, d.Text, DataSource.Of(d)));

    public IEnumerable<IndicatorData> Indicators => report.Indicators.Select(Of);

    public IEnumerable<IndicatorValueData> IndicatorValues => Indicators.SelectMany(ValuesOf);

    public IEnumerable<CollaborationData> Collaborations => report.Collaborations.Select(c => new CollaborationData(
        c.Number,
        c.Collaboration.Id,
        c.Collaboration.Lead,
        Register.Department(c.Collaboration.Lead).Name,
        c.Partners.Departments,
        c.Partners.Departments.Select(code => Register.Department(code).Name),
        c.Partners.EveryBureau,
        c.Partners.EveryWard,
        c.Partners.AndOthers,
        c.Collaboration.PartnersText,
        c.Collaboration.Name,
        c.Collaboration.Outline,
        c.Collaboration.Direction,
        DataSource.Of(c.Collaboration)));

    public IEnumerable<WardActivityData> WardActivities => report.WardActivities.Select(a => new WardActivityData(
        a.Id, a.Ward, a.Ward is null ? null : Register.Department(a.Ward).Ward, a.Year?.Year, a.Category, a.Heading, a.Text, DataSource.Of(a)));

    public IEnumerable<StatisticData> Statistics => report.Statistics.Select(s => new StatisticData(
        s.Section, s.Name, s.From.ToString(), s.To.ToString(), s.Total, SharesOf(s), DataSource.Of(s), s.Source.CellOfTotal()));

    public IEnumerable<PassageData> Passages => report.Passages.Select(p => new PassageData(p.Document, p.Path, p.Kind, p.Text, DataSource.Of(p)));

    public IEnumerable<DepartmentData> Departments => Register.Departments.OrderBy(d => d.Order).Select(d => new DepartmentData(
        d.Order, d.Code, d.Name, d.Kana, d.English, d.Kind, d.Ward, d.Aliases, SubmittedAt(d)));

    public IEnumerable<WardData> Wards => Register.Departments.Where(d => d.IsWard).OrderBy(d => d.Order)
        .Select((d, at) => new WardData(at + 1, d.Code, d.Ward!, d.WardKana!, d.Name));

    public IEnumerable<ViewpointData> Viewpoints => Register.Viewpoints.OrderBy(v => v.Number)
        .Select(v => new ViewpointData(v.Number, v.Title, v.ShortName, v.PolicyAreas));

    public IEnumerable<ViewpointPolicyArea> ViewpointPolicyAreas => Viewpoints
        .SelectMany(v => v.PolicyAreas.Select((code, at) => new ViewpointPolicyArea(v.Number, at + 1, code, NameOf(code))));

    public IEnumerable<PolicyAreaData> PolicyAreas => Register.PolicyAreas.Select((a, at) => new PolicyAreaData(at + 1, a.Code, a.Name));

    public IndicatorData Of(Indicator indicator)
    {
        var initiative = report.InitiativeOf(indicator);
        return new(
            indicator.Id,
            initiative.Id,
            initiative.Viewpoint,
            ViewpointName(initiative.Viewpoint),
            initiative.PolicyArea,
            NameOf(initiative.PolicyArea),
            indicator.Name,
            indicator.Group,
            indicator.Unit,
            indicator.IsCumulative,
            indicator.Figures.Select(f => FigureData.Of(f, indicator.Source)),
            indicator.Notes,
            DataSource.Of(indicator));
    }

    public static IEnumerable<IndicatorValueData> ValuesOf(IndicatorData i) => i.Values.Select(v => new IndicatorValueData(
        i.Id,
        i.Initiative,
        i.Viewpoint,
        i.ViewpointName,
        i.PolicyAreaCode,
        i.PolicyArea,
        i.Name,
        i.Group,
        i.Unit,
        i.Cumulative,
        v.FiscalYear,
        FiscalYear.Of(v.FiscalYear).EraLabel,
        v.Value,
        v.Text,
        v.Status,
        i.Source,
        v.Cell));

    private static IEnumerable<ShareData> SharesOf(Statistic s) =>
        s.Shares.Select((share, index) => new ShareData(share.Label, share.Percent, share.Note, s.Source.CellOfShare(index)));

    private string ViewpointName(int number) => Register.Viewpoint(number).ShortName;

    private string NameOf(string policyArea) => Register.PolicyArea(policyArea).Name;

    private string? SubmittedAt(Department department) =>
        report.Submissions.FirstOrDefault(s => s.Department == department.Code) is { } submission ? DataTime.Of(submission.SubmittedAt) : null;
}
