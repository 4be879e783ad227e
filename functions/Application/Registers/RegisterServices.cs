using KawasakiServerless.Storage.Years;

namespace KawasakiServerless.Application.Registers;

public static class RegisterServices
{
    public static IServiceCollection AddRegisters(this IServiceCollection services) => services
        .AddSingleton<RegisterVersionStore>()
        .AddSingleton<PredecessorReports>()
        .AddSingleton<RegisterUses>()
        .AddSingleton<RegisterVersions>()
        .AddSingleton<RegisterEditing>()
        .AddSingleton<NextYear>();
}
