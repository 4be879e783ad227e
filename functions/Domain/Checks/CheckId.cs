using System.Diagnostics.CodeAnalysis;
using System.Text.RegularExpressions;

namespace KawasakiServerless.Domain;

/// <summary>
/// 2018-kankyo-9f3ac1…: year and department first, then the form that sent the workbook and the workbook itself. The same form with the
/// same workbook is the same check, however often it is sent.
/// </summary>
public sealed partial record CheckId
{
    private const int FormLength = 16, HashLength = 16;

    private CheckId(string value, string department, FiscalYear year) => (Value, Department, ReportingYear) = (value, department, year);

    public string Value { get; }

    public string Department { get; }

    public FiscalYear ReportingYear { get; }

    /// <param name="reportingYear">For which is reported.</param>
    /// <param name="department">Its code.</param>
    /// <param name="form">Of the form, hexadecimal; the first 16 digits are enough to tell it from all others of a day.</param>
    /// <param name="sha256">Of the workbook, hexadecimal.</param>
    public static CheckId Of(FiscalYear reportingYear, string department, string form, string sha256) =>
        TryParse($"{SubmissionId.PartitionOf(reportingYear, department)}-{form[..Math.Min(form.Length, FormLength)]}{sha256.AsSpan(0, HashLength)}", out var id)
            ? id
            : throw new ArgumentException($"{form} is no id of a form.", nameof(form));

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
