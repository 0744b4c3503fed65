using Microsoft.EntityFrameworkCore.Migrations;

#nullable disable

namespace Sensoro.Dashboard.Storage.Sqlite.Migrations.Log
{
    /// <inheritdoc />
    public partial class Quarantine : Migration
    {
        /// <inheritdoc />
        protected override void Up(MigrationBuilder migrationBuilder)
        {
            migrationBuilder.CreateTable(
                name: "quarantine",
                columns: table => new
                {
                    id = table.Column<long>(type: "INTEGER", nullable: false)
                        .Annotation("Sqlite:Autoincrement", true),
                    identity = table.Column<byte[]>(type: "BLOB", nullable: false),
                    app_id = table.Column<string>(type: "TEXT", nullable: false),
                    reason = table.Column<string>(type: "TEXT", nullable: false),
                    detail = table.Column<string>(type: "TEXT", nullable: false),
                    authentic = table.Column<bool>(type: "INTEGER", nullable: false),
                    address = table.Column<string>(type: "TEXT", nullable: false),
                    url = table.Column<string>(type: "TEXT", nullable: false),
                    nonce = table.Column<string>(type: "TEXT", nullable: false),
                    signature = table.Column<byte[]>(type: "BLOB", nullable: false),
                    last_nonce = table.Column<string>(type: "TEXT", nullable: false),
                    last_signature = table.Column<byte[]>(type: "BLOB", nullable: false),
                    sn = table.Column<string>(type: "TEXT", nullable: true),
                    received_at = table.Column<long>(type: "INTEGER", nullable: false),
                    last_received_at = table.Column<long>(type: "INTEGER", nullable: false),
                    deliveries = table.Column<int>(type: "INTEGER", nullable: false),
                    size = table.Column<int>(type: "INTEGER", nullable: false),
                    body = table.Column<byte[]>(type: "BLOB", nullable: false)
                },
                constraints: table =>
                {
                    table.PrimaryKey("PK_quarantine", x => x.id);
                });

            migrationBuilder.CreateIndex(
                name: "IX_quarantine_authentic_address_size",
                table: "quarantine",
                columns: new[] { "authentic", "address", "size" });

            migrationBuilder.CreateIndex(
                name: "IX_quarantine_identity",
                table: "quarantine",
                column: "identity",
                unique: true);

            migrationBuilder.CreateIndex(
                name: "IX_quarantine_reason",
                table: "quarantine",
                column: "reason");

            foreach (var statement in new[] { SqliteLogSql.AddReplayed, SqliteLogSql.DropView, SqliteLogSql.CreateViewWithReplays, SqliteLogSql.CreateViewDelete })
            {
                migrationBuilder.Sql(statement);
            }
        }

        /// <inheritdoc />
        protected override void Down(MigrationBuilder migrationBuilder) =>
            throw new NotSupportedException("What is in the quarantine would be lost.");
    }
}
