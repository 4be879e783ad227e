using System.Diagnostics.CodeAnalysis;
using System.Text.RegularExpressions;

namespace KawasakiServerless.Domain;

/// <summary>
/// The id of a check, such as 2018-kankyo-9f3ac1…: the reporting year, the department, the first 16 digits of the upload form's id and the
/// first 16 digits of the workbook's hash. Sending the same workbook with the same form again yields the same id, so resending is
/// idempotent.
/// </summary>
public sealed partial record CheckId
{
    private const int FormLength = 16, HashLength = 16;

    private CheckId(string value, string department, FiscalYear year) => (Value, Department, ReportingYear) = (value, department, year);

    public string Value { get; }

    public string Department { get; }

    public FiscalYear ReportingYear { get; }

    /// <param name="reportingYear">The reporting year.</param>
    /// <param name="department">The code of the department.</param>
    /// <param name="form">Id of the upload form, hexadecimal. Its first 16 digits are enough to distinguish the form from all other forms
    /// of a day, and a check does not exist longer than a day.</param>
    /// <param name="sha256">SHA-256 of the workbook, hexadecimal.</param>
    public static CheckId Of(FiscalYear reportingYear, string department, string form, string sha256) =>
        TryParse($"{SubmissionId.PartitionOf(reportingYear, department)}-{form[..Math.Min(form.Length, FormLength)]}{sha256.AsSpan(0, HashLength)}", out var id)
            ? id
            : throw new ArgumentException($"{form} is not the id of a form.", nameof(form));

    public static bool TryParse(string? text, [NotNullWhen(true)] out CheckId? id)
    {
        id = null;
        var match = AsWritten().Match(text ?? "");
        if (match.Success && FiscalYear.TryParse(match.Groups["year"].Value, out var year))
            id = new(match.Value, match.Groups["department"].Value, year);
        return id is not null;
    }

    public override string ToString() => Value;

    [GeneratedRegex(@"\A(?<year>[0-9]{4})-(?<department>[a-z]+)-[0-9a-f]{32}\z", RegexOptions.ExplicitCapture)]
    private static partial Regex AsWritten();
}
