using KawasakiServerless.Application.Registers;
using KawasakiServerless.Domain;
using static KawasakiServerless.Web.Tests.Staff.RegisterForms;

namespace KawasakiServerless.Web.Tests.Staff;

/// <summary>
/// If another person has saved the register meanwhile, what is typed for a contact stays with this contact, at whatever position it is now.
/// </summary>
public sealed class RegisterMergeTests(WebApp app) : IClassFixture<WebApp>
{
    [Fact]
    public async Task TheContactOfADivisionStaysWithItWhenAnotherDivisionIsRemovedAndAdded()
    {
        using var first = new Browsing(app, "Coordinator", "一人目");
        using var second = new Browsing(app, "Coordinator", "二人目");
        await SaveAsync(first, (await FormAsync(first, "departments/takatsu")).With("divisions", "総務課\n福祉課"));
        var form = await FormAsync(second, "departments/takatsu/divisions");
        var slow = form.With($"{ContactsIn(form)[1]}-telephone", "044-200-0002");
        await SaveAsync(first, (await FormAsync(first, "departments/takatsu")).With("divisions", "福祉課\n保健課"));
        var others = await FormAsync(first, "departments/takatsu/divisions");
        await SaveAsync(first, others.With($"{ContactsIn(others)[1]}-telephone", "044-200-0003"));

        var told = await slow.SendAsync(second);

        Assert.Equal(409, told.Status);
        Assert.DoesNotContain("残せなかった入力", told.Text, StringComparison.Ordinal);
        await SaveAsync(second, FilledForm.Of(told, slow.Action));
        Assert.Equal(
            [("福祉課", "044-200-0002"), ("保健課", "044-200-0003")],
            (await RegisterAsync()).Department("takatsu").Divisions!.Select(d => (d.Name, d.Contact?.Telephone)));
    }

    [Fact]
    public async Task WhatIsTypedForARemovedDivisionIsNamedAndGoesToNoOther()
    {
        using var first = new Browsing(app, "Coordinator", "一人目");
        using var second = new Browsing(app, "Coordinator", "二人目");
        await SaveAsync(first, (await FormAsync(first, "departments/miyamae")).With("divisions", "総務課\n福祉課"));
        var form = await FormAsync(second, "departments/miyamae/divisions");
        var slow = form.With($"{ContactsIn(form)[0]}-telephone", "044-200-0001");
        await SaveAsync(first, (await FormAsync(first, "departments/miyamae")).With("divisions", "福祉課"));

        var told = await slow.SendAsync(second);

        Assert.Equal(409, told.Status);
        Assert.Contains("残せなかった入力", told.Text, StringComparison.Ordinal);
        Assert.Contains("総務課　電話：044-200-0001", told.Text, StringComparison.Ordinal);
        Assert.DoesNotContain(FilledForm.Of(told, slow.Action).Fields, f => f.Value == "044-200-0001");
    }

    [Fact]
    public async Task AGeneralContactStaysWithItsNameWhenAnotherOneIsRemoved()
    {
        using var first = new Browsing(app, "Coordinator", "一人目");
        using var second = new Browsing(app, "Coordinator", "二人目");
        var before = (await RegisterAsync()).GeneralContacts!;
        var form = await FormAsync(second, "general-contacts");
        var keys = ContactsIn(form);
        var slow = form.With($"{keys[1]}-telephone", "044-200-0002");
        await SaveAsync(first, (await FormAsync(first, "general-contacts")).With($"{keys[0]}-name", "").With($"{keys[0]}-telephone", "")
            .With($"{keys[0]}-fax", "").With($"{keys[0]}-source", ""));

        var told = await slow.SendAsync(second);
        await SaveAsync(second, FilledForm.Of(told, slow.Action));

        Assert.Equal(409, told.Status);
        Assert.Equal(
            [before[1] with { Contact = before[1].Contact with { Telephone = "044-200-0002" } }], (await RegisterAsync()).GeneralContacts!);
    }

    private async Task<Register> RegisterAsync() =>
        (await app.Get<RegisterEditing>().FindAsync(FiscalYear.Of(2018), default))!.Register;
}
