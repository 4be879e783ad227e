using KawasakiServerless.Browser.Tests.Gates;
using KawasakiServerless.Pictures;

if (args is ["preview"])
{
    await PreviewMeasure.RunAsync();
    return;
}

// Takes pictures for inspection, in TestResults/Pages: each page type in several widths and colour schemes, and as a printed page. If
// arguments are given, only the page types that they name.
var shown = new Shown();
await shown.InitializeAsync();
try
{
    foreach (var type in PageTypes.Names.Where(type => args.Length == 0 || args.Contains(type)))
    {
        await PageType.PictureAsync(shown, type);
        Console.WriteLine(type);
    }
}
finally
{
    await shown.DisposeAsync();
}
