namespace Sensoro.Dashboard.Import;

/// <summary>A line that cannot be used.</summary>
/// <param name="Number">Its number in the file, from 1 with the header.</param>
/// <param name="Sn">The serial number, as far as it could be read.</param>
/// <param name="Fault">What is wrong.</param>
/// <param name="Text">What stands there.</param>
public sealed record WrongLine(long Number, string Sn, DeviceLineFault Fault, string Text);
