using Sensoro.Dashboard.Components.Quarantine;
using Sensoro.Dashboard.Tests.Storage;
using Sensoro.Domain.Ledger;
using Stored = Sensoro.Dashboard.Tests.Storage.Messages;

namespace Sensoro.Dashboard.Tests.Components.Quarantine;

/// <summary>What is listed and what is chosen: never more is done than somebody saw.</summary>
public sealed class QuarantineStateTests
{
    private readonly QuarantineState _state = new();

    [Fact]
    public void Selection_WithNothingChosen_IsAllThatFits()
    {
        _state.Narrow(new QuarantineQuery("SN", RefusalReason.Undecryptable));
        Load(3, total: 250);

        Assert.Equal((250, null, "SN"), (_state.Affected, _state.Selection.Ids, _state.Selection.Text));
        Assert.Equal(RefusalReason.Undecryptable, _state.Selection.Reason);
    }

    [Fact]
    public void Selection_OfSome_IsThose()
    {
        Load(3);
        _state.Choose(1, chosen: true);
        _state.Choose(3, chosen: true);
        _state.Choose(1, chosen: false);

        Assert.Equal(1, _state.Affected);
        Assert.Equal([3L], _state.Selection.Ids);
    }

    [Fact]
    public void Load_OfRowsThatHaveLeft_DropsThemFromTheSelection()
    {
        Load(3);
        _state.ChooseShown(chosen: true);
        Assert.True(_state.AreAllShownChosen);

        Load(2);

        Assert.Equal([1L, 2L], _state.Chosen.Order());
    }

    [Fact]
    public void Narrow_ToAnotherQuestion_ForgetsTheSelection()
    {
        Load(3);
        _state.ChooseShown(chosen: true);

        Assert.True(_state.Narrow(new QuarantineQuery("x", null)));
        Assert.False(_state.Narrow(new QuarantineQuery("x", null)));

        Assert.Empty(_state.Chosen);
    }

    [Fact]
    public void AddOlder_OfALastPage_SettlesTheTotal()
    {
        Load(3, total: 7);
        Assert.True(_state.HasOlder);

        _state.AddOlder([Row(9), Row(10)]);

        Assert.Equal((5, 5, false), (_state.Rows.Count, _state.Total, _state.HasOlder));
    }

    [Theory]
    [InlineData(null, null, "/messages/quarantine")]
    [InlineData("  ", "rubbish", "/messages/quarantine")]
    [InlineData(" A&B ", "auth_bad_signature", "/messages/quarantine?q=A%26B&reason=auth_bad_signature")]
    public void Query_OfAnAddress_IsThatAddressAgain(string? text, string? reason, string address) =>
        Assert.Equal(address, QuarantineQuery.Parse(text, reason).Href(null));

    private static QuarantinedPush Row(int id) => new(id, Refusals.Authentic(id), 10, Stored.Noon, "", default, 1);

    private void Load(int rows, int? total = null) =>
        _state.Load([.. Enumerable.Range(1, rows).Select(Row)], total ?? rows, new Dictionary<RefusalReason, int> { [RefusalReason.Undecryptable] = total ?? rows });
}
