using System.Globalization;
using System.IO.Compression;
using KawasakiServerless.Domain;
using KawasakiServerless.Workbooks.Reading;
using Record = KawasakiServerless.Domain.Record;

namespace KawasakiServerless.Workbooks.Tests.Resaving;

/// <summary>A workbook that another program has opened and saved again (Fixtures/resaved/make.py).</summary>
/// <param name="Name">The path of the original, such as samples/2018-財政局.xlsx or cases/ditto-marks/in.xlsx.</param>
internal sealed record Resaved(string Name, byte[] Content)
{
    private const string Answers = "answers/", Samples = "samples/";

    /// <summary>
    /// The workbook before it was saved again. If an answer (a copy with marked problems) was saved again, this is the workbook for which
    /// the answer was made.
    /// </summary>
    public byte[] Original => Name.StartsWith(Samples, StringComparison.Ordinal)
        ? File.ReadAllBytes(Path.Combine(Some.PathOf("Samples"), Name[Samples.Length..]))
        : Some.Fixture(Name);

    public static IEnumerable<Resaved> By(string writer, string folder)
    {
        using var archive = ZipFile.OpenRead(Path.Combine(Some.PathOf("Fixtures"), "resaved", $"{writer}.zip"));
        foreach (var entry in archive.Entries.Where(e => e.FullName.StartsWith($"{folder}/", StringComparison.Ordinal)))
        {
            using var content = new MemoryStream();
            using var stream = entry.Open();
            stream.CopyTo(content);
            yield return new(
                Path.ChangeExtension(entry.FullName.Replace(Answers, "", StringComparison.Ordinal), ".xlsx"), content.ToArray());
        }
    }

    /// <summary>The differences between what is read of this workbook and the reading of the original; empty if there are none.</summary>
    public IEnumerable<string> DifferencesFrom(WorkbookReading original)
    {
        var read = Some.Read(Content);
        foreach (var problem in original.Problems.Except(read.Problems))
            yield return $"{Name}: not {Told(problem)}";
        foreach (var problem in read.Problems.Except(original.Problems))
            yield return $"{Name}: {Told(problem)}";
        foreach (var (before, after) in original.Records.All.Zip(read.Records.All).Where(p => p.First != p.Second))
            yield return $"{Name}: {before.Id} was {Told(before)} and is {Told(after)}";
        if (original.Records.All.Count() != read.Records.All.Count())
            yield return $"{Name}: {original.Records.All.Count()} records are {read.Records.All.Count()}";
    }

    private static string Told(Record record) =>
        record is Indicator indicator
            ? string.Join(' ', indicator.Figures.Select(f => f.Value?.ToString(CultureInfo.InvariantCulture) ?? f.Text ?? $"{f.Status}"))
            : "another";

    private static string Told(Problem problem) => $"{problem.Code} {problem.Sheet} {problem.Cell} {problem.Found}".TrimEnd();
}
