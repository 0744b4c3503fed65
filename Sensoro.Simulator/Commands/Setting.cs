using System.CommandLine;

namespace Sensoro.Simulator.Commands;

/// <summary>
/// A command line option that knows in words what it accepts. The library sees text only: its own messages for wrong numbers name
/// .NET types and would echo secrets.
/// </summary>
internal sealed class Setting : Option<string?>
{
    public Setting(string name, string description, string accepts)
        : base(name)
    {
        Description = description;
        Accepts = accepts;
        HelpName = name.TrimStart('-').ToUpperInvariant();
    }

    /// <summary>Completes the sentence "accepted is …".</summary>
    public string Accepts { get; }

    /// <summary>Its value must not appear in a message.</summary>
    public bool IsSecret { get; init; }

    /// <summary>One line that names the option, what is wrong with it and what is accepted.</summary>
    public string Fault(string reason) => $"{Name}: {reason}; accepted is {Accepts}.";
}
