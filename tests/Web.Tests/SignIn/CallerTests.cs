using KawasakiServerless.Web.SignIn;

namespace KawasakiServerless.Web.Tests.SignIn;

public sealed class CallerTests
{
    [Theory]
    [InlineData("Coordinator", true, true)]
    [InlineData("Department.kankyo", true, true)]
    [InlineData("Department.zaisei", true, false)]
    [InlineData("Department.", false, false)]
    [InlineData("Department", false, false)]
    [InlineData("Department.KANKYO", false, false)]
    [InlineData("Department.Kankyo", false, false)]
    [InlineData("department.kankyo", false, false)]
    [InlineData("Department.kankyo ", false, false)]
    [InlineData("Department.kankyo,zaisei", false, false)]
    [InlineData("Department.kankyo.x", false, false)]
    [InlineData("Department.kankyo1", false, false)]
    [InlineData("Department.環境局", false, false)]
    [InlineData("Department.ｋａｎｋｙｏ", false, false)]
    [InlineData("Department.*", false, false)]
    [InlineData("xDepartment.kankyo", false, false)]
    [InlineData("coordinator", false, false)]
    [InlineData("Coordinator ", false, false)]
    [InlineData("", false, false)]
    public void OnlyAnExactlyWrittenRoleIsAccepted(string role, bool isStaff, bool mayActForKankyo)
    {
        var caller = new Caller("somebody", [role]);

        Assert.Equal((isStaff, mayActForKankyo), (caller.IsStaff, caller.MayActFor("kankyo")));
    }

    [Fact]
    public void NoRoleActsForADepartmentWithoutAName() => Assert.False(new Caller("somebody", ["Department."]).MayActFor(""));

    [Fact]
    public void InvalidRolesDoNotInvalidateAValidOne() =>
        Assert.True(new Caller("somebody", ["Department.", "Other", "Department.kankyo"]).MayActFor("kankyo"));
}
