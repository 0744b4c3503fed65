using Microsoft.EntityFrameworkCore.Storage.ValueConversion;

namespace Sensoro.Dashboard.Storage;

/// <summary>SQLite cannot compare a <see cref="DateTimeOffset"/>: times are kept as Unix milliseconds in UTC.</summary>
internal sealed class UnixMillisecondsConverter() : ValueConverter<DateTimeOffset, long>(
    time => time.ToUnixTimeMilliseconds(),
    milliseconds => DateTimeOffset.FromUnixTimeMilliseconds(milliseconds));
