using BenchmarkDotNet.Configs;
using BenchmarkDotNet.Jobs;
using BenchmarkDotNet.Running;
using BenchmarkDotNet.Toolchains.InProcess.Emit;
using KawasakiServerless.Benchmarks;

if (args is ["compare", .. var options])
    return await Comparison.RunAsync(options);

if (args is ["hostile", .. var hostileOptions])
    return await HostileTable.RunAsync(hostileOptions);

if (args is ["linear"])
    return LinearTable.Run();

if (args is ["soak", .. var soakOptions])
    return await Soak.RunAsync(soakOptions);

if (args is ["board"])
    return await BoardMeasure.RunAsync();

if (args is ["together"])
    return await TogetherMeasure.RunAsync();

// Writes the large workbooks, for inspection or profiling.
if (args is ["workbooks", var folder])
    return (await LargeWorkbooks.WriteAsync(folder, CancellationToken.None)).Count > 0 ? 0 : 1;

// The comparison starts this program as a separate process with these arguments, to measure the process as a whole.
if (args is [SyntheticSite.All or SyntheticSite.Initiatives, var count, var target])
{
    await SyntheticSite.WriteAsync(args[0], int.Parse(count, System.Globalization.CultureInfo.InvariantCulture), target);
    return 0;
}

if (args is [PublishMeasures.Making, var size])
{
    await PublishMeasures.MakeAsync(int.Parse(size, System.Globalization.CultureInfo.InvariantCulture));
    return 0;
}

if (args is [PublishMeasures.Command, var connection, var trigger])
{
    await PublishMeasures.PublishAsync(connection, trigger);
    return 0;
}

// Fills a store from which publications can be run repeatedly, for profiling.
if (args is [PublishMeasures.Filling, var store, var filled])
{
    await PublishMeasures.FillAsync(store, int.Parse(filled, System.Globalization.CultureInfo.InvariantCulture));
    return 0;
}

if (args is [PublishMeasures.Changing, var of, var which])
{
    await PublishMeasures.ChangeAsync(of, int.Parse(which, System.Globalization.CultureInfo.InvariantCulture));
    return 0;
}

// BenchmarkDotNet runs in this process, because the project that it would generate does not compile under this repository's rules.
var job = Job.ShortRun.WithToolchain(InProcessEmitToolchain.Instance);
BenchmarkSwitcher.FromAssembly(typeof(Comparison).Assembly).Run(args, DefaultConfig.Instance.AddJob(job));
return 0;
