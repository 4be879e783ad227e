using KawasakiServerless.Domain;

namespace KawasakiServerless.Workbooks.Repairing;

/// <summary>
/// The divisions (担当部署) that occur in the department's last report or in the workbook and begin with the name of a department, such as
/// 健康福祉局地域包括ケア推進室.
/// </summary>
internal sealed class KnownNames(DepartmentRecords reported, DepartmentRecords read, DepartmentNames names)
{
    private readonly Lazy<string[]> divisions = new(() =>
    [
        .. new[] { reported, read }
            .SelectMany(r => r.Initiatives.SelectMany(i => i.Divisions).Concat(r.Directions.SelectMany(d => d.Divisions)))
            .Where(d => names.OfDivision(d) is not null)
            .Distinct(StringComparer.Ordinal),
    ]);

    public IReadOnlyList<string> Divisions => divisions.Value;

    /// <summary>
    /// Returns the division that was probably meant, such as 健康福祉局地域包括ケア推進室 for 地域包括ケア推進室 or for 健康福社局地域包括ケア推進室. Null unless exactly one of
    /// <see cref="Divisions"/> matches.
    /// </summary>
    public string? DivisionOf(string written) =>
        TypingSlip.Of(written, Divisions) ?? (Divisions.Where(d => InFull(d, written)).Take(2).ToList() is [var only] ? only : null);

    private bool InFull(string division, string written) =>
        written.Length > 2 && names.OfDivision(division) is { } department && department.Name + written == division;
}
