using Sensoro.Dashboard.Export;
using Sensoro.Dashboard.Tests.Integration;

namespace Sensoro.Dashboard.Tests.Export;

/// <summary>Waits until exports have come to their end.</summary>
internal static class ExportEnds
{
    /// <summary>Runs what starts an export and waits for the end of the first one that it started.</summary>
    public static Task<ExportRecord> EndOfAsync(this ExportJobs jobs, Action start)
    {
        var before = jobs.All.Select(static job => job.Id).ToHashSet(StringComparer.Ordinal);
        return jobs.EndOfAsync(start, job => !before.Contains(job.Id));
    }

    /// <summary>The same for the first export that <paramref name="isMeant"/>.</summary>
    public static async Task<ExportRecord> EndOfAsync(this ExportJobs jobs, Action start, Func<ExportRecord, bool> isMeant)
    {
        var end = new TaskCompletionSource<ExportRecord>(TaskCreationOptions.RunContinuationsAsynchronously);
        void Ended(ExportRecord job)
        {
            if (isMeant(job))
            {
                end.TrySetResult(job);
            }
        }

        jobs.Ended += Ended;
        try
        {
            start();
            return await end.Task.WaitAsync(DashboardFactory.Patience, TestContext.Current.CancellationToken);
        }
        finally
        {
            jobs.Ended -= Ended;
        }
    }
}
