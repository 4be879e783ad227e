using KawasakiServerless.Application.Checks;
using KawasakiServerless.Domain;
using KawasakiServerless.Web.Problems;
using KawasakiServerless.Web.Staff.Shell;

namespace KawasakiServerless.Web.Staff.Checks;

/// <param name="Screen">Whose check it is.</param>
/// <param name="Check">What was found.</param>
/// <param name="State">What may be done with it now.</param>
/// <param name="Counting">The submission that counts now; null for none.</param>
public sealed record CheckView(DepartmentScreen Screen, Check Check, CheckState State, Submission? Counting)
{
    /// <summary>Findings that ask and that nobody has confirmed.</summary>
    public EquatableList<Problem> Unconfirmed { get; init; } = [];

    /// <summary>Reasons that are published as notes when it is submitted (公開する注記).</summary>
    public EquatableList<PublishedNote> Notes { get; init; } = [];

    /// <summary>What could not be taken of the form that confirms; null for nothing.</summary>
    public string? Refused { get; init; }

    /// <summary>Nothing was read of the file, so that it has no difference to show either: another file, or a broken one.</summary>
    public bool IsUnreadable => State == CheckState.HasErrors && Check.Counts.Total() == 0
        && Check.Problems.All(p => p.Sheet is null || p.ClassOf() != FindingClass.Mend);

    /// <summary>The address of the check.</summary>
    public string Path => $"{Screen.Path}checks/{Check.Id.Value}";

    /// <summary>The way back from its other screens.</summary>
    public Crumb Back => new("点検の結果", Path);

    /// <returns>The address of the input in which a finding is mended; null when it is mended in Excel alone.</returns>
    public string? FixOf(Problem problem) => Check.Fixes.KeyOf(problem) is { } key ? $"{Path}/fix?at={key}#{key}" : null;
}

/// <summary>Finds the check that a route names, of the department and the year that it names.</summary>
public sealed class CheckScreens(DepartmentScreens screens, CheckSubmission checks)
{
    /// <param name="context">Of a route with <c>{check}</c>.</param>
    /// <param name="show">Answers; it is not asked when there is no such check, or no longer.</param>
    /// <param name="cancellation">Of the request.</param>
    public Task<IResult> ForAsync(
        HttpContext context, Func<CheckView, Task<IResult>> show, CancellationToken cancellation) => screens.ForAsync(
        context, async screen => await FindAsync(context, screen, cancellation) is { } view ? await show(view) : ApiProblem.UnknownCheck(),
        cancellation);

    private async Task<CheckView?> FindAsync(HttpContext context, DepartmentScreen screen, CancellationToken cancellation) =>
        CheckId.TryParse(context.Request.RouteValues["check"] as string, out var id) && screen.Owns(id.ReportingYear, id.Department)
        && await checks.FindAsync(id, cancellation) is { } standing
            ? new(screen, standing.Check, standing.State, standing.Counting) { Unconfirmed = standing.Unconfirmed, Notes = standing.Notes }
            : null;
}
