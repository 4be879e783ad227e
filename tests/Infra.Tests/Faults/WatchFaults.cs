namespace KawasakiServerless.Infra.Tests.Faults;

/// <summary>Faults in logs, alerts and the budget.</summary>
internal static class WatchFaults
{
    private const string Blobs = "scope: blobs\n  name: 'to-workspace'\n  properties: {\n    logs: [\n      for category in ";

    public static IEnumerable<Fault> All =>
    [
        new(
            "keys of Application Insights count", "observability.bicep",
            "DisableLocalAuth: true", "DisableLocalAuth: false", "Application Insights takes tokens alone"),
        new(
            "logs are kept for ever so many days", "observability.bicep",
            "options.retentionDays", "30", "logs are kept and bounded as the parameters say"),
        new(
            "deletes of data are not logged", "storage.bicep",
            Blobs + "['StorageRead', 'StorageWrite', 'StorageDelete']",
            Blobs + "['StorageRead', 'StorageWrite']",
            "reads, writes and deletes of data blobs are logged"),
        new(
            "readers of the site are logged", "site.bicep",
            "['StorageWrite', 'StorageDelete']", "['StorageRead', 'StorageWrite', 'StorageDelete']",
            "changes of the site are logged, and its readers are not"),
        new(
            "an alert is removed", "alerts.bicep",
            "for alert in alerts.log:", "for alert in skip(alerts.log, 1):", "there are no other alerts")
        {
            Also = ["night-missing fires after 27 hours"],
        },
        new("a night may be missing for 270 hours", "alerts.json", "97200", "972000", "night-missing fires after 27 hours"),
        new(
            "a metric is misspelt", "alerts.json",
            "kawasaki.submission.unfinished.age", "kawasaki.submissions.unfinished.age", "alerts ask for metrics of the code")
        {
            Also = ["submission-unfinished fires after an hour"],
        },
        new(
            "a purge may take a day", "alerts.json",
            "kawasaki.purge.unfinished.age'\"\n      ],\n      \"column\": \"Sum\",\n      \"aggregation\": \"Maximum\",\n"
                + "      \"operator\": \"GreaterThan\",\n      \"threshold\": 3600",
            "kawasaki.purge.unfinished.age'\"\n      ],\n      \"column\": \"Sum\",\n      \"aggregation\": \"Maximum\",\n"
                + "      \"operator\": \"GreaterThan\",\n      \"threshold\": 86400",
            "purge-unfinished fires after an hour"),
        new(
            "every publication counts as failed", "alerts.json",
            " and tostring(Properties.state) == 'failed'", "", "publication-failed counts failed ones alone"),
        new("silence is never noticed", "alerts.json", "\"LessThan\"", "\"GreaterThan\"", "timers-silent fires after 40 minutes"),
        new(
            "one server error in twenty requests is let pass", "alerts.json",
            "iff(Failed >= 5,", "iff(Failed >= 50,", "server-errors needs five of them"),
        new(
            "alerts tell nobody", "alerts.bicep",
            "actionGroups: [\n          actionGroupId\n        ]", "actionGroups: []", "every log alert tells the action group"),
        new(
            "alerts are off", "alerts.bicep",
            "displayName: alert.id\n      enabled: true", "displayName: alert.id\n      enabled: false", "every alert is on"),
        new(
            "throttling of the site is not watched", "main.bicep",
            "siteName: names.siteAccount\n    tags: tags\n    workspaceId", "siteName: names.dataAccount\n    tags: tags\n    workspaceId",
            "storage-throttled watches both accounts"),
        new(
            "an error page is good enough", "alerts-site.bicep",
            "ExpectedHttpStatusCode: 200", "ExpectedHttpStatusCode: 404", "the test wants a page and a certificate that lasts"),
        new(
            "another site is asked for", "main.bicep",
            "siteAddress: site.outputs.address", "siteAddress: 'https://city.example/'", "the test asks for the public address"),
        new(
            "Application Insights does not know the test", "alerts-site.bicep",
            "'hidden-link:", "'link:", "Application Insights knows the test"),
        new(
            "one place that fails wakes people", "alerts.json",
            "\"failedLocations\": 2", "\"failedLocations\": 1", "site-unreachable fires when two places fail"),
        new(
            "a lock may go unseen", "alerts.json",
            "\"Microsoft.Authorization/locks/delete\"", "\"Microsoft.Authorization/locks/read\"",
            "protection-changed tells of locks, roles and sign-in"),
        new(
            "changes of another app's sign-in are told", "alerts-protection.bicep",
            "name: 'authsettingsV2'", "name: 'authsettings'", "protection-changed tells of locks, roles and sign-in"),
        new(
            "the budget warns when it is spent", "alerts.json",
            "\"actual\": 80", "\"actual\": 100", "budget warns at 80 % and when all of it will be spent"),
        new("a name has no abbreviation", "names.bicep", "'func-${", "'app-${", "names begin with their abbreviations"),
        new(
            "resources lose a tag", "main.bicep",
            "'azd-env-name': environmentName", "'env-name': environmentName", "resources name their installation"),
    ];
}
