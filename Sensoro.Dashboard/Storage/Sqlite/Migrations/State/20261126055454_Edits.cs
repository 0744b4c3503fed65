using Microsoft.EntityFrameworkCore.Migrations;

#nullable disable

namespace Sensoro.Dashboard.Storage.Sqlite.Migrations.State
{
    /// <inheritdoc />
    public partial class Edits : Migration
    {
        /// <inheritdoc />
        protected override void Up(MigrationBuilder migrationBuilder)
        {
            migrationBuilder.AddColumn<long>(
                name: "edited_after",
                table: "devices",
                type: "INTEGER",
                nullable: true);

            migrationBuilder.AddColumn<int>(
                name: "revision",
                table: "devices",
                type: "INTEGER",
                nullable: false,
                defaultValue: 0);

            migrationBuilder.CreateIndex(
                name: "IX_devices_edited_after",
                table: "devices",
                column: "edited_after",
                filter: "edited_after IS NOT NULL");

            migrationBuilder.CreateIndex(
                name: "IX_devices_tags",
                table: "devices",
                column: "tags",
                filter: "tags IS NOT NULL");
        }

        /// <inheritdoc />
        protected override void Down(MigrationBuilder migrationBuilder)
        {
            migrationBuilder.DropIndex(
                name: "IX_devices_edited_after",
                table: "devices");

            migrationBuilder.DropIndex(
                name: "IX_devices_tags",
                table: "devices");

            migrationBuilder.DropColumn(
                name: "edited_after",
                table: "devices");

            migrationBuilder.DropColumn(
                name: "revision",
                table: "devices");
        }
    }
}
