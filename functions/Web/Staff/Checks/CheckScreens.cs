using KawasakiServerless.Application.Checks;
using KawasakiServerless.Application.Departments;
using KawasakiServerless.Domain;
using KawasakiServerless.Web.Problems;
using KawasakiServerless.Web.Staff.Shell;

namespace KawasakiServerless.Web.Staff.Checks;

/// <param name="Screen">The department screen to which the check belongs.</param>
/// <param name="Check">The check, with its findings.</param>
/// <param name="State">The state of the check, which determines the possible actions.</param>
/// <param name="Counting">The department's current submission; null if it has none.</param>
public sealed record CheckView(DepartmentScreen Screen, Check Check, CheckState State, Submission? Counting)
{
    /// <summary>Findings of the check that need a confirmation and have none yet.</summary>
    public EquatableList<Problem> Unconfirmed { get; init; } = [];

    /// <summary>
    /// The reasons that staff gave for unusual values and chose to publish. Once the check is submitted, the next publication shows them as
    /// notes (公開する注記).
    /// </summary>
    public EquatableList<PublishedNote> Notes { get; init; } = [];

    /// <summary>Whether the file is that of the current submission and only its notes would change.</summary>
    public bool ChangesNotes { get; init; }

    /// <summary>When the workbook will be published if it is submitted.</summary>
    public PublicationProspect Prospect { get; init; }

    /// <summary>The confirmation form that was rejected; null if none was.</summary>
    public RefusedConfirmation? Refused { get; init; }

    /// <summary>
    /// Whether nothing could be read from the file, because it is corrupt or not a report. Then there are no changes to show either.
    /// </summary>
    public bool IsUnreadable => State == CheckState.HasErrors && Check.Counts.Total() == 0
        && Check.Problems.All(p => p.Sheet is null || p.ClassOf() != FindingClass.Mend);

    /// <summary>Whether the check was submitted, even if another submission has come into effect since.</summary>
    public bool IsSubmitted => State is CheckState.Submitted or CheckState.Superseded;

    /// <summary>The address of the receipt; the check must have been submitted.</summary>
    public string ReceiptPath => $"{Screen.Path}submissions/{Check.Submission.Value}/receipt";

    /// <summary>The address of the screen with the result of the check.</summary>
    public string Path => $"{Screen.Path}checks/{Check.Id.Value}";

    /// <summary>The breadcrumb link to the result of the check, for the screens below that screen.</summary>
    public Crumb Back => new("点検の結果", Path);

    public static CheckView Of(DepartmentScreen screen, CheckStanding standing) =>
        new(screen, standing.Check, standing.State, standing.Counting)
        {
            Unconfirmed = standing.Unconfirmed,
            Notes = standing.Notes,
            ChangesNotes = standing.ChangesNotes,
        };

    /// <returns>The address of the input field in which a finding can be corrected; null when it can be corrected only in Excel.</returns>
    public string? FixOf(Problem problem) => Check.Fixes.KeyOf(problem) is { } key ? $"{Path}/fix?at={key}#{key}" : null;
}

/// <summary>A confirmation form that was rejected. It is shown again as it was sent.</summary>
/// <param name="Why">Why the form was rejected, as a Japanese sentence.</param>
/// <param name="Sent">All submitted fields.</param>
public sealed record RefusedConfirmation(string Why, IFormCollection Sent)
{
    /// <summary>Whether the form was that of the findings with this code.</summary>
    public bool IsOf(string code) => Sent[ConfirmationEndpoint.Code] == code;

    /// <summary>Whether the person had ticked this finding.</summary>
    public bool Chose(Problem problem) =>
        Sent[ConfirmationEndpoint.Key].Contains(ConfirmationKey.Of(problem).Value, StringComparer.Ordinal);
}

/// <summary>Finds the check in the route, and ensures that it belongs to the department and the year in the route.</summary>
public sealed class CheckScreens(DepartmentScreens screens, CheckSubmission checks, PublicationProspects prospects)
{
    /// <param name="context">The context of a route that contains <c>{check}</c>.</param>
    /// <param name="show">Creates the response; not called when the check does not exist or has expired.</param>
    /// <param name="cancellation">The cancellation token of the request.</param>
    public Task<IResult> ForAsync(
        HttpContext context, Func<CheckView, Task<IResult>> show, CancellationToken cancellation) => screens.ForAsync(
        context, async screen => await FindAsync(context, screen, cancellation) is { } view ? await show(view) : ApiProblem.UnknownCheck(),
        cancellation);

    private async Task<CheckView?> FindAsync(HttpContext context, DepartmentScreen screen, CancellationToken cancellation) =>
        CheckId.TryParse(context.Request.RouteValues["check"] as string, out var id) && screen.Owns(id.ReportingYear, id.Department)
        && await checks.FindAsync(id, cancellation) is { } standing
            ? CheckView.Of(screen, standing) with { Prospect = await prospects.OfAsync(screen.Year, cancellation) }
            : null;
}
