using System.Runtime.InteropServices;

namespace Sensoro.Simulator.Delivery;

/// <summary>How often one answer came.</summary>
/// <param name="Answer">The HTTP status as text, or what happened instead of an answer.</param>
[StructLayout(LayoutKind.Auto)]
public readonly record struct AnswerCount(string Answer, long Count);
