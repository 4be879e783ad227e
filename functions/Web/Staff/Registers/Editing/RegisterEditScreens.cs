using KawasakiServerless.Application.Registers;
using KawasakiServerless.Domain;
using KawasakiServerless.Web.Problems;
using KawasakiServerless.Web.SignIn;
using KawasakiServerless.Web.Staff.Shell;

namespace KawasakiServerless.Web.Staff.Registers.Editing;

/// <summary>Handles all register forms in the same way: reads the input, checks it, shows a preview, and saves it.</summary>
public sealed class RegisterEditScreens(RegisterScreens screens, RegisterEditing editing, RegisterVersions versions)
{
    public Task<IResult> ShowAsync(HttpContext context, RegisterForm form, CancellationToken cancellation) =>
        ForAsync(context, form, now => Task.FromResult(Show(new(now, form, TypedFields.None))), cancellation);

    public Task<IResult> AnswerAsync(HttpContext context, RegisterForm form, CancellationToken cancellation) =>
        ForAsync(context, form, now => AnswerAsync(SentForm.Of(context, form, now), cancellation), cancellation);

    private Task<IResult> ForAsync(
        HttpContext context, RegisterForm form, Func<RegisterToEdit, Task<IResult>> show, CancellationToken cancellation) =>
        screens.ForAsync(
            context, async now => form.Fits(now.Register) ? await show(now) : ApiProblem.NothingToEdit(), cancellation);

    private async Task<IResult> AnswerAsync(SentForm sent, CancellationToken cancellation)
    {
        if (sent.Version != sent.Now.Version.Version)
            return await OvertakenAsync(sent, cancellation);
        if (sent.Step == SentForm.Edit)
            return Show(sent.View);
        var (register, typing) = sent.Form.Apply(sent.Now.Register, sent.Typed, sent.Now.Year);
        var draft = new RegisterDraft(sent.Now.Year, sent.Version, register) { Note = sent.Form.TitleFor(sent.Now.Register) };
        return sent.IsToSave && typing.Count == 0
            ? await SaveAsync(sent, draft, cancellation) : await PreviewAsync(sent, draft, typing, cancellation);
    }

    private async Task<IResult> PreviewAsync(
        SentForm sent, RegisterDraft draft, EquatableList<RegisterFinding> typing, CancellationToken cancellation)
    {
        if (await editing.PreviewAsync(draft, cancellation) is not { } preview)
            return ApiProblem.UnknownYear(null);
        EquatableList<RegisterFinding> findings = [.. typing.Concat(preview.Findings).Distinct()];
        if (findings.Count > 0)
            return Show(sent.View with { Findings = findings });
        return preview.Difference.IsEmpty
            ? Show(sent.View with { Notice = "変わったところがありません。変えてから、もう一度押してください。" })
            : StaffPage.Of<RegisterPreviewPage>(new RegisterPreviewView(sent.Now, sent.Form, sent.Typed, preview));
    }

    private async Task<IResult> SaveAsync(SentForm sent, RegisterDraft draft, CancellationToken cancellation) =>
        await editing.SaveAsync(draft, sent.Who, cancellation) switch
        {
            RegisterOutcome.Refused(var findings) => Show(sent.View with { Findings = findings }),
            RegisterOutcome.Conflict => await OvertakenAsync(
                sent with { Now = await editing.FindAsync(draft.Year, cancellation) ?? sent.Now }, cancellation),
            RegisterOutcome.NotOpen => ApiProblem.UnknownYear(null),
            RegisterOutcome.Saved(var version, _) => StaffPage.GoTo(RegisterPaths.Saved(draft.Year, version.Version)),
            _ => StaffPage.GoTo(RegisterPaths.Of(draft.Year)),
        };

    private async Task<IResult> OvertakenAsync(SentForm sent, CancellationToken cancellation)
    {
        // The version id comes from the submitted form and may therefore be any text. The version is read only if it belongs to this year.
        if (await versions.FindAsync(sent.Now.Year, sent.Version, cancellation) is not { } seen || !sent.Form.Fits(seen))
            return Show(sent.View with { Conflict = new(sent.Now.Version, new([])) });
        if (!sent.Form.Fits(sent.Now.Register))
            return IsDone(sent, seen) ? GoToSaved(sent) : ApiProblem.NothingToEdit();
        if (sent.IsToSave && IsDone(sent, seen))
            return GoToSaved(sent);
        var (shown, now) = (sent.Form.GroupsFor(seen, TypedFields.None), sent.Form.FieldsFor(sent.Now.Register, TypedFields.None).ToList());
        return Show(sent.View with
        {
            Typed = sent.Typed.Over(shown.SelectMany(g => g.Fields), now),
            Lost = sent.Typed.Lost(shown, sent.Form.GroupsFor(seen, sent.Typed), now),
            Conflict = new(sent.Now.Version, RegisterDifference.Between(seen, sent.Now.Register)),
        });
    }

    // Whether the present version already contains the submitted changes. This happens when the person pressed the button twice, or when
    // the response to the first request was lost.
    private static bool IsDone(SentForm sent, Register seen) =>
        RegisterDifference.Between(sent.Form.Apply(seen, sent.Typed, sent.Now.Year).Draft, sent.Now.Register).IsEmpty;

    private static IResult GoToSaved(SentForm sent) => StaffPage.GoTo(RegisterPaths.Saved(sent.Now.Year, sent.Now.Version.Version));

    private static IResult Show(RegisterFormView view) => StaffPage.Of<RegisterFormPage>(view, view switch
    {
        { Conflict: not null } => StatusCodes.Status409Conflict,
        { Findings.Count: > 0 } => StatusCodes.Status422UnprocessableEntity,
        _ => StatusCodes.Status200OK,
    });

    private sealed record SentForm(RegisterToEdit Now, RegisterForm Form, TypedFields Typed, string Who)
    {
        public const string Save = "save", Edit = "edit";

        /// <summary>The version of the register that the form showed, as submitted in a hidden field.</summary>
        public string Version => Typed.Text("version");

        /// <summary>
        /// The requested step: save to save the input, or edit to show the form with the input again. If it is empty, the input is checked
        /// and a preview is shown.
        /// </summary>
        public string Step => Typed.Text("step");

        public bool IsToSave => Step == Save;

        public RegisterFormView View => new(Now, Form, Typed);

        public static SentForm Of(HttpContext context, RegisterForm form, RegisterToEdit now) =>
            new(now, form, TypedFields.Of(context.Request.Form), context.Caller().Name);
    }
}
