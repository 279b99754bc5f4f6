#pragma once
// Enterprises: who they are, what they need from the network, what they use of the cloud and of energy.
#include <array>
#include <optional>
#include <string>

#include "engine/core/describe.h"
#include "engine/core/units.h"

namespace parktwin {

enum class Sector {
  electronics,
  machinery,
  automotive,
  chemicals,
  pharmaceuticals,
  new_materials,
  food,
  textiles,
  metal_products,
  logistics,
  software,
  research,
  energy,
  public_services,
  other
};

constexpr auto names_of(Sector) {
  return std::to_array<EnumName<Sector>>({{Sector::electronics, "electronics"},
                                          {Sector::machinery, "machinery"},
                                          {Sector::automotive, "automotive"},
                                          {Sector::chemicals, "chemicals"},
                                          {Sector::pharmaceuticals, "pharmaceuticals"},
                                          {Sector::new_materials, "new_materials"},
                                          {Sector::food, "food"},
                                          {Sector::textiles, "textiles"},
                                          {Sector::metal_products, "metal_products"},
                                          {Sector::logistics, "logistics"},
                                          {Sector::software, "software"},
                                          {Sector::research, "research"},
                                          {Sector::energy, "energy"},
                                          {Sector::public_services, "public_services"},
                                          {Sector::other, "other"}});
}

/// Deepest level at which the enterprise uses a cloud; each level includes the ones before it.
enum class CloudLevel { none, infrastructure, platform, business_systems, equipment };

constexpr auto names_of(CloudLevel) {
  return std::to_array<EnumName<CloudLevel>>({{CloudLevel::none, "none"},
                                              {CloudLevel::infrastructure, "infrastructure"},
                                              {CloudLevel::platform, "platform"},
                                              {CloudLevel::business_systems, "business_systems"},
                                              {CloudLevel::equipment, "equipment"}});
}

enum class CloudKind { none, public_cloud, private_cloud, hybrid };

constexpr auto names_of(CloudKind) {
  return std::to_array<EnumName<CloudKind>>({{CloudKind::none, "none"},
                                             {CloudKind::public_cloud, "public_cloud"},
                                             {CloudKind::private_cloud, "private_cloud"},
                                             {CloudKind::hybrid, "hybrid"}});
}

/// Classes of data in the order of the care they ask for (数据分类分级: 一般数据, 重要数据, 核心数据).
enum class DataClass { general, important, core };

constexpr auto names_of(DataClass) {
  return std::to_array<EnumName<DataClass>>(
      {{DataClass::general, "general"}, {DataClass::important, "important"}, {DataClass::core, "core"}});
}

struct Enterprise {
  std::string id;
  std::string name;
  std::string name_zh;
  Sector sector = Sector::other;
  std::int32_t employees = 0;
  Yuan yearly_output;
  SquareMetres floor_area;
  // Connectivity
  MegabitsPerSecond required_down = MegabitsPerSecond(100.0);
  MegabitsPerSecond required_up = MegabitsPerSecond(20.0);
  double required_availability = 0.999;
  bool uses_park_network = false;
  bool uses_park_platform = false;
  // Cloud
  CloudLevel cloud_level = CloudLevel::none;
  CloudKind cloud_kind = CloudKind::none;
  std::optional<std::int32_t> cloud_since_year;
  bool uses_identifiers = false;
  // Energy
  std::optional<MegawattHours> yearly_electricity;
  std::optional<MegawattHours> yearly_heat;
  std::optional<MegawattHours> yearly_gas;
  // What stands in the way of a cloud
  DataClass data_class = DataClass::general;  ///< highest class of the data it would have to move
  std::optional<std::int32_t> it_staff;
};

template <class Visitor, DescribedAs<Enterprise> Self>
void describe(Visitor&& visit, Self& enterprise) {
  visit(Field{.name = "id", .unit = "", .meaning = "unique id", .required = true}, enterprise.id);
  visit(Field{"name", "", "name in English"}, enterprise.name);
  visit(Field{"name_zh", "", "name in Chinese"}, enterprise.name_zh);
  visit(Field{"sector", "", "industry sector"}, enterprise.sector);
  visit(Field{"employees", "", "employees", 0, 1e6}, enterprise.employees);
  visit(Field{"yearly_output_cny", "CNY", "output value per year", 0, 1e13}, enterprise.yearly_output);
  visit(Field{"floor_area_m2", "m2", "floor area used", 0, 1e8}, enterprise.floor_area);
  visit(Field{"required_down_mbps", "Mbit/s", "access rate needed, downstream", 0, 1e6}, enterprise.required_down);
  visit(Field{"required_up_mbps", "Mbit/s", "access rate needed, upstream", 0, 1e6}, enterprise.required_up);
  visit(Field{"required_availability", "1", "share of time the access must work", 0, 1}, enterprise.required_availability);
  visit(Field{"uses_park_network", "", "uses the park's network services"}, enterprise.uses_park_network);
  visit(Field{"uses_park_platform", "", "uses the park's platform services"}, enterprise.uses_park_platform);
  visit(Field{"cloud_level", "", "deepest level of cloud use"}, enterprise.cloud_level);
  visit(Field{"cloud_kind", "", "public, private or hybrid cloud"}, enterprise.cloud_kind);
  visit(Field{"cloud_since_year", "", "year of the first cloud contract", 1990, 2100}, enterprise.cloud_since_year);
  visit(Field{"uses_identifiers", "", "registers or resolves through the secondary node"}, enterprise.uses_identifiers);
  visit(Field{"yearly_electricity_mwh", "MWh", "electricity per year", 0, 1e8}, enterprise.yearly_electricity);
  visit(Field{"yearly_heat_mwh", "MWh", "heat per year", 0, 1e8}, enterprise.yearly_heat);
  visit(Field{"yearly_gas_mwh", "MWh", "gas per year, calorific", 0, 1e8}, enterprise.yearly_gas);
  visit(rare_field({"data_class", "", "highest class of the data it would have to move to a cloud"}), enterprise.data_class);
  visit(rare_field({"it_staff", "", "employees who look after its information technology", 0, 1e6}), enterprise.it_staff);
}

}  // namespace parktwin
