using System.Runtime.InteropServices;

namespace Sensoro.Dashboard.Storage.Bodies;

/// <summary>
/// A body with its facts taken out: the first place of each is one control byte. What is left of a push is its readings and
/// the words around them, which a dictionary knows.
/// </summary>
internal static class BodyTemplate
{
    private const int Shortest = 3;

    /// <summary>
    /// Writes the template of a body, which is never longer than the body; false when the body has control bytes of its own, which
    /// no JSON has, and must be kept as it is.
    /// </summary>
    public static bool TryShorten(ReadOnlySpan<byte> body, scoped FactTexts facts, Span<byte> template, out int length)
    {
        length = 0;
        if (body.ContainsAnyInRange(FactTexts.First, FactTexts.Last))
        {
            return false;
        }

        Span<Place> places = stackalloc Place[FactTexts.Last];
        var count = FindPlaces(body, facts, places);
        var copied = 0;
        foreach (var place in places[..count])
        {
            // Facts may lie in one another; the one that begins first stays.
            if (place.At < copied)
            {
                continue;
            }

            body[copied..place.At].CopyTo(template[length..]);
            length += place.At - copied;
            template[length++] = place.Number;
            copied = place.At + place.Length;
        }

        body[copied..].CopyTo(template[length..]);
        length += body.Length - copied;
        return true;
    }

    /// <summary>The body that the template was made of.</summary>
    public static byte[] Expand(ReadOnlySpan<byte> template, scoped FactTexts facts)
    {
        var body = new byte[ExpandedLength(template, facts)];
        var rest = template;
        var written = 0;
        for (var at = Next(rest); at >= 0; at = Next(rest))
        {
            rest[..at].CopyTo(body.AsSpan(written));
            written += at;
            var fact = facts[rest[at]];
            fact.CopyTo(body.AsSpan(written));
            written += fact.Length;
            rest = rest[(at + 1)..];
        }

        rest.CopyTo(body.AsSpan(written));
        return body;
    }

    private static int ExpandedLength(ReadOnlySpan<byte> template, scoped FactTexts facts)
    {
        var length = template.Length;
        var rest = template;
        for (var at = Next(rest); at >= 0; at = Next(rest))
        {
            length += facts[rest[at]].Length - 1;
            rest = rest[(at + 1)..];
        }

        return length;
    }

    private static int Next(ReadOnlySpan<byte> template) => template.IndexOfAnyInRange(FactTexts.First, FactTexts.Last);

    private static int FindPlaces(ReadOnlySpan<byte> body, scoped FactTexts facts, Span<Place> places)
    {
        var count = 0;
        for (var number = FactTexts.First; number <= FactTexts.Last; number++)
        {
            var fact = facts[number];
            var at = fact.Length < Shortest ? -1 : body.IndexOf(fact);
            if (at >= 0)
            {
                places[count++] = new Place(at, fact.Length, number);
            }
        }

        places[..count].Sort(static (one, other) => one.At.CompareTo(other.At));
        return count;
    }

    [StructLayout(LayoutKind.Auto)]
    private readonly record struct Place(int At, int Length, byte Number);
}
