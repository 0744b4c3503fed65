using Sensoro.Dashboard.Hubs;

namespace Sensoro.Dashboard.Tests.Hubs;

public sealed class HubAudienceTests
{
    private readonly HubAudience _audience = new();

    [Fact]
    public void IsListening_AfterJoinAndLeave_FollowsTheListeners()
    {
        Assert.False(_audience.IsListening("fleet"));
        _audience.Join("one", "fleet");
        _audience.Join("one", "fleet");
        _audience.Join("two", "fleet");
        Assert.Equal(1, _audience.GroupsOf("one"));

        _audience.Leave("one", "fleet");
        Assert.True(_audience.IsListening("fleet"));
        _audience.Leave("two", "fleet");
        _audience.Leave("two", "fleet");

        Assert.False(_audience.IsListening("fleet"));
    }

    [Fact]
    public void Drop_OfAConnection_LeavesAllItsGroups()
    {
        _audience.Join("one", "fleet");
        _audience.Join("one", "device:A");
        _audience.Join("two", "device:A");

        _audience.Drop("one");
        _audience.Drop("one");

        Assert.Equal((false, true, 0), (_audience.IsListening("fleet"), _audience.IsListening("device:A"), _audience.GroupsOf("one")));
    }

    [Fact]
    public void Audience_ThatComesAndGoesAtOnce_EndsEmpty()
    {
        Parallel.For(0, 20_000, i =>
        {
            var connection = $"connection {i}";
            _audience.Join(connection, "fleet");
            _audience.Join(connection, "device:A");
            if (i % 2 == 0)
            {
                _audience.Leave(connection, "fleet");
            }

            _audience.Drop(connection);
        });

        Assert.False(_audience.IsListening("fleet") || _audience.IsListening("device:A"));
        _audience.Join("late", "fleet");
        Assert.True(_audience.IsListening("fleet"));
    }
}
