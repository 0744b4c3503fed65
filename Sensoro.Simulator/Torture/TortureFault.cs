namespace Sensoro.Simulator.Torture;

/// <summary>What is done to the program while pushes pour in.</summary>
internal enum TortureFault
{
    /// <summary>kill -9.</summary>
    Kill,

    /// <summary>The power fails: what was not synced to disk is gone.</summary>
    PowerLoss,

    /// <summary>A sync to disk answers with an I/O error.</summary>
    Eio,

    /// <summary>The disk is full, and later has room again.</summary>
    Enospc,

    /// <summary>More than it can take, slow senders and junk.</summary>
    Overload,

    /// <summary>Connections break, stall and trickle.</summary>
    Cut,

    /// <summary>The clock jumps by an hour and back.</summary>
    Clock,
}
