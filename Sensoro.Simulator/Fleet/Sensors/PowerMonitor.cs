using Sensoro.Simulator.Physics;
using Sensoro.Simulator.Places;

namespace Sensoro.Simulator.Fleet.Sensors;

/// <summary>
/// An electrical fire monitor on a three-phase supply. The figures belong together: load heats the cables, apparent power is
/// voltage times current, active and reactive power are its two sides, and energy is active power summed over time.
/// </summary>
internal sealed class PowerMonitor(SeededRandom random, Site site) : Sensor
{
    private static readonly string[] Phases = ["a", "b", "c"];

    private readonly double _rating = random.Between(18, 75);
    private readonly double _powerFactor = random.Between(0.84, 0.97);
    private readonly double _insulation = random.Between(6, 35);
    private readonly Drift[] _voltages = [.. Phases.Select((_, phase) => new Drift(random.Branch(10 + (ulong)phase), 2.4, TimeSpan.FromMinutes(50)))];
    private readonly Drift[] _loads = [.. Phases.Select((_, phase) => new Drift(random.Branch(20 + (ulong)phase), 0.12, TimeSpan.FromMinutes(20)))];
    private readonly Relaxation[] _heat = [.. Phases.Select(static _ => new Relaxation(TimeSpan.FromMinutes(18)))];
    private readonly Drift _leakage = new(random.Branch(30), 0.1, TimeSpan.FromHours(2));
    private readonly Relaxation _leak = new(TimeSpan.FromMinutes(1));
    private readonly Episodes _faults = new(random.Branch(31), TimeSpan.FromHours(40), TimeSpan.FromMinutes(5), TimeSpan.FromMinutes(20));
    private double _energy = random.Between(900, 90_000);
    private DateTimeOffset? _lastAt;

    public override DateTimeOffset? NextEventAt => _faults.ChangesAt;

    public override void Measure(DateTimeOffset at, ICollection<Reading> readings)
    {
        var hour = LocalTime.Hour(at);
        var demand = 0.18 + (0.6 * DayCurve.Plateau(hour, 8.5, 21.5) * (LocalTime.IsWorkday(at) ? 1 : 0.7));
        var inside = 16 + (0.35 * site.Weather.Temperature(at));
        var apparent = 0.0;

        for (var phase = 0; phase < Phases.Length; phase++)
        {
            var voltage = 228 + _voltages[phase].At(at);
            var current = _rating * Math.Max(0.02, demand * (1 + _loads[phase].At(at)));
            apparent += voltage * current;
            readings.Add(Reading.Number(Phases[phase] + "_val", voltage, 1));
            readings.Add(Reading.Number(Phases[phase] + "_curr", current, 1));
            readings.Add(Reading.Number(CableKey(phase), _heat[phase].Follow(inside + (26 * Math.Pow(current / _rating, 2)), at), 1));
        }

        readings.Add(Reading.Number("t4_val", inside + 2, 1));
        var faulty = _faults.At(at);
        readings.Add(Reading.Number("leakage_val", _leak.Follow(faulty ? _insulation * 18 : _insulation, at) * Math.Exp(_leakage.At(at)), 1));
        AddPower(at, apparent, readings);
    }

    private static string CableKey(int phase) => phase switch
    {
        0 => "t1_val",
        1 => "t2_val",
        _ => "t3_val",
    };

    private void AddPower(DateTimeOffset at, double apparent, ICollection<Reading> readings)
    {
        var active = apparent * _powerFactor;
        _energy += _lastAt is { } last && at > last ? active / 1000 * (at - last).TotalHours : 0;
        _lastAt = at;

        readings.Add(Reading.Number("total_sz", apparent, 1));
        readings.Add(Reading.Number("total_yg", active, 1));
        readings.Add(Reading.Number("total_wg", Math.Sqrt((apparent * apparent) - (active * active)), 1));
        readings.Add(Reading.Number("total_factor", _powerFactor, 2));
        readings.Add(Reading.Number("elec_energy_val", _energy, 1));
    }
}
