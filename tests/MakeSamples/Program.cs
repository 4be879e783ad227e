using KawasakiServerless.MakeSamples;

var root = new DirectoryInfo(Environment.CurrentDirectory);
while (root is not null && !File.Exists(Path.Combine(root.FullName, "KawasakiServerless.sln")))
    root = root.Parent;

if (root is null)
{
    await Console.Error.WriteLineAsync("Run this inside the repository.");
    return 2;
}

var samples = Path.Combine(root.FullName, "functions", "Samples");
foreach (var (file, content) in Samples.Make(Dataset.Load(Path.Combine(root.FullName, "tests", "Dataset"))))
{
    await File.WriteAllBytesAsync(Path.Combine(samples, file), content);
    Console.WriteLine(file);
}

return 0;
