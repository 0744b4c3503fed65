using Sensoro.Dashboard.Diagnostics;

namespace Sensoro.Dashboard.Storage;

/// <summary>How far the state is behind the log. The age is read from the log, so it is right also after a restart.</summary>
public sealed class ProjectionLag(MessageLog log, PipelineStatus status, TimeProvider time)
{
    /// <summary>Messages stored and not yet folded.</summary>
    public long Messages => Math.Max(0, log.LastId - status.FoldedId);

    /// <summary>Time since the oldest of them was received; zero when there is none.</summary>
    public TimeSpan Age()
    {
        if (Messages == 0 || log.ReadAfter(status.FoldedId, 1) is not [var oldest])
        {
            return TimeSpan.Zero;
        }

        var age = time.GetUtcNow() - oldest.Entry.ReceivedAt;
        return age > TimeSpan.Zero ? age : TimeSpan.Zero;
    }
}
