namespace Sensoro.Dashboard.Components.Elements;

/// <summary>
/// Remembers what a page has asked the browser to put into its address and has not heard of yet. An echo of what is overtaken must not
/// turn the page back.
/// </summary>
/// <typeparam name="T">What the address says; equal when it says the same.</typeparam>
internal sealed class AddressEcho<T>
    where T : class
{
    private readonly List<T> _asked = [];

    /// <summary>Call with what the browser is asked for.</summary>
    public void Ask(T choice) => _asked.Add(choice);

    /// <summary>Call with what came from the browser; true when the page has asked for something else since.</summary>
    public bool IsOvertaken(T choice)
    {
        var heard = _asked.IndexOf(choice);
        _asked.RemoveRange(0, heard >= 0 ? heard + 1 : _asked.Count);
        return _asked.Count > 0;
    }
}
