using KawasakiServerless.Browser.Tests.Gates;
using KawasakiServerless.Pictures;

if (args is ["preview"])
{
    await PreviewMeasure.RunAsync();
    return;
}

// Pictures to look at, in TestResults/Pages: each page type by width and colour scheme, and printed.
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
