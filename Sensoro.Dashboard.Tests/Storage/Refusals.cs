using System.Text;
using Sensoro.Domain.Ledger;

namespace Sensoro.Dashboard.Tests.Storage;

/// <summary>Refused pushes as the door hands them to the quarantine.</summary>
internal static class Refusals
{
    /// <summary>One that nobody vouches for.</summary>
    public static RefusedPush Unverified(int number, string address = "203.0.113.1", int size = 10) => New(number, RefusalReason.SignatureMismatch, isAuthentic: false, address, size);

    public static RefusedPush Authentic(int number, int size = 10) => New(number, RefusalReason.Undecryptable, isAuthentic: true, "203.0.113.1", size);

    private static RefusedPush New(int number, RefusalReason reason, bool isAuthentic, string address, int size) => new()
    {
        AppId = "app",
        Reason = reason,
        IsAuthentic = isAuthentic,
        Detail = "No.",
        Address = address,
        Url = "https://dashboard.example.com/webhook",
        Nonce = Messages.Noon.AddSeconds(number).ToUnixTimeMilliseconds().ToString(System.Globalization.CultureInfo.InvariantCulture),
        Signature = new byte[32],
        Sn = $"SN{number}",
        ReceivedAt = Messages.Noon.AddSeconds(number),
        Body = Encoding.UTF8.GetBytes($"{number}".PadRight(size)),
    };
}
