using Sensoro.Simulator.Fleet.Sensors;
using Sensoro.Simulator.Physics;

namespace Sensoro.Simulator.Fleet;

/// <summary>
/// The products of the fleet, the most frequent first. Things go wrong oftener than in life, about once a day per device: a few
/// hundred of them should show something in any quarter of an hour.
/// </summary>
internal static class DeviceKinds
{
    public static IReadOnlyList<DeviceKind> All { get; } =
    [
        new("temp_humi", 20, 1, static (random, site) => new Thermometer(random, site)) { IsOutdoors = true },
        new("pm", 10, 1, static (random, site) => new DustMonitor(random, site)) { BatteryLife = null, IsOutdoors = true },
        new("lite_smoke", 9, 2, static (random, _) => Smoke(random, Reading.Number("smoke", 1), Reading.Number("smoke", 0)))
        {
            SendsInstalled = true, OpeningRole = OpeningRole.Passing,
        },
        new("cover", 9, 2, static (random, _) => new ManholeCover(random))
        {
            IsOutdoors = true, SendsInstalled = true, OpeningRole = OpeningRole.Lasting,
        },
        new("co2", 8, 0.8, static (random, site) => new OfficeMonitor(random, site)) { BatteryLife = null },
        new("leak", 7, 2, static (random, _) => Leak(random)) { OpeningRole = OpeningRole.Lasting },
        new("tracker", 6, 0.5, static (random, site) => new Tracker(random, site))
        {
            BatteryLife = TimeSpan.FromDays(12), IsOutdoors = true, SendsPosition = false,
        },
        new("acrel_fires", 6, 1, static (random, site) => new PowerMonitor(random, site)) { BatteryLife = null },
        new("baymax_ch4", 5, 1.2, static (random, _) => new GasDetector(random, "ch4", everyday: 40, leak: 9_000)) { BatteryLife = null },
        new("door", 5, 1.5, static (random, _) => Door(random)),
        new("tilt", 4, 1.5, static (random, _) => new TiltSensor(random)) { IsOutdoors = true, OpeningRole = OpeningRole.Passing },
        new("node", 4, 0.7, static (random, site) => new ParkingNode(random, site)) { IsOutdoors = true },
        new("baymax_lpg", 3, 1.2, static (random, _) => new GasDetector(random, "lpg", everyday: 25, leak: 4_000)) { BatteryLife = null },
        new("co", 3, 1.2, static (random, _) => new GasDetector(random, "co", everyday: 9, leak: 260)),
        new("fhsj_smoke", 3, 2, static (random, _) => Smoke(random, Reading.Flag("smoke", true), Reading.Flag("smoke", false)))
        {
            SendsInstalled = true, OpeningRole = OpeningRole.Passing,
        },
        new("module", 1, 2, static (random, _) => new MeterModule(random)) { SendsPosition = false },
    ];

    private static SwitchSensor Smoke(SeededRandom random, Reading whenActive, Reading whenQuiet) => new(
        new Episodes(random, TimeSpan.FromHours(24), TimeSpan.FromMinutes(3), TimeSpan.FromMinutes(10)), whenActive, whenQuiet);

    private static SwitchSensor Leak(SeededRandom random) => new(
        new Episodes(random, TimeSpan.FromHours(30), TimeSpan.FromMinutes(5), TimeSpan.FromMinutes(25)),
        Reading.Flag("leak", true),
        Reading.Flag("leak", false));

    /// <summary>A door of a plant room: opened now and then by day, and an open door is an alarm at SENSORO.</summary>
    private static SwitchSensor Door(SeededRandom random) => new(
        new Episodes(random, TimeSpan.FromHours(2), TimeSpan.FromSeconds(25), TimeSpan.FromMinutes(3))
        {
            Possible = static at => LocalTime.Hour(at) is > 7.5 and < 20,
        },
        Reading.Flag("door", false),
        Reading.Flag("door", true));
}
