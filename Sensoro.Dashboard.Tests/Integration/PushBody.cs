using System.Globalization;

namespace Sensoro.Dashboard.Tests.Integration;

/// <summary>Bodies of pushes as SENSORO writes them: compact JSON, numbers for msgId and createdTime.</summary>
public static class PushBody
{
    /// <summary>An upload of a device in plain mode.</summary>
    public static string Sensor(string sn, long msgId, DateTimeOffset createdAt, string data, string deviceType = "temp_humi") =>
        $$"""{"sn":"{{sn}}","type":"text","deviceType":"{{deviceType}}","createdTime":{{Stamp(createdAt)}},"msgId":{{msgId}},"data":{{data}}}""";

    /// <summary>An upload of a device in safe mode.</summary>
    public static string Safe(PushService service, string sn, long msgId, DateTimeOffset createdAt, string data)
    {
        ArgumentNullException.ThrowIfNull(service);
        return $$"""{"sn":"{{sn}}","type":"text","deviceType":"temp_humi","createdTime":{{Stamp(createdAt)}},"msgId":{{msgId}},"encryptData":"{{service.Encrypt(data)}}"}""";
    }

    /// <summary>The end of a task.</summary>
    public static string Task(string taskId, long msgId, DateTimeOffset createdAt, int resultCode = 0, string resultData = "{}") =>
        $$"""{"taskId":{{taskId}},"type":"event","createdTime":{{Stamp(createdAt)}},"msgId":{{msgId}},"resultCode":{{resultCode}},"resultData":{{resultData}}}""";

    private static string Stamp(DateTimeOffset time) => time.ToUnixTimeMilliseconds().ToString(CultureInfo.InvariantCulture);
}
