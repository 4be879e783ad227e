using KawasakiServerless.Site.Content;

namespace KawasakiServerless.Site.Projects;

/// <summary>
/// Reads input/projects.yml, which lists the records that a person has confirmed to be one project. The file is optional.
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
