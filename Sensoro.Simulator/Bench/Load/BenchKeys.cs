namespace Sensoro.Simulator.Bench.Load;

/// <summary>The push service that exists for the length of a measurement.</summary>
internal static class BenchKeys
{
    public const string AppId = "bench4Kq9Zr2";
    public const string AppKey = "abcdefghijklmnopqrstuvwxyz0123456789ABCDEFG";
    public const string AppSecret = "Zt7PfV0q1mWnR5sXcY2uBhJ9kLdEoGa4";
    public const string ApiToken = "bench-read-token-0123456789";

    public const string UserName = "bench";

    /// <summary>Of the administrator without whom a dashboard answers nobody.</summary>
    public const string Password = "seven barges wait upstream";

    /// <summary>The address that enters the signature; no server needs to be there.</summary>
    public const string WebhookUrl = "https://dashboard.example.com/webhook";
}
