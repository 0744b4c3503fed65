namespace Sensoro.Simulator.Places;

/// <summary>The climate of a city in four figures, rounded from what is commonly published.</summary>
/// <param name="YearlyMean">°C.</param>
/// <param name="SeasonalSwing">°C from the yearly mean to the mean of the hottest or coldest month.</param>
/// <param name="DailySwing">°C from the mean of a day to its afternoon.</param>
/// <param name="Humidity">Mean relative humidity, percent.</param>
internal sealed record Climate(double YearlyMean, double SeasonalSwing, double DailySwing, double Humidity);
