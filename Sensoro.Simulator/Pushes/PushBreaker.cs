using System.Security.Cryptography;
using System.Text;
using Sensoro.Domain.Protocol;
using Sensoro.Simulator.Fleet;
using Sensoro.Simulator.Physics;

namespace Sensoro.Simulator.Pushes;

/// <summary>Makes pushes that a receiver must refuse and survive, one kind after the other.</summary>
internal sealed class PushBreaker
{
    private static readonly PushFault[] Kinds = [PushFault.CutJson, PushFault.WrongSignature, PushFault.Garbage, PushFault.Undecryptable];

    private readonly PushComposer _composer;
    private readonly PushComposer _stranger;
    private readonly SeededRandom _random;
    private int _turn;

    /// <param name="composer">Writes the good pushes that are then broken.</param>
    /// <param name="appId">The application.</param>
    /// <param name="appKey">Its key; what is undecryptable is encrypted with another one made from it.</param>
    /// <param name="random">Decides what the garbage looks like.</param>
    public PushBreaker(PushComposer composer, string appId, string appKey, SeededRandom random)
    {
        _composer = composer;
        _random = random;
        _stranger = PushCipher.TryCreate(OtherKey(appKey), appId, out var cipher)
            ? new PushComposer(appId, cipher)
            : throw new ArgumentException("The application id is empty.", nameof(appId));
    }

    public OutgoingPush Break(DeviceReport report, long msgId)
    {
        var fault = Kinds[_turn++ % Kinds.Length];
        return new OutgoingPush(Body(fault, report, msgId), fault);
    }

    /// <summary>43 characters of base64 without the equals sign, as every AppKey has.</summary>
    private static string OtherKey(string appKey) =>
        Convert.ToBase64String(SHA256.HashData(Encoding.UTF8.GetBytes(appKey))).TrimEnd('=');

    private byte[] Body(PushFault fault, DeviceReport report, long msgId) => fault switch
    {
        PushFault.Garbage => Garbage(),
        PushFault.Undecryptable => _stranger.Sensor(report, msgId, safe: true),
        PushFault.CutJson => Cut(_composer.Sensor(report, msgId, safe: false)),
        _ => _composer.Sensor(report, msgId, safe: false),
    };

    private byte[] Cut(byte[] body) => body[..(1 + _random.Below(body.Length - 1))];

    private byte[] Garbage()
    {
        var body = new byte[1 + _random.Below(600)];
        for (var index = 0; index < body.Length; index++)
        {
            body[index] = (byte)_random.Bits();
        }

        // No UTF-8 text contains this byte, so the rest cannot be JSON by chance.
        body[0] = 0xFF;
        return body;
    }
}
