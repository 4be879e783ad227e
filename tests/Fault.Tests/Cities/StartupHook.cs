using System.Globalization;
using System.Reflection;
using System.Reflection.Emit;
using KawasakiServerless.Fault.Tests.Cities;

// The runtime asks for this name, outside any namespace:
// https://github.com/dotnet/runtime/blob/main/docs/design/features/host-startup-hook.md
#pragma warning disable CA1050, MA0047

/// <summary>
/// Puts the clock of a process forward before it starts, so that what has to be old is old at once. The app is the one that was built; only
/// its time differs.
/// </summary>
internal static class StartupHook
{
    public const string Setting = "FAULTS_CLOCK_AHEAD";

    public static void Initialize()
    {
        var ahead = TimeSpan.Parse(Environment.GetEnvironmentVariable(Setting) ?? "0", CultureInfo.InvariantCulture);
        var system = typeof(TimeProvider).GetField("<System>k__BackingField", BindingFlags.NonPublic | BindingFlags.Static)
            ?? throw new InvalidOperationException("TimeProvider.System is kept elsewhere in this version of .NET.");
        // Reflection refuses to write to a readonly field; code does not.
        var set = new DynamicMethod("SetSystemTime", null, [typeof(TimeProvider)], typeof(TimeProvider).Module, skipVisibility: true);
        var code = set.GetILGenerator();
        code.Emit(OpCodes.Ldarg_0);
        code.Emit(OpCodes.Stsfld, system);
        code.Emit(OpCodes.Ret);
        set.CreateDelegate<Action<TimeProvider>>()(new ClockAhead(TimeProvider.System, ahead));
    }
}
