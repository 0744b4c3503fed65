namespace Sensoro.Dashboard.Components.Device;

/// <summary>A span of time the history can show.</summary>
/// <param name="Text">What the address calls it.</param>
/// <param name="Length">From then until now.</param>
internal sealed record HistorySpan(string Text, TimeSpan Length)
{
    public static HistorySpan Day { get; } = new("24h", TimeSpan.FromHours(24));

    public static HistorySpan Week { get; } = new("7d", TimeSpan.FromDays(7));

    public static IReadOnlyList<HistorySpan> All { get; } = [Day, Week];

    /// <summary>The span an address names; a day when it names none that exists.</summary>
    public static HistorySpan Of(string? text) => All.FirstOrDefault(span => span.Text == text) ?? Day;
}
