namespace KawasakiServerless.Domain.Tests;

public sealed class ReorganisedTests
{
    private static readonly FiscalYear Year = FiscalYear.Of(2019);

    private static Register Before => Register.Of2018;

    private static Department Zaimu { get; } = new(2, "zaimu", "財務局", "ざいむきょく", "Finance Bureau", DepartmentKind.Bureau, null, []);

    [Fact]
    public void ARenamedDepartmentKeepsItsCodeAndItsOldName()
    {
        var renamed = Apply(new Reorganisation.Rename("zaisei", new("財務局", "ざいむきょく", "Finance Bureau")));

        Assert.Equal("財務局", renamed.Department("zaisei").Name);
        Assert.Equal(["財政局"], renamed.Department("zaisei").Aliases);
        Assert.Null(renamed.Successions);
        Assert.Equal(["zaisei"], PartnerList.Parse("財政局", new(renamed)).Departments);
        Assert.Equal("zaisei", new DepartmentNames(renamed).OfDivision("財政局財政部")?.Code);
    }

    [Fact]
    public void ADepartmentRenamedBackDoesNotKeepItsNameAsAnAlias()
    {
        var renamed = Apply(new Reorganisation.Rename("zaisei", new("財務局", "ざいむきょく", "Finance Bureau")));

        var back = Reorganised.By(renamed, new Reorganisation.Rename("zaisei", new("財政局", "ざいせいきょく", "Finance Bureau")), Year).Draft;

        Assert.Equal(["財務局"], back.Department("zaisei").Aliases);
    }

    [Fact]
    public void MergedDepartmentsHaveOneSuccessorThatIsFoundByTheirNames()
    {
        var merged = Apply(new Reorganisation.Merge(["zaisei", "kowan"], Zaimu));

        Assert.Null(merged.FindDepartment("zaisei"));
        Assert.Equal(["zaimu"], merged.SuccessorsOf("zaisei").Select(d => d.Code));
        Assert.Equal(["zaimu", "zaisei", "kowan"], merged.LineageOf("zaimu"));
        Assert.Equal(["zaimu"], PartnerList.Parse("財政局、港湾局", new(merged)).Departments);
        Assert.True(new DepartmentNames(merged).TryFind("港湾局", out var found));
        Assert.Equal("zaimu", found.Code);
        Assert.Empty(merged.RelativesOf("zaimu"));
        Assert.Empty(Checked(merged));
    }

    [Fact]
    public void ADepartmentThatAbsorbsAnotherKeepsItsCode()
    {
        var merged = Apply(new Reorganisation.Merge(["zaisei", "kowan"], Before.Department("zaisei")));

        Assert.Equal(["kowan"], merged.Successions!.Select(s => s.Code));
        Assert.Equal(["zaisei", "kowan"], merged.LineageOf("zaisei"));
        Assert.Empty(Checked(merged));
    }

    [Fact]
    public void TheNameOfASplitDepartmentMatchesNoDepartment()
    {
        var split = Apply(new Reorganisation.Split("zaisei", [Zaimu, Zaimu with { Code = "shisan", Name = "資産局" }]));

        Assert.Equal(["zaimu", "shisan"], split.SuccessorsOf("zaisei").Select(d => d.Code));
        Assert.Equal(["shisan"], split.RelativesOf("zaimu").Select(d => d.Code));
        Assert.Equal(["財政局"], PartnerList.Parse("財政局", new(split)).Unknown);
        Assert.Equal(Enumerable.Range(1, 24), split.Departments.Select(d => d.Order));
        Assert.Empty(Checked(split));
    }

    [Fact]
    public void ADepartmentThatSplitsOffAPartKeepsItsCode()
    {
        var split = Apply(new Reorganisation.Split("zaisei", [Before.Department("zaisei"), Zaimu]));

        Assert.Equal(["zaisei"], split.SuccessorsOf("zaisei").Select(d => d.Code));
        Assert.Equal(["zaimu", "zaisei"], split.LineageOf("zaimu"));
        Assert.Equal(["zaisei", "zaimu"], split.HeirsOf("zaisei"));
        Assert.Equal(["zaimu"], split.HeirsOf("zaimu"));
        Assert.Equal(["zaisei"], split.RelativesOf("zaimu").Select(d => d.Code));
        Assert.Equal(["zaimu"], split.RelativesOf("zaisei").Select(d => d.Code));
        Assert.Equal(["zaisei"], PartnerList.Parse("財政局", new(split)).Departments);
        Assert.Empty(Checked(split));
    }

    [Fact]
    public void SuccessorsOfSuccessorsAreFollowed()
    {
        var merged = Apply(new Reorganisation.Merge(["zaisei", "kowan"], Zaimu));
        var again = Reorganised.By(merged, new Reorganisation.Merge(["zaimu",
            "kankyo"], Zaimu with { Code = "shisan", Name = "資産局" }), FiscalYear.Of(2020)).Draft;

        Assert.Equal(["shisan"], again.SuccessorsOf("zaisei").Select(d => d.Code));
        Assert.Equal(["shisan", "zaimu", "kankyo", "zaisei", "kowan"], again.LineageOf("shisan"));
        Assert.Equal(["zaisei", "zaimu", "shisan"], again.HeirsOf("zaisei"));
        Assert.Equal(["shisan"], PartnerList.Parse("財政局", new(again)).Departments);
        Assert.Empty(RegisterChecks.Of(again, new(FiscalYear.Of(2020), merged, RegisterUse.None)));
    }

    [Fact]
    public void TheSuccessorOfTheCoordinatorBecomesCoordinator()
    {
        var merged = Apply(new Reorganisation.Merge(["kenkofukushi", "zaisei"], Zaimu));

        Assert.Equal("zaimu", merged.Coordinator);
    }

    [Fact]
    public void AnAbolishedDepartmentHasNoSuccessor()
    {
        var abolished = Apply(new Reorganisation.Abolish("zaisei"));

        Assert.Empty(abolished.SuccessorsOf("zaisei"));
        Assert.Empty(Checked(abolished));
    }

    [Fact]
    public void AnImpossibleReorganisationIsReportedAndLeavesTheRegisterUnchanged()
    {
        Refuses(new Reorganisation.Rename("castle", new("城", "しろ", "Castle")));
        Refuses(new Reorganisation.Merge(["zaisei"], Before.Department("zaisei")));
        Refuses(new Reorganisation.Merge([], Zaimu));
        Refuses(new Reorganisation.Merge(["zaisei", "kowan"], Before.Department("kotsu")));
        Refuses(new Reorganisation.Split("zaisei", [Zaimu]));
        Refuses(new Reorganisation.Split("zaisei", [Zaimu, Before.Department("kotsu")]));
        Refuses(new Reorganisation.Abolish("castle"));
    }

    [Fact]
    public void AReorganisedRegisterReadsBackFromJson()
    {
        var merged = Apply(new Reorganisation.Merge(["zaisei", "kowan"], Zaimu with { Contact = new("宮本町1"), Divisions = [new("財政部")] }));
        using var json = new MemoryStream(merged.ToJson());

        Assert.Equal(merged, Register.Parse(json));
    }

    private static EquatableList<RegisterFinding> Checked(Register draft) => RegisterChecks.Of(draft, new(Year, Before, RegisterUse.None));

    private static Register Apply(Reorganisation change)
    {
        var (draft, findings) = Reorganised.By(Before, change, Year);
        Assert.Empty(findings);
        return draft;
    }

    private static void Refuses(Reorganisation change)
    {
        var (draft, findings) = Reorganised.By(Before, change, Year);
        Assert.NotEmpty(findings);
        Assert.Same(Before, draft);
    }
}
