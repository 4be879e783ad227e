using System.Globalization;
using KawasakiServerless.Domain;

namespace KawasakiServerless.Web.Staff.Registers.Editing;

/// <summary>The form for viewpoints (視点) and policy areas (施策).</summary>
public sealed record AreasForm : RegisterForm
{
    private const string Remove = "remove", Added = "added";

    public override string Path => "areas";

    public override string TitleFor(Register register) => "視点と施策の編集";

    public override string Lead => "この年度の報告に使われている視点と施策は、名称を変えられますが、除けません。";

    public override IReadOnlyList<FieldGroup> GroupsFor(Register register, TypedFields typed) =>
    [
        .. register.Viewpoints.Select(v => ViewpointGroup(v, register, typed)),
        NewViewpointGroup(register, typed),
        .. register.PolicyAreas.Select((area, at) => AreaGroup(area, at, typed)),
        NewAreaGroup(typed),
    ];

    public override EditedRegister Apply(Register register, TypedFields typed, FiscalYear year)
    {
        List<RegisterFinding> findings = [];
        var kept = register.PolicyAreas.Where(a => typed.All($"area-{a.Code}-remove", []).Count == 0).ToList();
        var ordered = kept.OrderBy(a => PlaceIn(a, typed, findings)).ToList();
        var areas = ordered.Select(a => a with { Name = typed.Optional($"area-{a.Code}-name") ?? "" }).Concat(NewAreas(typed));
        var viewpoints = register.Viewpoints.Select(v => Read($"viewpoint-{Number(v.Number)}", v, register, typed))
            .Concat(NewViewpoints(register, typed));
        return new(register with { PolicyAreas = [.. areas], Viewpoints = [.. viewpoints] }, [.. findings]);
    }

    private static FieldGroup ViewpointGroup(Viewpoint now, Register register, TypedFields typed)
    {
        FieldPlace place = new($"viewpoint-{Number(now.Number)}", $"viewpoints/{Number(now.Number)}");
        return new($"視点{Number(now.Number)}", ViewpointFields(place, now, register, typed));
    }

    private static FieldGroup NewViewpointGroup(Register register, TypedFields typed)
    {
        var number = NextNumber(register);
        return new($"視点{number}を加える",
            ViewpointFields(new($"viewpoint-{Added}", $"viewpoints/{number}"), null, register, typed))
        { Hint = "加えないときは、空のままにしてください。" };
    }

    private static IReadOnlyList<RegisterField> ViewpointFields(
        FieldPlace at, Viewpoint? now, Register register, TypedFields typed) =>
    [
        RegisterField.Line($"{at.Name}-title", $"{at.Path}/title", "題名", typed.Text($"{at.Name}-title", now?.Title)),
        RegisterField.Line($"{at.Name}-short", $"{at.Path}/shortName", "短い名称", typed.Text($"{at.Name}-short", now?.ShortName)),
        new($"{at.Name}-areas", $"{at.Path}/policyAreas", "報告する施策", typed.All($"{at.Name}-areas", now?.PolicyAreas ?? []))
            { Kind = FieldKind.Choices, Options = [.. register.PolicyAreas.Select(a => (a.Code, a.Name))] },
    ];

    /// <summary>The location of a viewpoint's fields, in the form and in the register.</summary>
    /// <param name="Name">The prefix of the names of the form fields for the viewpoint.</param>
    /// <param name="Path">The path of the viewpoint within the register. The paths in findings about the viewpoint begin with it.</param>
    private sealed record FieldPlace(string Name, string Path);

    private static FieldGroup AreaGroup(PolicyArea now, int at, TypedFields typed)
    {
        var (name, place) = ($"area-{now.Code}", $"policyAreas/{now.Code}");
        return new($"施策：{now.Name}",
        [
            RegisterField.Line($"{name}-name", $"{place}/name", "名称", typed.Text($"{name}-name", now.Name)),
            RegisterField.Line($"{name}-place", $"{place}/place", "並び", typed.Text($"{name}-place", Number(at + 1))),
            new($"{name}-remove", place, "除く", typed
                .All($"{name}-remove", [])) { Kind = FieldKind.Choices, Options = [(Remove, "この施策を台帳から除く")] },
        ])
        { Hint = $"符号 {now.Code}" };
    }

    private static FieldGroup NewAreaGroup(TypedFields typed) => new("施策を加える",
    [
        RegisterField.Line("area-added-code", $"policyAreas/{typed.Optional("area-added-code")}/code", "符号", typed.Text("area-added-code"))
            with { Hint = "半角の英小文字とハイフンだけで入力してください。例：community-welfare" },
        RegisterField.Line("area-added-name", $"policyAreas/{typed.Optional("area-added-code")}/name", "名称", typed.Text("area-added-name")),
    ])
    { Hint = "加えないときは、空のままにしてください。加えた施策は最後に並びます。" };

    private static IEnumerable<PolicyArea> NewAreas(TypedFields typed) =>
        (typed.Optional("area-added-code"), typed.Optional("area-added-name")) is var (code, name) && (code ?? name) is not null
            ? [new(code ?? "", name ?? "")] : [];

    private static IEnumerable<Viewpoint> NewViewpoints(Register register, TypedFields typed)
    {
        Viewpoint added = new(int.Parse(NextNumber(register), CultureInfo.InvariantCulture), "", "", []);
        var read = Read($"viewpoint-{Added}", added, register, typed);
        return read == added ? [] : [read];
    }

    // The policy areas that a viewpoint already has keep their order, which is that of the paper report. Newly selected ones follow in the
    // order of the register's list of policy areas.
    private static Viewpoint Read(string name, Viewpoint now, Register register, TypedFields typed)
    {
        var chosen = typed.All($"{name}-areas", []);
        var known = register.PolicyAreas.Select(a => a.Code);
        return now with
        {
            Title = typed.Optional($"{name}-title") ?? "",
            ShortName = typed.Optional($"{name}-short") ?? "",
            PolicyAreas = [.. now.PolicyAreas.Concat(known.Except(now.PolicyAreas)).Where(chosen.Contains)],
        };
    }

    private static int PlaceIn(PolicyArea area, TypedFields typed, List<RegisterFinding> findings)
    {
        if (typed.Number($"area-{area.Code}-place") is { } place)
            return place;
        findings.Add(new($"policyAreas/{area.Code}/place", $"施策「{area.Name}」の並びが数ではありません。", "1からの数を入力してください。"));
        return int.MaxValue;
    }

    private static string NextNumber(Register register) => Number(register.Viewpoints.Select(v => v.Number).DefaultIfEmpty().Max() + 1);
}
