namespace KawasakiServerless.Domain;

/// <summary>What a publication does when it runs (公開の手順).</summary>
public abstract record PublicationPlan
{
    private PublicationPlan()
    {
    }

    /// <summary>Publish nothing, and store the row of the publication, which already has its final state.</summary>
    public sealed record End(Publication Row) : PublicationPlan;

    /// <summary>
    /// Do not run a restore whose hold was lifted or replaced before it started, and store the row, which already has its final state. This
    /// is not a failure: the coordinator has changed the decision.
    /// </summary>
    public sealed record Cancel(Publication Row) : PublicationPlan;

    /// <summary>
    /// Compare the data of the released years with the published site; <see cref="PublicationDecisions.PlanRelease"/> then decides how to
    /// proceed.
    /// </summary>
    public sealed record Release : PublicationPlan;

    /// <summary>Write the files of an earlier publication to the live site again.</summary>
    /// <param name="Manifest">Id of the publication whose manifest (list of files) is restored.</param>
    public sealed record PutBack(string Manifest) : PublicationPlan;

    /// <summary>
    /// The coordinator has restored an earlier publication: repair those files of the live site that differ from the restored manifest
    /// (list of files), and publish nothing new.
    /// </summary>
    public sealed record RepairHeld(string Manifest) : PublicationPlan;

    /// <summary>
    /// Finish a publication whose process crashed after its changes were added to the public change history and before its row was set to
    /// the state Live.
    /// </summary>
    public sealed record Finish(string Manifest) : PublicationPlan;

    /// <summary>The inputs have not changed: correct files of the live site that differ from the manifest (list of files).</summary>
    public sealed record Repair(string Manifest) : PublicationPlan;

    /// <summary>Render the pages whose inputs changed, and publish the site.</summary>
    /// <param name="Trusted">Id of the manifest (list of files) that the live site is known to match, so that the files of the live site
    /// need not be listed; null if they must be listed.</param>
    /// <param name="Earlier">Id of the manifest whose files are used again, instead of being rendered, if their inputs are unchanged; null
    /// for none.</param>
    public sealed record Render(string? Trusted, string? Earlier) : PublicationPlan;
}
