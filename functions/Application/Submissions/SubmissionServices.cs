namespace KawasakiServerless.Application.Submissions;

public static class SubmissionServices
{
    public static IServiceCollection AddSubmissions(this IServiceCollection services) => services
        .AddSingleton<WorkbookGates>()
        .AddSingleton<EarlierReports>()
        .AddSingleton<RecordNumbers>()
        .AddSingleton<Attempts>()
        .AddSingleton<FoundProblems>()
        .AddSingleton<NothingToReport>()
        .AddSingleton<SubmissionEnds>()
        .AddSingleton<SubmissionReading>()
        .AddSingleton<CurrentSwitch>()
        .AddSingleton<Acceptance>()
        .AddSingleton<MarkedReports>()
        .AddSingleton<SubmissionDetails>();
}
