using KawasakiServerless.Domain;

namespace KawasakiServerless.Web.Staff.Registers.Editing;

/// <summary>The form for the publisher of the report, the contact for questions about it, and the titles of its documents.</summary>
public sealed record PublisherForm : RegisterForm
{
    public override string Path => "contact";

    public override string TitleFor(Register register) => "発行者と問い合わせ先の編集";

    public override IReadOnlyList<FieldGroup> GroupsFor(Register register, TypedFields typed)
    {
        var now = register.Contact;
        var coordinator = new RegisterField("coordinator", "coordinator", "取りまとめの局・区", [typed.Text("coordinator", register.Coordinator)])
        { Kind = FieldKind.Choice, Options = [.. register.Departments.Select(d => (d.Code, d.Name))] };
        return
        [
            new("発行者",
            [
                RegisterField.Line("publisher", "contact/publisher", "発行者", typed.Text("publisher", now?.Publisher)),
                RegisterField.Line("place", "contact/place", "地域", typed.Text("place", now?.Place)),
                coordinator,
            ]),
            new("問い合わせ先",
            [
                RegisterField.Line(
                    "division", "contact/division", "部署", typed.Text("division", now?.Division)) with { Hint = "局の名称から入力してください。" },
                .. ContactFields.Of("contact", "contact", now?.Details, typed),
            ]) { Hint = "公開サイトのすべてのページの下に載ります。" },
            new("資料の題名", [.. register.Documents.Select((d, at) => DocumentField(d, at, typed))]),
        ];
    }

    public override EditedRegister Apply(Register register, TypedFields typed, FiscalYear year)
    {
        var contact = new RegisterContact(
            typed.Optional("publisher") ?? "", typed.Optional("place") ?? "", typed.Optional("division") ?? "")
        {
            Details = ContactFields.Read("contact", typed),
        };
        return new(register with
        {
            Contact = contact,
            Coordinator = typed.Text("coordinator"),
            Documents = [.. register.Documents.Select((d, at) => d with { Title = typed.Optional($"document-{Number(at + 1)}") ?? "" })],
        }, []);
    }

    private static RegisterField DocumentField(ReportDocument document, int at, TypedFields typed) => RegisterField.Line(
        $"document-{Number(at + 1)}", $"documents/{Number(at + 1)}/title", document.Code,
        typed.Text($"document-{Number(at + 1)}", document.Title));
}
