using System.Runtime.InteropServices;

namespace Sensoro.Dashboard.Import;

/// <summary>A line that was not taken.</summary>
/// <param name="Line">Its number, from 1.</param>
/// <param name="Reason">What is wrong with it.</param>
[StructLayout(LayoutKind.Auto)]
internal readonly record struct ImportRefusal(long Line, string Reason);
