namespace Sensoro.Dashboard.Security.FirstRun;

/// <summary>What became of a code that was entered.</summary>
public enum SetUpCodeCheck
{
    Right,
    Wrong,

    /// <summary>It is spent, or its half-hour is over: the console has another one.</summary>
    Expired,

    /// <summary>Too many wrong ones.</summary>
    Paused,
}
