namespace KawasakiServerless.Domain.Tests;

public sealed class RegisterTests
{
    private static Register Register => Register.Of2018;

    [Fact]
    public void The23DepartmentsAreListedInOfficialOrder()
    {
        Assert.Equal(
            [
                "soumukikaku", "zaisei", "shiminbunka", "keizairodo", "kankyo", "kenkofukushi", "kodomomirai", "machizukuri",
                "kensetsuryokusei", "kowan", "rinkaibu", "kawasaki", "saiwai", "nakahara", "takatsu", "miyamae", "tama", "asao",
                "jogesuido", "kotsu", "byoin", "shobo", "kyoiku",
            ],
            Register.Departments.Select(d => d.Code));
        Assert.Equal(Enumerable.Range(1, 23), Register.Departments.Select(d => d.Order));
    }

    [Fact]
    public void NoCodeOrNameIsGivenTwice()
    {
        var names = Register.Departments.SelectMany(d => (string[])[d.Code, d.Name, .. d.Aliases]).ToList();

        Assert.Equal(names.Distinct(), names);
        Assert.Distinct(Register.PolicyAreas.Select(a => a.Code));
        Assert.Distinct(Register.Viewpoints.Select(v => v.Number));
        Assert.Distinct(Register.Documents.Select(d => d.Code));
    }

    [Fact]
    public void TheSevenWardOfficesNameTheirWards()
    {
        Assert.Equal(
            ["川崎区", "幸区", "中原区", "高津区", "宮前区", "多摩区", "麻生区"], Register.Wards.Select(d => d.Ward));
        Assert.Equal("かわさきく", Register.Department("kawasaki").WardKana);
        Assert.Null(Register.Department("zaisei").WardKana);
        Assert.Equal("うみべししょ", (Register.Department("kawasaki") with { Kana = "うみべししょ" }).WardKana);
        Assert.Equal("", (Register.Department("kawasaki") with { Kana = "" }).WardKana);
        Assert.All(Register.Departments, d => Assert.Equal(d.Ward is not null, d.IsWard));
    }

    [Fact]
    public void EveryLeadDepartmentOfThePrintedReportIsFound() =>
        Assert.All(Dataset.Collaborations, c => Assert.True(Some.Names.TryFind(c.LeadNormalized, out _), c.LeadNormalized));

    [Theory]
    [InlineData("こども未来局", "kodomomirai")]
    [InlineData("子ども未来局", "kodomomirai")]
    [InlineData("教育委員会", "kyoiku")]
    [InlineData("川崎区", "kawasaki")]
    [InlineData("　健康福祉局\n", "kenkofukushi")]
    [InlineData("健康福祉局総務部", null)]
    [InlineData("kenkofukushi", null)]
    [InlineData("", null)]
    [InlineData(null, null)]
    public void DepartmentsAreFoundByNameAndAlias(string? name, string? code)
    {
        Assert.Equal(code is not null, Some.Names.TryFind(name, out var department));
        Assert.Equal(code, department?.Code);
    }

    [Fact]
    public void RegistersWithDifferentVersionsOrContentAreNotEqual()
    {
        Assert.NotEqual(Register, Register with { Version = "2019-04" });
        Assert.NotEqual(Register, Register with { Coordinator = "zaisei" });
    }

    [Fact]
    public void ARenamedDepartmentIsFoundByItsNewName()
    {
        Assert.True(Some.Names.TryFind("財政局", out var zaisei));
        Assert.Equal("zaisei", Some.Names.OfDivision("財政局財政部")?.Code);

        var next = Register with { Departments = [zaisei with { Name = "財務局" }] };

        Assert.Equal("zaisei", new DepartmentNames(next).OfDivision("財務局財政部")?.Code);
        Assert.Null(new DepartmentNames(next).OfDivision("財政局財政部"));
        Assert.Equal(["zaisei"], PartnerList.Parse("財務局", new(next)).Departments);
    }

    [Fact]
    public void ABlankAliasMatchesNoDepartment()
    {
        var register = Register with { Departments = [Register.Department("zaisei") with { Aliases = ["", "　"] }] };

        Assert.False(new DepartmentNames(register).TryFind("", out _));
        Assert.Null(new DepartmentNames(register).OfDivision("総務部"));
        Assert.Equal(["総務部"], PartnerList.Parse("総務部", new(register)).Unknown);
    }

    [Fact]
    public void AViewpointListsItsOwnPolicyAreasFirst() =>
        Assert.Equal(
            ["elderly", "disability", "community-welfare", "children", "education", "housing", "health", "medical", "other"],
            Register.PolicyAreasOf(Register.Viewpoint(2)).Select(a => a.Code));

    [Fact]
    public void FindingADepartmentByAnyTextDoesNotThrow() =>
        Anything.Text("健康福祉局区 ").Holds(name => Assert.Equal(Some.Names.TryFind(name, out var found), found is not null));

    [Fact]
    public void OnlyKnownCodesHaveADepartment()
    {
        Assert.Null(Register.FindDepartment("castle"));
        Assert.Throws<KeyNotFoundException>(() => Register.Department("castle"));
    }
}
