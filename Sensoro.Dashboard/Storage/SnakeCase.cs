using System.Text;
using Microsoft.EntityFrameworkCore;

namespace Sensoro.Dashboard.Storage;

/// <summary>Gives every column the snake_case name that the contract fixes, so that no configuration has to repeat it.</summary>
internal static class SnakeCase
{
    public static void Apply(ModelBuilder model)
    {
        // What lies within a JSON column has no column of its own.
        foreach (var entity in model.Model.GetEntityTypes().Where(static entity => !entity.IsMappedToJson()))
        {
            foreach (var property in entity.GetProperties())
            {
                property.SetColumnName(Of(property.Name));
            }
        }
    }

    public static string Of(string name)
    {
        var text = new StringBuilder(name.Length + 4);
        foreach (var letter in name)
        {
            if (char.IsUpper(letter) && text.Length > 0)
            {
                text.Append('_');
            }

            text.Append(char.ToLowerInvariant(letter));
        }

        return text.ToString();
    }
}
