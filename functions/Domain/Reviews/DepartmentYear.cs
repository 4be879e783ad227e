namespace KawasakiServerless.Domain;

/// <summary>Identifies a department's report of a reporting year (局・区の年度の報告).</summary>
/// <param name="Department">The code of the department.</param>
public sealed record DepartmentYear(FiscalYear Year, string Department)
{
    /// <summary>
    /// Returns the year and the department's code, such as 2018-kenkofukushi, as used in submission ids and in the audit log.
    /// </summary>
    public override string ToString() => SubmissionId.PartitionOf(Year, Department);
}
