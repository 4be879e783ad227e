namespace KawasakiServerless.Web.Staff.Accounts;

/// <param name="IsOut">The person has signed out already.</param>
public sealed record SignOutView(bool IsOut);
