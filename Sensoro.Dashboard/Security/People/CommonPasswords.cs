using System.Buffers.Binary;
using System.Collections.Frozen;
using System.Globalization;
using System.Security.Cryptography;
using System.Text;

namespace Sensoro.Dashboard.Security.People;

/// <summary>
/// The passwords that lists of guesses begin with, as far as they are long enough to be accepted here: 308 of the 49,233 most used ones
/// (passwords.json of @zxcvbn-ts/language-common 4.1.3). Kept as the beginnings of their hashes, because many are not fit to be read.
/// </summary>
internal static class CommonPasswords
{
    /// <summary>The first eight bytes of the SHA-256 of a password in small letters, sixteen digits a line.</summary>
    private const string Resource = "Sensoro.Dashboard.Security.People.common-passwords.txt";

    private static readonly Lazy<FrozenSet<ulong>> Hashes = new(Read);

    public static int Count => Hashes.Value.Count;

    public static bool Contains(string password) =>
        Hashes.Value.Contains(BinaryPrimitives.ReadUInt64BigEndian(SHA256.HashData(Encoding.UTF8.GetBytes(password.ToLowerInvariant()))));

    private static FrozenSet<ulong> Read()
    {
        using var stream = typeof(CommonPasswords).Assembly.GetManifestResourceStream(Resource) ?? throw new InvalidOperationException($"The program lacks {Resource}.");
        using var reader = new StreamReader(stream);
        return reader.ReadToEnd().Split('\n', StringSplitOptions.RemoveEmptyEntries).Select(static line => ulong.Parse(line, NumberStyles.HexNumber, CultureInfo.InvariantCulture)).ToFrozenSet();
    }
}
