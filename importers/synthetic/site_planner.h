#pragma once
// Collects the buildings of one lot inside its setback lines.
#include <string>
#include <vector>

#include "importers/synthetic/draws.h"
#include "importers/synthetic/footprints.h"

namespace parktwin::importers::synthetic {

/// Setback that fits the size of the lot, m.
[[nodiscard]] double setback_m(const Lot& lot);

/// What is the same for all buildings of one kind.
struct BuildingKind {
  BuildingUse use = BuildingUse::factory;
  WallMaterial material = WallMaterial::metal;
  double storey_m = 4.0;
  const char* label = "";
  const char* label_zh = "";
};

namespace kinds {
inline constexpr BuildingKind hall{BuildingUse::factory, WallMaterial::metal, 9.0, "Hall", "厂房"};
inline constexpr BuildingKind workshop{BuildingUse::factory, WallMaterial::concrete, 6.0, "Workshop", "车间"};
inline constexpr BuildingKind works_office{BuildingUse::office, WallMaterial::standard_glass, 3.9, "Works office", "综合楼"};
inline constexpr BuildingKind tower{BuildingUse::office, WallMaterial::coated_glass, 4.0, "Tower", "办公楼"};
inline constexpr BuildingKind podium{BuildingUse::office, WallMaterial::standard_glass, 4.8, "Podium", "裙楼"};
inline constexpr BuildingKind office{BuildingUse::office, WallMaterial::coated_glass, 4.0, "Office", "写字楼"};
inline constexpr BuildingKind laboratory{BuildingUse::research, WallMaterial::coated_glass, 4.5, "Laboratory", "研发楼"};
inline constexpr BuildingKind warehouse{BuildingUse::warehouse, WallMaterial::metal, 12.0, "Warehouse", "仓库"};
inline constexpr BuildingKind process_hall{BuildingUse::factory, WallMaterial::metal, 8.0, "Process hall", "生产装置"};
inline constexpr BuildingKind control_room{BuildingUse::office, WallMaterial::concrete, 4.2, "Control building", "控制楼"};
inline constexpr BuildingKind tank{BuildingUse::tank, WallMaterial::metal, 20.0, "Tank", "储罐"};
inline constexpr BuildingKind plant_room{BuildingUse::utility, WallMaterial::brick, 5.0, "Plant room", "动力站"};
inline constexpr BuildingKind flats{BuildingUse::residential, WallMaterial::concrete, 3.0, "Block", "公寓楼"};
inline constexpr BuildingKind gallery{BuildingUse::utility, WallMaterial::metal, 8.0, "Pipe gallery section", "管廊段"};
}  // namespace kinds

class SitePlanner {
 public:
  SitePlanner(const Lot& lot, std::size_t index, Draws draws, std::vector<BuildingPlan>& out);
  [[nodiscard]] double width() const { return frame_.width(); }
  [[nodiscard]] double depth() const { return frame_.depth(); }
  [[nodiscard]] const LotFrame& frame() const { return frame_; }
  [[nodiscard]] Draws& draws() { return draws_; }
  [[nodiscard]] const Lot& lot() const { return lot_; }
  /// Storeys follow from the height.
  BuildingPlan& add(const BuildingKind& kind, Polygon footprint, double height);

 private:
  const Lot& lot_;
  std::size_t index_;
  LotFrame frame_;
  Draws draws_;
  std::vector<BuildingPlan>& out_;
};

void plan_factory(SitePlanner& site);
void plan_offices(SitePlanner& site);
void plan_research(SitePlanner& site);
void plan_warehouses(SitePlanner& site);
void plan_process(SitePlanner& site);
void plan_apartments(SitePlanner& site);
void plan_public_centre(SitePlanner& site);
void plan_data_centre(SitePlanner& site);
void plan_heat_power(SitePlanner& site);
void plan_substation(SitePlanner& site);
void plan_waste_water(SitePlanner& site);
void plan_pipe_gallery(SitePlanner& site);

}  // namespace parktwin::importers::synthetic
