using Sensoro.Dashboard.Tests.Vectors;
using Sensoro.Domain.Devices;

namespace Sensoro.Dashboard.Tests.Devices;

public sealed class CoordinateTransformTests
{
    public static TheoryData<int> Places => Cases(_ => true);

    public static TheoryData<int> Invertible => Cases(vector => vector.Gcj02ToWgs84 is not null);

    public static TheoryData<int> Edges => Cases(vector => vector.Gcj02ToWgs84 is null);

    [Fact]
    public void CoordinateVectorFile_AsDelivered_HoldsEveryPlace() =>
        Assert.Equal(CoordinateVectorFile.Instance.Count, CoordinateVectorFile.Instance.Vectors.Count);

    [Theory]
    [MemberData(nameof(Places))]
    public void FromWgs84_ToGcj02_AgreesWithTheLibraries(int index)
    {
        var vector = CoordinateVectorFile.Instance.Vectors[index];

        var actual = CoordinateTransform.FromWgs84(Point(vector.Wgs84), CoordinateSystem.Gcj02);

        AssertNear(vector.Gcj02, actual, CoordinateVectorFile.Instance.ToleranceDegrees);
    }

    [Theory]
    [MemberData(nameof(Places))]
    public void FromWgs84_ToBd09_AgreesWithTheLibraries(int index)
    {
        var vector = CoordinateVectorFile.Instance.Vectors[index];

        var actual = CoordinateTransform.FromWgs84(Point(vector.Wgs84), CoordinateSystem.Bd09);

        AssertNear(vector.Bd09, actual, CoordinateVectorFile.Instance.ToleranceDegrees);
    }

    [Theory]
    [MemberData(nameof(Invertible))]
    public void ToWgs84_FromGcj02_AgreesWithTheLibrary(int index)
    {
        var vector = CoordinateVectorFile.Instance.Vectors[index];

        var actual = CoordinateTransform.ToWgs84(Point(vector.Gcj02), CoordinateSystem.Gcj02);

        AssertNear(vector.Gcj02ToWgs84, actual, CoordinateVectorFile.Instance.ToleranceDegrees);
    }

    [Theory]
    [MemberData(nameof(Invertible))]
    public void ToWgs84_FromBd09_ReturnsToWithinATenthOfAMetre(int index)
    {
        var vector = CoordinateVectorFile.Instance.Vectors[index];

        var actual = CoordinateTransform.ToWgs84(Point(vector.Bd09), CoordinateSystem.Bd09);

        AssertNear(vector.Wgs84, actual, 3e-6);
    }

    [Theory]
    [MemberData(nameof(Edges))]
    public void ToWgs84_FromGcj02WhereTheLibraryHasNoAnswer_EndsWithinOneShiftOfThePlace(int index)
    {
        var vector = CoordinateVectorFile.Instance.Vectors[index];

        var actual = CoordinateTransform.ToWgs84(Point(vector.Gcj02), CoordinateSystem.Gcj02);

        AssertNear(vector.Wgs84, actual, 0.006);
    }

    [Theory]
    [InlineData("box corner W (72.004)")]
    [InlineData("box S 0.8293")]
    public void ToWgs84_FromGcj02AtTheWestAndSouthEdge_FindsThePlace(string name)
    {
        var vector = CoordinateVectorFile.Instance.Vectors.Single(candidate => candidate.Name == name);

        var actual = CoordinateTransform.ToWgs84(Point(vector.Gcj02), CoordinateSystem.Gcj02);

        AssertNear(vector.Wgs84, actual, 1e-6);
    }

    [Theory]
    [InlineData(72.004, 35)]
    [InlineData(105, 0.8293)]
    [InlineData(137.8347, 35)]
    [InlineData(105, 55.8271)]
    public void ToWgs84_AtTheEdgeOfTheBox_EndsNearThePlace(double longitude, double latitude)
    {
        var actual = CoordinateTransform.ToWgs84(new GeoPoint(longitude, latitude), CoordinateSystem.Gcj02);

        AssertNear([longitude, latitude], actual, 0.02);
    }

    [Theory]
    [InlineData(2.3522, 48.8566)]
    [InlineData(-74.006, 40.7128)]
    [InlineData(151.2093, -33.8688)]
    public void ToWgs84_OutsideChina_LeavesThePlaceAlone(double longitude, double latitude)
    {
        var place = new GeoPoint(longitude, latitude);

        Assert.Equal(place, CoordinateTransform.ToWgs84(place, CoordinateSystem.Gcj02));
    }

    [Fact]
    public void ToWgs84_OfWgs84_ChangesNothing()
    {
        var place = new GeoPoint(116.397477, 39.908692);

        Assert.Equal(place, CoordinateTransform.ToWgs84(place, CoordinateSystem.Wgs84));
        Assert.Equal(place, CoordinateTransform.FromWgs84(place, CoordinateSystem.Wgs84));
    }

    [Fact]
    public void ToWgs84_OfAnUnknownDatum_Throws() =>
        Assert.Throws<ArgumentOutOfRangeException>(() => CoordinateTransform.ToWgs84(default, (CoordinateSystem)9));

    private static TheoryData<int> Cases(Func<CoordinateVector, bool> fits)
    {
        var cases = new TheoryData<int>();
        foreach (var (index, vector) in CoordinateVectorFile.Instance.Vectors.Index())
        {
            if (fits(vector))
            {
                cases.Add(new TheoryDataRow<int>(index) { TestDisplayName = vector.Name });
            }
        }

        return cases;
    }

    private static GeoPoint Point(double[] pair) => new(pair[0], pair[1]);

    private static void AssertNear(double[]? expected, GeoPoint actual, double tolerance)
    {
        Assert.NotNull(expected);
        Assert.Equal(expected[0], actual.Longitude, tolerance);
        Assert.Equal(expected[1], actual.Latitude, tolerance);
    }
}
