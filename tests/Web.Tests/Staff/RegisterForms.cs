namespace KawasakiServerless.Web.Tests.Staff;

/// <summary>Opens and saves the forms that edit the register of a year.</summary>
internal static class RegisterForms
{
    public static async Task<FilledForm> FormAsync(Browsing browser, string path, int year = 2018)
    {
        var address = $"/staff/{year}/register/{path}";
        var page = await browser.OpenAsync(address);
        Assert.Equal(200, page.Status);
        return FilledForm.Of(page, address);
    }

    public static async Task SaveAsync(Browsing browser, FilledForm form)
    {
        var preview = await form.SendAsync(browser);
        Assert.Equal("変わるところの確認", preview.Heading);
        Assert.Equal(303, (await browser.SubmitAsync(preview, form.Action)).Status);
    }

    /// <summary>Returns the prefixes of the names of a form's fields for contacts, in the order of the form.</summary>
    public static IReadOnlyList<string> ContactsIn(FilledForm form) =>
        [.. form.Fields.Where(f => f.Name.EndsWith("-telephone", StringComparison.Ordinal)).Select(f => f.Name[..^"-telephone".Length])];
}
