#include "importers/emission_factors/emission_factors.h"

#include <fmt/format.h>

#include <set>
#include <tuple>

#include "importers/gdal_layers/vector_layer.h"
#include "importers/park_folder/attribute_values.h"

namespace parktwin::importers {
namespace {

using energy::carbon::FuelFactor;
using energy::carbon::GridFactor;

std::string row_of(const Feature& feature) { return fmt::format("row {}", feature.number + 1); }

/// Why a value does not fit a field; nothing when the member has it now.
template <class M>
std::optional<std::string> take(const Attribute& value, const Field& field, M& member) {
  if (is_missing(value)) return field.required ? std::optional("is missing, expected " + std::string(field.meaning)) : std::nullopt;
  if (auto fault = assign(value, member)) return fault;
  if constexpr (std::is_arithmetic_v<M>) {
    const auto number = static_cast<double>(member);
    if (number < field.minimum || number > field.maximum)
      return fmt::format("found {}, expected {} to {}", number, field.minimum, field.maximum);
  }
  return std::nullopt;
}

template <class T>
std::vector<T> read_table(const std::filesystem::path& file, Problems& problems) {
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
          if (const auto fault = take(feature.attributes[*column], field, member))
            problems.add(file.string(), row_of(feature), fmt::format("{}: {}", field.name, *fault));
        },
        record);
    records.push_back(std::move(record));
  }
  return records;
}

void report_doubles(const energy::carbon::Factors& factors, const std::string& grid_file, const std::string& fuel_file,
                    Problems& problems) {
  std::set<std::tuple<std::int32_t, std::string, energy::carbon::GridKind>> grid;
  for (const GridFactor& factor : factors.grid) {
    if (!grid.emplace(factor.data_year, factor.region, factor.kind).second)
      problems.add(grid_file, "", fmt::format("{} {} {} stands twice", factor.data_year, factor.region, name_of(factor.kind)));
  }
  std::set<std::string> fuels;
  for (const FuelFactor& factor : factors.fuels) {
    if (!fuels.insert(factor.fuel).second) problems.add(fuel_file, "", factor.fuel + " stands twice");
  }
}

}  // namespace

energy::carbon::Factors read_emission_factors(const std::filesystem::path& folder) {
  Problems problems;
  energy::carbon::Factors factors;
  const auto grid_file = folder / "grid.csv";
  const auto fuel_file = folder / "fuels.csv";
  factors.grid = read_table<GridFactor>(grid_file, problems);
  factors.fuels = read_table<FuelFactor>(fuel_file, problems);
  report_doubles(factors, grid_file.string(), fuel_file.string(), problems);
  problems.throw_if_any();
  return factors;
}

}  // namespace parktwin::importers
