#pragma once
// A table of described records from a CSV file with GDAL: columns are fields, every problem with its row and column.
#include <fmt/format.h>

#include <filesystem>
#include <optional>
#include <set>
#include <string>
#include <string_view>
#include <type_traits>
#include <vector>

#include "engine/core/describe.h"
#include "engine/core/errors.h"
#include "importers/gdal_layers/vector_layer.h"
#include "importers/park_folder/attribute_values.h"

namespace parktwin::importers {

/// "row 4" of a file whose first row holds the names.
[[nodiscard]] inline std::string row_of(const Feature& feature) { return fmt::format("row {}", feature.number + 1); }

/// Why a value does not fit a field; nothing when the member has it now.
template <class M>
[[nodiscard]] std::optional<std::string> take_field(const Attribute& value, const Field& field, M& member) {
  if (is_missing(value)) return field.required ? std::optional("is missing, expected " + std::string(field.meaning)) : std::nullopt;
  if (auto fault = assign(value, member)) return fault;
  if constexpr (std::is_arithmetic_v<M>) {
    const auto number = static_cast<double>(member);
    if (number < field.minimum || number > field.maximum)
      return fmt::format("found {}, expected {} to {}", number, field.minimum, field.maximum);
  }
  return std::nullopt;
}

/// Columns that are missing although required, or not known, are problems; a field without a column or a value keeps its default.
template <class T>
[[nodiscard]] std::vector<T> read_described_csv(const std::filesystem::path& file, Problems& problems) {
  VectorRequest request;
  request.file = file;
  request.geometry = false;
  const auto table = read_vector_layer(request, problems);
  if (!table) return {};
  std::set<std::string_view> known;
  T names{};
  describe(
      [&](const Field& field, const auto&) {
        known.insert(field.name);
        if (field.required && !table->column(field.name)) problems.add(file.string(), "row 1", fmt::format("has no column {}", field.name));
      },
      names);
  for (const std::string& column : table->columns) {
    if (!known.contains(column)) problems.add(file.string(), "row 1", fmt::format("has a column {}, which is not known", column));
  }
  std::vector<T> records;
  for (const Feature& feature : table->features) {
    T record{};
    describe(
        [&](const Field& field, auto& member) {
          const auto column = table->column(field.name);
          if (!column) return;
          if (const auto fault = take_field(feature.attributes[*column], field, member))
            problems.add(file.string(), row_of(feature), fmt::format("{}: {}", field.name, *fault));
        },
        record);
    records.push_back(std::move(record));
  }
  return records;
}

}  // namespace parktwin::importers
