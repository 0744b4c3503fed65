using System.Net;
using Microsoft.Extensions.Options;
using Sensoro.Dashboard.Limits;

namespace Sensoro.Dashboard.Tests.Limits;

/// <summary>Places are given until there are none, to each address its share, and given back.</summary>
public sealed class OpenPagesTests
{
    private static readonly IPAddress Wall = IPAddress.Parse("203.0.113.1");
    private static readonly IPAddress Desk = IPAddress.Parse("203.0.113.2");

    [Fact]
    public void TryEnter_BeyondTheShareOfAnAddress_IsRefusedThereAlone()
    {
        var open = Places(perAddress: 2);

        Assert.True(open.TryEnter(Wall));
        Assert.True(open.TryEnter(Wall));
        Assert.False(open.TryEnter(Wall));
        Assert.True(open.IsFull(Wall));
        Assert.True(open.TryEnter(Desk));
    }

    [Fact]
    public void Leave_OfAPage_FreesItsPlace()
    {
        var open = Places(perAddress: 1);
        Assert.True(open.TryEnter(Wall));

        open.Leave(Wall);

        Assert.False(open.IsFull(Wall));
        Assert.True(open.TryEnter(Wall));
    }

    [Fact]
    public void TryEnter_FromOneIPv6Network_CountsAsOne()
    {
        var open = Places(perAddress: 1);

        Assert.True(open.TryEnter(IPAddress.Parse("2001:db8::1")));
        Assert.False(open.TryEnter(IPAddress.Parse("2001:db8::2")));
        Assert.True(open.TryEnter(IPAddress.Parse("2001:db8:0:1::1")));
    }

    private static OpenPages Places(int perAddress) => new(Options.Create(new LimitOptions { OpenPagesPerAddress = perAddress }));
}
