namespace KawasakiServerless.Application.Departments;

public static class DepartmentServices
{
    public static IServiceCollection AddDepartments(this IServiceCollection services) => services
        .AddSingleton<Templates>()
        .AddSingleton<PublicationProspects>()
        .AddSingleton<DepartmentReports>();
}
