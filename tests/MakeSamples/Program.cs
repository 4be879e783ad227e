using KawasakiServerless.Domain;
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

var municipality = Path.Combine(root.FullName, "tests", "Municipality");
await using var register = File.OpenRead(Path.Combine(municipality, "register.json"));
foreach (var (file, content) in MunicipalitySamples.Make(Register.Parse(register)))
{
    await File.WriteAllBytesAsync(Path.Combine(municipality, file), content);
    Console.WriteLine(file);
}

return 0;
