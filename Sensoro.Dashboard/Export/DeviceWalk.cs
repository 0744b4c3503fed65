using System.Runtime.CompilerServices;
using Sensoro.Dashboard.Storage;

namespace Sensoro.Dashboard.Export;

/// <summary>Goes through the chosen devices one after the other, however many there are.</summary>
internal sealed class DeviceWalk(DeviceQueries devices)
{
    public async IAsyncEnumerable<DeviceReference> ReadAsync(DeviceChoice choice, [EnumeratorCancellation] CancellationToken cancellationToken)
    {
        if (choice.Sns.Count > 0)
        {
            foreach (var device in await devices.FindAllAsync(choice.Sns, cancellationToken))
            {
                yield return device;
            }

            yield break;
        }

        var filter = choice.ToFilter();
        for (IReadOnlyList<DeviceReference> page = await devices.WalkAsync(filter, 0, DeviceQueries.MaxPageSize, cancellationToken);
            page.Count > 0;
            page = await devices.WalkAsync(filter, page[^1].Id, DeviceQueries.MaxPageSize, cancellationToken))
        {
            foreach (var device in page)
            {
                yield return device;
            }
        }
    }
}
