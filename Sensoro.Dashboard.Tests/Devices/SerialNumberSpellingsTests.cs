using Sensoro.Domain.Devices;

namespace Sensoro.Dashboard.Tests.Devices;

public sealed class SerialNumberSpellingsTests
{
    [Theory]
    [InlineData("0117C5A9D0B3F2E8", "0117C5A9D0B3F2E8")]
    [InlineData("  0117C5A9D0B3F2E8\t\n", "0117C5A9D0B3F2E8")]
    [InlineData("0117 C5A9 D0B3 F2E8", "0117 C5A9 D0B3 F2E8", "0117C5A9D0B3F2E8")]
    [InlineData("0117C5\u200BA9", "0117C5\u200BA9", "0117C5A9")]
    [InlineData("\uFF10\uFF11\uFF11\uFF17\uFF23\uFF15", "\uFF10\uFF11\uFF11\uFF17\uFF23\uFF15", "0117C5")]
    [InlineData("OIl7c5", "OIl7c5", "0117c5")]
    [InlineData("O117 C5", "O117 C5", "O117C5", "0117C5")]
    [InlineData("room 7", "room 7", "room7")]
    [InlineData("O\u0301l", "O\u0301l")]
    [InlineData("east-side", "east-side")]
    [InlineData("温度 1", "温度 1")]
    [InlineData(" \u200B ", "\u200B")]
    [InlineData("  ")]
    public void Of_WhatPeopleType_IsWhatTheyMayMean(string typed, params string[] expected) => Assert.Equal(expected, SerialNumberSpellings.Of(typed), StringComparer.Ordinal);

    [Fact]
    public void Of_HalfACharacter_DoesNotFail() => Assert.Equal(["\uD83D 0"], SerialNumberSpellings.Of("\uD83D 0"), StringComparer.Ordinal);
}
