using System.Net;
using System.Text;
using KawasakiServerless.Testing;
using KawasakiServerless.Web.SignIn;

namespace KawasakiServerless.Web.Tests.Docs;

/// <summary>
/// docs/access.md says for each route and role what is refused. A test generates this table from the routes, and another sends a request
/// for every cell.
/// </summary>
public sealed class AccessMatrixTests(WebApp app) : IClassFixture<WebApp>
{
    private const string Own = "kankyo";

    private static readonly (string Title, string? Role)[] Roles =
    [
        ("nobody", null),
        ("no role", "Somebody"),
        ("own department", $"Department.{Own}"),
        ("other department", "Department.zaisei"),
        ("coordinator", "Coordinator"),
    ];

    [Fact]
    public async Task TheAccessDocumentIsGeneratedFromTheRoutes()
    {
        var file = Repository.PathTo("docs", "access.md");
        var generated = Document(await Routes.AllAsync());
        if (Environment.GetEnvironmentVariable("WRITE_DOCS") == "1")
            await File.WriteAllTextAsync(file, generated);

        Assert.Equal(generated, await File.ReadAllTextAsync(file));
    }

    [Fact]
    public async Task EveryRouteAnswersEachRoleAsTheAccessDocumentSays()
    {
        List<string> wrong = [];
        foreach (var route in await Routes.AllAsync())
        {
            foreach (var (title, role) in Roles)
            {
                using var answer = await app.SendAsync(new(route.Method), PathOf(route.Pattern), role);
                if (Refusal(answer.StatusCode) != Expected(route.Access, title))
                    wrong.Add($"{route.Method} {route.Pattern} as {title}: {(int)answer.StatusCode}");
            }
        }

        Assert.Empty(wrong);
    }

    [Fact]
    public async Task TheReadmeNamesEveryRouteAndWhoMayUseIt()
    {
        var rows = (await File.ReadAllLinesAsync(Repository.PathTo("README.md"))).Where(l => l.StartsWith("| `", StringComparison.Ordinal))
            .ToList();

        Assert.All((await Routes.AllAsync())
            .Where(r => !r.IsOfPortal && !r.Pattern.Contains("**", StringComparison.Ordinal)), route => Assert.Single(rows, row =>
            row.Split('|')[1].Split('`').Any(cell => cell.Split('?')[0] == $"{route.Method} {route.Pattern}")
                && row.Split('|')[2].Trim() == WhoOf(route.Access)));
    }

    private static string Document(IReadOnlyList<Route> routes)
    {
        var text = new StringBuilder(
            "# Access\n\nWho may use which route. `own department` is the department that the route or the submission names. Generated "
                + "from the routes by\n`WRITE_DOCS=1 dotnet test tests/Web.Tests --filter AccessMatrix`; the same test asks the running "
                + "pipeline about every cell.\n\n")
            .Append("| Route | For | ").AppendJoin(" | ", Roles.Select(r => r.Title)).Append(" |\n|---|---|")
            .Append(string.Concat(Roles.Select(_ => "---|"))).Append('\n');
        foreach (var route in routes)
            text.Append("| `").Append(route.Method).Append(' ').Append(route.Pattern).Append("` | ").Append(WhoOf(route.Access))
                .Append(" | ")
                .AppendJoin(" | ", Roles.Select(r => Expected(route.Access, r.Title))).Append(" |\n");
        return text.ToString();
    }

    private static string Expected(Access? access, string role) => (access, role) switch
    {
        (Access.Anyone, _) or (not null, "coordinator") => "yes",
        (_, "nobody") => "401",
        (Access.Staff, "own department" or "other department") or (Access.Department, "own department") => "yes",
        _ => "403",
    };

    private static string Refusal(HttpStatusCode status) => status switch
    {
        HttpStatusCode.Unauthorized => "401",
        HttpStatusCode.Forbidden => "403",
        >= HttpStatusCode.InternalServerError => "failed",
        _ => "yes",
    };

    private static string WhoOf(Access? access) => access switch
    {
        Access.Anyone => "anyone",
        Access.Staff => "staff",
        Access.Department => "the department",
        _ => "coordinator",
    };

    // Fills in values that do not exist, such as a year that is not open, so that the coordinator's requests change nothing.
    internal static string PathOf(string pattern) => pattern
        .Replace("{code}", Own, StringComparison.Ordinal)
        .Replace("{year}", "1999", StringComparison.Ordinal)
        .Replace("{**path}", "nothing", StringComparison.Ordinal)
        .Replace("{check}", $"2018-{Own}-0123456789abcdef0123456789abcdef", StringComparison.Ordinal)
        .Replace("{version}", "2018-20180401T000000000-abcdef", StringComparison.Ordinal)
        .Replace("{file}", "nothing.css", StringComparison.Ordinal)
        .Replace("{id}", pattern.Contains("/submissions/", StringComparison.Ordinal)
            ? $"2018-{Own}-20260401T000000000-abcdef" : "20180401T000000000-abcdef", StringComparison.Ordinal);
}
