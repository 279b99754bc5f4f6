#include "viz/scene/object_record.h"

#include <cmath>

namespace parktwin::viz {
namespace {

/// Null for what is no text, number or reference: shapes, positions.
template <class T>
RecordFields value_of(const Park& park, const T& value) {
  if constexpr (std::same_as<T, std::string> || std::same_as<T, bool> || std::integral<T>) {
    return value;
  } else if constexpr (std::floating_point<T>) {
    return std::isfinite(value) ? RecordFields(value) : RecordFields();
  } else if constexpr (NamedEnum<T>) {
    return std::string(name_of(value));
  } else if constexpr (UnitValue<T>) {
    return value_of(park, value.value());
  } else if constexpr (Optional<T>) {
    return value ? value_of(park, *value) : RecordFields();
  } else if constexpr (RecordId<T>) {
    return value.valid() ? RecordFields(table<typename T::Record>(park)[value].id) : RecordFields();
  } else if constexpr (Vector<T>) {
    RecordFields list = RecordFields::array();
    for (const auto& item : value) {
      RecordFields one = value_of(park, item);
      if (!one.is_null()) list.push_back(std::move(one));
    }
    return list.empty() ? RecordFields() : list;
  } else {
    return nullptr;
  }
}

template <class Record>
RecordFields fields_of(const Park& park, const Record& record) {
  RecordFields fields = RecordFields::object();
  describe(
      [&](const Field& field, const auto& member) {
        RecordFields value = value_of(park, member);
        if (!value.is_null() && value != RecordFields(std::string())) fields[std::string(field.name)] = std::move(value);
      },
      record);
  return fields;
}

template <class Record>
std::map<std::string, RecordFields> all_of(const Park& park) {
  std::map<std::string, RecordFields> records;
  for (const Record& record : table<Record>(park)) records.emplace(record.id, fields_of(park, record));
  return records;
}

std::map<std::string, RecordFields> sites_with_cells(const Park& park) {
  auto sites = all_of<RadioSite>(park);
  for (const RadioCell& cell : *park.radio_cells) {
    if (!cell.site.valid()) continue;
    sites[(*park.radio_sites)[cell.site].id]["cells"].push_back(fields_of(park, cell));
  }
  return sites;
}

std::map<std::string, RecordFields> ducts_with_cables(const Park& park) {
  auto ducts = all_of<Duct>(park);
  for (const Cable& cable : *park.cables) {
    for (const Id<Duct> duct : cable.ducts) {
      if (duct.valid()) ducts[(*park.ducts)[duct].id]["cables"].push_back(cable.id);
    }
  }
  return ducts;
}

}  // namespace

std::map<std::string, RecordFields> records_of(const Park& park, const std::string& mesh) {
  if (mesh == "buildings" || mesh == "pipe_galleries") return all_of<Building>(park);
  if (mesh == "masts") return sites_with_cells(park);
  if (mesh == "ducts") return ducts_with_cables(park);
  if (mesh == "power_lines") return all_of<PowerLine>(park);
  if (mesh == "network_nodes") return all_of<NetworkNode>(park);
  if (mesh == "solar") return all_of<Generator>(park);
  if (mesh == "parcels") return all_of<Parcel>(park);
  if (mesh == "road_markings") return all_of<Road>(park);
  if (mesh == "trees") return all_of<Tree>(park);
  if (mesh == "roads" || mesh == "water" || mesh.ends_with("_zones") || mesh == "zone_outlines") return all_of<Zone>(park);
  return {};
}

}  // namespace parktwin::viz
