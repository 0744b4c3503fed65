using Microsoft.EntityFrameworkCore.Migrations;

#nullable disable

namespace Sensoro.Dashboard.Storage.Sqlite.Migrations.State
{
    /// <inheritdoc />
    public partial class History : Migration
    {
        /// <inheritdoc />
        protected override void Up(MigrationBuilder migrationBuilder)
        {
            migrationBuilder.DropIndex(
                name: "IX_devices_device_type",
                table: "devices");

            migrationBuilder.AddColumn<int>(
                name: "late_by",
                table: "readings",
                type: "INTEGER",
                nullable: true);

            migrationBuilder.AddColumn<string>(
                name: "tags",
                table: "devices",
                type: "TEXT",
                nullable: true);

            migrationBuilder.AddColumn<long>(
                name: "rebuild_to",
                table: "projection_cursor",
                type: "INTEGER",
                nullable: true);

            migrationBuilder.CreateTable(
                name: "fleet_counts",
                columns: table => new
                {
                    device_type = table.Column<string>(type: "TEXT", nullable: false),
                    severity = table.Column<int>(type: "INTEGER", nullable: false),
                    count = table.Column<int>(type: "INTEGER", nullable: false)
                },
                constraints: table =>
                {
                    table.PrimaryKey("PK_fleet_counts", x => new { x.device_type, x.severity });
                });

            migrationBuilder.Sql(SqliteStateSql.CreateReadingsHourly);
            migrationBuilder.Sql(SqliteStateSql.CreateReadingsDaily);

            migrationBuilder.CreateTable(
                name: "retention",
                columns: table => new
                {
                    id = table.Column<int>(type: "INTEGER", nullable: false),
                    readings_from = table.Column<long>(type: "INTEGER", nullable: false)
                },
                constraints: table =>
                {
                    table.PrimaryKey("PK_retention", x => x.id);
                });

            migrationBuilder.CreateIndex(
                name: "IX_devices_device_type_severity_late_at",
                table: "devices",
                columns: new[] { "device_type", "severity", "late_at" });

            migrationBuilder.CreateIndex(
                name: "IX_devices_device_type_severity_lost_at",
                table: "devices",
                columns: new[] { "device_type", "severity", "lost_at" });

            migrationBuilder.Sql(SqliteStateSql.FillReadingsHourly);
            migrationBuilder.Sql(SqliteStateSql.FillReadingsDaily);
            foreach (var statement in SqliteStateSql.CreateDeviceSearch.Concat(SqliteStateSql.CreateFleetCounts))
            {
                migrationBuilder.Sql(statement);
            }
        }

        /// <inheritdoc />
        protected override void Down(MigrationBuilder migrationBuilder)
        {
            foreach (var trigger in new[] { "fleet_counts_added", "fleet_counts_changed", "fleet_counts_removed", "device_search_added", "device_search_changed", "device_search_removed" })
            {
                migrationBuilder.Sql($"DROP TRIGGER {trigger}");
            }

            migrationBuilder.Sql("DROP INDEX device_search_titles");
            migrationBuilder.Sql("DROP INDEX device_search_names");
            migrationBuilder.Sql("DROP TABLE device_search");

            migrationBuilder.DropTable(
                name: "fleet_counts");

            migrationBuilder.DropTable(
                name: "readings_daily");

            migrationBuilder.DropTable(
                name: "readings_hourly");

            migrationBuilder.DropTable(
                name: "retention");

            migrationBuilder.DropIndex(
                name: "IX_devices_device_type_severity_late_at",
                table: "devices");

            migrationBuilder.DropIndex(
                name: "IX_devices_device_type_severity_lost_at",
                table: "devices");

            migrationBuilder.DropColumn(
                name: "late_by",
                table: "readings");

            migrationBuilder.DropColumn(
                name: "tags",
                table: "devices");

            migrationBuilder.DropColumn(
                name: "rebuild_to",
                table: "projection_cursor");

            migrationBuilder.CreateIndex(
                name: "IX_devices_device_type",
                table: "devices",
                column: "device_type");
        }
    }
}
