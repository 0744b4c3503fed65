namespace Sensoro.Domain.Protocol;

/// <summary>Why a text is not the JSON this program reads.</summary>
internal enum JsonFault
{
    None,
    Malformed,
    TooDeep,

    /// <summary>An escape such as <c>\ud800</c> without its other half: no text in .NET or in a database can hold it.</summary>
    LoneSurrogate,
}
