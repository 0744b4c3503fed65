using System.Runtime.InteropServices;

namespace Sensoro.Simulator.Pushes;

/// <summary>What was put on the way, by kind. Reports, tasks and past are well-formed pushes; the rest says what happened to them.</summary>
[StructLayout(LayoutKind.Auto)]
internal record struct PushTally
{
    public long Past { get; set; }

    public long Reports { get; set; }

    public long Tasks { get; set; }

    public long Duplicates { get; set; }

    public long Late { get; set; }

    public long OutOfOrder { get; set; }

    public long OldNonces { get; set; }

    public long Broken { get; set; }

    /// <summary>Reports never made because the program could not keep up.</summary>
    public long Skipped { get; set; }
}
