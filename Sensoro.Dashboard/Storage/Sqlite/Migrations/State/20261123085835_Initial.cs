using Microsoft.EntityFrameworkCore.Migrations;

#nullable disable

namespace Sensoro.Dashboard.Storage.Sqlite.Migrations.State
{
    /// <inheritdoc />
    public partial class Initial : Migration
    {
        /// <inheritdoc />
        protected override void Up(MigrationBuilder migrationBuilder)
        {
            migrationBuilder.Sql(SqliteStateSql.CreateDeviceMessages);

            migrationBuilder.CreateTable(
                name: "devices",
                columns: table => new
                {
                    sn = table.Column<string>(type: "TEXT", nullable: false),
                    id = table.Column<long>(type: "INTEGER", nullable: false),
                    app_id = table.Column<string>(type: "TEXT", nullable: false),
                    name = table.Column<string>(type: "TEXT", nullable: true),
                    device_type = table.Column<string>(type: "TEXT", nullable: true),
                    first_seen_at = table.Column<long>(type: "INTEGER", nullable: false),
                    last_seen_at = table.Column<long>(type: "INTEGER", nullable: false),
                    last_reported_at = table.Column<long>(type: "INTEGER", nullable: true),
                    last_heard_at = table.Column<long>(type: "INTEGER", nullable: false),
                    battery = table.Column<double>(type: "REAL", nullable: true),
                    interval_seconds = table.Column<double>(type: "REAL", nullable: true),
                    late_at = table.Column<long>(type: "INTEGER", nullable: false),
                    lost_at = table.Column<long>(type: "INTEGER", nullable: false),
                    severity = table.Column<int>(type: "INTEGER", nullable: false),
                    longitude = table.Column<double>(type: "REAL", nullable: true),
                    latitude = table.Column<double>(type: "REAL", nullable: true),
                    datum = table.Column<int>(type: "INTEGER", nullable: true),
                    position_at = table.Column<long>(type: "INTEGER", nullable: true),
                    position_source = table.Column<int>(type: "INTEGER", nullable: true),
                    last_message_id = table.Column<long>(type: "INTEGER", nullable: false)
                },
                constraints: table =>
                {
                    table.PrimaryKey("PK_devices", x => x.sn);
                });

            migrationBuilder.Sql(SqliteStateSql.CreateLatestValues);

            migrationBuilder.CreateTable(
                name: "metrics",
                columns: table => new
                {
                    id = table.Column<int>(type: "INTEGER", nullable: false),
                    key = table.Column<string>(type: "TEXT", nullable: false)
                },
                constraints: table =>
                {
                    table.PrimaryKey("PK_metrics", x => x.id);
                });

            migrationBuilder.CreateTable(
                name: "projection_cursor",
                columns: table => new
                {
                    id = table.Column<int>(type: "INTEGER", nullable: false),
                    last_message_id = table.Column<long>(type: "INTEGER", nullable: false),
                    generation = table.Column<string>(type: "TEXT", nullable: false)
                },
                constraints: table =>
                {
                    table.PrimaryKey("PK_projection_cursor", x => x.id);
                });

            migrationBuilder.CreateTable(
                name: "push_minutes",
                columns: table => new
                {
                    minute = table.Column<long>(type: "INTEGER", nullable: false),
                    count = table.Column<int>(type: "INTEGER", nullable: false)
                },
                constraints: table =>
                {
                    table.PrimaryKey("PK_push_minutes", x => x.minute);
                });

            migrationBuilder.Sql(SqliteStateSql.CreateReadings);

            migrationBuilder.CreateTable(
                name: "task_links",
                columns: table => new
                {
                    app_id = table.Column<string>(type: "TEXT", nullable: false),
                    task_id = table.Column<string>(type: "TEXT", nullable: false),
                    sn = table.Column<string>(type: "TEXT", nullable: false),
                    linked_at = table.Column<long>(type: "INTEGER", nullable: false)
                },
                constraints: table =>
                {
                    table.PrimaryKey("PK_task_links", x => new { x.app_id, x.task_id });
                });

            migrationBuilder.CreateTable(
                name: "task_results",
                columns: table => new
                {
                    message_id = table.Column<long>(type: "INTEGER", nullable: false),
                    app_id = table.Column<string>(type: "TEXT", nullable: false),
                    task_id = table.Column<string>(type: "TEXT", nullable: false),
                    result_code = table.Column<string>(type: "TEXT", nullable: true),
                    success = table.Column<bool>(type: "INTEGER", nullable: true),
                    result_data = table.Column<string>(type: "TEXT", nullable: true),
                    created_at = table.Column<long>(type: "INTEGER", nullable: true),
                    received_at = table.Column<long>(type: "INTEGER", nullable: false)
                },
                constraints: table =>
                {
                    table.PrimaryKey("PK_task_results", x => x.message_id);
                });

            migrationBuilder.CreateIndex(
                name: "IX_devices_device_type",
                table: "devices",
                column: "device_type");

            migrationBuilder.CreateIndex(
                name: "IX_devices_id",
                table: "devices",
                column: "id",
                unique: true);

            migrationBuilder.CreateIndex(
                name: "IX_devices_last_heard_at",
                table: "devices",
                column: "last_heard_at");

            migrationBuilder.CreateIndex(
                name: "IX_devices_last_message_id",
                table: "devices",
                column: "last_message_id");

            migrationBuilder.CreateIndex(
                name: "IX_metrics_key",
                table: "metrics",
                column: "key",
                unique: true);

            migrationBuilder.CreateIndex(
                name: "IX_task_links_sn",
                table: "task_links",
                column: "sn");

            migrationBuilder.CreateIndex(
                name: "IX_task_results_task_id_app_id",
                table: "task_results",
                columns: new[] { "task_id", "app_id" });
        }

        /// <inheritdoc />
        protected override void Down(MigrationBuilder migrationBuilder)
        {
            migrationBuilder.DropTable(
                name: "device_messages");

            migrationBuilder.DropTable(
                name: "devices");

            migrationBuilder.DropTable(
                name: "latest_values");

            migrationBuilder.DropTable(
                name: "metrics");

            migrationBuilder.DropTable(
                name: "projection_cursor");

            migrationBuilder.DropTable(
                name: "push_minutes");

            migrationBuilder.DropTable(
                name: "readings");

            migrationBuilder.DropTable(
                name: "task_links");

            migrationBuilder.DropTable(
                name: "task_results");
        }
    }
}
