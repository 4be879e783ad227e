using System.Globalization;

namespace KawasakiServerless.Domain;

/// <summary>Checks an edited register (台帳の点検) before it may be used. All findings are reported at once, not only the first.</summary>
public static class RegisterChecks
{
    /// <summary>
    /// Maximum number of departments in a register. The coordinator's board (<see cref="Board"/>) lists all departments on one page and is
    /// designed for this many.
    /// </summary>
    public const int MostDepartments = 200;

    /// <summary>A register may contain at most this many policy areas, this many viewpoints and this many documents.</summary>
    public const int MostItems = 50;

    /// <summary>Maximum number of general contacts in a register; in a longer list, readers would not find the right one.</summary>
    public const int MostGeneralContacts = 10;

    /// <summary>Checks a register that replaces no other and to which no records refer, such as one that was read from a file.</summary>
    /// <returns>The findings; empty if the register may be used.</returns>
    public static EquatableList<RegisterFinding> Of(Register register) => Of(register, RegisterContext.Alone(register));

    /// <returns>The findings; empty if the register may be used.</returns>
    public static EquatableList<RegisterFinding> Of(Register draft, RegisterContext context) =>
    [
        .. Amounts(draft),
        .. draft.Departments.SelectMany(DepartmentChecks.Of),
        .. CodeChecks.Of(draft, context),
        .. NameChecks.Of(draft),
        .. SuccessionChecks.Of(draft, context),
        .. AreaChecks.Of(draft, context),
        .. Documents(draft),
        .. Coordinator(draft),
        .. ContactOf(draft),
        .. GeneralContacts(draft.GeneralContacts ?? []),
    ];

    private static IEnumerable<RegisterFinding> Amounts(Register draft)
    {
        if (draft.Departments.Count is 0 or > MostDepartments)
            yield return new("departments", $"局・区が{Number(draft.Departments.Count)}件あります。", $"1件から{Number(MostDepartments)}件までにしてください。");
        (string Field, string Name, int Count)[] lists =
            [("policyAreas", "施策", draft.PolicyAreas.Count), ("viewpoints", "視点", draft.Viewpoints.Count),
                ("documents", "資料", draft.Documents.Count)];
        foreach (var (field, name, count) in lists)
        {
            if (count > MostItems)
                yield return new(field, $"{name}が{Number(count)}件あります。", $"{Number(MostItems)}件までにしてください。");
        }
    }

    private static IEnumerable<RegisterFinding> Documents(Register draft) =>
    [
        .. draft.Documents.Index().SelectMany(d => RegisterTexts.Required($"documents/{Number(d.Index + 1)}/code",
            "資料の番号", d.Item.Code, RecordLimits.DocumentLength)),
        .. draft.Documents.Index().SelectMany(d => RegisterTexts.Required($"documents/{Number(d.Index + 1)}/title",
            "資料の題名", d.Item.Title, RegisterTexts.Sentence)),
        .. draft.Documents.GroupBy(d => d.Code.Fold(), StringComparer.Ordinal).Where(g => g.Count() > 1)
            .Select(g => new RegisterFinding("documents", $"資料の番号「{g.First().Code}」が{Number(g.Count())}回あります。", "資料ごとに別の番号にしてください。")),
    ];

    private static RegisterFinding[] Coordinator(Register draft) => draft.FindDepartment(draft.Coordinator) is null
        ? [new("coordinator", "取りまとめの局・区が台帳にありません。", "取りまとめの局・区を一覧から選び直してください。")]
        : [];

    private static IEnumerable<RegisterFinding> ContactOf(Register draft) => draft.Contact is not { } contact ? [] :
    [
        .. RegisterTexts.Required("contact/publisher", "発行者", contact.Publisher, RegisterTexts.Name),
        .. RegisterTexts.Required("contact/place", "地域", contact.Place, RegisterTexts.Name),
        .. RegisterTexts.Required("contact/division", "問い合わせ先の部署", contact.Division, RegisterTexts.Name),
        .. ContactChecks.Of("contact", contact.Details),
    ];

    private static IEnumerable<RegisterFinding> GeneralContacts(EquatableList<GeneralContact> contacts) =>
    [
        .. contacts.Count > MostGeneralContacts
            ? [new("generalContacts", $"総合的な問い合わせ先が{Number(contacts.Count)}件あります。", $"{Number(MostGeneralContacts)}件までにしてください。")]
            : (RegisterFinding[])[],
        .. contacts.Index()
            .SelectMany(c => RegisterTexts.Required($"generalContacts/{Number(c.Index + 1)}/name", "名称", c.Item.Name, RegisterTexts.Name)),
        .. contacts.Index().SelectMany(c => ContactChecks.Of($"generalContacts/{Number(c.Index + 1)}/contact", c.Item.Contact)),
        .. contacts.Index().Where(c => !c.Item.Contact.Reaches)
            .Select(c => new RegisterFinding($"generalContacts/{Number(c.Index + 1)}/contact/telephone",
            "総合的な問い合わせ先に、電話などの連絡先がありません。", "電話、メールなどを入力するか、名称を消してください。")),
        .. contacts.GroupBy(c => c.Name.Fold(), StringComparer.Ordinal).Where(g => g.Count() > 1)
            .Select(g => new RegisterFinding("generalContacts", $"総合的な問い合わせ先「{g.First().Name}」が{Number(g.Count())}回あります。", "一つにまとめてください。")),
    ];

    internal static string Number(int number) => number.ToString(CultureInfo.InvariantCulture);
}
