using Sensoro.Dashboard.Components.History;

namespace Sensoro.Dashboard.Tests.Components.History;

public sealed class HistoryViewTests
{
    [Fact]
    public void Write_OfWhatIsShownAtFirst_LeavesTheAddressEmpty() => Assert.All(new HistoryView().Write(), parameter => Assert.Null(parameter.Value));

    [Fact]
    public void Read_OfWhatWasWritten_IsTheSame()
    {
        var view = new HistoryView { Window = TimeWindow.Read("last-month", null, null), Compare = true, IsTable = true, Resolution = "day" };
        var address = view.Write();

        Assert.Equal(view, HistoryView.Read(TimeWindow.Read(address["range"] as string, null, null), address["compare"] as string, address["view"] as string, address["res"] as string));
    }

    [Fact]
    public void Read_OfAResolutionThatIsNotOffered_TakesWhatFits() => Assert.Null(HistoryView.Read(TimeWindow.Default, null, null, "PT0.1S").Resolution);
}
