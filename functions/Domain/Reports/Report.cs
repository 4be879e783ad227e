namespace KawasakiServerless.Domain;

/// <summary>
/// The report (報告) of a reporting year, composed of the departments' current submissions. Deterministic: the result does not depend on the
/// order of the input.
/// </summary>
public sealed record Report(
    FiscalYear ReportingYear,
    Register Register,
    EquatableList<DepartmentSubmission> Submissions,
    InitiativeList Initiatives,
    IndicatorList Indicators,
    EquatableList<Direction> Directions,
    CollaborationList Collaborations,
    EquatableList<WardActivity> WardActivities,
    EquatableList<Statistic> Statistics,
    EquatableList<Passage> Passages,
    EquatableList<PlainSummary> PlainSummaries)
{
    public static Report Compose(FiscalYear reportingYear, Register register, IEnumerable<DepartmentSubmission> submissions)
    {
        var ordered = SharedNumbers.Resolve([.. submissions.OrderBy(s => register.Department(s.Department).Order)]);
        var all = DepartmentRecords.Of([.. ordered.SelectMany(s => s.Records.All)]);
        var places = new Places(register);
        InitiativeList initiatives = [.. all.Initiatives.OrderBy(i => places.Of(i.Viewpoint, i.PolicyArea))];
        return new(
            reportingYear,
            register,
            ordered,
            initiatives,
            InOrderOf(initiatives, new(all.Indicators)),
            [.. all.Directions.OrderBy(d => places.Of(d.Viewpoint, d.PolicyArea))],
            CollaborationList.Of(all.Collaborations, register),
            [.. all.WardActivities.OrderBy(a => a.Ward is null ? 0 : register.Department(a.Ward).Order).ThenBy(a => a.Year?.Year ?? 0)],
            all.Statistics,
            all.Passages,
            all.PlainSummaries);
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

    /// <summary>All records of the report, each kind in the order of the report.</summary>
    public DepartmentRecords Records =>
        new(Initiatives.Records, Indicators.Records, Directions, [.. Collaborations.Select(c => c.Collaboration)], WardActivities,
            Statistics, Passages, PlainSummaries);

    private static IndicatorList InOrderOf(InitiativeList initiatives, IndicatorList indicators) =>
        [.. initiatives.SelectMany(i => indicators.OfInitiative(i.Id))];
}
