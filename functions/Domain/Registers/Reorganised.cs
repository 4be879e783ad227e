namespace KawasakiServerless.Domain;

/// <summary>The result of applying a reorganisation to a register.</summary>
/// <param name="Draft">The resulting register; unchanged if there are findings.</param>
/// <param name="Findings">The reasons why the reorganisation cannot be applied.</param>
public sealed record Reorganised(Register Draft, EquatableList<RegisterFinding> Findings)
{
    /// <param name="register">The current version of the register.</param>
    /// <param name="change">The requested reorganisation.</param>
    /// <param name="from">The first reporting year for which the reorganisation is valid: the year of the register.</param>
    public static Reorganised By(Register register, Reorganisation change, FiscalYear from)
    {
        EquatableList<RegisterFinding> findings = [.. Refusals(register, change)];
        return findings.Count > 0 ? new(register, findings) : new(Apply(register, change, from), []);
    }

    private static Register Apply(Register register, Reorganisation change, FiscalYear from) => change switch
    {
        Reorganisation.Rename rename => Replace(register, [rename.Code], [Renamed(register.Department(rename.Code), rename.Name)]),
        Reorganisation.Merge merge => Succeed(register, merge.Codes, [merge.Into], from),
        Reorganisation.Split split => Succeed(register, [split.Code], split.Into, from),
        Reorganisation.Abolish abolish => Succeed(register, [abolish.Code], [], from),
        _ => throw new InvalidOperationException($"{change.GetType().Name} is not a reorganisation."),
    };

    private static Department Renamed(Department department, OfficialName name) => department with
    {
        Name = name.Name,
        Kana = name.Kana,
        English = name.English,
        Aliases = [.. department.Aliases.Append(department.Name).Where(a => a.Fold() != name.Name.Fold()).DistinctBy(a => a.Fold())],
    };

    private static Register Succeed(Register register, IEnumerable<string> codes, EquatableList<Department> into, FiscalYear from)
    {
        List<string> old = [.. codes.Distinct()];
        List<string> successors = [.. into.Select(d => d.Code)];
        var recorded = old.Select(register.Department).Where(d => old.Count == 1 || !successors.Contains(d.Code))
            .Select(d => new Succession(d.Code, d.Name, d.Ward, d.Aliases, [.. successors], from.Year));
        return Replace(register, old, into) with
        {
            Successions = [.. register.Successions ?? [], .. recorded],
            Coordinator = old.Contains(register.Coordinator) && !successors.Contains(register.Coordinator)
                ? successors.FirstOrDefault() ?? register.Coordinator : register.Coordinator,
        };
    }

    private static Register Replace(Register register, List<string> old, EquatableList<Department> into)
    {
        var stay = register.Departments.Where(d => !old.Contains(d.Code));
        var all = into.Concat(stay).OrderBy(d => d.Order).ToList();
        var isOrdered = all.DistinctBy(d => d.Order).Count() == all.Count;
        return register with { Departments = isOrdered ? [.. all] : [.. all.Select((d, index) => d with { Order = index + 1 })] };
    }

    private static IEnumerable<RegisterFinding> Refusals(Register register, Reorganisation change) =>
    [
        .. CodesOf(change).Where(code => register.FindDepartment(code) is null)
            .Select(code => new RegisterFinding(DepartmentChecks.FieldOf(code), $"「{code}」は台帳にありません。", "台帳にある局・区から選び直してください。")),
        .. change switch
        {
            Reorganisation.Merge merge when merge.Codes.Append(merge.Into.Code).Distinct().Count() < 2 || merge.Codes.Count == 0 =>
                (RegisterFinding[])[new("merge", "統合する局・区が一つしかありません。", "二つ以上の局・区を選んでください。")],
            Reorganisation.Merge merge when !merge.Codes.Contains(merge.Into.Code)
                && register.FindDepartment(merge.Into.Code) is not null =>
                [new("merge", $"統合した後の局・区の符号「{merge.Into.Code}」は、ほかの局・区のものです。", "統合する局・区に含めるか、新しい符号にしてください。")],
            Reorganisation.Split split when split.Into.Count < 2 => [new("split", "分割した後の局・区が一つしかありません。", "二つ以上の局・区を入力してください。")],
            Reorganisation.Split split when split.Into.FirstOrDefault(d =>
                d.Code != split.Code && register.FindDepartment(d.Code) is not null) is { } taken =>
                [new("split", $"分割した後の局・区の符号「{taken.Code}」は、ほかの局・区のものです。", "新しい符号にしてください。")],
            _ => [],
        },
    ];

    private static EquatableList<string> CodesOf(Reorganisation change) => change switch
    {
        Reorganisation.Rename rename => [rename.Code],
        Reorganisation.Merge merge => merge.Codes,
        Reorganisation.Split split => [split.Code],
        Reorganisation.Abolish abolish => [abolish.Code],
        _ => throw new InvalidOperationException($"{change.GetType().Name} is not a reorganisation."),
    };
}
