namespace Sensoro.Dashboard.Access;

/// <summary>What a program with a token may ask for. No token changes anything.</summary>
[Flags]
public enum TokenScope
{
    None = 0,

    /// <summary>The read calls of <c>/api/v1</c> and their description.</summary>
    Read = 1,

    /// <summary>The streamed exports of <c>/api/v1/exports</c>.</summary>
    Export = 2,

    /// <summary><c>/metrics</c>.</summary>
    Metrics = 4,

    /// <summary>The hub with the live data.</summary>
    Live = 8,
}
