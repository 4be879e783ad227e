using System.Text.RegularExpressions;
using KawasakiServerless.Domain;
using KawasakiServerless.Web.SignIn;

namespace KawasakiServerless.App.Tests.Docs;

/// <summary>
/// The app roles that docs/operations.md lists are those that the code requires. Infra.Tests compare infra/app-roles.json with the code.
/// </summary>
public sealed partial class RoleDocsTests
{
    [Fact]
    public void TheOperationsPageListsTheAppRolesOfTheCode()
    {
        var section = SourceFiles.Section(SourceFiles.Document("docs", "operations.md"), "### Sign-in and roles");
        var departments = Register.Of2018.Departments.Select(d => $"{Caller.DepartmentRolePrefix}{d.Code}` {d.Name}");

        Assert.Contains($"`{Caller.CoordinatorRole}`", section, StringComparison.Ordinal);
        Assert.Equal(departments, Named().Matches(section.ReplaceLineEndings(" ")).Select(m => m.Groups["role"].Value));
    }

    [GeneratedRegex("`(?<role>Department\\.[a-z]+` [^,.]+)[,.]", RegexOptions.ExplicitCapture)]
    private static partial Regex Named();
}
