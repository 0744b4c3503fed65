using System.Runtime.InteropServices;

namespace Sensoro.Dashboard.Storage;

/// <summary>What came of a change to the saved views.</summary>
/// <param name="Fault">Why nothing was changed.</param>
/// <param name="View">The view: as it is now when it was added, as it was before when it was renamed or removed. Null after a fault.</param>
[StructLayout(LayoutKind.Auto)]
public readonly record struct SavedViewChange(SavedViewFault Fault, SavedView? View)
{
    public static SavedViewChange Refused(SavedViewFault fault) => new(fault, null);

    public static SavedViewChange Made(SavedView view) => new(SavedViewFault.None, view);
}
