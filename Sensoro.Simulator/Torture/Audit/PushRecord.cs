using Sensoro.Simulator.Torture.Sending;

namespace Sensoro.Simulator.Torture.Audit;

/// <summary>What the history tells of one push: how often it left, and what was answered.</summary>
internal sealed class PushRecord(TorturePush push)
{
    public TorturePush Push => push;

    /// <summary>Requests.</summary>
    public int Sent { get; private set; }

    /// <summary>2xx.</summary>
    public int Acknowledged { get; private set; }

    /// <summary>4xx: the program says that it kept nothing.</summary>
    public int Refused { get; private set; }

    /// <summary>5xx.</summary>
    public int Unavailable { get; private set; }

    /// <summary>Timeouts, resets, and whatever the death of the sender cut off.</summary>
    public int Unanswered => Sent - Acknowledged - Refused - Unavailable;

    /// <summary>The content must not be in the log, whatever happened on the way.</summary>
    public bool MustBeAbsent => push.Intent != PushIntent.Good || Refused == Sent;

    public void CountSending() => Sent++;

    public void CountHeard(int status)
    {
        switch (status)
        {
            case >= 200 and < 300:
                Acknowledged++;
                break;
            case >= 400 and < 500:
                Refused++;
                break;
            case >= 500:
                Unavailable++;
                break;
            default:
                break;
        }
    }
}
