using System.Globalization;
using FsCheck;
using Microsoft.FSharp.Core;

namespace KawasakiServerless.Workbooks.Tests;

/// <summary>
/// Makes property tests try the same cases on every machine. Another value of the environment variable, such as `SEED=2`, gives other
/// cases.
/// </summary>
internal static class Seeded
{
    private static readonly ulong Seed = ulong.TryParse(
        Environment.GetEnvironmentVariable("SEED"), NumberStyles.None, CultureInfo.InvariantCulture, out var seed) ? seed : 1;

    public static Config Cases(int count) =>
        Config.QuickThrowOnFailure.WithMaxTest(count)
            .WithReplay(FSharpOption<Replay>.Some(new Replay(new Rnd(Seed), FSharpOption<int>.None)));
}
