using Sensoro.Dashboard.Storage;

namespace Sensoro.Dashboard.Components.QrLabels;

/// <summary>The devices that get a label.</summary>
/// <param name="Devices">At most <see cref="QrLabelsChoice.Most"/>, in the order they were asked for.</param>
/// <param name="Total">How many were meant.</param>
/// <param name="Unknown">Named ones that do not exist.</param>
internal sealed record QrSheet(IReadOnlyList<QrLabelDevice> Devices, int Total, IReadOnlyList<string> Unknown)
{
    public static async Task<QrSheet> ReadAsync(QrLabelsChoice choice, DeviceQueries devices, CancellationToken cancellationToken)
    {
        if (choice.Sns.Count == 0)
        {
            var page = await devices.ListAsync(choice.List.ToQuery(), 0, QrLabelsChoice.Most, cancellationToken);
            return new([.. page.Items.Select(static device => new QrLabelDevice(device.Sn, device.Name))], page.Total, []);
        }

        var known = (await devices.FindAllAsync(choice.Sns, cancellationToken)).ToDictionary(static device => device.Sn, static device => device.Name, StringComparer.Ordinal);
        return new(
            [.. choice.Sns.Where(known.ContainsKey).Select(sn => new QrLabelDevice(sn, known[sn]))],
            choice.Meant,
            [.. choice.Sns.Where(sn => !known.ContainsKey(sn))]);
    }
}
