using FsCheck;
using FsCheck.Fluent;

namespace Sensoro.Dashboard.Tests.Protocol;

/// <summary>Random JSON out of the words and values pushes are made of, sound and unsound.</summary>
public static class JsonTextGenerator
{
    private static readonly string[] Names =
    [
        "appId", "sn", "taskId", "type", "deviceType", "createdTime", "msgId", "data", "encryptData", "resultCode", "resultData",
        "battery", "temperature", "leak", "door", "magnetic", "gyro", "lonlat", "customer", "ID", "x", "y", "z", "", "未知", "\\u0061",
    ];

    private static readonly string[] Scalars =
    [
        "null", "true", "false", "0", "-0", "1", "1759999996000", "1e400", "-1.5e-3", "116.48", "9007199254740993", "\"\"", "\"text\"",
        "\"event\"", "\"21.5\"", "\"NaN\"", "\"10610117C5A9D0AA\"", "\"2025-10-09T08:50:00Z\"", "\"\\ud800\"", "\"\\ud83d\\ude00\"", "\"a\\/b=\"",
        "\"\\u0000\"", "NaN", "01", "\"\\x\"",
    ];

    public static Arbitrary<JsonText> Arbitrary() => Object(4).Select(text => new JsonText(text)).ToArbitrary();

    private static Gen<string> Object(int depth) =>
        Gen.ListOf(Gen.Elements(Names).SelectMany(name => Value(depth - 1).Select(value => $"\"{name}\":{value}")))
            .Select(members => $"{{{string.Join(',', members.Take(12))}}}");

    private static Gen<string> Array(int depth) => Gen.ListOf(Value(depth - 1)).Select(items => $"[{string.Join(',', items.Take(4))}]");

    private static Gen<string> Value(int depth) => depth <= 0
        ? Gen.Elements(Scalars)
        : Gen.Frequency((4, Gen.Elements(Scalars)), (2, Object(depth)), (1, Array(depth)));
}
