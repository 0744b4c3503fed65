using Microsoft.EntityFrameworkCore.Migrations;

#nullable disable

namespace Sensoro.Dashboard.Storage.Sqlite.Migrations.Log
{
    /// <inheritdoc />
    public partial class Compact : Migration
    {
        /// <inheritdoc />
        protected override void Up(MigrationBuilder migrationBuilder)
        {
            migrationBuilder.CreateTable(
                name: "body_dictionaries",
                columns: table => new
                {
                    id = table.Column<int>(type: "INTEGER", nullable: false),
                    created_at = table.Column<long>(type: "INTEGER", nullable: false),
                    content = table.Column<byte[]>(type: "BLOB", nullable: false)
                },
                constraints: table =>
                {
                    table.PrimaryKey("PK_body_dictionaries", x => x.id);
                });

            foreach (var statement in new[] { SqliteLogSql.CreateSources, SqliteLogSql.CreateSourceIndex, SqliteLogSql.CreateMessages }
                .Concat(SqliteLogSql.TakeOver)
                .Concat(new[] { SqliteLogSql.CreateIdentityIndex, SqliteLogSql.CreateView, SqliteLogSql.CreateViewDelete }))
            {
                migrationBuilder.Sql(statement);
            }
        }

        /// <inheritdoc />
        protected override void Down(MigrationBuilder migrationBuilder) =>
            throw new NotSupportedException("SQL cannot decompress the bodies of the messages.");
    }
}
