namespace KawasakiServerless.Domain.Tests;

public sealed class RegisterDifferenceTests
{
    private static readonly FiscalYear Year = FiscalYear.Of(2019);

    private static Register Before => Register.Of2018;

    [Fact]
    public void ARegisterDoesNotDifferFromItselfUnderAnotherVersion() =>
        Assert.True(RegisterDifference.Between(Before, Before with { Version = "2019-04" }).IsEmpty);

    [Fact]
    public void ARenamedDepartmentIsListedWithItsOldAndNewFields()
    {
        var renamed = Reorganised.By(Before, new Reorganisation.Rename("zaisei", new("財務局", "ざいむきょく", "Finance Bureau")), Year).Draft;

        var change = Assert.Single(RegisterDifference.Between(Before, renamed).Changes);

        Assert.Equal((RegisterChangeKind.Renamed, "departments", "zaisei", "財務局"), (change.Kind, change.Part, change.Key, change.Name));
        Assert.Equal(
            [new("name", "名称", "財政局", "財務局"), new("kana", "読み", "ざいせいきょく", "ざいむきょく"), new("aliases", "別名", null, "財政局")], change.Fields);
    }

    [Fact]
    public void AnAbolishedDepartmentIsListedAsRemovedWithANewSuccession()
    {
        var abolished = Reorganised.By(Before, new Reorganisation.Abolish("zaisei"), Year).Draft;

        Assert.Equal(
            [(RegisterChangeKind.Removed, "departments", "zaisei"), (RegisterChangeKind.Added, "successions", "zaisei-2019")],
            RegisterDifference.Between(Before, abolished).Changes.Select(c => (c.Kind, c.Part, c.Key)));
    }

    [Fact]
    public void GeneralContactsAreCompared()
    {
        var (centre, city) = (Before.GeneralContacts![0], Before.GeneralContacts[1]);
        var after = Before with { GeneralContacts = [centre with { Contact = centre.Contact with { Fax = null } }] };

        Assert.Equal(
            [(RegisterChangeKind.Changed, centre.Name, "ファクス"), (RegisterChangeKind.Removed, city.Name, "名称")],
            RegisterDifference.Between(Before, after).Changes.Select(c => (c.Kind, c.Name, c.Fields[0].Label)));
    }

    [Fact]
    public void ContactsTitlesAndTheCoordinatorAreCompared()
    {
        var asao = Before.Department("asao") with { SupportCenter = new("麻生区地域みまもり支援センター", new(Telephone: "044-965-0000")) };
        var after = Before with
        {
            Coordinator = "zaisei",
            Departments = [.. Before.Departments.Select(d => d.Code == "asao" ? asao : d)],
            Documents = [.. Before.Documents.Skip(1)],
            Viewpoints = [.. Before.Viewpoints.Select(v => v with { ShortName = $"{v.ShortName}。" })],
        };

        var changes = RegisterDifference.Between(Before, after).Changes;

        Assert.Equal(["departments", .. Enumerable.Repeat("viewpoints", 5), "documents", "register"], changes.Select(c => c.Part));
        Assert.Contains(new RegisterFieldChange("supportCenter/contact/telephone",
            "地域みまもり支援センターの電話", null, "044-965-0000"), changes[0].Fields);
        Assert.Equal([new("coordinator", "取りまとめの局・区", "健康福祉局", "財政局")], changes[^1].Fields);
    }
}
