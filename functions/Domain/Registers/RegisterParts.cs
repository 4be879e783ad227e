using System.Globalization;

namespace KawasakiServerless.Domain;

internal sealed record RegisterPartField(string Field, string Label, string? Value);

/// <summary>A part of a register, such as a department or a viewpoint, as a list of labelled fields.</summary>
internal sealed record RegisterPart(string Part, string Key, string Name, IReadOnlyList<RegisterPartField> Fields)
{
    public (string, string) Id => (Part, Key);
}

/// <summary>Splits registers into parts and fields, so that two registers can be compared field by field.</summary>
internal static class RegisterParts
{
    private const string Separator = "、";

    private static readonly string[] Places =
        ["departments", "successions", "viewpoints", "policyAreas", "documents", "generalContacts", "register"];

    public static int PlaceOf(string part) => Array.IndexOf(Places, part);

    public static IReadOnlyList<RegisterPart> Of(Register register) =>
    [
        .. register.Departments.OrderBy(d => d.Order).Select(d => new RegisterPart("departments", d.Code, d.Name, DepartmentFields(d))),
        .. (register.Successions ?? []).Select(s => new RegisterPart("successions",
            $"{s.Code}-{Number(s.From)}", s.Name, SuccessionFields(s, register))),
        .. register.Viewpoints.OrderBy(v => v.Number)
            .Select(v => new RegisterPart("viewpoints", Number(v.Number), v.Title, ViewpointFields(v))),
        .. register.PolicyAreas.Select(a => new RegisterPart("policyAreas", a.Code, a.Name, [new("name", "名称", a.Name)])),
        .. register.Documents.Select(d => new RegisterPart("documents", d.Code, d.Title, [new("title", "題名", d.Title)])),
        .. (register.GeneralContacts ?? []).Select((c, at) => new RegisterPart("generalContacts", Number(at + 1), c.Name,
            [new("name", "名称", c.Name), .. ContactFields("contact", "", c.Contact)])),
        new("register", "register", "台帳", RegisterFields(register)),
    ];

    private static IReadOnlyList<RegisterPartField> DepartmentFields(Department d) =>
    [
        new("name", "名称", d.Name),
        new("order", "建制順", Number(d.Order)),
        new("kana", "読み", d.Kana),
        new("english", "英語名", d.English),
        new("kind", "種別", d.IsWard ? "区役所" : "局"),
        new("ward", "区の名称", d.Ward),
        new("aliases", "別名", Joined(d.Aliases)),
        new("divisions", "部・室", Joined((d.Divisions ?? []).Select(v => v.Name))),
        .. ContactFields("contact", "", d.Contact),
        .. (d.Divisions ?? []).DistinctBy(v => v.Name).SelectMany(v => ContactFields($"divisions/{v.Name}/contact",
            $"{v.Name}の", v.Contact)),
        new("supportCenter/name", "地域みまもり支援センターの名称", d.SupportCenter?.Name),
        .. ContactFields("supportCenter/contact", "地域みまもり支援センターの", d.SupportCenter?.Contact),
    ];

    private static IReadOnlyList<RegisterPartField> SuccessionFields(Succession s, Register register) =>
    [
        new("successors", "後継の局・区", Joined(s.Successors.Select(code => register.FindDepartment(code)?.Name ?? code))),
        new("aliases", "別名", Joined(s.Aliases)),
        new("ward", "区の名称", s.Ward),
        new("from", "年度", Number(s.From)),
    ];

    private static IReadOnlyList<RegisterPartField> ViewpointFields(Viewpoint v) =>
        [new("title", "題名", v.Title), new("shortName", "短い名称", v.ShortName), new("policyAreas", "施策", Joined(v.PolicyAreas))];

    private static IReadOnlyList<RegisterPartField> RegisterFields(Register r) =>
    [
        new("coordinator", "取りまとめの局・区", r.FindDepartment(r.Coordinator)?.Name ?? r.Coordinator),
        new("contact/publisher", "発行者", r.Contact?.Publisher),
        new("contact/place", "地域", r.Contact?.Place),
        new("contact/division", "問い合わせ先の部署", r.Contact?.Division),
        .. ContactFields("contact", "問い合わせ先の", r.Contact?.Details),
        new("policyAreaOrder", "施策の並び", Joined(r.PolicyAreas.Select(a => a.Code))),
    ];

    private static IReadOnlyList<RegisterPartField> ContactFields(string field, string of, ContactDetails? contact) =>
    [
        new($"{field}/desk", $"{of}窓口", contact?.Desk),
        new($"{field}/postalCode", $"{of}郵便番号", contact?.PostalCode),
        new($"{field}/address", $"{of}所在地", contact?.Address),
        new($"{field}/telephone", $"{of}電話", contact?.Telephone),
        new($"{field}/fax", $"{of}ファクス", contact?.Fax),
        new($"{field}/mail", $"{of}メール", contact?.Mail),
        new($"{field}/form", $"{of}問い合わせ先のURL", contact?.Form),
        new($"{field}/source", $"{of}連絡先の出典", contact?.Source),
    ];

    private static string? Joined(IEnumerable<string> texts) => string.Join(Separator, texts) is { Length: > 0 } joined ? joined : null;

    private static string Number(int number) => number.ToString(CultureInfo.InvariantCulture);
}
