using System.Text.Json.Nodes;
using KawasakiServerless.Domain;
using KawasakiServerless.Web.SignIn;

namespace KawasakiServerless.Infra.Tests.Code;

/// <summary>Tests infra/app-roles.json, the list of roles that the app registration in Entra ID gets.</summary>
public sealed class AppRoleTests
{
    private static readonly JsonObject[] Roles =
        [.. JsonNode.Parse(CodeNames.Read("infra/app-roles.json"))!.AsArray().Select(r => r!.AsObject())];

    [Fact]
    public void EveryDepartmentAndTheCoordinatorHaveAnAppRole() => Assert.Equal(
        Register.Of2018.Departments.Select(d => Caller.DepartmentRolePrefix + d.Code).Prepend(Caller.CoordinatorRole),
        Roles.Select(r => (string?)r["value"]));

    [Fact]
    public void AnAppRoleIsNamedAfterItsDepartment() => Assert.Equal(
        Register.Of2018.Departments.Select(d => $"{d.Name}の担当者").Prepend("取りまとめ担当"),
        Roles.Select(r => (string?)r["displayName"]));

    [Fact]
    public void EachAppRoleHasAnIdOfItsOwn() =>
        Assert.Equal(Roles.Length, Roles.Select(r => Guid.Parse((string)r["id"]!)).Distinct().Count());

    [Fact]
    public void AppRolesCanBeAssignedToPeopleAndGroups() =>
        Assert.All(Roles, r => Assert.Equal("[\"User\"]", r["allowedMemberTypes"]!.ToJsonString()));

    [Fact]
    public void AllAppRolesAreEnabled() => Assert.All(Roles, r => Assert.True((bool)r["isEnabled"]!));
}
