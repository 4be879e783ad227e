namespace KawasakiServerless.Domain;

/// <summary>
/// The report (報告) of a reporting year, composed of the departments' current submissions. Deterministic: the result does not depend on the
/// order of the input.
/// </summary>
/// <param name="Records">All records, each kind in the order in which the site and the open data list it.</param>
public sealed record Report(
    FiscalYear ReportingYear,
    Register Register,
    EquatableList<DepartmentSubmission> Submissions,
    InitiativeList Initiatives,
    IndicatorList Indicators,
    CollaborationList Collaborations,
    DepartmentRecords Records)
{
    public EquatableList<Direction> Directions => Records.Directions;

    public EquatableList<WardActivity> WardActivities => Records.WardActivities;

    public EquatableList<Statistic> Statistics => Records.Statistics;

    public EquatableList<Passage> Passages => Records.Passages;

    public EquatableList<PlainSummary> PlainSummaries => Records.PlainSummaries;

    public static Report Compose(FiscalYear reportingYear, Register register, IEnumerable<DepartmentSubmission> submissions)
    {
        var ordered = SharedNumbers.Resolve([.. submissions.OrderBy(s => register.Department(s.Department).Order)]);
        var all = DepartmentRecords.Of([.. ordered.SelectMany(s => s.Records.All)]);
        var places = new Places(register);
        InitiativeList initiatives = [.. all.Initiatives.OrderBy(i => places.Of(i.Viewpoint, i.PolicyArea))];
        var indicators = InOrderOf(initiatives, new(all.Indicators));
        var collaborations = CollaborationList.Of(all.Collaborations, register);
        return new(reportingYear, register, ordered, initiatives, indicators, collaborations, all with
        {
            Initiatives = initiatives.Records,
            Indicators = indicators.Records,
            Directions = [.. all.Directions.OrderBy(d => places.Of(d.Viewpoint, d.PolicyArea))],
            Collaborations = [.. collaborations.Select(c => c.Collaboration)],
            WardActivities =
                [.. all.WardActivities.OrderBy(a => a.Ward is null ? 0 : register.Department(a.Ward).Order).ThenBy(a => a.Year?.Year ?? 0)],
        });
    }

    public IEnumerable<Indicator> IndicatorsOf(Initiative initiative) => Indicators.OfInitiative(initiative.Id);

    public Initiative InitiativeOf(Indicator indicator) => Initiatives.Find(indicator.Initiative)
        ?? throw new KeyNotFoundException($"The report has no initiative {indicator.Initiative}.");

    /// <summary>
    /// Whether the public site contains a section page. The page of a policy area or of a document exists only if something was reported
    /// for it.
    /// </summary>
    public bool Has(SectionPage page) => page switch
    {
        { PolicyArea: { } area } =>
            Initiatives.Any(i => i.Viewpoint == page.Viewpoint && i.PolicyArea == area)
                || Directions.Any(d => d.Viewpoint == page.Viewpoint && d.PolicyArea == area),
        { Document: { } document } => Passages.Any(p => p.Document == document),
        { Viewpoint: { } viewpoint } => Register.Viewpoints.Any(v => v.Number == viewpoint),
        { Ward: { } ward } => Register.Wards.Any(w => w.Code == ward),
        _ => true,
    };

    private static IndicatorList InOrderOf(InitiativeList initiatives, IndicatorList indicators) =>
        [.. initiatives.SelectMany(i => indicators.OfInitiative(i.Id))];
}
