using KawasakiServerless.Infra.Tests.Deployments;

namespace KawasakiServerless.Infra.Tests.Rules;

/// <summary>Rules for telemetry and logs: what is recorded, where it is stored, and what access requires.</summary>
internal static class ObservabilityRules
{
    private const string Setting = "Microsoft.Insights/diagnosticSettings";

    public static IEnumerable<Rule> All =>
    [
        new("Application Insights takes tokens alone", d => d.Insights["properties.DisableLocalAuth"], "true"),
        new("Application Insights keeps its data in the workspace", d => d.Insights["properties.WorkspaceResourceId"], d => d.Workspace.Id),
        new("the workspace takes tokens alone", d => d.Workspace["properties.features.disableLocalAuth"], "true"),
        new("the workspace is paid for by what it takes in", d => d.Workspace["properties.sku.name"], "PerGB2018"),
        new(
            "reads, writes and deletes of data blobs are logged",
            d => Logs(d, d.DataBlobs), ["StorageRead", "StorageWrite", "StorageDelete"]),
        new(
            "reads, writes and deletes of tables are logged",
            d => Logs(d, d.One("Microsoft.Storage/storageAccounts/tableServices")), ["StorageRead", "StorageWrite", "StorageDelete"]),
        new("changes of the site are logged, and its readers are not", d => Logs(d, d.SiteBlobs), ["StorageWrite", "StorageDelete"]),
        new("what the app writes is logged", d => Logs(d, d.App), ["FunctionAppLogs"]),
        new("every log is on", d => d.Of(Setting).SelectMany(s => s.All("properties.logs")).Select(l => l["enabled"]).Distinct(), ["true"]),
        new(
            "every log goes to the workspace",
            d => d.Of(Setting).Select(s => Target(s["properties.workspaceId"])).Distinct(), ["workspace"]),
        new(
            "storage and app report their metrics",
            d => d.Of(Setting).Where(s => !s.All("properties.metrics").Any()).Select(s => s.Id), []),
        new("the action group is on", d => d.ActionGroup["properties.enabled"], "true"),
        new("a workbook shows the workspace", d => d.One("Microsoft.Insights/workbooks")["properties.sourceId"], d => d.Workspace.Id),
    ];

    public static IEnumerable<string> Logs(Deployment d, Resource of) =>
        d.On(of, Setting).SelectMany(s => s.All("properties.logs")).Select(l => l["category"]);

    private static string Target(string workspace) =>
        Deployment.IsOutput(workspace, "observability", "workspaceId") ? "workspace" : workspace;
}
