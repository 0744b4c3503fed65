using FsCheck;
using FsCheck.Fluent;

namespace Sensoro.Dashboard.Tests.Projection;

/// <summary>
/// Pushes of a few devices in any order, late, repeated and on both sides of hours, days and 1970, cut into folds anyhow. Numbers are quarters: sums of
/// them are exact, whatever the order.
/// </summary>
public static class RandomPushGenerator
{
    private static readonly string[] Contents =
    [
        """{"temperature":20.25}""", """{"temperature":-3.5}""", """{"temperature":0,"leak":true}""", """{"leak":false}""", """{"leak":7}""",
        """{"door":0}""", """{"door":true}""", """{"flux":1}""", """{"flux":"none"}""", """{"flux":false}""", """{"flux":[1,2]}""",
        """{"lonlat":[116.25,39.5],"temperature":21}""", """{"lonlat":[0,0]}""", """{"gyro":{"x":1,"y":2,"z":3}}""", """{"temperature":"wet"}""",
    ];

    public static Arbitrary<RandomPushes> Arbitrary() =>
        (from pushes in Gen.NonEmptyListOf(Push())
         from folds in Gen.NonEmptyListOf(Gen.Choose(1, 12))
         select new RandomPushes(pushes.ToArray(), folds.ToArray())).ToArbitrary();

    private static Gen<RandomPush> Push() =>
        from device in Gen.Elements("A", "B", "C")
        from minute in Gen.OneOf(Gen.Choose(-4, 4).Select(static step => step * 25), Gen.Choose(-90, 90).Select(static step => step * 17), Gen.Constant(-30_000_000))
        from delay in Gen.Frequency((4, Gen.Constant(0)), (1, Gen.Choose(1, 400)))
        from content in Gen.Elements(Contents)
        select new RandomPush(device, minute, delay, content);
}
