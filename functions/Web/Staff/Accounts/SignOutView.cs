namespace KawasakiServerless.Web.Staff.Accounts;

/// <param name="IsOut">Whether the person is already signed out.</param>
public sealed record SignOutView(bool IsOut);
