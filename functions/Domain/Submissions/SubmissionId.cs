using System.Diagnostics.CodeAnalysis;
using System.Globalization;
using System.Text.RegularExpressions;

namespace KawasakiServerless.Domain;

/// <summary>
/// The id of a submission, such as 2018-kenkofukushi-20180801T013000123-9f3ac1. It starts with the year and the department, which are the
/// partition key of the submission's row, so that the row can be found by the id alone. The time follows, so that ids sort chronologically,
/// and random digits make the id unique.
/// </summary>
public sealed partial record SubmissionId
{
    private SubmissionId(string value, string partition, string department, FiscalYear year) =>
        (Value, Partition, Department, ReportingYear) = (value, partition, department, year);

    public string Value { get; }

    /// <summary>The partition key of the submission's row, such as 2018-kenkofukushi.</summary>
    public string Partition { get; }

    public string Department { get; }

    public FiscalYear ReportingYear { get; }

    public static SubmissionId New(FiscalYear reportingYear, string department, DateTimeOffset now)
    {
        var text = $"{PartitionOf(reportingYear, department)}-{TimedId.New(now)}";
        return TryParse(text, out var id) ? id : throw new ArgumentException($"{department} is not a department code.", nameof(department));
    }

    public static string PartitionOf(FiscalYear reportingYear, string department) =>
        string.Create(CultureInfo.InvariantCulture, $"{reportingYear.Year}-{department}");

    public static bool TryParse(string? text, [NotNullWhen(true)] out SubmissionId? id)
    {
        id = null;
        var match = AsWritten().Match(text ?? "");
        if (match.Success && FiscalYear.TryParse(match.Groups["year"].Value, out var year))
            id = new(match.Value, match.Groups["partition"].Value, match.Groups["department"].Value, year);
        return id is not null;
    }

    public override string ToString() => Value;

    [GeneratedRegex(@"\A(?<partition>(?<year>[0-9]{4})-(?<department>[a-z]+))-" + TimedId.Pattern + @"\z", RegexOptions.ExplicitCapture)]
    private static partial Regex AsWritten();
}
