using System.Globalization;
using Microsoft.Extensions.Localization;
using Sensoro.Dashboard.Components.Elements;
using Sensoro.Domain.Devices;

namespace Sensoro.Dashboard.Components.Device;

/// <summary>Why a device is in the state it is in, in the reader's language.</summary>
/// <param name="Lead">What matters first; set off on the screen.</param>
/// <param name="Rest">When it was heard of and what was to be expected.</param>
internal sealed record StatusSentence(string Lead, string Rest)
{
    /// <summary>Both parts as one text. Chinese sentences end in marks that bring their own space.</summary>
    public string Text => Lead + Joint + Rest;

    /// <summary>What stands between the two parts.</summary>
    public string Joint => Lead is [.., < '\u2000'] ? " " : "";

    public static StatusSentence Of(DeviceSnapshot device, DateTimeOffset now, TimeZoneInfo zone, IStringLocalizer<DeviceTexts> texts)
    {
        var words = new Words(device, now, zone, texts);
        return device.StatusAt(now) switch
        {
            DeviceStatus.Alarm or DeviceStatus.Malfunction => new(words.Active(), words.PresenceBesideAlarm()),
            DeviceStatus.Lost => new(texts["LostLead", words.Age], texts["LostRest", words.Every, words.LostAfter]),
            DeviceStatus.Late => new(texts["LateLead", words.Age], texts["LateRest", words.Every, words.LateAfter, words.LostAfter]),
            DeviceStatus.Normal => new(texts["OnTimeLead"], texts["OnTimeRest", words.Age, words.Every, words.LateAfter]),
            DeviceStatus.NeverSeen => new(texts["NeverLead"], words.Entered()),
            DeviceStatus.Maintenance => new(words.Maintained(), words.Meanwhile()),
        };
    }

    /// <summary>The pieces sentences are made of.</summary>
    private readonly struct Words(DeviceSnapshot device, DateTimeOffset now, TimeZoneInfo zone, IStringLocalizer<DeviceTexts> texts)
    {
        private static CultureInfo Culture => CultureInfo.CurrentUICulture;

        public string Age => PreciseDuration.Rough(now - device.LastHeardAt, Culture);

        public string LateAfter => PreciseDuration.Exact(device.LateAt - device.LastHeardAt, Culture);

        public string LostAfter => PreciseDuration.Exact(device.LostAt - device.LastHeardAt, Culture);

        /// <summary>How often the device reports, or what is assumed of one that never said.</summary>
        public string Every => device.Interval is { } interval
            ? texts["Every", Durations.Interval(interval, Culture)]
            : texts["EveryAssumed", Durations.Interval((device.LateAt - device.LastHeardAt) / PresenceRule.LateAfter, Culture)];

        /// <summary>The worst active state in a sentence, the newest of several, and how many there are besides.</summary>
        public string Active()
        {
            var active = device.Latest.Where(KeyValues.IsWrong)
                .OrderByDescending(static value => SeverityRule.Of(Domain.Metrics.MetricCatalogue.Find(value.Metric), value.Value))
                .ThenByDescending(static value => value.Since).ToArray();
            if (active.Length == 0)
            {
                return texts["ActiveUnknown"];
            }

            var first = active[0];
            var since = Moment.Text(first.Since, now, zone, Culture);
            var lasted = PreciseDuration.Rough(now - first.Since, Culture);
            var own = texts["Active_" + first.Metric, since, lasted];
            var sentence = own.ResourceNotFound ? texts["ActiveOther", since, lasted, MetricText.Label(first.Metric, Culture)].Value : own.Value;
            return active.Length == 1 ? sentence : sentence + texts["ActiveMore", active.Length - 1];
        }

        /// <summary>Since when staff know of a device that has not reported yet.</summary>
        public string Entered() => texts["NeverRest", Moment.Text(device.FirstSeenAt, now, zone, Culture)];

        public string Maintained() => texts["MaintenanceLead", Moment.Text(device.MaintenanceUntil ?? now, now, zone, Culture)];

        /// <summary>What the device says while nobody is alarmed by it.</summary>
        public string Meanwhile() =>
            !device.IsHeard ? Entered()
            : device.Latest.Any(KeyValues.IsWrong) ? Active() + (Culture.TwoLetterISOLanguageName == "zh" ? "" : " ") + PresenceBesideAlarm()
            : PresenceBesideAlarm();

        /// <summary>An alarm hides that the device has gone silent: then its last word may be old, and the sentence says so.</summary>
        public string PresenceBesideAlarm() =>
            now >= device.LostAt ? texts["AlsoLost", Age, Every, LostAfter]
            : now >= device.LateAt ? texts["AlsoLate", Age, Every, LateAfter]
            : texts["OnTimeRest", Age, Every, LateAfter];
    }
}
