namespace KawasakiServerless.Web.Staff.Accounts;

/// <param name="IsOut">Whether the person has already signed out.</param>
public sealed record SignOutView(bool IsOut);
