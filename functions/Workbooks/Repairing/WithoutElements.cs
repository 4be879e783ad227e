namespace KawasakiServerless.Workbooks.Repairing;

/// <summary>Copies an XML part without certain elements, such as the relation to a removed part or its content type.</summary>
internal static class WithoutElements
{
    public static Action<MarkupReader, TextWriter> Of(string element, Func<MarkupReader, bool> isGone) => (part, writer) =>
    {
        while (part.Read())
        {
            if (!part.IsElement(element) || !isGone(part))
                writer.Write(part.Token);
            else
                SkipContent(part, element);
        }
    };

    private static void SkipContent(MarkupReader part, string element)
    {
        while (part.Kind == MarkupKind.Start && part.Read() && !part.IsEnd(element))
        {
        }
    }
}
