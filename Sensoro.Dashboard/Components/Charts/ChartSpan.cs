using Sensoro.Domain.Readings;

namespace Sensoro.Dashboard.Components.Charts;

/// <summary>The time that a chart shows.</summary>
/// <param name="Length">A window that ends now and moves with the clock; null for one that stands.</param>
/// <param name="Range">A window that stands.</param>
/// <param name="Before">What a window that stands is compared with: months differ in length.</param>
public sealed record ChartSpan(TimeSpan? Length, TimeRange Range = default, TimeRange? Before = null)
{
    public static ChartSpan Day { get; } = new(TimeSpan.FromHours(24));
}
