using System.Globalization;
using System.Reflection;
using System.Reflection.Emit;
using KawasakiServerless.Fault.Tests.Cities;

// The .NET runtime requires a class with this name and without a namespace:
// https://github.com/dotnet/runtime/blob/main/docs/design/features/host-startup-hook.md
#pragma warning disable CA1050, MA0047

/// <summary>
/// Puts the clock of the tested .NET worker process forward before its own code starts, so that the worker regards existing data as old
/// although the test has not waited. The code of the worker is not changed.
/// </summary>
internal static class StartupHook
{
    public const string Setting = "FAULTS_CLOCK_AHEAD";

    public static void Initialize()
    {
        var ahead = TimeSpan.Parse(Environment.GetEnvironmentVariable(Setting) ?? "0", CultureInfo.InvariantCulture);
        var system = typeof(TimeProvider).GetField("<System>k__BackingField", BindingFlags.NonPublic | BindingFlags.Static)
            ?? throw new InvalidOperationException("TimeProvider.System is kept elsewhere in this version of .NET.");
        // Reflection cannot write to a static readonly field, but code generated at run time can.
        var set = new DynamicMethod("SetSystemTime", null, [typeof(TimeProvider)], typeof(TimeProvider).Module, skipVisibility: true);
        var code = set.GetILGenerator();
        code.Emit(OpCodes.Ldarg_0);
        code.Emit(OpCodes.Stsfld, system);
        code.Emit(OpCodes.Ret);
        set.CreateDelegate<Action<TimeProvider>>()(new ClockAhead(TimeProvider.System, ahead));
    }
}
