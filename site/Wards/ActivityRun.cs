using KawasakiServerless.Domain;

namespace KawasakiServerless.Site.Wards;

/// <summary>
/// Consecutive activities of a ward that have the same heading and category, in the order in which the ward reported them.
/// </summary>
public sealed record ActivityRun(string? Heading, string? Category, IReadOnlyList<WardActivity> Activities)
{
    public string? Title => Heading ?? Category;

    internal static IEnumerable<ActivityRun> Of(IEnumerable<WardActivity> activities)
    {
        List<WardActivity> run = [];
        foreach (var activity in activities)
        {
            if (run.Count > 0 && (run[0].Heading, run[0].Category) != (activity.Heading, activity.Category))
            {
                yield return Of(run);
                run = [];
            }

            run.Add(activity);
        }

        if (run.Count > 0)
            yield return Of(run);
    }

    private static ActivityRun Of(List<WardActivity> run) => new(run[0].Heading, run[0].Category, run);
}
