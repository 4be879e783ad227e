using KawasakiServerless.Site.Content;

namespace KawasakiServerless.Site.Projects;

/// <summary>
/// Reads the optional file input/projects.yml. It lists groups of records of which a person has confirmed that they describe the same
/// project.
/// </summary>
internal static class ProjectFile
{
    public const string Name = "projects.yml";

    public static IReadOnlyList<Project> Read(ContentFolders folders, ICollection<ContentProblem> problems)
    {
        if (!folders.HasInput(Name) || folders.ReadInput(Name, problems) is not { } file || YamlText.Read(file, problems) is not { } fields)
            return [];
        List<Project> projects = [.. fields.Records("projects").Select(ProjectOf)];
        fields.RefuseOthers();
        return projects;
    }

    private static Project ProjectOf(YamlFields fields)
    {
        var project = new Project(fields.Required("name"), [.. fields.Texts("records").Distinct(StringComparer.Ordinal)]);
        fields.RefuseOthers();
        if (project.Records.Count < 2)
            fields.Report("records", "A project links two records or more.");
        return project;
    }
}
